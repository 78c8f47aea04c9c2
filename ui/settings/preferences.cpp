#include "ui/settings/preferences.h"

namespace trib::ui {
namespace {

template <class T>
void take(T &target, const T &base, const T &edited)
{
    if (edited != base)
        target = edited;
}

void takeDesktop(UiSettings &result, const UiSettings &base, const UiSettings &edited)
{
    take(result.notifyProblems, base.notifyProblems, edited.notifyProblems);
    take(result.trayIcon, base.trayIcon, edited.trayIcon);
    take(result.closeToTray, base.closeToTray, edited.closeToTray);
    take(result.startInTray, base.startInTray, edited.startInTray);
    take(result.keepAwake, base.keepAwake, edited.keepAwake);
    take(result.lockHash, base.lockHash, edited.lockHash);
    take(result.lockWithScreen, base.lockWithScreen, edited.lockWithScreen);
    take(result.lockInTray, base.lockInTray, edited.lockInTray);
    take(result.lockAfterMinutes, base.lockAfterMinutes, edited.lockAfterMinutes);
}

} // namespace

Preferences merged(const Preferences &base, const Preferences &edited, const Preferences &latest)
{
    Preferences result = latest;
    const settings::TextMap before = settings::toMap(base.engine);
    for (const auto &[key, text] : settings::toMap(edited.engine)) {
        if (before.at(key) != text && !settings::set(result.engine, key, text))
            result.engine = edited.engine; // out of its range: what was typed is kept, and refused where it is applied
    }
    take(result.ui.theme, base.ui.theme, edited.ui.theme);
    take(result.ui.density, base.ui.density, edited.ui.density);
    take(result.ui.language, base.ui.language, edited.ui.language);
    take(result.ui.showFilters, base.ui.showFilters, edited.ui.showFilters);
    take(result.ui.showDetails, base.ui.showDetails, edited.ui.showDetails);
    take(result.ui.notifyFinished, base.ui.notifyFinished, edited.ui.notifyFinished);
    take(result.ui.showAddDialog, base.ui.showAddDialog, edited.ui.showAddDialog);
    takeDesktop(result.ui, base.ui, edited.ui);
    return result;
}

} // namespace trib::ui
