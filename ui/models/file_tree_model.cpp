#include "ui/models/file_tree_model.h"

#include <QStringMatcher>

#include <algorithm>
#include <unordered_map>

namespace trib::ui {
namespace {

constexpr std::size_t kMaxRuns = 64; // above, one range over all changed rows of a folder costs a view less than many small ones

[[nodiscard]] bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

[[nodiscard]] int folded(char c)
{
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

[[nodiscard]] std::string_view takeDigits(std::string_view &text)
{
    std::size_t end = 0;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

// "Episode 2" before "episode 10": numbers by value, ASCII letters without case. Cheap enough for 100,000 names at once.
[[nodiscard]] int compareNaturally(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view x = takeDigits(a);
            const std::string_view y = takeDigits(b);
            if (x.size() != y.size())
                return x.size() < y.size() ? -1 : 1;
            if (const int order = x.compare(y))
                return order;
            continue;
        }
        if (const int order = folded(a.front()) - folded(b.front()))
            return order;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return (a.empty() ? 0 : 1) - (b.empty() ? 0 : 1);
}

[[nodiscard]] std::size_t levelOf(FilePriority priority)
{
    switch (priority) {
    case FilePriority::DoNotDownload: return 0;
    case FilePriority::Low: return 1;
    case FilePriority::Normal: return 2;
    case FilePriority::High: return 3;
    }
    return 2;
}

[[nodiscard]] Bytes remainingOf(FilePriority priority, Bytes size, Bytes done)
{
    return priority == FilePriority::DoNotDownload ? Bytes() : size - done;
}

} // namespace

// Makes nodes so that a folder comes before all it holds: passes over m_nodes from the end therefore sum up the tree.
struct FileTreeModel::Builder {
    struct Key {
        NodeId parent;
        std::string_view name;
        bool operator==(const Key &) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key &key) const noexcept
        {
            return std::hash<std::string_view>{}(key.name) * 31 + static_cast<std::size_t>(key.parent);
        }
    };

    FileTreeModel &model;
    std::unordered_map<Key, NodeId, Hash> folders{};
    std::string_view lastPath{};
    NodeId lastFolder = kRoot;

    NodeId append(NodeId parent, std::string_view name)
    {
        const auto id = static_cast<NodeId>(model.m_nodes.size());
        Node node;
        node.name = name;
        node.parent = parent;
        model.m_nodes.push_back(node);
        if (id != kRoot)
            model.m_folders[static_cast<std::size_t>(model.m_nodes[static_cast<std::size_t>(parent)].folder)].children.push_back(id);
        return id;
    }

    void makeFolder(NodeId id)
    {
        model.m_nodes[static_cast<std::size_t>(id)].folder = static_cast<std::int32_t>(model.m_folders.size());
        model.m_folders.emplace_back();
    }

    NodeId folder(std::string_view path)
    {
        if (path == lastPath)
            return lastFolder;
        NodeId at = kRoot;
        for (std::string_view rest = path; !rest.empty();) {
            const std::string_view name = rest.substr(0, rest.find('/'));
            rest.remove_prefix(std::min(name.size() + 1, rest.size()));
            const auto [place, isNew] = folders.try_emplace(Key{at, name}, 0);
            if (isNew) {
                place->second = append(at, name);
                makeFolder(place->second);
            }
            at = place->second;
        }
        lastPath = path;
        lastFolder = at;
        return at;
    }

    void addFile(std::size_t index, const FileEntry &entry)
    {
        const std::string_view path = entry.path;
        const std::size_t slash = path.rfind('/');
        const NodeId parent = slash == std::string_view::npos ? kRoot : folder(path.substr(0, slash));
        const NodeId id = append(parent, slash == std::string_view::npos ? path : path.substr(slash + 1));
        Node &node = model.m_nodes[static_cast<std::size_t>(id)];
        node.file = static_cast<std::int32_t>(index);
        node.size = std::max(entry.size, Bytes());
        node.remaining = remainingOf(entry.priority, node.size, Bytes());
        model.m_state.push_back({id, entry.priority});
        if (entry.priority != FilePriority::DoNotDownload) {
            model.m_wantedSize += node.size;
            ++model.m_wantedCount;
        }
    }

    void build(const std::vector<FileEntry> &files)
    {
        model.m_nodes.reserve(files.size() + files.size() / 8 + 1);
        model.m_state.reserve(files.size());
        append(kRoot, {});
        makeFolder(kRoot);
        for (std::size_t i = 0; i < files.size(); ++i)
            addFile(i, files[i]);
        for (std::size_t id = model.m_nodes.size(); id-- > 1;) {
            const Node &node = model.m_nodes[id];
            Node &parent = model.m_nodes[static_cast<std::size_t>(node.parent)];
            parent.size += node.size;
            parent.remaining += node.remaining;
        }
    }
};

FileTreeModel::FileTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    setFiles(nullptr);
}

FileTreeModel::~FileTreeModel() = default;

void FileTreeModel::setIcons(const QIcon &folder, const QIcon &file)
{
    m_folderIcon = folder;
    m_fileIcon = file;
}

