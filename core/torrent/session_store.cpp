#include "core/torrent/session_store.h"

#include "core/base/log.h"
#include "core/model/engine_error.h"
#include "core/torrent/backup_restore.h"
#include "core/torrent/durable_file.h"
#include "core/torrent/profile_lock.h"
#include "core/torrent/session_recovery.h"
#include "core/torrent/session_schema.h"
#include "core/torrent/session_snapshots.h"
#include "core/torrent/session_values.h"
#include "core/torrent/torrent_rows.h"

#include <unistd.h>

namespace trib::torrent {
namespace {

using database::Database;
using database::DatabaseErrc;

// A file up to this size is read from end to end at each start (a quarter of a second from an SSD); of a larger one only the small
// tables are, and blobs when they are loaded.
constexpr std::uintmax_t kAlwaysCheckedSize = 128u << 20;

std::uintmax_t sizeOf(const std::filesystem::path &file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return error ? 0 : size;
}

[[nodiscard]] Result<> createStore(const StorePaths &paths)
{
    discardDatabase(paths.unfinished());
    discardDatabase(paths.database());
    {
        auto database = createDatabase(paths.unfinished());
        if (!database)
            return failure(std::move(database.error()));
    }
    return renameDurably(paths.unfinished(), paths.database());
}

[[nodiscard]] Result<Database> openVerified(const StorePaths &paths)
{
    // Until the file is known to be ours, closing it must not write to it.
    auto database = Database::open(paths.database(), {.checkpointOnClose = false});
    if (!database)
        return database;
    const auto mark = paths.checkMark();
    std::error_code error;
    const bool everything = std::filesystem::exists(mark, error) || sizeOf(paths.database()) <= kAlwaysCheckedSize;
    auto verified = verifySchema(*database)
        .and_then([&](std::monostate) { return verifyContent(*database, everything); })
        .and_then([&](std::monostate) { return database->useDurableWal(); });
    if (!verified && verified.error().code == DatabaseErrc::ReadOnly && ::access(paths.database().c_str(), W_OK) == 0)
        return failure(DatabaseErrc::Corrupt, "the header asks for a newer SQLite: " + verified.error().detail);
    if (!verified)
        return failure(std::move(verified.error()));
    database->setCheckpointOnClose(true);
    if (everything)
        std::filesystem::remove(mark, error);
    return database;
}

// An empty or missing file is a new profile only where nothing tells of an older one.
bool isNewProfile(const StorePaths &paths)
{
    return sizeOf(paths.database()) == 0 && sizeOf(paths.walOf(paths.database())) == 0 && snapshotFiles(paths.folder).empty();
}

struct Opened {
    Database database;
    bool recovered;
};

[[nodiscard]] Result<Opened> openOrRecover(const StorePaths &paths, const Clock &clock, Log &log)
{
    if (auto restored = finishRestore(paths.folder, clock); !restored)
        return failure(std::move(restored.error()));
    else if (*restored)
        log.warning("a backup was restored; what was there before lies beside it");
    auto recovered = finishRecovery(paths.folder);
    if (!recovered)
        return failure(std::move(recovered.error()));
    if (isNewProfile(paths)) {
        if (auto created = createStore(paths); !created)
            return failure(std::move(created.error()));
    }
    const bool lost = sizeOf(paths.database()) == 0;
    auto database = lost ? Result<Database>(failure(DatabaseErrc::Corrupt, "session.db is missing or empty")) : openVerified(paths);
    if (!database && database::isDamage(database.error().code)) {
        log.error("session.db is damaged (" + database.error().detail + "); recovering");
        if (auto result = recoverStore(paths.folder, clock, log); !result)
            return failure(std::move(result.error()));
        recovered = true;
        database = openVerified(paths);
    }
    return std::move(database).map([&](Database opened) { return Opened{std::move(opened), *recovered}; });
}

} // namespace

class SessionStore::Private {
public:
    // Runs `change` in a transaction.
    template <class Change>
    [[nodiscard]] Result<> write(std::string_view doing, const Change &change)
    {
        auto transaction = database::Transaction::begin(database);
        auto result = !transaction ? Result<>(failure(transaction.error())) : change();
        if (result)
            result = transaction->commit();
        if (result)
            return result;
        noteDamage(result.error());
        return storeFailure(result.error(), doing);
    }

