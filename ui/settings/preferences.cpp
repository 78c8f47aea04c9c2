#include "ui/settings/preferences.h"

namespace trib::ui {
namespace {

template <class T>
void take(T &target, const T &base, const T &edited)
{
    if (edited != base)
        target = edited;
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
    return result;
}

} // namespace trib::ui
