#include "core/torrent/resume_saver.h"

#include "core/torrent/piece_recovery.h"
#include "core/torrent/stored_params.h"

#include <libtorrent/torrent_info.hpp>

#include <QTimer>

namespace trib::torrent {
namespace {

using namespace std::chrono_literals;

// While downloading, a kill costs at most a hash check of what came in since; a seeding torrent changes nothing but counters.
constexpr auto kActiveInterval = 20s;
constexpr auto kIdleInterval = 10min;
constexpr int kMostOutstanding = 64;
constexpr auto kGatherTime = 200ms; // one transaction, one flush of the disk, for all that arrives within it

using Pieces = lt::typed_bitfield<lt::piece_index_t>;

[[nodiscard]] bool hasPiece(const Pieces &pieces, lt::piece_index_t piece)
{
    return static_cast<int>(piece) < pieces.size() && pieces.get_bit(piece);
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
    const SteadyTime now = m_context.clock.steadyNow();
    m_context.table.forEach([&](Torrent &torrent) {
        if (!torrent.needsResume || torrent.saving || torrent.phase != Phase::Attached || m_outstanding >= kMostOutstanding)
            return;
        const bool busy = torrent.shown.state == TorrentState::Downloading;
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
    ++m_outstanding;
    torrent.handle.save_resume_data(lt::resume_data_flags_t{});
}

void ResumeSaver::requestAll()
{
    m_context.table.forEach([&](Torrent &torrent) {
        if (torrent.needsResume || torrent.recordDirty || torrent.shown.state == TorrentState::Downloading)
            request(torrent);
    });
}

void ResumeSaver::lastWords(Torrent &torrent, std::function<void()> then)
{
    if (torrent.phase != Phase::Attached) {
        then();
        return;
    }
    if (torrent.saving) {
        torrent.saving = false;
        --m_outstanding; // whatever comes first is the last word
    }
    m_lastWords[torrent.handle.id()] = {torrent.record.id, std::move(then)};
    torrent.handle.save_resume_data(lt::resume_data_flags_t{});
}

void ResumeSaver::arrived(const lt::torrent_handle &handle, lt::add_torrent_params params)
{
    if (auto words = m_lastWords.extract(handle.id())) {
        if (Torrent *torrent = m_context.table.find(words.mapped().id)) {
            params.have_pieces = torrent->durable;
            store({TorrentUpdate{torrent->record, encodeResume(std::move(params), torrent->wishes), std::nullopt}});
        }
        words.mapped().then();
        return;
    }
    Torrent *torrent = m_context.table.find(handle);
    if (!torrent || !torrent->saving)
        return;
    syncAndStore(*torrent, std::move(params));
}

void ResumeSaver::failed(const lt::torrent_handle &handle)
{
    if (auto words = m_lastWords.extract(handle.id())) {
        words.mapped().then();
        return;
    }
    Torrent *torrent = m_context.table.find(handle);
    if (!torrent || !torrent->saving)
        return;
    torrent->saving = false;
    --m_outstanding;
}

void ResumeSaver::syncAndStore(Torrent &torrent, lt::add_torrent_params params)
{
    auto info = torrent.handle.torrent_file();
    auto work = [info, savePath = torrent.record.savePath, params = std::move(params), durable = torrent.durable, wishes = torrent.wishes] {
        Result<> synced = success();
        if (info)
            synced = syncFiles(savePath, info->files(), filesToSync(*info, params.have_pieces, durable));
        return std::make_tuple(encodeResume(params, wishes), params.have_pieces, std::move(synced));
    };
    m_context.onPool(std::move(work), [this, id = torrent.record.id](std::tuple<Blob, Pieces, Result<>> done) {
        auto &[resume, have, synced] = done;
        stored(id, std::move(resume), std::move(have), std::move(synced));
    });
}

void ResumeSaver::stored(const TorrentId &id, Blob resume, Pieces durable, Result<> synced)
{
    --m_outstanding;
    Torrent *torrent = m_context.table.find(id);
    if (!torrent)
        return;
    torrent->saving = false;
    if (!synced) {
        m_context.log.warning("files of " + id.toHex() + " could not be flushed, resume data not stored: " + synced.error().detail);
        return;
    }
    torrent->durable = std::move(durable);
    m_waiting.emplace_back(id, std::move(resume));
    if (m_flushPlanned)
        return;
    m_flushPlanned = true;
    QTimer::singleShot(kGatherTime, &m_context.owner, m_context.guarded([this] { flushWaiting(); }));
}

void ResumeSaver::flushWaiting()
{
    m_flushPlanned = false;
    std::vector<TorrentUpdate> updates;
    for (auto &[id, resume] : std::exchange(m_waiting, {})) {
        if (const Torrent *torrent = m_context.table.find(id))
            updates.push_back({torrent->record, std::move(resume), std::nullopt});
    }
    store(std::move(updates));
}

bool ResumeSaver::storeRecords()
{
    std::vector<TorrentUpdate> updates;
    m_context.table.forEach([&](Torrent &torrent) {
        if (torrent.recordDirty)
            updates.push_back({torrent.record, std::nullopt, std::nullopt});
    });
    return store(std::move(updates));
}

bool ResumeSaver::store(std::vector<TorrentUpdate> updates)
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
