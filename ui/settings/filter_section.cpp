#include "ui/settings/automation_sections.h"

#include "ui/settings/filter_status_row.h"
#include "ui/settings/lists_edit.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/validation.h"
#include "ui/text/tr.h"

namespace trib::ui {

using settings::EngineSettings;
using settings::FilterSettings;

SettingsForm *filterSection(QWidget *parent)
{
    auto *form = new SettingsForm(QStringLiteral("filter"), TrSettings::tr("Blocked addresses"), parent);
    form->addCheck(TrSettings::tr("&Block the addresses in these lists"), [](Preferences &p) -> bool & { return p.engine.filter.enabled; });
    form->explain(TrSettings::tr("Tributary neither connects to them nor lets them in."));
    auto *lists = new ListsEdit(TrSettings::tr("Lists of addresses"), form);
    lists->setMinimumWidth(lists->fontMetrics().averageCharWidth() * 32);
    lists->setMaximumWidth(lists->fontMetrics().averageCharWidth() * 72);
    QObject::connect(lists, &ListsEdit::itemsChanged, form, &SettingsForm::changed);
    form->addEditor(TrSettings::tr("&Lists"), lists,
        {[lists](Preferences &p) { lists->setItems(ListsEdit::split(QString::fromStdString(p.engine.filter.lists))); },
            [lists](Preferences &p) {
                if (ListsEdit::split(QString::fromStdString(p.engine.filter.lists)) != lists->items())
                    p.engine.filter.lists = ListsEdit::join(lists->items()).toStdString();
            },
            [lists] { return listsProblem(lists->items()); }});
    form->explain(TrSettings::tr("Files of PeerGuardian (.p2p), eMule (.dat) or CIDR ranges, also packed with gzip, or web addresses of such files."));
    SettingsForm::Number days = numberOf(&EngineSettings::filter, &FilterSettings::updateDays);
    days.suffix = TrSettings::tr(" d", "days");
    days.zero = TrSettings::tr("Never");
    form->addNumber(TrSettings::tr("&Fetch those on the web anew after"), days);
    form->addWidget(new FilterStatusRow(form));
    return form;
}

} // namespace trib::ui
