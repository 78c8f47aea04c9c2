// ResumeSaver: keeps session.db up to date with what libtorrent has, only where something changed. Files are flushed to the disk before
// resume data that claims their pieces is stored, so that a power cut can cost work, never truth. Engine thread.
#pragma once

#include "core/torrent/engine_context.h"

#include <libtorrent/add_torrent_params.hpp>

#include <functional>
#include <map>
#include <unordered_map>
#include <vector>

namespace trib::torrent {

class ResumeSaver {
public:
    explicit ResumeSaver(EngineContext &context) : m_context(context) {}

    // Asks libtorrent for resume data where it is due, and stores changed records.
    void tick();
    void request(Torrent &torrent);
    // `then` runs when resume data that is newer than this call is stored, with false if it could not be.
    void request(Torrent &torrent, std::function<void(bool stored)> then);
    // Asks for all that is not stored, whatever the time; for the orderly end.
    void requestAll();

    void arrived(const lt::torrent_handle &handle, lt::add_torrent_params params);
    void failed(const lt::torrent_handle &handle);

    // Asks for resume data of a torrent that leaves libtorrent because its volume has gone. Pieces that were not flushed are left out of
    // it (see piece_recovery.h: they are found again by their hashes).
    void lastWords(Torrent &torrent);

    // Nothing asked for, nothing on its way to the disk.
    [[nodiscard]] bool isIdle() const { return m_asked == 0 && m_syncing == 0 && m_waiting.empty() && m_lastWords.empty() && m_awaited.empty(); }

    // Stores the records that differ from what is stored, now. False if the store refused; they stay dirty then.
    bool storeRecords();

private:
    struct Waiting {
        TorrentId id;
        std::uint64_t serial; // Torrent::saveSerial when it was asked for
        Blob resume;
    };
    // Who waits for the save that is under way, and who came too late for that one.
    struct Awaited {
        std::vector<std::function<void(bool)>> current;
        std::vector<std::function<void(bool)>> next;
    };

    void ask(Torrent &torrent);
    void syncAndStore(Torrent &torrent, lt::add_torrent_params params);
    void synced(const TorrentId &id, std::uint64_t serial, Blob resume, lt::typed_bitfield<lt::piece_index_t> durable, const Result<> &result);
    void flushWaiting();
    void ended(const TorrentId &id, bool stored);
    void forgetDetached();
    bool store(const std::vector<TorrentUpdate> &updates);

    EngineContext &m_context;
    int m_asked = 0;   // of libtorrent: each call is answered by one alert, even for a torrent that is gone by then
    int m_syncing = 0; // on the pool
    bool m_flushPlanned = false;
    bool m_answerPlanned = false;
    bool m_storeFailed = false;
    std::vector<Waiting> m_waiting;
    std::unordered_map<TorrentId, Awaited> m_awaited;
    // With the serial. By handle: its id() is none any more once the torrent has left libtorrent.
    std::map<lt::torrent_handle, std::pair<TorrentId, std::uint64_t>> m_lastWords;
};

} // namespace trib::torrent
