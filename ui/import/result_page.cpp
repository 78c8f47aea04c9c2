#include "ui/import/result_page.h"

#include "ui/dialogs/parts.h"
#include "ui/import/words.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/hinted_table.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/table_header.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {

void ReasonModel::setReasons(QList<std::pair<QString, QString>> reasons)
{
    beginResetModel();
    m_reasons = std::move(reasons);
    endResetModel();
}

int ReasonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_reasons.size());
}

int ReasonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant ReasonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &[name, why] = m_reasons.at(index.row());
    const QString text = index.column() == 0 ? name : why;
    switch (role) {
    case Qt::DisplayRole: return text;
    case Qt::ToolTipRole: return plainToolTip(text);
    case Qt::AccessibleTextRole: return index.column() == 0 ? TrImport::tr("%1: %2", "a torrent, and why it was not taken over").arg(name, why) : why;
    default: return {};
    }
}

QVariant ReasonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? TrImport::tr("Name") : TrImport::tr("What was not taken over");
}

ResultPage::ResultPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new ReasonModel(this))
    , m_summary(plainLabel({}, this))
    , m_table(new HintedTable(this))
    , m_copy(new QPushButton(TrImport::tr("Cop&y the list"), this))
{
    auto *column = new QVBoxLayout(this);
    onGrid(*column);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    column->addWidget(m_copy, 0, Qt::AlignLeading);
    auto *header = new TableHeader(m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(TrImport::tr("What was not taken over"));
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setHorizontalHeader(header);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setColumnWidth(0, textWidth(*this, 44));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(true, fontMetrics()));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QStringList lines;
        for (const auto &[name, why] : m_model->reasons())
            lines += name + u'\t' + why;
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
}

void ResultPage::show(const ImportPlan &plan, const engine::ImportOutcome &outcome)
{
    QList<std::pair<QString, QString>> reasons;
    for (const auto &[name, error] : outcome.failed)
        reasons.emplace_back(shown(name), errorWords(error).sentence());
    for (const auto &[file, error] : plan.unreadable)
        reasons.emplace_back(shown(file), errorWords(error).sentence());
    for (const ImportedTorrent &torrent : plan.torrents) {
        for (const ImportNote note : torrent.notes)
            reasons.emplace_back(shown(torrent.name), noteText(note));
    }
    const int left = static_cast<int>(plan.torrents.size() - outcome.added.size() - outcome.failed.size());
    QStringList parts{TrImport::tr("%n torrent(s) have been taken over.", nullptr, static_cast<int>(outcome.added.size()))};
    if (!outcome.failed.empty())
        parts += TrImport::tr("%n could not be.", "torrents", static_cast<int>(outcome.failed.size()));
    if (left > 0)
        parts += TrImport::tr("%n were not begun, because you stopped.", "torrents", left);
    m_summary->setText(parts.join(u' '));
    m_copy->setVisible(!reasons.isEmpty());
    m_table->setHint(left == 0 ? TrImport::tr("They came with all that is known of them.") : QString());
    m_model->setReasons(std::move(reasons));
}

QString ResultPage::summary() const
{
    return m_summary->text();
}

} // namespace trib::ui
