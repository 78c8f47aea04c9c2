#include "core/torrent/session_salvage.h"

#include "core/torrent/session_values.h"

#include <algorithm>

namespace trib::torrent {
namespace {

using database::Database;

// Below the highest row number that is known, each is tried: a lookup costs a microsecond, and a page that cannot be read
// hides which numbers it holds. The bound is for numbers that are damaged themselves.
constexpr std::int64_t kMostProbes = 1'000'000;

using SeqSet = std::set<std::int64_t>;
using IndexedIds = std::map<std::int64_t, TorrentId>;

// Adds the first column of all rows up to the first that cannot be read.
void collect(Database &database, std::string_view sql, SeqSet &seqs)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return;
    for (auto row = statement->step(); row && *row; row = statement->step())
        seqs.insert(statement->intAt(0));
}

IndexedIds indexedIds(Database &database)
{
    IndexedIds ids;
    for (const char *const order : {"ASC", "DESC"}) {
        auto statement = database.prepare(std::string("SELECT seq,id FROM torrent INDEXED BY torrent_by_id ORDER BY id ") + order);
        if (!statement)
            continue;
        for (auto row = statement->step(); row && *row; row = statement->step()) {
            const auto id = statement->blobAt(1);
            if (id.size() == TorrentId::kSize)
                ids.try_emplace(statement->intAt(0), id.first<TorrentId::kSize>());
        }
    }
    return ids;
}

SeqSet candidates(Database &database, const IndexedIds &ids)
{
    SeqSet seqs;
    for (const auto &[seq, id] : ids)
        seqs.insert(seq);
    for (const char *const table : {"torrent", "metainfo", "resume"}) {
        for (const char *const order : {"ASC", "DESC"})
            collect(database, "SELECT seq FROM " + std::string(table) + " ORDER BY seq " + order, seqs);
    }
    const auto highest = seqs.empty() ? 0 : std::clamp<std::int64_t>(*seqs.rbegin(), 0, kMostProbes);
    for (std::int64_t seq = 1; seq <= highest; ++seq)
        seqs.insert(seqs.end(), seq);
    return seqs;
}

} // namespace

Salvage::Salvage(Database &target, TorrentWriter writer) : m_target(&target), m_writer(std::move(writer))
{
}

Result<Salvage> Salvage::prepare(Database &target)
{
    return TorrentWriter::prepare(target).map([&](TorrentWriter writer) { return Salvage(target, std::move(writer)); });
}

Result<> Salvage::takeFrom(Database &damaged)
{
    const auto problems = damaged.quickCheck("torrent");
    m_mayBeIncomplete = !problems || !problems->empty();
    return takeTorrents(damaged).and_then([&](std::monostate) { return takeValues(damaged); });
}

Result<> Salvage::takeTorrents(Database &damaged)
{
    auto reader = TorrentReader::prepare(damaged, "seq=?1");
    if (!reader)
        return success(); // nothing of these tables can be read
    const auto ids = indexedIds(damaged);
    for (const auto seq : candidates(damaged, ids)) {
        const auto id = ids.find(seq);
        if (auto taken = takeRow(*reader, seq, id == ids.end() ? nullptr : &id->second); !taken)
            return taken;
    }
    return success();
}

Result<> Salvage::takeRow(TorrentReader &reader, std::int64_t seq, const TorrentId *indexed)
{
    reader.rows().bindInt(1, seq);
    const auto row = reader.rows().step();
    if (!row && !database::isDamage(row.error().code))
        return failure(row.error());
    if (!row || !*row)
        return takePlaceholder(indexed, row ? "its row is missing" : row.error().detail);
    auto hot = reader.current();
    m_mayBeIncomplete = m_mayBeIncomplete || !hot.intact;
    reader.rows().reset();
    PartsRead parts;
    const auto torrent = reader.complete(std::move(hot), &parts);
    return torrent ? keep(*torrent, parts) : failure(torrent.error());
}

