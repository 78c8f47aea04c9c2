#include "core/torrent/resume_saver.h"

#include "core/torrent/piece_recovery.h"
#include "core/torrent/stored_params.h"

#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_info.hpp>

#include <QTimer>

#include <utility>

namespace trib::torrent {
namespace {

using namespace std::chrono_literals;

// While downloading, a kill costs at most a hash check of what came in since; a seeding torrent changes nothing but counters.
constexpr auto kActiveInterval = 20s;
constexpr auto kIdleInterval = 10min;
constexpr int kMostOutstanding = 64;
constexpr auto kGatherTime = 200ms; // one transaction, one flush of the disk, for all that arrives within it
constexpr auto kAnswerTime = 5ms;   // the same where somebody waits, as for all torrents at the end of the program

using Pieces = lt::typed_bitfield<lt::piece_index_t>;

[[nodiscard]] bool hasPiece(const Pieces &pieces, lt::piece_index_t piece)
{
    return static_cast<int>(piece) < pieces.size() && pieces.get_bit(piece);
}

[[nodiscard]] bool claimsMore(const Pieces &have, const Pieces &durable)
{
    if (have.size() == durable.size() && durable.all_set())
        return false;
    for (const lt::piece_index_t piece : have.range()) {
        if (have.get_bit(piece) && !hasPiece(durable, piece))
            return true;
    }
    return false;
}

// The files that hold a piece which `have` claims and `durable` does not.
[[nodiscard]] std::vector<lt::file_index_t> filesToSync(const lt::torrent_info &info, const Pieces &have, const Pieces &durable)
{
    std::vector<lt::file_index_t> files;
    const lt::file_storage &storage = info.files();
    for (const lt::file_index_t file : storage.file_range()) {
        if (storage.pad_file_at(file) || storage.file_size(file) == 0)
            continue;
        const std::int64_t length = info.piece_length();
        const auto first = static_cast<int>(storage.file_offset(file) / length);
        const auto last = static_cast<int>((storage.file_offset(file) + storage.file_size(file) - 1) / length);
        for (int piece = first; piece <= last; ++piece) {
            const lt::piece_index_t index(piece);
            if (hasPiece(have, index) && !hasPiece(durable, index)) {
                files.push_back(file);
                break;
            }
        }
    }
    return files;
}

} // namespace

void ResumeSaver::tick()
{
    forgetDetached();
    const SteadyTime now = m_context.clock.steadyNow();
    m_context.table.forEach([&](Torrent &torrent) {
        if (!torrent.needsResume || torrent.saving || torrent.phase != Phase::Attached || m_asked + m_syncing >= kMostOutstanding)
            return;
        const bool busy = torrent.shown->state == TorrentState::Downloading;
        if (now - torrent.lastSave >= (busy ? std::chrono::nanoseconds(kActiveInterval) : std::chrono::nanoseconds(kIdleInterval)))
            request(torrent);
    });
    storeRecords();
}

void ResumeSaver::request(Torrent &torrent)
{
    if (torrent.saving || torrent.phase != Phase::Attached)
        return;
    torrent.saving = true;
    torrent.lastSave = m_context.clock.steadyNow();
    ask(torrent);
}

void ResumeSaver::request(Torrent &torrent, std::function<void(bool)> then)
{
    if (torrent.phase != Phase::Attached) {
        then(false);
        return;
    }
    Awaited &awaited = m_awaited[torrent.record.id];
    (torrent.saving ? awaited.next : awaited.current).push_back(std::move(then));
    request(torrent);
}

void ResumeSaver::requestAll()
{
    forgetDetached();
    m_context.table.forEach([&](Torrent &torrent) {
        const bool isDue = torrent.needsResume || torrent.recordDirty || torrent.shown->state == TorrentState::Downloading;
        if (isDue && torrent.phase == Phase::Attached)
            request(torrent, [](bool) {}); // once more where one is under way: it may know less than there is by now
    });
}

void ResumeSaver::ask(Torrent &torrent)
{
    ++m_asked;
    torrent.handle.save_resume_data(lt::resume_data_flags_t{});
}

void ResumeSaver::lastWords(Torrent &torrent)
{
    if (torrent.phase != Phase::Attached)
        return;
    torrent.saving = false;
    torrent.saveSerial = m_context.table.nextSaveSerial();
    m_lastWords[torrent.handle] = {torrent.record.id, torrent.saveSerial};
    ask(torrent);
}

void ResumeSaver::arrived(const lt::torrent_handle &handle, lt::add_torrent_params params)
{
    --m_asked;
    if (const auto words = m_lastWords.extract(handle)) {
        const auto &[id, serial] = words.mapped();
        const Torrent *torrent = m_context.table.find(id);
        if (!torrent || torrent->saveSerial != serial)
            return;
        if (!(params.flags & lt::torrent_flags::seed_mode)) // what the user says is complete
            params.have_pieces = torrent->durable;
        const bool stored = store({TorrentUpdate{torrent->record, encodeResume(std::move(params), torrent->wishes), std::nullopt}});
        ended(id, stored);
        return;
    }
    Torrent *torrent = m_context.table.find(handle);
    if (torrent && torrent->saving)
        syncAndStore(*torrent, std::move(params));
}

void ResumeSaver::failed(const lt::torrent_handle &handle)
{
    --m_asked;
    if (const auto words = m_lastWords.extract(handle)) {
        ended(words.mapped().first, false);
        return;
    }
    Torrent *torrent = m_context.table.find(handle);
    if (!torrent || !torrent->saving)
        return;
    torrent->saving = false;
    ended(torrent->record.id, false);
}

void ResumeSaver::syncAndStore(Torrent &torrent, lt::add_torrent_params params)
{
    // asked for only where it is needed: libtorrent's thread answers it, which adds up over ten thousand torrents at the end of a session
    auto info = claimsMore(params.have_pieces, torrent.durable) ? torrent.handle.torrent_file() : nullptr;
    auto work = [info, savePath = torrent.record.savePath, params = std::move(params), durable = torrent.durable, wishes = torrent.wishes] {
        Result<> result = success();
        if (info)
            result = syncFiles(savePath, info->files(), filesToSync(*info, params.have_pieces, durable));
        return std::make_tuple(encodeResume(params, wishes), params.have_pieces, std::move(result));
    };
    ++m_syncing;
    m_context.onPool(std::move(work), [this, id = torrent.record.id, serial = torrent.saveSerial](std::tuple<Blob, Pieces, Result<>> done) {
        auto &[resume, have, result] = done;
        synced(id, serial, std::move(resume), std::move(have), result);
    });
}

void ResumeSaver::synced(const TorrentId &id, std::uint64_t serial, Blob resume, Pieces durable, const Result<> &result)
{
    --m_syncing;
    Torrent *torrent = m_context.table.find(id);
    if (!torrent || torrent->saveSerial != serial)
        return;
    if (!result) {
        m_context.log.warning("files of " + id.toHex() + " could not be flushed, resume data not stored: " + result.error().detail);
        torrent->saving = false;
        ended(id, false);
        return;
    }
    torrent->durable = std::move(durable);
    m_waiting.push_back({id, serial, std::move(resume)});
    const bool awaited = m_awaited.contains(id);
    if (!std::exchange(awaited ? m_answerPlanned : m_flushPlanned, true))
        QTimer::singleShot(awaited ? kAnswerTime : kGatherTime, &m_context.owner, m_context.guarded([this] { flushWaiting(); }));
}

void ResumeSaver::flushWaiting()
{
    m_flushPlanned = m_answerPlanned = false;
    std::vector<TorrentUpdate> updates;
    for (Waiting &waiting : std::exchange(m_waiting, {})) {
        Torrent *torrent = m_context.table.find(waiting.id);
        if (!torrent || torrent->saveSerial != waiting.serial)
            continue;
        torrent->saving = false;
        updates.push_back({torrent->record, std::move(waiting.resume), std::nullopt});
    }
    const bool stored = store(updates);
    for (const TorrentUpdate &update : updates)
        ended(update.record.id, stored);
}

void ResumeSaver::ended(const TorrentId &id, bool stored)
{
    auto node = m_awaited.extract(id);
    if (!node)
        return;
    Awaited awaited = std::move(node.mapped());
    Torrent *torrent = m_context.table.find(id);
    const bool again = torrent && torrent->phase == Phase::Attached;
    for (const auto &then : awaited.current)
        then(stored);
    for (auto &then : awaited.next) {
        if (again)
            request(*torrent, std::move(then));
        else
            then(false);
    }
}

// Nothing comes for a torrent that left libtorrent without last words.
void ResumeSaver::forgetDetached()
{
    std::vector<std::function<void(bool)>> forgotten;
    std::erase_if(m_awaited, [&](auto &entry) {
        const Torrent *torrent = m_context.table.find(entry.first);
        if (torrent && torrent->phase == Phase::Attached && torrent->saving)
            return false;
        for (auto *list : {&entry.second.current, &entry.second.next})
            forgotten.insert(forgotten.end(), list->begin(), list->end());
        return true;
    });
    for (const auto &then : forgotten)
        then(false);
}

bool ResumeSaver::storeRecords()
{
    std::vector<TorrentUpdate> updates;
    m_context.table.forEach([&](Torrent &torrent) {
        if (torrent.recordDirty && torrent.problem.kind != ProblemKind::UnreadableRecord)
            updates.push_back({torrent.record, std::nullopt, std::nullopt});
    });
    return store(updates);
}

bool ResumeSaver::store(const std::vector<TorrentUpdate> &updates)
{
    if (updates.empty())
        return true;
    const auto result = m_context.store->update(updates);
    for (const TorrentUpdate &update : updates) {
        if (Torrent *torrent = m_context.table.find(update.record.id)) {
            torrent->recordDirty = !result;
            torrent->needsResume = torrent->needsResume || (!result && update.resume);
        }
    }
    if (!result && !m_storeFailed)
        m_context.log.error("session.db could not be written, will be tried again: " + result.error().detail);
    m_storeFailed = !result;
    return result.has_value();
}

} // namespace trib::torrent
