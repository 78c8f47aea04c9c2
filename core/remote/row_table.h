// RowTable: the list as the engine's news tell it, ready to be answered from. The JSON of a row is made when it is first asked for and
// kept until the row changes; each field bears the revision in which it changed last. API's thread.
#pragma once

#include "core/model/delta.h"
#include "core/remote/change_log.h"
#include "core/remote/row_fields.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trib::remote {

class RowTable {
public:
    struct Row {
        SnapshotPointer snapshot;
        std::vector<Revision> stamps;      // by field
        Revision changed = 0;              // the newest of them
        mutable std::string json;          // members, without the key; empty: not made since the row changed
    };

    void upsert(const SnapshotPointer &snapshot, Revision revision);
    void remove(const TorrentId &id, Revision revision);

    // The session's share limits show in the rows of those torrents that have none of their own.
    void setSession(const settings::TransferSettings &session, Revision revision);

    // By id, by the whole hash of version 1, or by that of version 2. Hexadecimal digits; null for anything else.
    [[nodiscard]] const Row *find(std::string_view hash) const;
    [[nodiscard]] const Row *find(const TorrentId &id) const;
    [[nodiscard]] const std::map<TorrentId, Row> &rows() const { return m_rows; }

    // "name":"...","size":1,... in the order of rowFields().
    [[nodiscard]] const std::string &membersOf(const Row &row) const;
    [[nodiscard]] FieldValue valueOf(const Row &row, int field) const;

    // {"<id>":{...},...} of what changed after `since`, with the changed fields alone.
    void writeChanges(std::string &out, Revision since) const;
    [[nodiscard]] const RemovalLog<TorrentId> &gone() const { return m_gone; }

    [[nodiscard]] std::uint64_t rowsWritten() const { return m_written; } // how often the JSON of a row was made
    [[nodiscard]] std::int64_t connections() const { return m_connections; }
    [[nodiscard]] Bytes downloaded() const { return m_downloaded; }       // in this session, also by those that have gone
    [[nodiscard]] Bytes uploaded() const { return m_uploaded; }

private:
    void count(const TorrentSnapshot *before, const TorrentSnapshot *after);

    std::map<TorrentId, Row> m_rows;
    RemovalLog<TorrentId> m_gone;
    settings::TransferSettings m_session;
    std::int64_t m_connections = 0;
    Bytes m_downloaded;
    Bytes m_uploaded;
    mutable std::uint64_t m_written = 0;
};

} // namespace trib::remote