void FileTreeModel::setFiles(Files files)
{
    if (files && files == m_latest)
        return;
    if (takeOverPriorities(files))
        return;
    beginResetModel();
    m_nodes.clear();
    m_folders.clear();
    m_state.clear();
    m_wantedSize = Bytes();
    m_wantedCount = 0;
    if (!files)
        files = std::make_shared<const std::vector<FileEntry>>();
    m_latest = files;
    m_files = std::move(files);
    Builder{*this}.build(*m_files);
    orderAll();
    showAll();
    endResetModel();
    Q_EMIT totalsChanged();
}

bool FileTreeModel::takeOverPriorities(const Files &files)
{
    const auto samePlace = [](const FileEntry &a, const FileEntry &b) { return a.size == b.size && a.path == b.path; };
    if (!files || !m_files || !std::ranges::equal(*files, *m_files, samePlace))
        return false;
    Priorities changes;
    for (std::size_t i = 0; i < files->size(); ++i)
        changes.emplace_back(FileIndex(static_cast<std::int32_t>(i)), (*files)[i].priority);
    m_latest = files;
    applyPriorities(changes, false);
    return true;
}

void FileTreeModel::setProgress(const std::vector<Bytes> &done)
{
    std::vector<NodeId> changed;
    for (std::size_t i = 0; i < m_state.size(); ++i) {
        const NodeId id = m_state[i].node;
        const Node &node = m_nodes[static_cast<std::size_t>(id)];
        const Bytes now = std::clamp(i < done.size() ? done[i] : Bytes(), Bytes(), node.size);
        if (now == node.done)
            continue;
        const Bytes more = now - node.done;
        addUp(id, more, m_state[i].priority == FilePriority::DoNotDownload ? Bytes() : Bytes() - more);
        changed.push_back(id);
    }
    announce(std::move(changed), Progress, Remaining, {});
}

void FileTreeModel::addUp(NodeId id, Bytes done, Bytes remaining)
{
    for (;;) {
        Node &node = m_nodes[static_cast<std::size_t>(id)];
        node.done += done;
        node.remaining += remaining;
        if (id == kRoot)
            return;
        id = node.parent;
    }
}

// `changed` are files; the folders above them are announced with them. Each run of neighbours is one signal.
void FileTreeModel::announce(std::vector<NodeId> changed, int firstColumn, int lastColumn, const QList<int> &roles)
{
    std::vector<bool> seen(m_nodes.size());
    std::vector<NodeId> rows;
    for (NodeId id : changed) {
        for (; id != kRoot && !seen[static_cast<std::size_t>(id)]; id = m_nodes[static_cast<std::size_t>(id)].parent) {
            seen[static_cast<std::size_t>(id)] = true;
            if (m_nodes[static_cast<std::size_t>(id)].row >= 0)
                rows.push_back(id);
        }
    }
    const auto place = [this](NodeId id) {
        const Node &node = m_nodes[static_cast<std::size_t>(id)];
        return std::pair(node.parent, node.row);
    };
    std::ranges::sort(rows, {}, place);
    for (auto from = rows.begin(); from != rows.end();) {
        const auto end = std::find_if(from, rows.end(), [&](NodeId id) { return place(id).first != place(*from).first; });
        const bool asOne = static_cast<std::size_t>(end - from) > kMaxRuns;
        while (from != end) {
            auto last = from;
            while (last + 1 != end && (asOne || place(*(last + 1)).second == place(*last).second + 1))
                ++last;
            Q_EMIT dataChanged(indexOf(*from, firstColumn), indexOf(*last, lastColumn), roles);
            from = last + 1;
        }
    }
}

void FileTreeModel::applyPriorities(const Priorities &changes, bool byUser)
{
    std::vector<NodeId> changed;
    Priorities made;
    for (const auto &[file, priority] : changes) {
        FileState &state = m_state[static_cast<std::size_t>(file.value())];
        if (state.priority == priority)
            continue;
        Node &node = m_nodes[static_cast<std::size_t>(state.node)];
        const bool was = state.priority != FilePriority::DoNotDownload;
        const bool is = priority != FilePriority::DoNotDownload;
        addUp(state.node, Bytes(), remainingOf(priority, node.size, node.done) - remainingOf(state.priority, node.size, node.done));
        if (was != is) {
            m_wantedSize += is ? node.size : Bytes() - node.size;
            m_wantedCount += is ? 1 : -1;
        }
        for (NodeId id = state.node; node.row >= 0; id = m_nodes[static_cast<std::size_t>(id)].parent) {
            Node &above = m_nodes[static_cast<std::size_t>(id)];
            --above.counts[levelOf(state.priority)];
            ++above.counts[levelOf(priority)];
            if (id == kRoot)
                break;
        }
        state.priority = priority;
        changed.push_back(state.node);
        made.emplace_back(file, priority);
    }
    if (made.empty())
        return;
    announce(std::move(changed), Name, Priority, {});
    Q_EMIT totalsChanged();
    if (byUser)
        Q_EMIT prioritiesChanged(made);
}

