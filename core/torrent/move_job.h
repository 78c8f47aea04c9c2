// MoveJob: one move of one torrent's files, carried out where it is called. Blocks; not on the engine thread. See storage_mover.h for
// what the three functions promise.
#pragma once

#include "core/torrent/move_journal.h"
#include "core/torrent/storage_mover.h"

#include <chrono>

namespace trib::torrent {

class MoveJob {
public:
    MoveJob(MovePlan plan, MoveProgress &progress) : m_plan(std::move(plan)), m_progress(progress) {}

    [[nodiscard]] Result<> transfer(bool resuming);
    [[nodiscard]] Result<> finish();
    [[nodiscard]] Result<> undo();

private:
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> checkOnline() const;
    [[nodiscard]] Result<> begin();
    [[nodiscard]] Result<> goOn();
    [[nodiscard]] Result<> beginAnew();
    [[nodiscard]] Result<> survey();
    [[nodiscard]] Result<> checkTarget();
    [[nodiscard]] Result<> checkSpace();
    [[nodiscard]] Result<> makeFolders();
    [[nodiscard]] Result<> moveAll();
    [[nodiscard]] Result<> moveFile(std::size_t number);
    [[nodiscard]] Result<> copyOver(const Folder &source, const Folder &target, const std::string &name);
    [[nodiscard]] Result<> complete();
    [[nodiscard]] Result<> step(std::int64_t bytes);

    [[nodiscard]] Result<> rollBack();
    [[nodiscard]] Result<> takeBack(std::size_t number);
    [[nodiscard]] bool makeSourceFolders(const Components &file) const;
    void removeMadeFolders();
    void finishFile(std::size_t number);

    // The folder of a file on either side; not open if it does not exist.
    [[nodiscard]] Folder sourceFolder(std::size_t number) const;
    [[nodiscard]] Folder targetFolder(std::size_t number) const;
    [[nodiscard]] const Components &names(std::size_t number) const { return *m_layout.files[number]; }

    const MovePlan m_plan;
    MoveProgress &m_progress;
    MoveLayout m_layout;
    Folder m_source;
    Folder m_target;
    VolumeIdentity m_targetVolume;
    bool m_sameVolume = false;
    std::optional<MoveJournal> m_journal;
    std::int64_t m_leftToCopy = 0;
    std::chrono::steady_clock::time_point m_lastLook{};
};

} // namespace trib::torrent
