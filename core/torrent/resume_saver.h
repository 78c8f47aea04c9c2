// ResumeSaver: keeps session.db up to date with what libtorrent has, only where something changed. Files are flushed to the disk before
// resume data that claims their pieces is stored, so that a power cut can cost work, never truth. Engine thread.
#pragma once

#include "core/torrent/engine_context.h"

#include <libtorrent/add_torrent_params.hpp>

#include <functional>
#include <unordered_map>
#include <vector>

namespace trib::torrent {

class ResumeSaver {
public:
    explicit ResumeSaver(EngineContext &context) : m_context(context) {}

    // Asks libtorrent for resume data where it is due, and stores changed records.
    void tick();
    void request(Torrent &torrent);
    // Asks for all that is not stored, whatever the time; for the orderly end.
    void requestAll();

    void arrived(const lt::torrent_handle &handle, lt::add_torrent_params params);
    void failed(const lt::torrent_handle &handle);

    // Asks for resume data just before the torrent leaves libtorrent: `then` runs when it is stored, or could not be had. Pieces that
    // were not flushed are left out of it (see piece_recovery.h: they are found again by their hashes).
    void lastWords(Torrent &torrent, std::function<void()> then);

    // Nothing asked for, nothing on its way to the disk.
    [[nodiscard]] bool isIdle() const { return m_outstanding == 0 && m_waiting.empty() && m_lastWords.empty(); }

    // Stores the records that differ from what is stored, now. False if the store refused; they stay dirty then.
    bool storeRecords();

private:
    struct LastWords {
        TorrentId id;
        std::function<void()> then;
    };

    void syncAndStore(Torrent &torrent, lt::add_torrent_params params);
    void stored(const TorrentId &id, Blob resume, lt::typed_bitfield<lt::piece_index_t> durable, Result<> synced);
    void flushWaiting();
    bool store(std::vector<TorrentUpdate> updates);

    EngineContext &m_context;
    int m_outstanding = 0;
    bool m_flushPlanned = false;
    bool m_storeFailed = false;
    std::vector<std::pair<TorrentId, Blob>> m_waiting;
    std::unordered_map<std::uint32_t, LastWords> m_lastWords; // by lt::torrent_handle::id()
};

} // namespace trib::torrent
