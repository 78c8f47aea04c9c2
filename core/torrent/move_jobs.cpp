#include "core/torrent/move_jobs.h"

#include "core/base/utf8_path.h"
#include "core/torrent/content_layout.h"
#include "core/torrent/file_removal.h"
#include "core/torrent/snapshot_builder.h"
#include "core/torrent/stored_params.h"
#include "core/torrent/volumes.h"

#include <libtorrent/torrent_info.hpp>

#include <QTimer>

#include <chrono>
#include <filesystem>
#include <memory>

namespace trib::torrent {
namespace {

constexpr std::chrono::seconds kLookForDriveEvery{2};

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

void MoveJobs::startOne(Torrent &torrent, const std::string &folder, Done done)
{
    const std::string to = absolutePath(folder, {}); // in the form of save paths
    const TorrentId id = torrent.record.id;
    if (torrent.leaving) {
        done(failure(EngineErrc::NoSuchTorrent));
        return;
    }
    if (m_underWay.contains(id)) {
        done(failure(EngineErrc::MoveInProgress));
        return;
    }
    if (to == absolutePath(torrent.record.savePath, {})) {
        done(success());
        return;
    }
    if (torrent.problem.kind == ProblemKind::VolumeOffline || torrent.problem.kind == ProblemKind::UnreadableRecord) {
        const bool offline = torrent.problem.kind == ProblemKind::VolumeOffline;
        done(failure(offline ? EngineErrc::VolumeOffline : EngineErrc::StoreDamaged, torrent.record.savePath));
        return;
    }
    if (auto noted = note(torrent, to); !noted) {
        done(std::move(noted));
        return;
    }
    refreshRow(torrent);
    m_context.publish(torrent);
    m_quiescence.quiet(torrent, [this, id, done = std::move(done)] {
        letGo(*m_context.table.find(id), done); // nobody removes a torrent while something is under way for it
    });
}

// Libtorrent is at rest: all that it knows by now is stored before it forgets the torrent.
void MoveJobs::letGo(Torrent &torrent, Done done)
{
    if (torrent.phase != Phase::Attached) {
        m_attachment.detach(torrent, {});
        run(torrent.record.id, false, std::move(done));
        return;
    }
    m_saver.request(torrent, [this, id = torrent.record.id, done = std::move(done)](bool stored) {
        m_attachment.detach(*m_context.table.find(id), {});
        if (stored)
            run(id, false, done);
        else
            giveUp(id, Error{make_error_code(EngineErrc::StoreUnavailable), "what libtorrent knows could not be stored"}, done);
    });
}

// From here on a restart goes on with the move.
Result<> MoveJobs::note(Torrent &torrent, const std::string &to)
{
    TorrentRecord &record = torrent.record;
    const TorrentRecord before = record;
    if (!record.movedFrom.empty())
        m_context.log.warning("files of " + record.id.toHex() + " stay at " + record.movedFrom + ", whose volume has not come back");
    record.movedFrom.clear();
    record.movingTo = to;
    record.moveVolume = volumeOf(to);
    torrent.recordDirty = true;
    if (!m_saver.storeRecords()) {
        record = before;
        return failure(EngineErrc::StoreUnavailable);
    }
    torrent.move = std::make_shared<MoveProgress>();
    m_underWay[record.id];
    return success();
}

bool MoveJobs::resumeInterrupted(Torrent &torrent)
{
    if (torrent.record.movingTo.empty())
        return false;
    if (torrent.leaving)
        return true;
    torrent.phase = Phase::Detached;
    torrent.move = std::make_shared<MoveProgress>();
    m_underWay[torrent.record.id];
    refreshRow(torrent);
    m_context.publish(torrent);
    run(torrent.record.id, true, [](const Result<> &) {});
    return true;
}

void MoveJobs::run(const TorrentId &id, bool resuming, Done done)
{
    auto work = [folder = m_context.profile, id] { return storedFiles(folder, id); };
    m_context.onPool(std::move(work), [this, id, resuming, done = std::move(done)](Result<std::vector<MoveFile>> files) {
        if (!files && files.error().code != make_error_code(EngineErrc::NoMetadataYet)) {
            giveUp(id, std::move(files.error()), done);
            return;
        }
        const Torrent &torrent = *m_context.table.find(id);
        MovePlan plan{torrent.record.savePath, torrent.record.movingTo, files ? std::move(*files) : std::vector<MoveFile>{},
                      m_context.settings.storage.reserve, torrent.record.volume, torrent.record.moveVolume};
        if (auto claimed = claimTarget(torrent, plan); !claimed) {
            giveUp(id, std::move(claimed.error()), done);
            return;
        }
        copy(id, std::move(plan), resuming, done);
    });
}

// While it moves, a torrent owns its paths on both sides.
Result<> MoveJobs::claimTarget(const Torrent &torrent, const MovePlan &plan)
{
    std::vector<std::string> relative;
    for (const MoveFile &file : plan.files)
        relative.push_back(file.path);
    ClaimedPaths paths = claimedPaths(plan.to, relative);
    if (const auto other = m_context.paths.conflict(paths, torrent.record.id))
        return failure(EngineErrc::PathInUse, other->toHex());
    const ClaimedPaths source = claimedPaths(plan.from, relative);
    paths.files.insert(paths.files.end(), source.files.begin(), source.files.end());
    paths.folders.insert(paths.folders.end(), source.folders.begin(), source.folders.end());
    m_context.paths.set(torrent.record.id, paths);
    return success();
}

void MoveJobs::copy(const TorrentId &id, MovePlan plan, bool resuming, Done done)
{
    auto then = [this, id, plan, resuming, done = std::move(done)](Result<> result) {
        if (m_context.stopping)
            done(failure(EngineErrc::ShuttingDown)); // movingTo stays: it goes on at the next start
        else if (result)
            arrivedAtTarget(*m_context.table.find(id), plan, done);
        else if (resuming && result.error().code == make_error_code(EngineErrc::VolumeOffline) && result.error().detail == plan.from)
            waitForSource(*m_context.table.find(id), done);
        else
            giveUp(id, std::move(result.error()), done);
    };
    m_mover.start(std::move(plan), m_context.table.find(id)->move, resuming).then(&m_context.owner, m_context.guarded<Result<>>(std::move(then)));
}

// Without its target a torrent goes on where it is. Without its source it could do nothing, and copies of some files are at the target.
void MoveJobs::waitForSource(Torrent &torrent, Done done)
{
    const TorrentId id = torrent.record.id;
    const std::string &folder = torrent.record.savePath;
    if (torrent.move->cancelled) {
        giveUp(id, Error{make_error_code(EngineErrc::Cancelled), folder + " is not connected"}, done);
        return;
    }
    torrent.problem = {ProblemKind::VolumeOffline, folder, {}, {}, {}};
    refreshRow(torrent);
    m_context.publish(torrent);
    QTimer::singleShot(kLookForDriveEvery, &m_context.owner, m_context.guarded([this, id, done = std::move(done)] { run(id, true, done); }));
}

void MoveJobs::arrivedAtTarget(Torrent &torrent, const MovePlan &plan, Done done)
{
    TorrentRecord &record = torrent.record;
    const TorrentId id = record.id;
    const TorrentRecord before = record;
    record.savePath = plan.to;
    record.volume = plan.toVolume;
    record.movingTo.clear();
    record.movedFrom = plan.from;
    record.moveVolume = plan.fromVolume;
    torrent.recordDirty = true;
    if (!m_saver.storeRecords()) {
        record = before;
        m_mover.undo(plan).then(&m_context.owner, m_context.guarded<Result<>>([this, id, done](const Result<> &) {
            giveUp(id, Error{make_error_code(EngineErrc::StoreUnavailable), "the new path could not be stored"}, done);
        }));
        return;
    }
    torrent.move.reset();
    m_attachment.reattach(id, false);
    leaveSource(id, plan, std::move(done));
}

void MoveJobs::leaveSource(const TorrentId &id, MovePlan plan, Done done)
{
    m_context.table.find(id)->leavingSource = true;
    m_mover.finish(std::move(plan)).then(&m_context.owner, m_context.guarded<Result<>>([this, id, done = std::move(done)](const Result<> &result) {
        if (!result)
            m_context.log.warning("files were left at the source of a move: " + result.error().code.message() + " " + result.error().detail);
        Torrent &torrent = *m_context.table.find(id);
        torrent.leavingSource = false;
        if (result || result.error().code != make_error_code(EngineErrc::VolumeOffline)) {
            torrent.record.movedFrom.clear();
            torrent.record.moveVolume = {};
            torrent.recordDirty = true;
        }
        done(success());
        ended(id, true);
    }));
}

void MoveJobs::giveUp(const TorrentId &id, Error error, const Done &done)
{
    Torrent &torrent = *m_context.table.find(id);
    m_context.log.warning("moving " + id.toHex() + " failed: " + error.code.message() + " " + error.detail);
    torrent.record.movingTo.clear();
    torrent.record.moveVolume = {};
    torrent.move.reset();
    torrent.recordDirty = true;
    m_attachment.reattach(id, false);
    done(failure(std::move(error)));
    ended(id, false);
}

void MoveJobs::ended(const TorrentId &id, bool arrived)
{
    auto job = m_underWay.extract(id);
    for (const Ended &then : job.mapped())
        then(arrived);
}

void MoveJobs::cancel(const CancelMove &command, const Answer<std::monostate> &answer)
{
    const Torrent *torrent = m_context.table.find(command.id);
    if (!torrent || !torrent->move) {
        answer.give(failure(torrent ? EngineErrc::NotMoving : EngineErrc::NoSuchTorrent));
        return;
    }
    stop(command.id, [answer](bool arrived) { answer.give(arrived ? Result<>(failure(EngineErrc::NotMoving)) : success()); });
}

void MoveJobs::stop(const TorrentId &id, Ended then)
{
    const auto job = m_underWay.find(id);
    if (job == m_underWay.end()) {
        then(false);
        return;
    }
    if (const auto &progress = m_context.table.find(id)->move)
        progress->cancelled = true;
    job->second.push_back(std::move(then));
}

void MoveJobs::finishInterrupted(Torrent &torrent)
{
    if (torrent.record.movedFrom.empty() || torrent.leaving)
        return;
    const TorrentId id = torrent.record.id;
    m_underWay[id];
    auto work = [folder = m_context.profile, id] { return storedFiles(folder, id); };
    m_context.onPool(std::move(work), [this, id](Result<std::vector<MoveFile>> files) {
        const TorrentRecord &record = m_context.table.find(id)->record;
        if (!files) {
            m_context.log.warning("files were left at the source of a move: " + files.error().detail);
            ended(id, true);
            return;
        }
        leaveSource(id, {record.movedFrom, record.savePath, std::move(*files), m_context.settings.storage.reserve, record.moveVolume, record.volume},
                    [](const Result<> &) {});
    });
}

void MoveJobs::tick()
{
    m_context.table.forEach([&](Torrent &torrent) {
        if (!torrent.move)
            return;
        if (torrent.move->total > 0)
            torrent.problem = {}; // the drive that it waited for is there
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
