#include "ui/import/import_plan_model.h"

#include "ui/import/words.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <algorithm>

namespace trib::ui {
namespace {

[[nodiscard]] QString stateThere(ImportState state)
{
    switch (state) {
    case ImportState::Complete: return TrImport::tr("Complete");
    case ImportState::Partial: return TrImport::tr("Downloaded in part");
    case ImportState::ToCheck: return TrImport::tr("Changed on the disk");
    case ImportState::Missing: return TrImport::tr("Files are missing");
    case ImportState::NoData: return TrImport::tr("Nothing downloaded");
    }
    return {};
}

} // namespace

void ImportPlanModel::setPlan(std::shared_ptr<const ImportPlan> plan, const ImportGround &ground)
{
    beginResetModel();
    m_plan = std::move(plan);
    m_already.clear();
    m_chosen.clear();
    const KnownHashes known(ground);
    for (std::size_t i = 0; m_plan && i < m_plan->torrents.size(); ++i) {
        m_already.push_back(known.hold(m_plan->torrents[i].infoHash));
        m_chosen.push_back(!m_already.back());
    }
    endResetModel();
    Q_EMIT chosenChanged();
}

void ImportPlanModel::setAllChosen(bool chosen)
{
    for (std::size_t row = 0; row < m_chosen.size(); ++row)
        m_chosen[row] = chosen && !m_already[row];
    if (!m_chosen.empty())
        Q_EMIT dataChanged(index(0, Name), index(static_cast<int>(m_chosen.size()) - 1, ColumnCount - 1));
    Q_EMIT chosenChanged();
}

void ImportPlanModel::setChosen(const std::vector<int> &rows, bool chosen)
{
    for (const int row : rows) {
        if (!canBeChosen(row))
            continue;
        m_chosen[static_cast<std::size_t>(row)] = chosen;
        Q_EMIT dataChanged(index(row, Name), index(row, ColumnCount - 1));
    }
    Q_EMIT chosenChanged();
}

ImportPlanModel::Totals ImportPlanModel::totals() const
{
    Totals totals;
    if (!m_plan)
        return totals;
    totals.torrents = static_cast<int>(m_plan->torrents.size());
    totals.unreadable = static_cast<int>(m_plan->unreadable.size());
    totals.already = static_cast<int>(std::ranges::count(m_already, true));
    for (std::size_t row = 0; row < m_chosen.size(); ++row) {
        if (!m_chosen[row])
            continue;
        ++totals.chosen;
        totals.chosenSize += m_plan->torrents[row].size;
    }
    return totals;
}

std::shared_ptr<const ImportPlan> ImportPlanModel::chosen() const
{
    auto plan = std::make_shared<ImportPlan>();
    plan->store = m_plan->store;
    plan->categories = m_plan->categories;
    plan->unreadable = m_plan->unreadable;
    for (std::size_t row = 0; row < m_chosen.size(); ++row) {
        if (m_chosen[row])
            plan->torrents.push_back(m_plan->torrents[row]);
    }
    return plan;
}

const ImportedTorrent *ImportPlanModel::torrentAt(int row) const
{
    return static_cast<std::size_t>(row) < m_plan->torrents.size() ? &m_plan->torrents[static_cast<std::size_t>(row)] : nullptr;
}

bool ImportPlanModel::canBeChosen(int row) const
{
    return torrentAt(row) && !m_already[static_cast<std::size_t>(row)];
}

int ImportPlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_plan ? 0 : static_cast<int>(m_plan->torrents.size() + m_plan->unreadable.size());
}

int ImportPlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ImportPlanModel::fate(int row) const
{
    const ImportedTorrent *torrent = torrentAt(row);
    if (!torrent)
        return TrImport::tr("Cannot be taken over");
    if (m_already[static_cast<std::size_t>(row)])
        return TrImport::tr("In the list already");
    if (!m_chosen[static_cast<std::size_t>(row)])
        return TrImport::tr("Left out");
    if (torrent->request.stopped)
        return TrImport::tr("Added, stopped");
    return torrent->state == ImportState::ToCheck ? TrImport::tr("Added, checked first") : TrImport::tr("Added");
}

QString ImportPlanModel::text(int row, int column) const
{
    const ImportedTorrent *torrent = torrentAt(row);
    if (!torrent) {
        const auto &[file, error] = m_plan->unreadable[static_cast<std::size_t>(row) - m_plan->torrents.size()];
        return column == Name ? shown(file) : column == There ? errorWords(error).what : column == Here ? fate(row) : QString();
    }
    switch (column) {
    case Name: return shown(torrent->name);
    case Size: return torrent->size.count() > 0 ? formatBytes(torrent->size) : QString();
    case There: return stateThere(torrent->state);
    case SavePath: return shown(torrent->request.savePath);
    case Here: return fate(row);
    default: return {};
    }
}

QVariant ImportPlanModel::sortValue(int row, int column) const
{
    const ImportedTorrent *torrent = torrentAt(row);
    return column == Size ? QVariant::fromValue<qint64>(torrent ? torrent->size.count() : -1) : QVariant(text(row, column));
}

QVariant ImportPlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::ToolTipRole: {
        const ImportedTorrent *torrent = torrentAt(row);
        QStringList lines{text(row, column)};
        for (std::size_t i = 0; torrent && column == Name && i < torrent->notes.size(); ++i)
            lines += noteText(torrent->notes[i]);
        return plainToolTip(lines.join(u'\n'));
    }
    case Qt::CheckStateRole:
        return column != Name || !canBeChosen(row) ? QVariant() : QVariant(m_chosen[static_cast<std::size_t>(row)] ? Qt::Checked : Qt::Unchecked);
    case Qt::TextAlignmentRole: return QVariant::fromValue((column == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (column == Name)
            return TrImport::tr("%1, %2", "a torrent, and what becomes of it").arg(text(row, Name), fate(row));
        return TrImport::tr("%1: %2", "column: value, for screen readers").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text(row, column));
    case SortRole: return sortValue(row, column);
    default: return {};
    }
}

bool ImportPlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != Name || !canBeChosen(index.row()))
        return false;
    setChosen({index.row()}, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ImportPlanModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == Name && canBeChosen(index.row()) ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant ImportPlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return TrImport::tr("Name");
    case Size: return TrImport::tr("Size");
    case There: return TrImport::tr("State there");
    case SavePath: return TrImport::tr("Folder");
    case Here: return TrImport::tr("What happens here");
    default: return {};
    }
}

} // namespace trib::ui
