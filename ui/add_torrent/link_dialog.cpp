#include "ui/add_torrent/link_dialog.h"

#include "ui/add_torrent/mime_sources.h"
#include "ui/dialogs/parts.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace trib::ui {

LinkDialog::LinkDialog(const QString &text, QWidget *parent)
    : QDialog(parent)
    , m_edit(new QPlainTextEdit(this))
    , m_found(quietLabel({}, this))
    , m_add(new QPushButton(TrAddTorrent::tr("&Next"), this))
{
    prepareDialog(*this, TrAddTorrent::tr("Add links"));
    auto *label = new QLabel(TrAddTorrent::tr("&Magnet links, web addresses of torrents or info-hashes, one a line"), this);
    label->setBuddy(m_edit);
    label->setWordWrap(true);
    QDialogButtonBox *buttons = buttonBox(m_add, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(label);
    column->addWidget(m_edit, 1);
    column->addWidget(m_found);
    column->addSpacing(kGap);
    column->addWidget(buttons);
    m_edit->setAccessibleName(TrAddTorrent::tr("Links"));
    m_edit->setTabChangesFocus(true);
    m_edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_edit->setWordWrapMode(QTextOption::WrapAnywhere);
    m_edit->setPlainText(text);
    m_edit->selectAll();
    m_edit->setFocus();
    auto *go = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(go, &QShortcut::activated, this, &LinkDialog::choose);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &LinkDialog::count);
    connect(buttons, &QDialogButtonBox::accepted, this, &LinkDialog::choose);
    resize(textWidth(*this, 72), fontMetrics().height() * 14);
    count();
}

void LinkDialog::count()
{
    const auto found = sourcesOf(m_edit->toPlainText());
    m_add->setEnabled(!found.empty());
    if (m_edit->toPlainText().trimmed().isEmpty())
        m_found->setText(QString());
    else if (found.empty())
        m_found->setText(TrAddTorrent::tr("There is no link to a torrent in this text."));
    else
        m_found->setText(TrAddTorrent::tr("%n torrent(s) found", nullptr, static_cast<int>(found.size())));
    m_found->setAccessibleName(m_found->text());
}

void LinkDialog::choose()
{
    const auto found = sourcesOf(m_edit->toPlainText());
    if (found.empty())
        return;
    Q_EMIT chosen(found);
    accept();
}

} // namespace trib::ui
