// SettingsFeature: the Settings page at the foot of the rail, joined to the engine and to the window's own settings. GUI thread.
#pragma once

#include "ui/settings/preferences.h"
#include "ui/shell/feature.h"

#include <QObject>
#include <QPointer>

namespace trib::ui {

class DefaultProgram;
class SettingsPage;

class SettingsFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    // `defaultProgram` outlives the feature; null where the system has no such setting.
    explicit SettingsFeature(DefaultProgram *defaultProgram = nullptr) : m_defaultProgram(defaultProgram) {}

    void install(Shell &shell) override;

private:
    void refresh();
    void apply(const Preferences &preferences);

    DefaultProgram *m_defaultProgram;
    Shell *m_shell = nullptr;
    QPointer<SettingsPage> m_page; // the window owns it
    settings::EngineSettings m_engineSettings;
};

} // namespace trib::ui
