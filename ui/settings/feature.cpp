#include "ui/settings/feature.h"

#include "ui/settings/api_secret_row.h"
#include "ui/settings/default_program_row.h"
#include "ui/settings/filter_status_row.h"
#include "ui/settings/lock_row.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/submit.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QAction>

namespace trib::ui {

void SettingsFeature::install(Shell &shell)
{
    m_shell = &shell;
    m_page = new SettingsPage;
    if (m_defaultProgram) {
        SettingsForm *general = m_page->sections().constFirst();
        general->heading(TrSettings::tr("Opening links"));
        general->addWidget(new DefaultProgramRow(*m_defaultProgram, general));
    }
    shell.addPage({QStringLiteral("settings"), TrSettings::tr("Settings"), QStringLiteral("settings"), PagePlace::RailFoot, m_page});
    addActions();
    joinFilter();
    joinSecrets();
    addNotice();
    m_page->findChild<LockRow *>()->join(shell.uiSettings(), m_hashing);
    connect(&shell.engine(), &engine::TorrentEngine::settingsChanged, this, [this](const settings::EngineSettings &settings) {
        m_engineSettings = settings;
        refresh();
    });
    connect(&shell.uiSettings(), &UiSettingsStore::changed, this, &SettingsFeature::refresh);
    connect(m_page, &SettingsPage::applyRequested, this, &SettingsFeature::apply);
    refresh();
}

void SettingsFeature::addActions()
{
    ActionRegistry &actions = m_shell->actionRegistry();
    const QString category = TrSettings::tr("Window");
    connect(actions.add({QStringLiteral("settings.open"), TrSettings::tr("&Settings"), QStringLiteral("settings"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)},
                category, {}, nullptr}),
        &QAction::triggered, this, [this] { m_shell->showPage(QStringLiteral("settings")); });
    connect(actions.add({QStringLiteral("settings.search"), TrSettings::tr("Search the settings"), QStringLiteral("search"), {}, category, {}, nullptr}),
        &QAction::triggered, this, [this] {
            m_shell->showPage(QStringLiteral("settings"));
            m_page->focusSearch();
        });
}

void SettingsFeature::joinFilter()
{
    auto *row = m_page->findChild<FilterStatusRow *>();
    connect(row, &FilterStatusRow::updateWanted, this, [this] { submit(*m_shell, UpdateFilterLists{}); });
    connect(&m_shell->engine(), &engine::TorrentEngine::statusChanged, row, &FilterStatusRow::setStatus);
}

// What guards the API is stored at once, on top of what holds; what is being edited beside it stays as typed.
void SettingsFeature::joinSecrets()
{
    auto *row = m_page->findChild<ApiSecretRow *>();
    row->setSecrets(m_apiSecrets);
    connect(row, &ApiSecretRow::failed, m_page, &SettingsPage::showProblem);
    connect(row, &ApiSecretRow::passwordMade, this, [this](const std::string &hash) {
        settings::EngineSettings settings = m_engineSettings;
        settings.remote.passwordHash = hash;
        configure(settings);
    });
    connect(row, &ApiSecretRow::keyMade, this, [this](const std::string &hash) {
        settings::EngineSettings settings = m_engineSettings;
        settings.remote.apiKeyHash = hash;
        configure(settings);
    });
}

void SettingsFeature::addNotice()
{
    m_notice = new ApiNotice;
    m_shell->addBanner(m_notice);
    connect(m_notice, &ApiNotice::settingsWanted, this, [this] {
        m_shell->showPage(QStringLiteral("settings"));
        m_page->search({});
        m_page->showSection(static_cast<int>(m_page->sections().indexOf(m_page->section(QStringLiteral("api")))));
    });
}

void SettingsFeature::setApiTrouble(std::optional<ApiTrouble> trouble)
{
    if (m_notice)
        m_notice->setTrouble(trouble);
}

void SettingsFeature::refresh()
{
    if (!m_page)
        return;
    m_page->setCurrent({m_engineSettings, m_shell->uiSettings().values()});
    if (m_notice)
        m_notice->setSettings(m_engineSettings.remote);
    m_page->findChild<FilterStatusRow *>()->setInForce(m_engineSettings.filter.enabled);
    m_page->findChild<ApiSecretRow *>()->setState(!m_engineSettings.remote.passwordHash.empty(), !m_engineSettings.remote.apiKeyHash.empty());
}

void SettingsFeature::apply(const Preferences &preferences)
{
    const bool otherLanguage = preferences.ui.language != m_shell->uiSettings().values().language;
    m_shell->uiSettings().update(preferences.ui);
    if (otherLanguage)
        m_page->showNews(TrSettings::tr("Saved. The window changes to the new language at the next start: quit with Ctrl+Q and start Tributary again."));
    if (preferences.engine != m_engineSettings)
        configure(preferences.engine);
}

void SettingsFeature::configure(const settings::EngineSettings &settings)
{
    whenAnswered(m_shell->engine().configure(settings), m_shell->engine(), this, [this](const Result<> &result) {
        if (!result && m_page)
            m_page->showProblem(errorWords(result.error()).sentence());
    });
}

} // namespace trib::ui
