#include "core/torrent/torrent_rows.h"

#include "core/torrent/checksum.h"
#include "core/torrent/record_codec.h"

namespace trib::torrent {
namespace {

using database::Database;
using database::Statement;

constexpr int kMetainfoCheckParameter = kRecordColumnCount + 1;
constexpr int kResumeCheckParameter = kRecordColumnCount + 2;
constexpr int kDamageParameter = kRecordColumnCount + 3;
constexpr int kRowCheckParameter = kRecordColumnCount + 4;

// A blob that ends up beside another torrent's row does not fit there.
std::int64_t blobCheck(const TorrentId &id, std::span<const std::uint8_t> blob)
{
    Checksum checksum;
    checksum.addBlob(id.bytes());
    checksum.addBlob(blob);
    return checksum.value();
}

std::string insertSql()
{
    std::string sql = "INSERT INTO torrent(" + std::string(kRecordColumns) + ",metainfo_check,resume_check,damage,row_check) VALUES(?";
    for (int i = 1; i < kRowCheckParameter; ++i)
        sql += ",?";
    return sql + ") RETURNING seq";
}

std::string updateSql()
{
    std::string sql = "UPDATE torrent SET (" + std::string(kRecordColumns) + ",metainfo_check,resume_check,damage,row_check)=(?";
    for (int i = 1; i < kRecordColumnCount; ++i)
        sql += ",?";
    return sql + ",coalesce(?,metainfo_check),coalesce(?,resume_check),?,?) WHERE id=?1 RETURNING seq";
}

void bindCheck(Statement &statement, int parameter, const TorrentId &id, const Blob *blob)
{
    if (blob)
        statement.bindInt(parameter, blobCheck(id, *blob));
    else
        statement.bindNull(parameter);
}

void bindRow(Statement &statement, const TorrentRecord &record, const Blob *metainfo, const Blob *resume, const std::string &damage)
{
    const auto rowCheck = bindRecord(statement, 1, record, damage);
    bindCheck(statement, kMetainfoCheckParameter, record.id, metainfo);
    bindCheck(statement, kResumeCheckParameter, record.id, resume);
    if (damage.empty())
        statement.bindNull(kDamageParameter);
    else
        statement.bindText(kDamageParameter, damage);
    statement.bindInt(kRowCheckParameter, rowCheck);
}

// The seq of the row that the statement wrote; nullopt if it wrote none.
[[nodiscard]] Result<std::optional<std::int64_t>> writtenRow(Statement &statement)
{
    const auto row = statement.step();
    if (!row)
        return failure(row.error());
    if (!*row)
        return std::optional<std::int64_t>();
    const auto seq = statement.intAt(0);
    return statement.run().map([&](std::monostate) { return std::optional(seq); });
}

[[nodiscard]] Result<> writeBlob(Statement &statement, std::int64_t seq, const Blob *blob)
{
    if (!blob)
        return success();
    statement.bindInt(1, seq);
    statement.bindBlob(2, *blob);
    return statement.run();
}

const Blob *orNull(const Blob &blob)
{
    return blob.empty() ? nullptr : &blob;
}

void note(std::string &damage, std::string_view what)
{
    if (!damage.empty())
        damage += "; ";
    damage += what;
}

std::optional<std::int64_t> optionalInt(const Statement &statement, int column)
{
    return statement.isNull(column) ? std::nullopt : std::optional(statement.intAt(column));
}

// Of a row whose checksum does not fit: what a person needs to recognise it.
TorrentRecord recognisable(const TorrentRecord &record)
{
    TorrentRecord result;
    result.id = record.id;
    result.infoHash = record.infoHash;
    result.name = record.name;
    result.savePath = record.savePath;
    result.stopped = true;
    return result;
}

} // namespace

TorrentWriter::TorrentWriter(Statements statements) : m_statements(std::move(statements))
{
}

Result<TorrentWriter> TorrentWriter::prepare(Database &database)
{
    auto insert = database.prepare(insertSql());
    auto update = database.prepare(updateSql());
    auto remove = database.prepare("DELETE FROM torrent WHERE id=?");
    auto metainfo = database.prepare("INSERT OR REPLACE INTO metainfo(seq,data) VALUES(?,?)");
    auto resume = database.prepare("INSERT OR REPLACE INTO resume(seq,data) VALUES(?,?)");
    for (auto *const statement : {&insert, &update, &remove, &metainfo, &resume}) {
        if (!*statement)
            return failure(std::move(statement->error()));
    }
    return TorrentWriter(Statements{std::move(*insert), std::move(*update), std::move(*remove), std::move(*metainfo), std::move(*resume)});
}

Result<> TorrentWriter::insert(const StoredTorrent &torrent)
{
    const Blob *const metainfo = orNull(torrent.metainfo);
    const Blob *const resume = orNull(torrent.resume);
    bindRow(m_statements.insert, torrent.record, metainfo, resume, torrent.damage);
    const auto seq = writtenRow(m_statements.insert);
    if (!seq)
        return failure(seq.error());
    return writeBlob(m_statements.metainfo, seq->value_or(0), metainfo).and_then([&](std::monostate) {
        return writeBlob(m_statements.resume, seq->value_or(0), resume);
    });
}

Result<> TorrentWriter::update(const TorrentUpdate &update)
{
    const Blob *const metainfo = update.metainfo ? &*update.metainfo : nullptr;
    const Blob *const resume = update.resume ? &*update.resume : nullptr;
    bindRow(m_statements.update, update.record, metainfo, resume, {});
    const auto seq = writtenRow(m_statements.update);
    if (!seq)
        return failure(seq.error());
    if (!*seq)
        return success();
    return writeBlob(m_statements.metainfo, **seq, metainfo).and_then([&](std::monostate) {
        return writeBlob(m_statements.resume, **seq, resume);
    });
}

Result<> TorrentWriter::remove(const TorrentId &id)
{
    m_statements.remove.bindBlob(1, id.bytes());
    return m_statements.remove.run();
}

TorrentReader::TorrentReader(Database &database, Statement rows, Statement metainfo, Statement resume)
    : m_database(&database), m_rows(std::move(rows)), m_metainfo(std::move(metainfo)), m_resume(std::move(resume))
{
}

Result<TorrentReader> TorrentReader::prepare(Database &database, std::string_view condition)
{
    // Only hot rows are sorted; a blob is looked up by its row number, which costs what a join would and keeps blobs out of the sort.
    std::string sql = "SELECT seq,metainfo_check,resume_check,damage,row_check," + std::string(kRecordColumns) + " FROM torrent ";
    sql += condition.empty() ? "ORDER BY queue_position<0,queue_position,added,seq" : "WHERE " + std::string(condition);
    auto rows = database.prepare(sql);
    auto metainfo = database.prepare("SELECT data FROM metainfo WHERE seq=?");
    auto resume = database.prepare("SELECT data FROM resume WHERE seq=?");
    for (auto *const statement : {&rows, &metainfo, &resume}) {
        if (!*statement)
            return failure(std::move(statement->error()));
    }
    return TorrentReader(database, std::move(*rows), std::move(*metainfo), std::move(*resume));
}

HotRow TorrentReader::current()
{
    HotRow row;
    row.seq = m_rows.intAt(0);
    row.metainfoCheck = optionalInt(m_rows, 1);
    row.resumeCheck = optionalInt(m_rows, 2);
    row.damage = m_rows.textAt(3);
    const auto rowCheck = m_rows.intAt(4);
    auto read = readRecord(m_rows, 5, row.damage);
    row.record = std::move(read.record);
    row.intact = read.checksum == rowCheck;
    if (!row.intact)
        repairId(row, rowCheck);
    if (!row.intact)
        row.record = recognisable(row.record);
    return row;
}

// The index holds each id a second time. Where only the row's copy is damaged, the index's makes the checksum fit again; where more
// is, the index's is still the better witness.
void TorrentReader::repairId(HotRow &row, std::int64_t rowCheck)
{
    auto index = m_database->prepare("SELECT id,seq FROM torrent INDEXED BY torrent_by_id ORDER BY id");
    if (!index)
        return;
    for (auto step = index->step(); step && *step; step = index->step()) {
        const auto id = index->blobAt(0);
        if (index->intAt(1) != row.seq || id.size() != TorrentId::kSize)
            continue;
        row.record.id = TorrentId(id.first<TorrentId::kSize>());
        row.intact = checksumOf(row.record, row.damage) == rowCheck;
        return;
    }
}

StoredTorrent TorrentReader::withoutBlobs(HotRow row)
{
    StoredTorrent torrent{std::move(row.record), {}, {}, std::move(row.damage)};
    if (!row.intact)
        note(torrent.damage, "the checksum of the record does not fit");
    return torrent;
}

Result<StoredTorrent> TorrentReader::complete(HotRow row, PartsRead *parts)
{
    StoredTorrent torrent;
    std::string damage;
    const auto metainfo = readBlob(m_metainfo, row, row.metainfoCheck, torrent.metainfo, damage);
    const auto resume = readBlob(m_resume, row, row.resumeCheck, torrent.resume, damage);
    if (!metainfo || !resume)
        return failure(metainfo ? resume.error() : metainfo.error());
    if (parts)
        *parts = {row.intact && row.damage.empty(), *metainfo, *resume};
    auto hot = withoutBlobs(std::move(row));
    torrent.record = std::move(hot.record);
    torrent.damage = std::move(hot.damage);
    if (!damage.empty())
        note(torrent.damage, damage);
    return torrent;
}

Result<bool> TorrentReader::readBlob(Statement &statement, const HotRow &row, std::optional<std::int64_t> check, Blob &blob,
                                     std::string &damage)
{
    if (!check)
        return true;
    const std::string_view name = &statement == &m_metainfo ? "metainfo" : "resume data";
    statement.bindInt(1, row.seq);
    const auto found = statement.step();
    if (!found && !database::isDamage(found.error().code))
        return failure(found.error());
    if (!found) {
        m_metDamagedPage = true;
        note(damage, std::string(name) + ": " + found.error().detail);
        return false;
    }
    const auto bytes = *found ? statement.blobAt(0) : std::span<const std::uint8_t>();
    const bool intact = *found && blobCheck(row.record.id, bytes) == *check;
    if (intact)
        blob.assign(bytes.begin(), bytes.end());
    else
        note(damage, *found ? std::string(name) + ": the checksum does not fit" : std::string(name) + " is missing");
    statement.reset();
    return intact;
}

} // namespace trib::torrent
