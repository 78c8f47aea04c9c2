#include "core/torrent/file_commands.h"

#include "core/base/utf8_path.h"
#include "core/torrent/adding.h"
#include "core/torrent/content_layout.h"
#include "core/torrent/file_removal.h"
#include "core/torrent/lt_convert.h"
#include "core/torrent/metainfo.h"
#include "core/torrent/snapshot_builder.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <filesystem>

namespace trib::torrent {
namespace {

[[nodiscard]] bool liesBelow(const std::string &path, const std::string &folder)
{
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

} // namespace

Torrent *FileCommands::ready(const TorrentId &id, const Done &done)
{
    Torrent *torrent = m_context.table.find(id);
    if (!torrent)
        done.give(failure(EngineErrc::NoSuchTorrent));
    else if (torrent->move || torrent->leavingSource)
        done.give(failure(EngineErrc::MoveInProgress));
    else if (torrent->problem.kind == ProblemKind::VolumeOffline)
        done.give(failure(EngineErrc::VolumeOffline, torrent->record.savePath));
    else if (torrent->phase != Phase::Attached || !torrent->record.hasMetadata)
        done.give(failure(EngineErrc::NoMetadataYet));
    else
        return torrent;
    return nullptr;
}

void FileCommands::setPriorities(const SetFilePriorities &command, const Done &done)
{
    if (Torrent *waiting = m_context.table.find(command.id); waiting && waiting->wishes) {
        for (const auto &[file, priority] : command.priorities) { // remembered until the metadata is there
            if (file.value() < 0 || file.value() > kMaxFiles)
                continue;
            auto &wishes = waiting->wishes->priorities;
            wishes.resize(std::max(wishes.size(), static_cast<std::size_t>(file.value()) + 1), FilePriority::Normal);
            wishes[static_cast<std::size_t>(file.value())] = priority;
        }
        giveWhenStored(*waiting, done);
        return;
    }
    Torrent *torrent = ready(command.id, done);
    if (!torrent)
        return;
    const auto info = torrent->handle.torrent_file();
    const std::vector<lt::file_index_t> files = contentFiles(info->files());
    auto priorities = torrent->handle.get_file_priorities();
    priorities.resize(static_cast<std::size_t>(info->num_files()), lt::default_priority);
    for (const auto &[file, priority] : command.priorities) {
        if (file.value() < 0 || static_cast<std::size_t>(file.value()) >= files.size()) {
            done.give(failure(EngineErrc::NoSuchFile));
            return;
        }
        priorities[static_cast<std::size_t>(static_cast<int>(files[static_cast<std::size_t>(file.value())]))] = toLt(priority);
    }
    torrent->handle.prioritize_files(priorities);
    ++torrent->fileJobs;
    m_priorities[torrent->handle].push_back(done);
}

void FileCommands::prioritiesSet(const lt::torrent_handle &handle)
{
    Done done;
    const auto waiting = m_priorities.find(handle);
    const bool asked = waiting != m_priorities.end();
    if (asked) {
        done = waiting->second.front();
        waiting->second.pop_front();
        if (waiting->second.empty())
            m_priorities.erase(waiting);
    }
    Torrent *torrent = m_context.table.find(handle);
    if (!torrent) {
        done.give(failure(EngineErrc::NoSuchTorrent));
        return;
    }
    torrent->awaitingPriorities = false;
    if (torrent->record.firstLastFirst)
        applyFirstLastFirst(handle, true); // the files' priorities have overwritten the pieces'
    giveWhenStored(*torrent, done);
    if (asked)
        confirmed(*torrent);
}

// After whatever waits for it has asked to be stored: a move stores and lets go next.
void FileCommands::confirmed(Torrent &torrent)
{
    if (torrent.fileJobs > 0)
        --torrent.fileJobs;
    m_quiescence.fileJobsDone(torrent);
}

void FileCommands::giveWhenStored(Torrent &torrent, const Done &done)
{
    m_saver.request(torrent, [done](bool stored) { done.give(stored ? success() : Result<>(failure(EngineErrc::StoreUnavailable))); });
}

void FileCommands::rename(const RenameFile &command, const Done &done)
{
    Torrent *torrent = ready(command.id, done);
    if (!torrent)
        return;
    const auto path = safeRelativePath(command.path);
    const auto files = contentFiles(torrent->handle.torrent_file()->files());
    if (!path || *path != command.path)
        done.give(failure(EngineErrc::NameInvalid, path ? "would become " + *path : path.error().detail));
    else if (command.file.value() < 0 || static_cast<std::size_t>(command.file.value()) >= files.size())
        done.give(failure(EngineErrc::NoSuchFile));
    else
        renameAll(*torrent, {{files[static_cast<std::size_t>(command.file.value())], *path}}, done);
}

void FileCommands::rename(const RenameFolder &command, const Done &done)
{
    Torrent *torrent = ready(command.id, done);
    if (!torrent)
        return;
    const auto to = safeRelativePath(command.to);
    if (!to || *to != command.to) {
        done.give(failure(EngineErrc::NameInvalid, to ? "would become " + *to : to.error().detail));
        return;
    }
    const auto info = torrent->handle.torrent_file();
    const auto paths = relativePaths(info->files(), {});
    std::vector<std::pair<lt::file_index_t, std::string>> renames;
    for (const lt::file_index_t file : info->files().file_range()) {
        const std::string &path = paths[static_cast<std::size_t>(static_cast<int>(file))];
        if (liesBelow(path, command.from))
            renames.emplace_back(file, *to + path.substr(command.from.size()));
    }
    if (renames.empty())
        done.give(failure(EngineErrc::NoSuchFile));
    else
        renameAll(*torrent, renames, done);
}

void FileCommands::renameAll(Torrent &torrent, const std::vector<std::pair<lt::file_index_t, std::string>> &renames, const Done &done)
{
    std::vector<std::string> paths = relativePaths(torrent.handle.torrent_file()->files(), {});
    for (const auto &[file, path] : renames) {
        const auto index = static_cast<std::size_t>(static_cast<int>(file));
        std::error_code error;
        const auto target = fromUtf8(torrent.record.savePath) / fromUtf8(path);
        const bool taken = std::any_of(paths.begin(), paths.end(), [&](const std::string &other) { return &other != &paths[index] && other == path; });
        if (taken || (path != paths[index] && std::filesystem::exists(std::filesystem::symlink_status(target, error)))) {
            done.give(failure(EngineErrc::TargetExists, path));
            return;
        }
        paths[index] = path;
    }
    if (const auto other = m_context.paths.conflict(claimedPaths(torrent.record.savePath, paths), torrent.record.id)) {
        done.give(failure(EngineErrc::PathInUse, other->toHex()));
        return;
    }
    std::vector<std::string> former = relativePaths(torrent.handle.torrent_file()->files(), {});
    auto pending = std::make_shared<Pending>(Pending{done, static_cast<int>(renames.size()), std::move(former)});
    for (const auto &[file, path] : renames) {
        m_renames[{torrent.handle, file}].push_back(pending);
        torrent.handle.rename_file(file, path);
        ++torrent.fileJobs;
    }
}

void FileCommands::renamed(const lt::torrent_handle &handle, lt::file_index_t file)
{
    if (Torrent *torrent = m_context.table.find(handle)) {
        const auto info = handle.torrent_file();
        const auto paths = relativePaths(info->files(), {});
        m_context.paths.set(torrent->record.id, claimedPaths(torrent->record.savePath, paths));
        torrent->record.contentPath = contentPath(torrent->record.savePath, paths);
        torrent->recordDirty = true;
        refreshRow(*torrent);
        m_context.publish(*torrent);
    }
    settle(handle, file, success());
}

void FileCommands::renameFailed(const lt::torrent_handle &handle, lt::file_index_t file, const lt::error_code &error)
{
    settle(handle, file, failure(EngineErrc::DiskError, error.message()));
}

void FileCommands::settle(const lt::torrent_handle &handle, lt::file_index_t file, Result<> result)
{
    const auto waiting = m_renames.find({handle, file});
    if (waiting == m_renames.end())
        return;
    auto renames = std::move(waiting->second.front());
    waiting->second.pop_front();
    if (waiting->second.empty())
        m_renames.erase(waiting);
    Pending &pending = *renames;
    if (!result && pending.first)
        pending.first = std::move(result);
    Torrent *torrent = m_context.table.find(handle);
    const bool last = --pending.left == 0;
    if (last && torrent)
        finish(*torrent, std::move(renames));
    else if (last)
        pending.done.give(failure(EngineErrc::NoSuchTorrent));
    if (torrent)
        confirmed(*torrent);
}

// Stores the new names, and takes away the folders that have become empty.
void FileCommands::finish(Torrent &torrent, std::shared_ptr<Pending> renames)
{
    const std::string savePath = torrent.record.savePath;
    m_saver.request(torrent, [this, savePath, renames = std::move(renames)](bool stored) { // where one failed, others may have new names
        if (!stored && renames->first)
            renames->first = failure(EngineErrc::StoreUnavailable);
        auto work = [content = ContentFiles{savePath, renames->former}] { return removeFiles({}, {content}, FileDisposal::Delete); };
        m_context.onPool(std::move(work), [renames](const Result<> &) { renames->done.give(std::move(renames->first)); });
    });
}

void FileCommands::restoreRecord(const TorrentId &id)
{
    auto work = [folder = m_context.profile, id] { return SessionStore::readFromSnapshot(folder, id); };
    m_context.onPool(std::move(work), [this, id](Result<StoredTorrent> stored) {
        Torrent *torrent = m_context.table.find(id);
        if (!torrent || torrent->problem.kind != ProblemKind::UnreadableRecord)
            return;
        if (!stored) {
            m_context.log.warning("no snapshot has a readable record of " + id.toHex() + ": " + stored.error().detail);
            return;
        }
        torrent->record = stored->record;
        torrent->record.active = true; // what the snapshot does not know of may be on disk
        const TorrentUpdate update{torrent->record, std::move(stored->resume), std::move(stored->metainfo)};
        if (const auto done = m_context.store->update(std::span(&update, 1)); !done) {
            m_context.log.error("a repaired record could not be stored: " + done.error().detail);
            return;
        }
        m_attachment.reattach(id, false);
    });
}

} // namespace trib::torrent
