#include "ui/models/file_tree_model.h"

#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <numeric>

namespace trib::ui {
FileTreeModel::NodeId FileTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<NodeId>(index.internalId()) : kRoot;
}

QModelIndex FileTreeModel::indexOf(NodeId id, int column) const
{
    const Node &node = m_nodes[static_cast<std::size_t>(id)];
    return id == kRoot || node.row < 0 ? QModelIndex() : createIndex(node.row, column, static_cast<quintptr>(id));
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    const Node &node = m_nodes[static_cast<std::size_t>(nodeOf(parent))];
    const NodeId child = m_folders[static_cast<std::size_t>(node.folder)].shown[static_cast<std::size_t>(row)];
    return createIndex(row, column, static_cast<quintptr>(child));
}

QModelIndex FileTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(m_nodes[static_cast<std::size_t>(nodeOf(child))].parent, Name) : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > Name)
        return 0;
    const Node &node = m_nodes[static_cast<std::size_t>(nodeOf(parent))];
    return node.folder < 0 ? 0 : static_cast<int>(m_folders[static_cast<std::size_t>(node.folder)].shown.size());
}

int FileTreeModel::columnCount(const QModelIndex &parent) const
{
    return parent.column() > Name ? 0 : ColumnCount;
}

Qt::ItemFlags FileTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    if (m_nodes[static_cast<std::size_t>(nodeOf(index))].file >= 0)
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

Qt::CheckState FileTreeModel::checkState(const Node &node) const
{
    const std::int32_t all = std::accumulate(node.counts.begin(), node.counts.end(), 0);
    if (node.counts[0] == 0)
        return Qt::Checked;
    return node.counts[0] == all ? Qt::Unchecked : Qt::PartiallyChecked;
}

int FileTreeModel::commonPriority(const Node &node) const
{
    if (node.file >= 0)
        return static_cast<int>(m_state[static_cast<std::size_t>(node.file)].priority);
    const std::int32_t all = std::accumulate(node.counts.begin(), node.counts.end(), 0);
    constexpr std::array kByLevel{FilePriority::DoNotDownload, FilePriority::Low, FilePriority::Normal, FilePriority::High};
    for (std::size_t level = 0; level < kByLevel.size(); ++level) {
        if (node.counts[level] == all)
            return static_cast<int>(kByLevel[level]);
    }
    return -1;
}

// An empty file is there as soon as it is wanted.
int FileTreeModel::permille(const Node &node) const
{
    if (node.size <= Bytes())
        return 1000;
    return static_cast<int>(static_cast<long double>(node.done.count()) * 1000 / static_cast<long double>(node.size.count()));
}

QString FileTreeModel::text(const Node &node, int column) const
{
    switch (column) {
    case Name: return fromUtf8(node.name);
    case Size: return formatBytes(node.size);
    case Progress: return formatPercent(permille(node));
    case Remaining: return node.remaining == Bytes() ? QStringLiteral("–") : formatBytes(node.remaining);
    case Priority: break;
    default: return {};
    }
    switch (commonPriority(node)) {
    case static_cast<int>(FilePriority::DoNotDownload): return TrModels::tr("Skip");
    case static_cast<int>(FilePriority::Low): return TrModels::tr("Low");
    case static_cast<int>(FilePriority::Normal): return TrModels::tr("Normal");
    case static_cast<int>(FilePriority::High): return TrModels::tr("High");
    default: return TrModels::tr("Mixed");
    }
}

QString FileTreeModel::spoken(const Node &node) const
{
    const QString kind = node.folder >= 0 ? TrModels::tr("folder") : TrModels::tr("file");
    return TrModels::tr("%1, %2, %3, priority %4", "name, folder or file, size, priority")
        .arg(text(node, Name), kind, text(node, Size), text(node, Priority));
}

QVariant FileTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = m_nodes[static_cast<std::size_t>(nodeOf(index))];
    switch (role) {
    case Qt::DisplayRole: return text(node, index.column());
    case Qt::CheckStateRole: return index.column() == Name ? QVariant(checkState(node)) : QVariant();
    case Qt::DecorationRole: return index.column() == Name ? QVariant(node.folder >= 0 ? m_folderIcon : m_fileIcon) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Name || index.column() == Priority ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: return index.column() == Name ? spoken(node) : text(node, index.column());
    case ProgressRole: return permille(node);
    case PriorityRole: return commonPriority(node);
    case IsFolderRole: return node.folder >= 0;
    case PathRole: return pathAt(index);
    default: return {};
    }
}

QVariant FileTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Name || section == Progress || section == Priority ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return TrModels::tr("Name");
    case Size: return TrModels::tr("Size");
    case Progress: return TrModels::tr("Progress");
    case Remaining: return TrModels::tr("Remaining");
    case Priority: return TrModels::tr("Priority");
    default: return {};
    }
}

std::vector<FilePriority> FileTreeModel::priorities() const
{
    std::vector<FilePriority> result;
    result.reserve(m_state.size());
    for (const FileState &state : m_state)
        result.push_back(state.priority);
    return result;
}

Bytes FileTreeModel::totalSize() const
{
    return m_nodes.front().size;
}

Bytes FileTreeModel::wantedSize() const
{
    return m_wantedSize;
}

std::optional<FileIndex> FileTreeModel::fileAt(const QModelIndex &index) const
{
    const Node &node = m_nodes[static_cast<std::size_t>(nodeOf(index))];
    return node.file >= 0 ? std::optional(FileIndex(node.file)) : std::nullopt;
}

QString FileTreeModel::pathAt(const QModelIndex &index) const
{
    QString path;
    for (NodeId id = nodeOf(index); id != kRoot; id = m_nodes[static_cast<std::size_t>(id)].parent) {
        const QString name = fromUtf8(m_nodes[static_cast<std::size_t>(id)].name);
        path = path.isEmpty() ? name : name + u'/' + path;
    }
    return path;
}

} // namespace trib::ui
