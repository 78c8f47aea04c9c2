// TorrentMirror: the list as the engine's deltas tell it, ready to be answered from: each row is JSON text, made once when first
// asked for and kept until the row changes. Lives on the thread of its owner.
#pragma once

#include "core/base/result.h"
#include "core/model/delta.h"

#include <QByteArray>

#include <map>
#include <string>
#include <string_view>

namespace trib::app {

class TorrentMirror {
public:
    struct Row {
        SnapshotPointer snapshot;
        std::string json; // empty: not made yet

        [[nodiscard]] const std::string &text();
    };

    void apply(const TransferDelta &delta);

    [[nodiscard]] bool contains(const TorrentId &id) const { return m_rows.contains(id); }
    [[nodiscard]] Row *find(const TorrentId &id);
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }

    // {"torrents":[...]}, ordered by id.
    [[nodiscard]] std::string listJson();

    // All 40 digits name a torrent whether it is in the list or not. NoSuchTorrent, AmbiguousId, or InvalidRequest for a text that is
    // no prefix of at least 6 hexadecimal digits.
    [[nodiscard]] Result<TorrentId> resolve(std::string_view prefix) const;

private:
    std::map<TorrentId, Row> m_rows;
};

} // namespace trib::app
