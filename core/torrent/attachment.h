// Attachment: hands torrents to libtorrent and takes them back, and keeps libtorrent's flags in step with the record. Engine thread.
#pragma once

#include "core/torrent/engine_context.h"

#include <libtorrent/add_torrent_params.hpp>

namespace trib::torrent {

class Attachment {
public:
    explicit Attachment(EngineContext &context) : m_context(context) {}

    // Flags, limits and save path of `params` as the record wants them.
    void prepare(const Torrent &torrent, lt::add_torrent_params &params) const;

    // At once, for what a user waits for. The torrent is Detached with a problem when libtorrent refuses it.
    void attachNow(Torrent &torrent, lt::add_torrent_params params);
    // For the many of the start: the answer comes as add_torrent_alert, to added().
    void attachLater(Torrent &torrent, lt::add_torrent_params params);
    void added(const lt::add_torrent_params &params, const lt::torrent_handle &handle, const lt::error_code &error);

    // Takes the torrent out of libtorrent's session; its files and its row stay.
    void detach(Torrent &torrent, Problem problem);

    // After a change of the record: libtorrent's flags, limits and queueing.
    void apply(const Torrent &torrent) const;

    // The files of a torrent have been checked: one that is stopped, and was let go for that alone, stands still again.
    void isChecked(const lt::torrent_handle &handle);

    // Reads it again from session.db and hands it over; for a torrent that was kept away.
    void reattach(const TorrentId &id, bool recheck);

private:
    [[nodiscard]] bool queueHasRoom() const;
    [[nodiscard]] bool isKeptAway(Torrent &torrent, const lt::add_torrent_params &params);
    static void attached(const Torrent &torrent);
    void failed(Torrent &torrent, const std::string &why);

    EngineContext &m_context;
};

// Registers the files, and fills in of the record what is known from the metadata: sizes, privacy, paths.
void takeMetadata(EngineContext &context, Torrent &torrent, const lt::add_torrent_params &params);

} // namespace trib::torrent
