// The two ends of a move: the source is removed, or the target is.
#include "core/torrent/move_job.h"

#include "core/model/engine_error.h"
#include "core/torrent/disk_calls.h"
#include "core/torrent/file_copy.h"

#include <cerrno>
#include <ranges>

namespace trib::torrent {

namespace {

void removeEmpty(const Folder &root, const Components &names)
{
    const Folder outer = root.isOpen() ? root.descend(parentOf(names)) : Folder();
    if (outer.isOpen())
        static_cast<void>(outer.removeFolder(names.back()));
}

} // namespace

Result<> MoveJob::finish()
{
    if (auto opened = open(); !opened)
        return opened;
    if (!m_journal)
        return success();
    if (!m_journal->isComplete())
        return failure(EngineErrc::DiskError, "the move to " + m_plan.to + " is not complete");
    for (const auto &[number, state] : m_journal->files)
        finishFile(number);
    for (const Components &names : std::views::reverse(m_layout.folders))
        removeEmpty(m_source, names);
    return m_journal->remove();
}

void MoveJob::finishFile(std::size_t number)
{
    const std::string &name = names(number).back();
    const Folder target = m_target.isOpen() ? targetFolder(number) : Folder();
    const Folder source = m_source.isOpen() ? sourceFolder(number) : Folder();
    if (!target.isOpen() || !source.isOpen())
        return;
    const auto arrived = target.look(name);
    const auto left = source.look(name);
    const bool same = arrived && left && arrived->device == left->device && arrived->inode == left->inode;
    if (arrived && arrived->type == EntryInfo::Type::File && left && !same && m_journal->files.at(number).isThatOf(*left))
        static_cast<void>(source.removeFile(name));
}

Result<> MoveJob::undo()
{
    if (auto opened = open(); !opened)
        return opened;
    return m_journal ? rollBack() : success();
}

// Leaves the journal where anything could not be taken back, so that it can be tried again.
Result<> MoveJob::rollBack()
{
    Result<> result = success();
    for (const auto &[number, state] : m_journal->files) {
        if (auto back = takeBack(number); !back && result)
            result = failure(Error{back.error().code, m_plan.files[number].path + ": " + back.error().detail});
    }
    removeMadeFolders();
    if (!result)
        return result;
    if (auto removed = m_journal->remove(); !removed)
        return removed;
    m_journal.reset();
    m_target = Folder();
    m_progress.done = 0;
    m_progress.total = 0;
    return success();
}

Result<> MoveJob::takeBack(std::size_t number)
{
    const Folder target = m_target.isOpen() ? targetFolder(number) : Folder();
    if (!target.isOpen())
        return success();
    const std::string &name = names(number).back();
    const std::string part = name + std::string(kPartSuffix);
    if (target.look(part) && !target.removeFile(part))
        return diskFailure("removing a partial copy");
    const auto there = target.look(name);
    if (!there || there->type != EntryInfo::Type::File)
        return success();
    Folder source = m_source.isOpen() ? sourceFolder(number) : Folder();
    if (source.isOpen() && source.look(name)) {
        // A copy of ours has size and time of the source; anything else came from somewhere else meanwhile.
        if (m_journal->files.at(number).isThatOf(*there) && !target.removeFile(name))
            return diskFailure("removing a copy");
        return success();
    }
    if (!m_sameVolume)
        return failure(EngineErrc::DiskError, "the source is gone: its copy stays");
    if (!makeSourceFolders(names(number)))
        return diskFailure("the source folder");
    source = sourceFolder(number);
    if (!source.isOpen() || !renameNoReplace(target, name, source, name))
        return diskFailure("renaming back");
    return success();
}

bool MoveJob::makeSourceFolders(const Components &file) const
{
    Folder folder = m_source.isOpen() ? m_source.descend({}) : Folder();
    for (const std::string &name : parentOf(file)) {
        if (!folder.isOpen() || !folder.makeFolder(name))
            return false;
        folder = folder.child(name);
    }
    return folder.isOpen();
}

void MoveJob::removeMadeFolders()
{
    for (const std::size_t number : std::views::reverse(m_journal->madeFolders))
        removeEmpty(m_target, m_layout.folders[number]);
    for (Components names = m_journal->missing(); !names.empty(); names.pop_back())
        removeEmpty(m_journal->folder(), names);
}

} // namespace trib::torrent
