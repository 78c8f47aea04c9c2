// A Shell that keeps the Settings page and what stands above it, on a FakeEngine; and a way to find controls by their names.
#pragma once

#include "tests/support/fake_engine.h"
#include "tests/support/manual_clock.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/feature.h"

#include <memory>

namespace trib::test {

template <class T>
[[nodiscard]] T *named(const QWidget &parent, const QString &name)
{
    for (T *child : parent.findChildren<T *>()) {
        if (child->accessibleName() == name || child->property("text").toString().remove(u'&') == name)
            return child;
    }
    return nullptr;
}

class SettingsShell final : public ui::Shell {
public:
    explicit SettingsShell(const QString &ini) : settings(ini) {}
    engine::TorrentEngine &engine() override { return fake; }
    ui::UiSettingsStore &uiSettings() override { return settings; }
    const Clock &clock() const override { return time; }
    ui::ActionRegistry &actionRegistry() override { return actions; }
    QWidget *dialogParent() override { return nullptr; }
    void addPage(ui::Page given) override { page.reset(given.widget); }
    void showPage(const QString &) override {}
    void addStatusWidget(QWidget *) override {}
    void addIntake(ui::IntakeHandler) override {}
    void addBanner(QWidget *widget) override { banner.reset(widget); }
    void announce(const QString &) override {}

    ui::SettingsPage &settingsPage() const { return *qobject_cast<ui::SettingsPage *>(page.get()); }

    FakeEngine fake;
    ui::UiSettingsStore settings;
    ManualClock time;
    ui::ActionRegistry actions;
    std::unique_ptr<QWidget> page;
    std::unique_ptr<QWidget> banner;
};

} // namespace trib::test
