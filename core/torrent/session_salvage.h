// Salvage: fills a new database with what can be read of damaged ones, best source first, part by part. Internal to the session store.
#pragma once

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/database/database.h"
#include "core/torrent/torrent_rows.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

namespace trib::torrent {

class Salvage {
public:
    // `target` has the tables and outlives this object; the caller has a transaction open on it.
    [[nodiscard]] static Result<Salvage> prepare(database::Database &target);

    // Everything that can be read. Fails only where going on makes no sense: no space, no memory.
    [[nodiscard]] Result<> takeFrom(database::Database &damaged);
    // Torrents that the damaged file lost, whole or in parts. Only the first snapshot given adds torrents that are not known at all:
    // an older one may have what was removed since.
    [[nodiscard]] Result<> completeFrom(database::Database &snapshot);
    // Settings that only a damaged row has: better than none.
    [[nodiscard]] Result<> finish();

    [[nodiscard]] std::size_t torrents() const { return m_known.size(); }
    [[nodiscard]] std::size_t stillDamaged() const;

private:
    struct Known {
        PartsRead parts;
        TorrentRecord record; // kept only where a part is missing
    };

    Salvage(database::Database &target, TorrentWriter writer);

    [[nodiscard]] Result<> takeTorrents(database::Database &damaged);
    [[nodiscard]] Result<> takeRow(TorrentReader &reader, std::int64_t seq, const TorrentId *indexed);
    [[nodiscard]] Result<> takePlaceholder(const TorrentId *indexed, const std::string &why);
    [[nodiscard]] Result<> keep(const StoredTorrent &torrent, const PartsRead &parts);
    [[nodiscard]] Result<> complete(Known &known, StoredTorrent torrent, const PartsRead &parts);
    [[nodiscard]] Result<> takeValues(database::Database &source);

    database::Database *m_target;
    TorrentWriter m_writer;
    std::unordered_map<TorrentId, Known> m_known;
    std::set<std::string, std::less<>> m_settings;
    std::map<std::string, std::string, std::less<>> m_damagedSettings;
    bool m_mayBeIncomplete = true; // no file was read in which all rows of the list could be found
};

} // namespace trib::torrent