void FileTreeModel::collectShownFiles(NodeId id, std::vector<std::int32_t> &files) const
{
    std::vector<NodeId> open{id};
    while (!open.empty()) {
        const Node &node = m_nodes[static_cast<std::size_t>(open.back())];
        open.pop_back();
        if (node.folder < 0)
            files.push_back(node.file);
        else
            std::ranges::copy(m_folders[static_cast<std::size_t>(node.folder)].shown, std::back_inserter(open));
    }
}

void FileTreeModel::setPriority(const QModelIndexList &rows, FilePriority priority)
{
    std::vector<std::int32_t> files;
    for (const QModelIndex &row : rows)
        collectShownFiles(nodeOf(row), files);
    std::ranges::sort(files);
    Priorities changes;
    for (const std::int32_t file : files)
        changes.emplace_back(FileIndex(file), priority);
    applyPriorities(changes, true);
}

void FileTreeModel::setAllWanted(bool wanted)
{
    setData(QModelIndex(), wanted ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

// An invalid index stands for the whole tree.
bool FileTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() > Name)
        return false;
    const bool wanted = value.toInt() != Qt::Unchecked;
    std::vector<std::int32_t> files;
    collectShownFiles(nodeOf(index), files);
    std::ranges::sort(files);
    Priorities changes;
    for (const std::int32_t file : files) {
        const FilePriority now = m_state[static_cast<std::size_t>(file)].priority;
        if (!wanted)
            changes.emplace_back(FileIndex(file), FilePriority::DoNotDownload);
        else if (now == FilePriority::DoNotDownload)
            changes.emplace_back(FileIndex(file), FilePriority::Normal);
    }
    applyPriorities(changes, true);
    return true;
}

void FileTreeModel::setFilter(const QString &text)
{
    const QString filter = text.trimmed();
    if (filter == m_filter)
        return;
    m_filter = filter;
    relayout(&FileTreeModel::showAll);
}

void FileTreeModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    relayout(&FileTreeModel::orderAll);
}

void FileTreeModel::relayout(void (FileTreeModel::*change)())
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    (this->*change)();
    if (change == &FileTreeModel::orderAll)
        showAll();
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after.append(indexOf(nodeOf(index), index.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void FileTreeModel::orderAll()
{
    for (Folder &folder : m_folders)
        std::ranges::stable_sort(folder.children, [this](NodeId a, NodeId b) { return less(a, b); });
}

bool FileTreeModel::less(NodeId left, NodeId right) const
{
    const Node &a = m_nodes[static_cast<std::size_t>(left)];
    const Node &b = m_nodes[static_cast<std::size_t>(right)];
    if ((a.folder >= 0) != (b.folder >= 0))
        return a.folder >= 0; // folders first, whatever the direction
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    const auto number = [this](const Node &node) -> std::int64_t {
        switch (m_sortColumn) {
        case Size: return node.size.count();
        case Progress: return permille(node);
        case Remaining: return node.remaining.count();
        case Priority: return commonPriority(node);
        default: return 0;
        }
    };
    if (const std::int64_t x = number(a), y = number(b); x != y)
        return ascending ? x < y : y < x;
    const int order = compareNaturally(a.name, b.name);
    return ascending || m_sortColumn != Name ? order < 0 : order > 0;
}

void FileTreeModel::showAll()
{
    const QStringMatcher matcher(m_filter, Qt::CaseInsensitive);
    const std::size_t count = m_nodes.size();
    std::vector<bool> shown(count, true);
    for (std::size_t id = 1; !m_filter.isEmpty() && id < count; ++id) {
        const Node &node = m_nodes[id];
        const bool above = node.parent != kRoot && shown[static_cast<std::size_t>(node.parent)];
        shown[id] = above || matcher.indexIn(QString::fromUtf8(node.name.data(), static_cast<qsizetype>(node.name.size()))) >= 0;
    }
    for (std::size_t id = count; id-- > 0;) {
        Node &node = m_nodes[id];
        node.row = -1;
        node.counts = {};
        if (shown[id])
            shown[static_cast<std::size_t>(node.parent)] = true;
    }
    for (Folder &folder : m_folders) {
        folder.shown.clear();
        for (const NodeId child : folder.children) {
            if (!shown[static_cast<std::size_t>(child)])
                continue;
            m_nodes[static_cast<std::size_t>(child)].row = static_cast<std::int32_t>(folder.shown.size());
            folder.shown.push_back(child);
        }
    }
    for (std::size_t id = count; id-- > 1;) {
        Node &node = m_nodes[id];
        if (node.file >= 0 && node.row >= 0)
            node.counts[levelOf(m_state[static_cast<std::size_t>(node.file)].priority)] = 1;
        auto &above = m_nodes[static_cast<std::size_t>(node.parent)].counts;
        for (std::size_t level = 0; level < above.size(); ++level)
            above[level] += node.counts[level];
    }
}

} // namespace trib::ui
