#include "ui/settings/filter_status_row.h"

#include "ui/dialogs/parts.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace trib::ui {
namespace {

[[nodiscard]] QString wordsFor(const SessionStatus &status, bool inForce)
{
    if (!inForce)
        return TrSettings::tr("No address is blocked by a list.");
    const QString blocked = TrSettings::tr("%1 ranges of addresses are blocked.").arg(formatCount(status.filterRanges));
    if (!status.filterError)
        return blocked;
    const ErrorWords why = errorWords(Error{status.filterError, {}});
    return blocked + u'\n' + TrSettings::tr("This list could not be read: %1. %2", "list; why and what to do").arg(fromUtf8(status.filterList), why.sentence());
}

} // namespace

FilterStatusRow::FilterStatusRow(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel({}, this))
    , m_button(new QPushButton(TrSettings::tr("&Update now"), this))
{
    auto *row = new QHBoxLayout(this);
    onGrid(*row);
    row->addWidget(m_words, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    m_button->setAutoDefault(false);
    connect(m_button, &QPushButton::clicked, this, &FilterStatusRow::updateWanted);
    refresh();
}

void FilterStatusRow::setStatus(const SessionStatus &status)
{
    m_status = status;
    refresh();
}

void FilterStatusRow::setInForce(bool on)
{
    m_inForce = on;
    refresh();
}

void FilterStatusRow::refresh()
{
    m_words->setText(wordsFor(m_status, m_inForce));
    m_button->setEnabled(m_inForce);
    m_button->setAccessibleDescription(m_words->text());
}

} // namespace trib::ui
