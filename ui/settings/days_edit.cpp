#include "ui/settings/days_edit.h"

#include "ui/dialogs/parts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>

namespace trib::ui {

DaysEdit::DaysEdit(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    onGrid(*row);
    const QLocale locale;
    const int first = static_cast<int>(locale.firstDayOfWeek());
    for (int i = 0; i < kDays; ++i) {
        const int day = (first - 1 + i) % kDays + 1; // Qt's Monday is 1
        auto *box = new QCheckBox(locale.standaloneDayName(day, QLocale::ShortFormat), this);
        box->setAccessibleName(locale.standaloneDayName(day, QLocale::LongFormat));
        m_boxes.at(static_cast<std::size_t>(day - 1)) = box;
        row->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &DaysEdit::daysChanged);
        if (i == 0)
            setFocusProxy(box);
    }
    row->addStretch();
}

void DaysEdit::setDays(int days)
{
    for (std::size_t day = 0; day < m_boxes.size(); ++day)
        m_boxes.at(day)->setChecked((days >> day & 1) != 0);
}

int DaysEdit::days() const
{
    int days = 0;
    for (std::size_t day = 0; day < m_boxes.size(); ++day)
        days |= static_cast<int>(m_boxes.at(day)->isChecked()) << day;
    return days;
}

} // namespace trib::ui
