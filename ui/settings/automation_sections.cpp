#include "ui/settings/automation_sections.h"

#include "ui/settings/settings_form.h"
#include "ui/settings/validation.h"
#include "ui/text/tr.h"

namespace trib::ui {

using settings::BackupSettings;
using settings::EngineSettings;
using settings::FeedSettings;

SettingsForm *feedsSection(QWidget *parent)
{
    auto *form = new SettingsForm(QStringLiteral("feeds"), TrSettings::tr("Feeds"), parent);
    form->addCheck(TrSettings::tr("&Read the feeds by themselves"), [](Preferences &p) -> bool & { return p.engine.feeds.enabled; });
    SettingsForm::Number interval = numberOf(&EngineSettings::feeds, &FeedSettings::interval);
    interval.suffix = TrSettings::tr(" min");
    interval.step = 5;
    form->addNumber(TrSettings::tr("Read each again a&fter"), interval);
    form->explain(TrSettings::tr("A feed that asks for longer pauses gets them."));
    form->addNumber(TrSettings::tr("&Items kept of each"), numberOf(&EngineSettings::feeds, &FeedSettings::itemsPerFeed));
    form->addCheck(TrSettings::tr("&Add what matches a rule"), [](Preferences &p) -> bool & { return p.engine.feeds.addByRules; });
    form->explain(TrSettings::tr("The rules are on the page of the feeds."));
    return form;
}

SettingsForm *backupSection(QWidget *parent)
{
    auto *form = new SettingsForm(QStringLiteral("backup"), TrSettings::tr("Backups"), parent);
    form->addFolder(TrSettings::tr("&Write backups to"), [](Preferences &p) -> std::string & { return p.engine.backup.folder; }, folderProblem,
        TrSettings::tr("None are made"));
    form->explain(TrSettings::tr("The list, its labels, feeds and settings, not what was downloaded. Best on another drive."));
    SettingsForm::Number days = numberOf(&EngineSettings::backup, &BackupSettings::days);
    days.suffix = TrSettings::tr(" d", "days");
    form->addNumber(TrSettings::tr("One e&very"), days);
    form->addNumber(TrSettings::tr("&Keep the newest"), numberOf(&EngineSettings::backup, &BackupSettings::kept));
    form->explain(TrSettings::tr("Older ones are removed from the folder."));
    return form;
}

} // namespace trib::ui
