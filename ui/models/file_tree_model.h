// FileTreeModel: the files of one torrent as a tree with check boxes, for the add dialog and the Files tab. GUI thread; owns nothing
// but its rows; knows no engine: what the user changes is announced by prioritiesChanged, as values, after the rows show it.
// Use: setFiles() when the list is known or changed (priorities alone are taken over in place, all else is a reset), setProgress()
// with every tick, setFilter() while the user types. Hide the columns that are not needed in the view; sort() works on all of them.
// While a filter is set, the boxes and priorities of folders speak of the files that are shown, and change only those.
#pragma once

#include "core/base/bytes.h"
#include "core/model/torrent_detail.h"

#include <QAbstractItemModel>
#include <QIcon>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace trib::ui {

class FileTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Size, Progress, Remaining, Priority, ColumnCount };
    enum Role {
        ProgressRole = Qt::UserRole + 1, // int, thousandths, for a bar
        PriorityRole,                    // int of FilePriority; -1 for a folder whose files differ
        IsFolderRole,                    // bool
        PathRole,                        // QString, relative to the save path, '/' between components
    };
    using Files = std::shared_ptr<const std::vector<FileEntry>>;
    using Priorities = std::vector<std::pair<FileIndex, FilePriority>>;

    explicit FileTreeModel(QObject *parent = nullptr);
    ~FileTreeModel() override;

    void setIcons(const QIcon &folder, const QIcon &file);
    void setFiles(Files files);                        // null: none
    void setProgress(const std::vector<Bytes> &done);  // by file index; missing ones count as zero
    void setFilter(const QString &text);               // in names, without case; a folder that matches shows all it holds
    void setPriority(const QModelIndexList &rows, FilePriority priority);
    void setAllWanted(bool wanted);                    // of what is shown; files that are wanted keep their priority

    [[nodiscard]] std::vector<FilePriority> priorities() const; // by file index
    [[nodiscard]] Bytes totalSize() const;
    [[nodiscard]] Bytes wantedSize() const;
    [[nodiscard]] int fileCount() const { return static_cast<int>(m_state.size()); }
    [[nodiscard]] int wantedCount() const { return m_wantedCount; }
    [[nodiscard]] std::optional<FileIndex> fileAt(const QModelIndex &index) const; // nullopt for folders
    [[nodiscard]] QString pathAt(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void prioritiesChanged(const std::vector<std::pair<trib::FileIndex, trib::FilePriority>> &changes);
    void totalsChanged(); // wantedSize or wantedCount may be others than before

private:
    using NodeId = std::int32_t;
    static constexpr NodeId kRoot = 0;

    struct Node {
        std::string_view name; // into m_files
        NodeId parent = kRoot;
        std::int32_t row = -1; // among the shown children of the parent; -1 while hidden
        std::int32_t file = -1; // -1: a folder
        std::int32_t folder = -1; // place in m_folders; -1: a file
        Bytes size;
        Bytes done;
        Bytes remaining;
        std::array<std::int32_t, 4> counts{}; // shown files below, by level of priority
    };
    struct Folder {
        std::vector<NodeId> children; // all, in the order of the sort
        std::vector<NodeId> shown;    // those that pass the filter, in the same order
    };
    struct FileState {
        NodeId node = 0;
        FilePriority priority = FilePriority::Normal;
    };
    struct Builder;

    [[nodiscard]] bool takeOverPriorities(const Files &files);
    [[nodiscard]] NodeId nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(NodeId id, int column) const;
    [[nodiscard]] bool less(NodeId a, NodeId b) const;
    void orderAll();
    void showAll();
    void remapPersistent(const QModelIndexList &before);
    void relayout(void (FileTreeModel::*change)());
    void collectShownFiles(NodeId id, std::vector<std::int32_t> &files) const;
    void applyPriorities(const Priorities &changes, bool byUser);
    void addUp(NodeId id, Bytes done, Bytes remaining);
    void announce(std::vector<NodeId> changed, int firstColumn, int lastColumn, const QList<int> &roles);
    [[nodiscard]] Qt::CheckState checkState(const Node &node) const;
    [[nodiscard]] int commonPriority(const Node &node) const;
    [[nodiscard]] int permille(const Node &node) const;
    [[nodiscard]] QString text(const Node &node, int column) const;
    [[nodiscard]] QString spoken(const Node &node) const;

    Files m_files;  // owns the names of the rows
    Files m_latest; // as last given: the same paths, priorities as of then
    std::vector<Node> m_nodes;
    std::vector<Folder> m_folders;
    std::vector<FileState> m_state;
    Bytes m_wantedSize;
    int m_wantedCount = 0;
    QString m_filter;
    int m_sortColumn = Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QIcon m_folderIcon;
    QIcon m_fileIcon;
};

} // namespace trib::ui
