// Reads and writes torrents in an open database: the hot row and its blobs. Functions return errors of the database; transactions are
// the caller's. A statement lives no longer than its database. Internal to the session store.
#pragma once

#include "core/base/result.h"
#include "core/database/database.h"
#include "core/torrent/session_store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trib::torrent {

class TorrentWriter {
public:
    [[nodiscard]] static Result<TorrentWriter> prepare(database::Database &database);

    // Constraint if the id is there already. `damage` is stored as it is.
    [[nodiscard]] Result<> insert(const StoredTorrent &torrent);
    // Nothing happens if the id is not there. Damage that was stored with the torrent is forgotten.
    [[nodiscard]] Result<> update(const TorrentUpdate &update);
    [[nodiscard]] Result<> remove(const TorrentId &id);

private:
    struct Statements {
        database::Statement insert;
        database::Statement update;
        database::Statement remove;
        database::Statement metainfo;
        database::Statement resume;
    };

    explicit TorrentWriter(Statements statements);

    Statements m_statements;
};

// A hot row as it was read.
struct HotRow {
    std::int64_t seq = 0;
    TorrentRecord record;
    std::optional<std::int64_t> metainfoCheck; // nullopt: there is no such blob
    std::optional<std::int64_t> resumeCheck;
    std::string damage;   // as stored
    bool intact = false;  // the row's own checksum fits
};

// What became of the parts of one torrent.
struct PartsRead {
    bool record = true;
    bool metainfo = true;
    bool resume = true;

    [[nodiscard]] bool all() const { return record && metainfo && resume; }
};

class TorrentReader {
public:
    // For one row by "seq=?1" or "id=?1"; ordered as streamTorrents() says when `condition` is empty.
    [[nodiscard]] static Result<TorrentReader> prepare(database::Database &database, std::string_view condition);

    [[nodiscard]] database::Statement &rows() { return m_rows; }

    // The row that rows() stands on. A damaged row keeps only what can be shown, and the id that the index has for it.
    [[nodiscard]] HotRow current();
    // Adds the blobs. Damage is told in `torrent.damage` and `parts`, never returned; other errors are.
    [[nodiscard]] Result<StoredTorrent> complete(HotRow row, PartsRead *parts = nullptr);
    // The row without blobs.
    [[nodiscard]] static StoredTorrent withoutBlobs(HotRow row);

    // True once a page, not just a row, could not be read.
    [[nodiscard]] bool metDamagedPage() const { return m_metDamagedPage; }

private:
    TorrentReader(database::Database &database, database::Statement rows, database::Statement metainfo, database::Statement resume);
    [[nodiscard]] Result<bool> readBlob(database::Statement &statement, const HotRow &row, std::optional<std::int64_t> check,
                                        Blob &blob, std::string &damage);
    void repairId(HotRow &row, std::int64_t rowCheck);

    database::Database *m_database;
    database::Statement m_rows;
    database::Statement m_metainfo;
    database::Statement m_resume;
    bool m_metDamagedPage = false;
};

} // namespace trib::torrent
