#include "core/torrent/move_job.h"

#include "core/model/engine_error.h"
#include "core/torrent/disk_calls.h"
#include "core/torrent/file_copy.h"
#include "core/torrent/volumes.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>

namespace trib::torrent {

namespace {

constexpr std::chrono::milliseconds kLookAtVolumesEvery{250};

std::string partName(const std::string &name)
{
    return name + std::string(kPartSuffix);
}

} // namespace

Result<> MoveJob::open()
{
    auto layout = MoveLayout::of(m_plan);
    if (!layout)
        return failure(layout.error());
    m_layout = std::move(*layout);
    m_targetVolume = m_plan.toVolume.mountPoint.empty() ? volumeOf(m_plan.to) : m_plan.toVolume;
    if (auto online = checkOnline(); !online)
        return online;
    m_sameVolume = sameVolume(m_plan.from, m_plan.to);
    m_source = Folder::open(m_plan.from);
    m_journal = MoveJournal::find(m_plan);
    // A number that the plan does not have can only come from damage or malice.
    if (m_journal) {
        std::erase_if(m_journal->files, [this](const auto &entry) {
            return entry.first >= m_layout.files.size() || !m_layout.files[entry.first];
        });
        std::erase_if(m_journal->madeFolders, [this](std::size_t number) { return number >= m_layout.folders.size(); });
        m_target = m_journal->folder().descend(m_journal->missing());
    }
    return success();
}

Result<> MoveJob::checkOnline() const
{
    const MountTable mounts = MountTable::current();
    if (!isOnline(m_plan.fromVolume, m_plan.from, mounts))
        return failure(EngineErrc::VolumeOffline, m_plan.from);
    if (!isOnline(m_targetVolume, m_plan.to, mounts))
        return failure(EngineErrc::VolumeOffline, m_plan.to);
    return success();
}

Folder MoveJob::sourceFolder(std::size_t number) const
{
    return m_source.descend(parentOf(names(number)));
}

Folder MoveJob::targetFolder(std::size_t number) const
{
    return m_target.descend(parentOf(names(number)));
}

Result<> MoveJob::transfer(bool resuming)
{
    if (auto opened = open(); !opened)
        return opened;
    if (m_journal && m_journal->isComplete() && resuming)
        return success();
    if (m_journal && !resuming) {
        if (auto undone = rollBack(); !undone)
            return undone;
    }
    Result<> result = begin();
    if (result)
        result = moveAll();
    if (result)
        result = complete();
    if (!result && m_journal && !m_progress.suspended) {
        if (auto online = checkOnline(); !online)
            result = online;
        // The first error is the one to tell; what is left then is taken up by the next undo.
        static_cast<void>(rollBack());
    }
    return result;
}

Result<> MoveJob::begin()
{
    Result<> ready = m_journal ? goOn() : beginAnew();
    return ready ? makeFolders() : ready;
}

Result<> MoveJob::goOn()
{
    for (const auto &[number, state] : m_journal->files)
        m_progress.total += state.size;
    return checkSpace();
}

// Until the journal is written nothing is changed anywhere.
Result<> MoveJob::beginAnew()
{
    auto journal = MoveJournal::prepare(m_plan);
    if (!journal)
        return failure(journal.error());
    m_journal = std::move(*journal);
    m_target = m_journal->folder().descend(m_journal->missing());
    Result<> ready = survey();
    if (ready)
        ready = checkTarget();
    if (ready)
        ready = step(0);
    if (ready)
        ready = checkSpace();
    if (ready)
        ready = m_journal->write();
    if (!ready)
        m_journal.reset();
    return ready;
}

// What is at the source. Nothing but regular files moves.
Result<> MoveJob::survey()
{
    for (std::size_t number = 0; number < m_layout.files.size(); ++number) {
        if (!m_layout.files[number] || !m_source.isOpen())
            continue;
        const Folder folder = sourceFolder(number);
        if (!folder.isOpen() && errno == ENOENT)
            continue;
        const auto info = folder.isOpen() ? folder.look(names(number).back()) : std::nullopt;
        if (!info && errno == ENOENT)
            continue;
        if (!info)
            return diskFailure(m_plan.files[number].path);
        if (info->type != EntryInfo::Type::File)
            return failure(EngineErrc::DiskError, m_plan.files[number].path + " is no regular file");
        m_journal->files[number] = {info->size, info->modified};
        m_progress.total += info->size;
    }
    return success();
}

// Nothing may be in the way: no file of any name that will be used, and no file or link where a folder must be.
Result<> MoveJob::checkTarget()
{
    for (std::size_t number = 0; number < m_layout.folders.size(); ++number) {
        const Components &names = m_layout.folders[number];
        const Folder outer = m_target.isOpen() ? m_target.descend(parentOf(names)) : Folder();
        const auto info = outer.isOpen() ? outer.look(names.back()) : std::nullopt;
        if (!info)
            m_journal->madeFolders.insert(number);
        else if (info->type != EntryInfo::Type::Folder)
            return failure(EngineErrc::TargetExists, m_plan.to + ": " + names.back());
    }
    for (const auto &[number, state] : m_journal->files) {
        const Folder folder = m_target.isOpen() ? targetFolder(number) : Folder();
        const std::string &name = names(number).back();
        if (folder.isOpen() && (folder.look(name) || folder.look(partName(name))))
            return failure(EngineErrc::TargetExists, m_plan.files[number].path);
    }
    return success();
}

Result<> MoveJob::checkSpace()
{
    const auto above = m_journal->folder().look();
    m_leftToCopy = 0;
    for (const auto &[number, state] : m_journal->files) {
        const Folder source = m_source.isOpen() ? sourceFolder(number) : Folder();
        const auto info = source.isOpen() ? source.look(names(number).back()) : std::nullopt;
        if (!info || (m_sameVolume && above && info->device == above->device))
            continue;
        const Folder target = m_target.isOpen() ? targetFolder(number) : Folder();
        const auto whole = target.isOpen() ? target.look(names(number).back()) : std::nullopt;
        const auto part = target.isOpen() ? target.look(partName(names(number).back())) : std::nullopt;
        if (!whole)
            m_leftToCopy += std::max<std::int64_t>(0, std::min(info->allocated, info->size) - (part ? part->allocated : 0));
    }
    if (m_leftToCopy == 0)
        return success();
    const auto space = freeSpace(m_plan.to);
    if (!space)
        return failure(space.error());
    if (space->count() - m_plan.reserve.count() < m_leftToCopy)
        return failure(EngineErrc::NotEnoughSpace, std::to_string(m_leftToCopy) + " bytes needed, " + std::to_string(space->count()) + " free");
    return success();
}

Result<> MoveJob::makeFolders()
{
    Folder folder = m_journal->folder().descend({});
    for (const std::string &name : m_journal->missing()) {
        if (!folder.makeFolder(name))
            return errno == EEXIST ? failure(EngineErrc::TargetExists, m_plan.to) : diskFailure(m_plan.to);
        folder = folder.child(name);
        if (!folder.isOpen())
            return diskFailure(m_plan.to);
    }
    m_target = std::move(folder);
    if (m_journal->files.empty())
        return success();
    for (const std::size_t number : m_journal->madeFolders) {
        const Components &names = m_layout.folders[number];
        const Folder outer = m_target.descend(parentOf(names));
        if (!outer.isOpen() || !outer.makeFolder(names.back()))
            return diskFailure(m_plan.to + ": " + names.back());
    }
    return success();
}

Result<> MoveJob::moveAll()
{
    for (const auto &[number, state] : m_journal->files) {
        if (auto moved = step(0); !moved)
            return moved;
        if (auto moved = moveFile(number); !moved)
            return failure(Error{moved.error().code, m_plan.files[number].path + ": " + moved.error().detail});
    }
    return success();
}

Result<> MoveJob::moveFile(std::size_t number)
{
    const std::string &name = names(number).back();
    const SourceState &state = m_journal->files.at(number);
    const Folder target = targetFolder(number);
    if (!target.isOpen())
        return diskFailure("the target folder");
    if (const auto there = target.look(name); there && state.isThatOf(*there)) {
        m_progress.done += state.size;
        return success();
    } else if (there) {
        return failure(EngineErrc::TargetExists);
    }
    const Folder source = sourceFolder(number);
    if (!source.isOpen())
        return diskFailure("the source folder");
    if (m_sameVolume && !target.look(partName(name))) {
        const auto info = source.look(name);
        if (!info || !state.isThatOf(*info))
            return failure(EngineErrc::DiskError, "the file changed before it was moved");
        if (renameNoReplace(source, name, target, name)) {
            m_progress.done += state.size;
            return success();
        }
        if (errno == EEXIST)
            return failure(EngineErrc::TargetExists);
        if (errno != EXDEV)
            return diskFailure("rename");
    }
    return copyOver(source, target, name);
}

Result<> MoveJob::copyOver(const Folder &source, const Folder &target, const std::string &name)
{
    const FileDescriptor from = source.openFile(name, O_RDONLY);
    if (!from.isOpen())
        return diskFailure("open");
    const auto info = look(from);
    if (!info || info->type != EntryInfo::Type::File)
        return failure(EngineErrc::DiskError, "no regular file");
    {
        const FileDescriptor part = target.openFile(partName(name), O_RDWR | O_CREAT, 0600);
        if (!part.isOpen())
            return diskFailure("create");
        if (auto copied = copyFile(from, part, [this](std::int64_t bytes) { return step(bytes); }); !copied)
            return copied;
    }
    if (renameNoReplace(target, partName(name), target, name))
        return success();
    return errno == EEXIST ? failure(EngineErrc::TargetExists) : diskFailure("rename");
}

// Names and sizes are durable and right before anyone is told.
Result<> MoveJob::complete()
{
    for (const auto &[number, state] : m_journal->files) {
        const Folder folder = targetFolder(number);
        const auto info = folder.isOpen() ? folder.look(names(number).back()) : std::nullopt;
        if (!info || !state.isThatOf(*info))
            return failure(EngineErrc::DiskError, m_plan.files[number].path + " did not arrive");
    }
    for (const Components &names : m_layout.folders) {
        const Folder folder = m_target.descend(names);
        if (folder.isOpen() && !folder.sync())
            return diskFailure("fsync of a folder");
    }
    Folder above = m_journal->folder().descend({});
    for (auto name = m_journal->missing().begin(); above.sync() && name != m_journal->missing().end(); ++name)
        above = above.child(*name);
    if (!m_target.sync())
        return diskFailure("fsync of a folder");
    if (auto online = checkOnline(); !online)
        return online;
    return m_journal->markComplete();
}

Result<> MoveJob::step(std::int64_t bytes)
{
    m_progress.done += bytes;
    if (m_progress.suspended)
        return failure(EngineErrc::ShuttingDown);
    if (m_progress.cancelled)
        return failure(EngineErrc::Cancelled);
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lastLook < kLookAtVolumesEvery)
        return success();
    m_lastLook = now;
    return checkOnline();
}

} // namespace trib::torrent
