#include "core/remote/row_table.h"

#include "core/base/json_text.h"

#include <algorithm>

namespace trib::remote {
namespace {

// Stamps what differs; true if anything does.
bool stampChanges(RowTable::Row &row, const TorrentSnapshot &after, const settings::TransferSettings &before, const settings::TransferSettings &session, Revision revision)
{
    bool any = false;
    const auto fields = rowFields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (sameValue(fields[i].value(*row.snapshot, before), fields[i].value(after, session)))
            continue;
        row.stamps[i] = revision;
        any = true;
    }
    if (any)
        row.changed = revision;
    return any;
}

} // namespace

void RowTable::upsert(const SnapshotPointer &snapshot, Revision revision)
{
    const auto [entry, isNew] = m_rows.try_emplace(snapshot->id);
    Row &row = entry->second;
    count(row.snapshot.get(), snapshot.get());
    if (isNew) {
        row.stamps.assign(rowFields().size(), revision);
        row.changed = revision;
    } else if (stampChanges(row, *snapshot, m_session, m_session, revision)) {
        std::string().swap(row.json);
    }
    row.snapshot = snapshot;
}

void RowTable::remove(const TorrentId &id, Revision revision)
{
    const auto found = m_rows.find(id);
    if (found == m_rows.end())
        return;
    count(found->second.snapshot.get(), nullptr);
    m_rows.erase(found);
    m_gone.add(id, revision);
}

void RowTable::setSession(const settings::TransferSettings &session, Revision revision)
{
    const settings::TransferSettings before = m_session;
    m_session = session;
    if (before.ratioPermille == session.ratioPermille && before.seedingTime == session.seedingTime && before.inactiveTime == session.inactiveTime)
        return;
    for (auto &[id, row] : m_rows) {
        if (stampChanges(row, *row.snapshot, before, session, revision))
            std::string().swap(row.json);
    }
}

const RowTable::Row *RowTable::find(const TorrentId &id) const
{
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? nullptr : &found->second;
}

const RowTable::Row *RowTable::find(std::string_view hash) const
{
    const auto by = [this](const auto &matches) -> const Row * {
        const auto found = std::ranges::find_if(m_rows, [&](const auto &entry) { return matches(entry.second.snapshot->infoHash); });
        return found == m_rows.end() ? nullptr : &found->second;
    };
    if (const auto v2 = Sha256::fromHex(hash))
        return by([&](const InfoHash &of) { return of.v2 == *v2; });
    const auto id = TorrentId::fromHex(hash);
    if (!id)
        return nullptr;
    if (const Row *row = find(*id))
        return row;
    return by([v1 = Sha1(id->bytes())](const InfoHash &of) { return of.v1 == v1; }); // a hybrid that was added by its other hash
}

const std::string &RowTable::membersOf(const Row &row) const
{
    if (!row.json.empty())
        return row.json;
    ++m_written;
    row.json.reserve(2048);
    JsonText json(row.json);
    for (const RowField &field : rowFields())
        writeValue(json.key(field.name), field.value(*row.snapshot, m_session));
    row.json.shrink_to_fit();
    return row.json;
}

FieldValue RowTable::valueOf(const Row &row, int field) const
{
    return rowFields()[static_cast<std::size_t>(field)].value(*row.snapshot, m_session);
}

void RowTable::writeChanges(std::string &out, Revision since) const
{
    JsonText json(out);
    json.beginObject();
    const auto fields = rowFields();
    for (const auto &[id, row] : m_rows) {
        if (row.changed <= since)
            continue;
        json.key(id.toHex()).beginObject();
        if (std::ranges::all_of(row.stamps, [since](Revision stamp) { return stamp > since; })) {
            json.raw(membersOf(row)).endObject();
            continue;
        }
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (row.stamps[i] > since)
                writeValue(json.key(fields[i].name), fields[i].value(*row.snapshot, m_session));
        }
        json.endObject();
    }
    json.endObject();
}

void RowTable::count(const TorrentSnapshot *before, const TorrentSnapshot *after)
{
    if (before)
        m_connections -= before->seeds + before->peers;
    if (!after)
        return;
    m_connections += after->seeds + after->peers;
    // What a torrent counts begins anew when it is taken from libtorrent and given back.
    const auto more = [](Bytes now, Bytes then) { return now > then ? now - then : Bytes(0); };
    m_downloaded += more(after->sessionDownloaded, before ? before->sessionDownloaded : Bytes(0));
    m_uploaded += more(after->sessionUploaded, before ? before->sessionUploaded : Bytes(0));
}

} // namespace trib::remote
