#include "ui/settings/automation_sections.h"

#include "ui/settings/days_edit.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/validation.h"
#include "ui/text/tr.h"

#include <QCheckBox>
#include <QTimeEdit>

namespace trib::ui {
namespace {

constexpr int kSecondsPerMinute = 60;

// As one word of a command line.
[[nodiscard]] QString quoted(const QString &path)
{
    return path.contains(u' ') ? u'"' + path + u'"' : path;
}

void addTime(SettingsForm &form, const QString &label, const SettingsForm::Place<std::chrono::minutes> &place)
{
    auto *edit = new QTimeEdit(&form);
    edit->setDisplayFormat(QStringLiteral("HH:mm"));
    edit->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QObject::connect(edit, &QTimeEdit::timeChanged, &form, &SettingsForm::changed);
    form.addEditor(label, edit,
        {[edit, place](Preferences &p) { edit->setTime(QTime(0, 0).addSecs(static_cast<int>(place(p).count()) * kSecondsPerMinute)); },
            [edit, place](Preferences &p) { place(p) = std::chrono::minutes(QTime(0, 0).secsTo(edit->time()) / kSecondsPerMinute); }});
}

} // namespace

void addSchedule(SettingsForm &form)
{
    form.heading(TrSettings::tr("Timetable"));
    QCheckBox *enabled = form.addCheck(TrSettings::tr("Switch to the alternative limits by the &clock"),
        [](Preferences &p) -> bool & { return p.engine.schedule.enabled; });
    addTime(form, TrSettings::tr("&From"), [](Preferences &p) -> std::chrono::minutes & { return p.engine.schedule.from; });
    addTime(form, TrSettings::tr("Un&til"), [](Preferences &p) -> std::chrono::minutes & { return p.engine.schedule.to; });
    form.explain(TrSettings::tr("A time that ends earlier than it begins lasts over midnight."));
    auto *days = new DaysEdit(&form);
    QObject::connect(days, &DaysEdit::daysChanged, &form, &SettingsForm::changed);
    form.addEditor(TrSettings::tr("O&n these days"), days, {[days](Preferences &p) { days->setDays(p.engine.schedule.days); },
        [days](Preferences &p) { p.engine.schedule.days = days->days(); },
        [days, enabled] { return enabled->isChecked() && days->days() == 0 ? TrSettings::tr("Choose a day, or the timetable never holds.") : QString(); }});
}

void addCompletion(SettingsForm &form)
{
    form.heading(TrSettings::tr("When a download completes"));
    form.addFile(TrSettings::tr("Run this &program"), [](Preferences &p) -> std::string & { return p.engine.completion.program; }, programProblem,
        TrSettings::tr("None"), quoted);
    form.explain(TrSettings::tr("The whole path of the program, then what it is given. No shell reads it; quotes only keep spaces together. "
                                "%N is the name, %F the path of the content, %D the folder it is saved in, %C the category, %G the tags, "
                                "%Z the size in bytes, %I the v1 info-hash, %J the v2 info-hash, %K the id."));
    form.explain(TrSettings::tr("It runs with all your rights, after every download. Name only a program that you trust with names that strangers chose."));
}

} // namespace trib::ui
