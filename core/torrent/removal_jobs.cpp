#include "core/torrent/removal_jobs.h"

#include "core/torrent/content_layout.h"
#include "core/torrent/stored_params.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <memory>

namespace trib::torrent {
namespace {

[[nodiscard]] ContentFiles contentOf(const TorrentRecord &record, const lt::torrent_info &info, const Renames &renames)
{
    ContentFiles content{record.savePath, {}};
    for (std::string &path : relativePaths(info.files(), renames)) {
        if (!path.empty())
            content.files.push_back(std::move(path));
    }
    content.files.push_back(partFileName(info.info_hashes()));
    return content;
}

[[nodiscard]] ContentFiles storedContent(const std::filesystem::path &folder, const TorrentRecord &record)
{
    const auto stored = SessionStore::readTorrent(folder, record.id);
    const auto decoded = stored ? decodeStored(*stored) : Result<StoredParams>(failure(stored.error()));
    if (!decoded || !decoded->params.ti)
        return {record.savePath, {}};
    const auto &renames = decoded->params.renamed_files;
    return contentOf(record, *decoded->params.ti, Renames(renames.begin(), renames.end()));
}

} // namespace

void RemovalJobs::collect(const TorrentIds &ids, std::function<void(std::vector<ContentFiles>)> then)
{
    std::vector<ContentFiles> known;
    std::vector<TorrentRecord> unknown;
    for (const TorrentId &id : ids) {
        const Torrent *torrent = m_context.table.find(id);
        if (!torrent || !torrent->record.hasMetadata)
            continue;
        const auto info = torrent->phase == Phase::Attached ? torrent->handle.torrent_file() : nullptr;
        if (info)
            known.push_back(contentOf(torrent->record, *info, {}));
        else
            unknown.push_back(torrent->record);
    }
    auto work = [folder = m_context.profile, known = std::move(known), unknown = std::move(unknown)]() mutable {
        for (const TorrentRecord &record : unknown)
            known.push_back(storedContent(folder, record));
        return std::move(known);
    };
    m_context.onPool(std::move(work), std::move(then));
}

std::unordered_set<std::string> RemovalJobs::ownedByOthers(const std::vector<ContentFiles> &torrents, const TorrentIds &ids) const
{
    std::unordered_set<std::string> others;
    for (const ContentFiles &content : torrents) {
        for (const std::string &file : content.files) {
            const std::string path = absolutePath(content.savePath, file);
            if (m_context.paths.ownedOutside(path, ids))
                others.insert(path);
        }
    }
    return others;
}

void RemovalJobs::plan(const TorrentIds &ids, const Answer<RemovalPlan> &answer)
{
    collect(ids, [this, ids, answer](std::vector<ContentFiles> torrents) {
        auto work = [others = ownedByOthers(torrents, ids), torrents = std::move(torrents)] { return planRemoval(torrents, others); };
        m_context.onPool(std::move(work), [answer](RemovalPlan plan) { answer.give(std::move(plan)); });
    });
}

void RemovalJobs::remove(const RemoveTorrents &command, const Answer<std::monostate> &answer)
{
    auto left = std::make_shared<std::size_t>(command.ids.size() + 1);
    const auto oneStill = [this, left, command, answer](bool) {
        if (--*left == 0)
            removeStill(command, answer);
    };
    for (const TorrentId &id : command.ids) {
        if (Torrent *torrent = m_context.table.find(id))
            torrent->leaving = true;
        m_moves.stop(id, oneStill);
    }
    oneStill(false);
}

void RemovalJobs::removeStill(const RemoveTorrents &command, const Answer<std::monostate> &answer)
{
    const bool any = std::any_of(command.ids.begin(), command.ids.end(), [&](const TorrentId &id) { return m_context.table.find(id); });
    if (!any) {
        answer.give(failure(EngineErrc::NoSuchTorrent));
        return;
    }
    if (command.files == FileDisposal::Keep) {
        dropFromList(command.ids, answer, [answer] { answer.give(success()); });
        return;
    }
    collect(command.ids, [this, command, answer](std::vector<ContentFiles> torrents) {
        auto work = [others = ownedByOthers(torrents, command.ids), torrents] { return planRemoval(torrents, others); };
        m_context.onPool(std::move(work), [this, command, answer, torrents = std::move(torrents)](const RemovalPlan &plan) {
            if (command.files == FileDisposal::Trash && !plan.trashAvailable) {
                stay(command.ids);
                answer.give(failure(EngineErrc::NoTrash));
            } else {
                removeWithFiles(command, torrents, answer);
            }
        });
    });
}

void RemovalJobs::removeWithFiles(const RemoveTorrents &command, const std::vector<ContentFiles> &torrents, const Answer<std::monostate> &answer)
{
    auto others = ownedByOthers(torrents, command.ids); // anew: one may have been added meanwhile
    dropFromList(command.ids, answer, [this, torrents, others = std::move(others), disposal = command.files, answer] {
        auto work = [torrents, others, disposal] { return removeFiles(planRemoval(torrents, others), torrents, disposal); };
        m_context.onPool(std::move(work), [answer](Result<> result) { answer.give(std::move(result)); });
    });
}

void RemovalJobs::stay(const TorrentIds &ids)
{
    for (const TorrentId &id : ids) {
        if (Torrent *torrent = m_context.table.find(id))
            torrent->leaving = false;
    }
}

void RemovalJobs::dropFromList(const TorrentIds &ids, const Answer<std::monostate> &answer, const std::function<void()> &then)
{
    if (auto removed = m_context.store->remove(ids); !removed) {
        stay(ids);
        answer.give(failure(std::move(removed.error())));
        return;
    }
    auto left = std::make_shared<std::size_t>(1);
    const auto oneDone = [left, then] {
        if (--*left == 0)
            then();
    };
    for (const TorrentId &id : ids) {
        Torrent *torrent = m_context.table.find(id);
        if (!torrent)
            continue;
        ++*left;
        m_quiescence.quiet(*torrent, [this, handle = torrent->handle, oneDone] {
            if (handle.is_valid())
                m_context.session->remove_torrent(handle);
            oneDone();
        });
        m_context.paths.remove(id);
        m_context.deltas.remove(id);
        m_context.listChanged = true;
        m_context.table.remove(id);
    }
    oneDone();
}

} // namespace trib::torrent
