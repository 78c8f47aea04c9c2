#include "core/torrent/move_jobs.h"

#include "core/base/remote_text.h"
#include "core/base/utf8_path.h"
#include "core/torrent/content_layout.h"
#include "core/torrent/snapshot_builder.h"
#include "core/torrent/stored_params.h"
#include "core/torrent/volumes.h"

#include <libtorrent/torrent_info.hpp>

#include <filesystem>
#include <memory>

namespace trib::torrent {
namespace {

// What the stored blobs say about the files; on the pool.
[[nodiscard]] Result<std::vector<MoveFile>> storedFiles(const std::filesystem::path &folder, const TorrentId &id)
{
    auto stored = SessionStore::readTorrent(folder, id);
    if (!stored)
        return failure(std::move(stored.error()));
    auto decoded = decodeStored(*stored);
    if (!decoded)
        return failure(std::move(decoded.error()));
    if (!decoded->params.ti)
        return failure(EngineErrc::NoMetadataYet);
    const lt::file_storage &files = decoded->params.ti->files();
    const auto &renames = decoded->params.renamed_files;
    const auto paths = relativePaths(files, Renames(renames.begin(), renames.end()));
    std::vector<MoveFile> result;
    for (const lt::file_index_t file : files.file_range()) {
        const std::string &path = paths[static_cast<std::size_t>(static_cast<int>(file))];
        if (!path.empty())
            result.push_back({path, Bytes(files.file_size(file))});
    }
    // where libtorrent keeps the pieces that reach into files which are not wanted
    result.push_back({partFileName(decoded->params.ti->info_hashes()), Bytes(0)});
    return result;
}

} // namespace

MoveJobs::MoveJobs(EngineContext &context, Attachment &attachment, ResumeSaver &saver, Quiescence &quiescence)
    : m_context(context), m_attachment(attachment), m_saver(saver), m_quiescence(quiescence)
{
}

void MoveJobs::start(const MoveStorage &command, const Answer<std::monostate> &answer)
{
    if (!fromUtf8(command.savePath).is_absolute()) {
        answer.give(failure(EngineErrc::PathInvalid, "not an absolute path"));
        return;
    }
    struct Outcome {
        int left = 0;
        Result<> first = success();
    };
    auto outcome = std::make_shared<Outcome>();
    std::vector<Torrent *> torrents;
    for (const TorrentId &id : command.ids) {
        if (Torrent *torrent = m_context.table.find(id))
            torrents.push_back(torrent);
    }
    if (torrents.empty()) {
        answer.give(failure(EngineErrc::NoSuchTorrent));
        return;
    }
    outcome->left = static_cast<int>(torrents.size());
    for (Torrent *torrent : torrents) {
        startOne(*torrent, command.savePath, [outcome, answer](Result<> result) {
            if (!result && outcome->first)
                outcome->first = std::move(result);
            if (--outcome->left == 0)
                answer.give(std::move(outcome->first));
        });
    }
}

void MoveJobs::startOne(Torrent &torrent, const std::string &to, Done done)
{
    TorrentRecord &record = torrent.record;
    if (torrent.move) {
        done(failure(EngineErrc::MoveInProgress));
        return;
    }
    if (fromUtf8(to).lexically_normal() == fromUtf8(record.savePath).lexically_normal()) {
        done(success());
        return;
    }
    if (torrent.problem.kind == ProblemKind::VolumeOffline) {
        done(failure(EngineErrc::VolumeOffline, record.savePath));
        return;
    }
    record.movingTo = to;
    torrent.move = std::make_shared<MoveProgress>();
    torrent.recordDirty = true;
    if (!m_saver.storeRecords()) {
        record.movingTo.clear();
        torrent.move.reset();
        done(failure(EngineErrc::StoreUnavailable));
        return;
    }
    refreshRow(torrent);
    m_context.publish(torrent);
    m_quiescence.quiet(torrent, [this, id = record.id, done = std::move(done)] {
        Torrent *found = m_context.table.find(id);
        if (!found) {
            done(failure(EngineErrc::NoSuchTorrent));
            return;
        }
        m_saver.lastWords(*found, [this, id, done] { run(id, false, done); });
        m_attachment.detach(*found, {});
    });
}

bool MoveJobs::resumeInterrupted(Torrent &torrent)
{
    if (torrent.record.movingTo.empty())
        return false;
    torrent.phase = Phase::Detached;
    torrent.move = std::make_shared<MoveProgress>();
    refreshRow(torrent);
    m_context.publish(torrent);
    run(torrent.record.id, true, [](const Result<> &) {});
    return true;
}

void MoveJobs::run(const TorrentId &id, bool resuming, Done done)
{
    auto work = [folder = m_context.profile, id] { return storedFiles(folder, id); };
    m_context.onPool(std::move(work), [this, id, resuming, done = std::move(done)](Result<std::vector<MoveFile>> files) {
        const Torrent *torrent = m_context.table.find(id);
        if (!torrent || !torrent->move) {
            done(failure(EngineErrc::NoSuchTorrent));
            return;
        }
        if (!files && files.error().code != make_error_code(EngineErrc::NoMetadataYet)) {
            giveUp(id, std::move(files.error()), done);
            return;
        }
        MovePlan plan{torrent->record.savePath, torrent->record.movingTo, files ? std::move(*files) : std::vector<MoveFile>{},
                      m_context.settings.storage.reserve};
        copy(id, std::move(plan), resuming, done);
    });
}

void MoveJobs::copy(const TorrentId &id, MovePlan plan, bool resuming, Done done)
{
    const Torrent *torrent = m_context.table.find(id);
    m_mover.start(plan, torrent->move, resuming).then(&m_context.owner, m_context.guarded<Result<>>([this, id, plan, done = std::move(done)](Result<> result) {
        if (m_context.stopping) {
            done(failure(EngineErrc::ShuttingDown)); // movingTo stays: it goes on at the next start
            return;
        }
        if (!m_context.table.find(id)) {
            done(failure(EngineErrc::NoSuchTorrent));
            return;
        }
        if (result)
            arrivedAtTarget(id, plan, done);
        else
            giveUp(id, std::move(result.error()), done);
    }));
}

void MoveJobs::arrivedAtTarget(const TorrentId &id, const MovePlan &plan, Done done)
{
    Torrent &torrent = *m_context.table.find(id);
    const TorrentRecord before = torrent.record;
    torrent.record.savePath = plan.to;
    torrent.record.volume = volumeOf(plan.to);
    torrent.record.movedFrom = plan.from;
    torrent.record.movingTo.clear();
    torrent.recordDirty = true;
    if (!m_saver.storeRecords()) {
        torrent.record = before;
        m_mover.undo(plan).then(&m_context.owner, m_context.guarded<Result<>>([this, id, done](const Result<> &) {
            giveUp(id, Error{make_error_code(EngineErrc::StoreUnavailable), "the new path could not be stored"}, done);
        }));
        return;
    }
    torrent.move.reset();
    m_attachment.reattach(id, false);
    m_mover.finish(plan).then(&m_context.owner, m_context.guarded<Result<>>([this, id, done](Result<> result) {
        if (!result)
            m_context.log.warning("files were left at the source of a move: " + result.error().detail);
        if (Torrent *found = m_context.table.find(id)) {
            found->record.movedFrom.clear();
            found->recordDirty = true;
        }
        done(success());
    }));
}

void MoveJobs::giveUp(const TorrentId &id, Error error, const Done &done)
{
    if (Torrent *torrent = m_context.table.find(id)) {
        m_context.log.warning("moving " + id.toHex() + " failed: " + error.code.message() + " " + error.detail);
        torrent->record.movingTo.clear();
        torrent->move.reset();
        torrent->recordDirty = true;
        m_attachment.reattach(id, false);
    }
    done(failure(std::move(error)));
}

void MoveJobs::cancel(const CancelMove &command, const Answer<std::monostate> &answer)
{
    const Torrent *torrent = m_context.table.find(command.id);
    if (!torrent || !torrent->move) {
        answer.give(failure(torrent ? EngineErrc::NotMoving : EngineErrc::NoSuchTorrent));
        return;
    }
    torrent->move->cancelled = true;
    answer.give(success());
}

void MoveJobs::finishInterrupted(Torrent &torrent)
{
    if (torrent.record.movedFrom.empty())
        return;
    const TorrentId id = torrent.record.id;
    auto work = [folder = m_context.profile, id] { return storedFiles(folder, id); };
    m_context.onPool(std::move(work), [this, id](Result<std::vector<MoveFile>> files) {
        Torrent *found = m_context.table.find(id);
        if (!found || !files)
            return;
        MovePlan plan{found->record.movedFrom, found->record.savePath, std::move(*files), m_context.settings.storage.reserve};
        m_mover.finish(std::move(plan)).then(&m_context.owner, m_context.guarded<Result<>>([this, id](const Result<> &) {
            if (Torrent *cleared = m_context.table.find(id)) {
                cleared->record.movedFrom.clear();
                cleared->recordDirty = true;
            }
        }));
    });
}

void MoveJobs::tick()
{
    m_context.table.forEach([&](Torrent &torrent) {
        if (!torrent.move)
            return;
        refreshRow(torrent);
        m_context.publish(torrent);
    });
}

void MoveJobs::stopAll()
{
    m_context.table.forEach([&](Torrent &torrent) {
        if (torrent.move)
            torrent.move->suspended = true;
    });
}

} // namespace trib::torrent