Result<> Salvage::takePlaceholder(const TorrentId *indexed, const std::string &why)
{
    if (!indexed || m_known.contains(*indexed))
        return success();
    StoredTorrent torrent;
    torrent.record.id = *indexed;
    torrent.record.stopped = true;
    torrent.damage = "the record was lost: " + why;
    return keep(torrent, {false, false, false});
}

Result<> Salvage::keep(const StoredTorrent &torrent, const PartsRead &parts)
{
    const auto &id = torrent.record.id;
    const auto known = m_known.find(id);
    if (known != m_known.end()) {
        if (known->second.parts.all() || !parts.all())
            return success();
        if (auto removed = m_writer.remove(id); !removed)
            return removed;
    }
    m_known.insert_or_assign(id, Known{parts, parts.all() ? TorrentRecord{} : torrent.record});
    return m_writer.insert(torrent);
}

Result<> Salvage::completeFrom(Database &snapshot)
{
    auto reader = TorrentReader::prepare(snapshot, {});
    if (!reader)
        return success();
    const bool addUnknown = std::exchange(m_mayBeIncomplete, false);
    for (auto row = reader->rows().step(); row && *row; row = reader->rows().step()) {
        auto hot = reader->current();
        const auto known = m_known.find(hot.record.id);
        if (known == m_known.end() ? !addUnknown : known->second.parts.all())
            continue;
        PartsRead parts;
        auto torrent = reader->complete(std::move(hot), &parts);
        if (!torrent)
            return failure(std::move(torrent.error()));
        auto result = known == m_known.end() ? keep(*torrent, parts) : complete(known->second, std::move(*torrent), parts);
        if (!result)
            return result;
    }
    return takeValues(snapshot);
}

Result<> Salvage::complete(Known &known, StoredTorrent torrent, const PartsRead &parts)
{
    const bool takeRecord = !known.parts.record;
    if ((takeRecord && !parts.record) || (!known.parts.metainfo && !parts.metainfo) || (!known.parts.resume && !parts.resume))
        return success();
    // A snapshot from before the metadata came has nothing to give to a newer record.
    if (!takeRecord && ((!known.parts.metainfo && torrent.metainfo.empty()) || (!known.parts.resume && torrent.resume.empty())))
        return success();
    TorrentUpdate update{takeRecord ? std::move(torrent.record) : known.record, {}, {}};
    if (!known.parts.metainfo && !torrent.metainfo.empty())
        update.metainfo = std::move(torrent.metainfo);
    if (!known.parts.resume && !torrent.resume.empty())
        update.resume = std::move(torrent.resume);
    known = {};
    return m_writer.update(update);
}

Result<> Salvage::takeValues(Database &source)
{
    Result<> result = success();
    // A table that breaks off gives what was read of it.
    [[maybe_unused]] const auto ignored = readSettings(source, [&](std::string key, std::string value, bool intact) {
        if (!intact)
            m_damagedSettings.emplace(std::move(key), std::move(value));
        else if (result && m_settings.insert(key).second)
            result = writeSetting(*m_target, key, value);
    });
    for (const auto name : {kDownloadedNumber, kUploadedNumber}) {
        const auto value = readNumber(source, name);
        if (result && value && !readNumber(*m_target, name))
            result = writeNumber(*m_target, name, *value);
    }
    const auto state = readState(source);
    const auto present = readState(*m_target);
    if (result && state && present && !state->empty() && present->empty())
        result = writeState(*m_target, *state);
    return result;
}

Result<> Salvage::finish()
{
    for (const auto &[key, value] : m_damagedSettings) {
        if (m_settings.contains(key))
            continue;
        if (auto written = writeSetting(*m_target, key, value); !written)
            return written;
    }
    return success();
}

std::size_t Salvage::stillDamaged() const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_known, [](const auto &entry) { return !entry.second.parts.all(); }));
}

} // namespace trib::torrent
