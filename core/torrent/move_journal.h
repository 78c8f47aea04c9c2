// MoveJournal: what a move is about to do at its target, written there before it is done, so that a later process can go on with it or
// undo it and takes nothing for its own that is not. Lies in the nearest folder above the target that existed before the move, as
// ".tributary-move-" and a hash of the plan. Speaks of files by their number in the plan: no path is ever read from it.
#pragma once

#include "core/torrent/folder.h"
#include "core/torrent/storage_mover.h"

#include <map>
#include <optional>
#include <set>

namespace trib::torrent {

struct SourceState {
    std::int64_t size = 0;
    FileTime modified;

    bool operator==(const SourceState &) const = default;
    // Size and time of a file are those of the source, as a finished copy has them: within the two seconds that FAT rounds to.
    [[nodiscard]] bool isThatOf(const EntryInfo &info) const
    {
        const std::int64_t apart = info.modified.seconds - modified.seconds;
        return info.type == EntryInfo::Type::File && info.size == size && apart >= -2 && apart <= 2;
    }
};

class MoveJournal {
public:
    // The journal of a plan that is under way; nullopt if there is none. One that was not written to its end (nothing was done yet)
    // is removed.
    [[nodiscard]] static std::optional<MoveJournal> find(const MovePlan &plan);
    // A new one, not written yet. DiskError if no folder above the target can be opened.
    [[nodiscard]] static Result<MoveJournal> prepare(const MovePlan &plan);

    [[nodiscard]] Result<> write();
    [[nodiscard]] Result<> markComplete();
    [[nodiscard]] Result<> remove();

    // The folder that the journal lies in, and the names from there down to the target.
    [[nodiscard]] const Folder &folder() const { return m_folder; }
    [[nodiscard]] const Components &missing() const { return m_missing; }
    [[nodiscard]] bool isComplete() const { return m_complete; }

    std::map<std::size_t, SourceState> files; // those that were at the source, by their number in the plan
    std::set<std::size_t> madeFolders;        // of MoveLayout::folders

private:
    MoveJournal(Folder folder, Components missing, std::string name);
    [[nodiscard]] bool parse(const std::string &text);

    Folder m_folder;
    Components m_missing;
    std::string m_name;
    bool m_complete = false;
};

// The paths of a plan, taken apart.
struct MoveLayout {
    std::vector<std::optional<Components>> files; // by number; nullopt for absolute paths, which do not move
    std::vector<Components> folders;              // all that the files lie in, an outer one before those in it

    // PathInvalid for a plan whose folders are not absolute or with a path that leaves them.
    [[nodiscard]] static Result<MoveLayout> of(const MovePlan &plan);
};

} // namespace trib::torrent
