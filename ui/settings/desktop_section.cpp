#include "ui/settings/desktop_section.h"

#include "ui/settings/lock_row.h"
#include "ui/settings/settings_form.h"
#include "ui/text/tr.h"

#include <QCheckBox>

namespace trib::ui {
namespace {

constexpr int kMostMinutes = 24 * 60;

void addTray(SettingsForm &form)
{
    form.heading(TrSettings::tr("Tray"));
    QCheckBox *icon = form.addCheck(TrSettings::tr("Show the &icon in the tray"), [](Preferences &p) -> bool & { return p.ui.trayIcon; });
    QCheckBox *close = form.addCheck(TrSettings::tr("&Closing the window leaves Tributary running in the tray"), [](Preferences &p) -> bool & { return p.ui.closeToTray; });
    QCheckBox *start = form.addCheck(TrSettings::tr("Sta&rt in the tray, without the window"), [](Preferences &p) -> bool & { return p.ui.startInTray; });
    form.explain(TrSettings::tr("Where the desktop has no tray, the window stays: nothing could bring it back. Ctrl+Q always ends Tributary."));
    for (QCheckBox *check : {close, start}) {
        check->setEnabled(icon->isChecked());
        QObject::connect(icon, &QCheckBox::toggled, check, &QWidget::setEnabled);
    }
}

void addLock(SettingsForm &form)
{
    form.heading(TrSettings::tr("Lock"));
    form.addWidget(new LockRow(&form));
    form.addCheck(TrSettings::tr("&Lock when the screen is locked or the machine goes to sleep"), [](Preferences &p) -> bool & { return p.ui.lockWithScreen; });
    form.addCheck(TrSettings::tr("Lock when the window is closed to the tra&y"), [](Preferences &p) -> bool & { return p.ui.lockInTray; });
    SettingsForm::Number minutes;
    minutes.get = [](Preferences &p) -> std::int64_t { return p.ui.lockAfterMinutes; };
    minutes.set = [](Preferences &p, std::int64_t value) { p.ui.lockAfterMinutes = static_cast<int>(value); };
    minutes.range = {0, kMostMinutes};
    minutes.suffix = TrSettings::tr(" min");
    minutes.zero = TrSettings::tr("Never");
    form.addNumber(TrSettings::tr("Lock when it is not &used for"), minutes);
    form.explain(TrSettings::tr("A locked window shows no names, takes nothing and asks for the password; downloads go on. This keeps others from reading along. It is no protection against programs, or against whoever can read your files."));
}

} // namespace

SettingsForm *desktopSection(QWidget *parent)
{
    auto *form = new SettingsForm(QStringLiteral("desktop"), TrSettings::tr("Desktop"), parent);
    form->addChoice(TrSettings::tr("&Keep the machine awake"),
        {TrSettings::tr("Never"), TrSettings::tr("While something downloads"), TrSettings::tr("While something downloads or uploads")},
        [](Preferences &p) { return static_cast<int>(p.ui.keepAwake); },
        [](Preferences &p, int index) { p.ui.keepAwake = static_cast<KeepAwake>(index); });
    form->explain(TrSettings::tr("It only does not fall asleep by itself; suspending it by hand or closing the lid works as ever."));
    form->addCheck(TrSettings::tr("Tell me when a torrent gets into &trouble"), [](Preferences &p) -> bool & { return p.ui.notifyProblems; });
    addTray(*form);
    addLock(*form);
    return form;
}

} // namespace trib::ui
