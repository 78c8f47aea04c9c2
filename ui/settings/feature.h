// SettingsFeature: the Settings page at the foot of the rail, joined to the engine and to the window's own settings. GUI thread.
#pragma once

#include "ui/settings/preferences.h"
#include "ui/shell/feature.h"

#include <QObject>
#include <QPointer>

namespace trib::ui {

class SettingsPage;

class SettingsFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    SettingsFeature() = default;

    void install(Shell &shell) override;

private:
    void refresh();
    void apply(const Preferences &preferences);

    Shell *m_shell = nullptr;
    QPointer<SettingsPage> m_page; // the window owns it
    settings::EngineSettings m_engineSettings;
};

} // namespace trib::ui
