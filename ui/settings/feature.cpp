#include "ui/settings/feature.h"

#include "ui/settings/default_program_row.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/settings_page.h"
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
    connect(shell.actionRegistry().add({QStringLiteral("settings.open"), TrSettings::tr("&Settings"), QStringLiteral("settings"),
                {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, TrSettings::tr("Window"), {}, nullptr}),
        &QAction::triggered, this, [this] { m_shell->showPage(QStringLiteral("settings")); });
    connect(&shell.engine(), &engine::TorrentEngine::settingsChanged, this, [this](const settings::EngineSettings &settings) {
        m_engineSettings = settings;
        refresh();
    });
    connect(&shell.uiSettings(), &UiSettingsStore::changed, this, &SettingsFeature::refresh);
    connect(m_page, &SettingsPage::applyRequested, this, &SettingsFeature::apply);
    refresh();
}

void SettingsFeature::refresh()
{
    if (m_page)
        m_page->setCurrent({m_engineSettings, m_shell->uiSettings().values()});
}

void SettingsFeature::apply(const Preferences &preferences)
{
    const bool otherLanguage = preferences.ui.language != m_shell->uiSettings().values().language;
    m_shell->uiSettings().update(preferences.ui);
    if (otherLanguage)
        m_page->showNews(TrSettings::tr("Saved. The window changes to the new language at the next start: quit with Ctrl+Q and start Tributary again."));
    if (preferences.engine == m_engineSettings)
        return;
    whenAnswered(m_shell->engine().configure(preferences.engine), m_shell->engine(), this, [this](const Result<> &result) {
        if (!result && m_page)
            m_page->showProblem(errorWords(result.error()).sentence());
    });
}

} // namespace trib::ui