    void noteDamage(const Error &error) const
    {
        if (database::isDamage(error.code))
            askForFullCheck(folder);
    }

    std::filesystem::path folder;
    ProfileLock lock;
    Database database;
    TorrentWriter torrents;
    bool recovered;
};

SessionStore::SessionStore(std::unique_ptr<Private> p) : d(std::move(p))
{
}

SessionStore::~SessionStore() = default;

Result<std::unique_ptr<SessionStore>> SessionStore::open(const std::filesystem::path &folder, const Clock &clock, Log &log)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return failure(EngineErrc::StoreUnavailable, "create " + folder.string() + ": " + error.message());
    auto lock = ProfileLock::take(folder);
    if (!lock)
        return failure(std::move(lock.error()));
    auto opened = openOrRecover({folder}, clock, log);
    if (!opened)
        return storeFailure(opened.error(), "open session.db");
    auto writer = TorrentWriter::prepare(opened->database);
    if (!writer)
        return storeFailure(writer.error(), "open session.db");
    auto p = std::unique_ptr<Private>(
        new Private{folder, std::move(*lock), std::move(opened->database), std::move(*writer), opened->recovered});
    return std::unique_ptr<SessionStore>(new SessionStore(std::move(p)));
}

Result<> SessionStore::insert(const StoredTorrent &torrent)
{
    return d->write("add a torrent", [&]() -> Result<> {
        auto result = d->torrents.insert({torrent.record, torrent.metainfo, torrent.resume, {}});
        if (!result && result.error().code == DatabaseErrc::Constraint)
            return failure(EngineErrc::DuplicateTorrent, torrent.record.id.toHex());
        return result;
    });
}

Result<> SessionStore::update(std::span<const TorrentUpdate> updates)
{
    return d->write("save torrents", [&]() -> Result<> {
        for (const auto &update : updates) {
            if (auto result = d->torrents.update(update); !result)
                return result;
        }
        return success();
    });
}

Result<> SessionStore::remove(std::span<const TorrentId> ids)
{
    return d->write("remove torrents", [&]() -> Result<> {
        for (const auto &id : ids) {
            if (auto result = d->torrents.remove(id); !result)
                return result;
        }
        return success();
    });
}

Result<settings::TextMap> SessionStore::loadSettings()
{
    settings::TextMap map;
    const auto result = readSettings(d->database, [&](std::string key, std::string value, bool intact) {
        if (intact)
            map.emplace(std::move(key), std::move(value));
    });
    if (result)
        return map;
    d->noteDamage(result.error());
    return storeFailure(result.error(), "load the settings");
}

Result<> SessionStore::saveSettings(const settings::TextMap &settings, std::span<const std::string> gone)
{
    return d->write("save the settings", [&]() -> Result<> {
        for (const auto &[key, value] : settings) {
            if (auto result = writeSetting(d->database, key, value); !result)
                return result;
        }
        for (const std::string &key : gone) {
            if (auto result = eraseSetting(d->database, key); !result)
                return result;
        }
        return success();
    });
}

Result<Blob> SessionStore::loadSessionState()
{
    auto state = readState(d->database);
    if (state)
        return state;
    d->noteDamage(state.error());
    return storeFailure(state.error(), "load the session's state");
}

Result<> SessionStore::saveSessionState(std::span<const std::uint8_t> state)
{
    return d->write("save the session's state", [&] { return writeState(d->database, state); });
}

Result<Statistics> SessionStore::loadStatistics()
{
    return Statistics{Bytes(readNumber(d->database, kDownloadedNumber).value_or(0)),
                      Bytes(readNumber(d->database, kUploadedNumber).value_or(0))};
}

Result<> SessionStore::saveStatistics(const Statistics &statistics)
{
    return d->write("save the statistics", [&] {
        return writeNumber(d->database, kDownloadedNumber, statistics.downloaded.count()).and_then([&](std::monostate) {
            return writeNumber(d->database, kUploadedNumber, statistics.uploaded.count());
        });
    });
}

bool SessionStore::recovered() const
{
    return d->recovered;
}

} // namespace trib::torrent
