// SettingsFeature: the Settings page at the foot of the rail, joined to the engine and to the window's own settings. GUI thread.
#pragma once

#include "ui/settings/api_notice.h"
#include "ui/settings/preferences.h"
#include "ui/shell/feature.h"
#include "ui/shell/password_hashing.h"

#include <QObject>
#include <QPointer>

namespace trib::ui {

class ApiSecrets;
class DefaultProgram;
class SettingsPage;

class SettingsFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    // Both outlive the feature; null where the system has no such setting, or none can be made.
    explicit SettingsFeature(DefaultProgram *defaultProgram = nullptr, ApiSecrets *apiSecrets = nullptr)
        : m_defaultProgram(defaultProgram), m_apiSecrets(apiSecrets)
    {
    }

    // Before install(): without it the window cannot be given a password.
    void setPasswordHashing(PasswordHashing hashing) { m_hashing = std::move(hashing); }

    void install(Shell &shell) override;

    // Why the API for other programs is to be on and is not; nullopt: it listens.
    void setApiTrouble(std::optional<ApiTrouble> trouble);

private:
    void addActions();
    void addNotice();
    void joinFilter();
    void joinSecrets();
    void refresh();
    void apply(const Preferences &preferences);
    void configure(const settings::EngineSettings &settings);

    DefaultProgram *m_defaultProgram;
    ApiSecrets *m_apiSecrets;
    PasswordHashing m_hashing;
    Shell *m_shell = nullptr;
    QPointer<SettingsPage> m_page; // the window owns it
    QPointer<ApiNotice> m_notice;  // likewise
    settings::EngineSettings m_engineSettings;
};

} // namespace trib::ui
