#include "core/torrent/backup_file.h"

#include "core/base/utf8_path.h"
#include "core/model/engine_error.h"
#include "core/torrent/backup_digest.h"
#include "core/torrent/disk_calls.h"
#include "core/torrent/session_schema.h"
#include "core/torrent/session_values.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <map>
#include <unistd.h>

namespace trib::torrent {
namespace {

using database::Database;
using database::DatabaseErrc;

constexpr std::size_t kLongestText = 4096;
constexpr std::array<std::string_view, 2> kOwnTables{"CREATE TABLE backup_file(name TEXT NOT NULL UNIQUE,data BLOB NOT NULL)",
    "CREATE TABLE backup_manifest(key TEXT NOT NULL UNIQUE,value TEXT NOT NULL)"};

// Of the file that is written; what session.db itself has to say goes through storeFailure().
[[nodiscard]] Failure targetFailure(const Error &error, const std::string &path)
{
    if (error.code == make_error_code(DatabaseErrc::Full))
        return failure(EngineErrc::NotEnoughSpace, path + ": " + error.detail);
    if (error.code.category() == make_error_code(DatabaseErrc::Full).category())
        return failure(EngineErrc::DiskError, path + ": " + error.detail);
    return failure(error);
}

[[nodiscard]] Result<> diskError(const std::string &path)
{
    const auto errc = errno == ENOSPC || errno == EDQUOT ? EngineErrc::NotEnoughSpace : errno == EEXIST ? EngineErrc::TargetExists : EngineErrc::DiskError;
    return failure(errc, path + ": " + std::generic_category().message(errno));
}

[[nodiscard]] Result<> copyStore(const std::filesystem::path &profile, Database &target, const std::string &path)
{
    auto source = Database::open(StorePaths{profile}.database(), {.mode = database::OpenMode::ReadOnly});
    if (!source)
        return storeFailure(source.error(), "back up session.db");
    if (auto copied = source->copyTo(target); !copied && database::isDamage(copied.error().code))
        return storeFailure(copied.error(), "back up session.db");
    else if (!copied)
        return targetFailure(copied.error(), path);
    auto checked = target.leaveWal().and_then([&](std::monostate) { return verifySchema(target); }).and_then([&](std::monostate) {
        return verifyContent(target, true);
    });
    if (!checked && database::isDamage(checked.error().code))
        askForFullCheck(profile);
    return checked ? success() : Result<>(storeFailure(checked.error(), "back up session.db"));
}

// nullopt: there is none.
[[nodiscard]] Result<std::optional<std::vector<std::uint8_t>>> readFile(const std::string &path)
{
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.isOpen() && (errno == ENOENT || errno == ENOTDIR))
        return std::optional<std::vector<std::uint8_t>>();
    const auto info = file.isOpen() ? look(file) : std::nullopt;
    if (!info || info->type != EntryInfo::Type::File)
        return failure(EngineErrc::FileUnreadable, path);
    if (info->size > kMaxBackupFile.count())
        return failure(EngineErrc::FileTooLarge, path);
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(info->size));
    const ssize_t read = ::pread(file.get(), bytes.data(), bytes.size(), 0);
    if (read != static_cast<ssize_t>(bytes.size()))
        return failure(EngineErrc::FileUnreadable, path);
    return std::optional(std::move(bytes));
}

[[nodiscard]] Result<> writeFiles(Database &target, const BackupFiles &files, const std::string &path)
{
    auto insert = target.prepare("INSERT OR IGNORE INTO backup_file(name,data) VALUES(?1,?2)");
    if (!insert)
        return targetFailure(insert.error(), path);
    if (files.size() > kMostBackupFiles)
        return failure(EngineErrc::TooLarge, "too many files");
    for (const auto &[from, name] : files) {
        if (!isBackupFileName(name))
            return failure(EngineErrc::NameInvalid, name);
        auto bytes = readFile(from);
        if (!bytes)
            return failure(std::move(bytes.error()));
        if (!*bytes)
            continue;
        insert->bindText(1, name);
        insert->bindBlob(2, **bytes);
        if (auto written = insert->run(); !written)
            return targetFailure(written.error(), path);
    }
    return success();
}

[[nodiscard]] Result<> writeManifest(Database &target, const std::filesystem::path &profile, const Clock &clock)
{
    const auto torrents = target.queryInt("SELECT count(*) FROM torrent");
    if (!torrents)
        return failure(torrents.error());
    std::map<std::string, std::string> values{{"format", std::to_string(kBackupFormat)}, {"version", TRIB_VERSION},
        {"made", std::to_string(clock.wallNow().time_since_epoch().count())}, {"torrents", std::to_string(*torrents)},
        {"profile", toUtf8(profile)}};
    auto digest = backupDigest(target, values);
    if (!digest)
        return failure(std::move(digest.error()));
    values["digest"] = std::move(*digest);
    auto insert = target.prepare("INSERT INTO backup_manifest(key,value) VALUES(?1,?2)");
    if (!insert)
        return failure(std::move(insert.error()));
    for (const auto &[key, value] : values) {
        insert->bindText(1, key);
        insert->bindText(2, value);
        if (auto written = insert->run(); !written)
            return written;
    }
    return success();
}

[[nodiscard]] Result<> fill(const std::filesystem::path &part, const std::filesystem::path &profile, const std::string &path, const BackupFiles &files,
                            const Clock &clock)
{
    auto target = Database::open(part, {.mode = database::OpenMode::Create});
    if (!target)
        return targetFailure(target.error(), path);
    if (auto copied = copyStore(profile, *target, path); !copied)
        return copied;
    auto transaction = database::Transaction::begin(*target);
    if (!transaction)
        return targetFailure(transaction.error(), path);
    const std::string tables = std::string(kOwnTables[0]) + ';' + std::string(kOwnTables[1]) + ";PRAGMA application_id=" + std::to_string(kBackupApplicationId);
    if (auto made = target->execute(tables.c_str()); !made)
        return targetFailure(made.error(), path);
    auto written = writeFiles(*target, files, path).and_then([&](std::monostate) { return writeManifest(*target, profile, clock); });
    if (!written)
        return targetFailure(written.error(), path);
    if (auto committed = transaction->commit(); !committed)
        return targetFailure(committed.error(), path);
    return verifyBackup(*target).map([](const BackupManifest &) { return std::monostate{}; });
}

[[nodiscard]] Result<std::map<std::string, std::string>> manifestValues(Database &backup)
{
    auto rows = backup.prepare("SELECT key,value FROM backup_manifest LIMIT 100");
    if (!rows)
        return failure(std::move(rows.error()));
    std::map<std::string, std::string> values;
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            return values;
        values.emplace(rows->textAt(0), rows->textAt(1).substr(0, kLongestText));
    }
}

[[nodiscard]] std::int64_t numberOf(const std::map<std::string, std::string> &values, const std::string &key)
{
    const auto found = values.find(key);
    std::int64_t number = -1;
    if (found != values.end())
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), number);
    return number;
}

[[nodiscard]] Result<std::vector<std::string>> fileNames(Database &backup)
{
    auto rows = backup.prepare("SELECT name FROM backup_file ORDER BY name");
    if (!rows)
        return failure(std::move(rows.error()));
    std::vector<std::string> names;
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            return names;
        names.push_back(rows->textAt(0));
        if (!isBackupFileName(names.back()) || names.size() > kMostBackupFiles)
            return failure(EngineErrc::StoreDamaged, "it has a file of a name that is not allowed");
    }
}

[[nodiscard]] Failure asBackupFailure(const Error &error)
{
    if (error.code == make_error_code(DatabaseErrc::CannotOpen))
        return failure(EngineErrc::FileUnreadable, error.detail);
    if (error.code.category() == make_error_code(DatabaseErrc::Full).category())
        return failure(EngineErrc::StoreDamaged, error.detail);
    return failure(error);
}

} // namespace

bool isBackupFileName(std::string_view name)
{
    const bool plain = std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    });
    constexpr std::array<std::string_view, 8> kTaken{".", "session", "snapshots", "lock", "profile.lock", "control.", "restore", "replaced"};
    return plain && !name.empty() && name.size() <= 100
        && std::ranges::none_of(kTaken, [&](std::string_view taken) { return name.starts_with(taken); });
}

Result<> writeBackup(const std::filesystem::path &profile, const std::string &path, const BackupFiles &files, const Clock &clock)
{
    const auto whole = fromUtf8(path);
    if (!whole.is_absolute() || !whole.has_filename() || path.find('\0') != std::string::npos)
        return failure(EngineErrc::PathInvalid, path);
    const Folder folder = Folder::open(whole.parent_path().string());
    if (!folder.isOpen())
        return failure(EngineErrc::PathInvalid, path + ": " + std::generic_category().message(errno));
    const std::string name = whole.filename().string();
    if (folder.look(name))
        return failure(EngineErrc::TargetExists, path);
    const std::string part = "." + name.substr(0, 200) + "." + std::to_string(::getpid()) + ".part";
    const auto unfinished = whole.parent_path() / part;
    discardDatabase(unfinished);
    if (!folder.openFile(part, O_WRONLY | O_CREAT | O_EXCL, 0600).isOpen())
        return diskError(path);
    auto written = fill(unfinished, profile, path, files, clock);
    if (written) {
        const FileDescriptor file = folder.openFile(part, O_RDONLY);
        if (!file.isOpen() || ::fsync(file.get()) != 0 || !renameNoReplace(folder, part, folder, name) || !folder.sync())
            written = diskError(path);
    }
    if (!written)
        discardDatabase(unfinished);
    return written;
}

Result<BackupManifest> readManifest(Database &backup)
{
    const auto application = backup.queryInt("PRAGMA application_id");
    if (!application)
        return asBackupFailure(application.error());
    if (*application != kBackupApplicationId)
        return failure(EngineErrc::StoreDamaged, "it is no backup of this program");
    const auto values = manifestValues(backup);
    if (!values)
        return asBackupFailure(values.error());
    BackupManifest manifest;
    manifest.format = static_cast<int>(std::clamp<std::int64_t>(numberOf(*values, "format"), -1, 1'000'000));
    manifest.made = WallTime(std::chrono::seconds(numberOf(*values, "made")));
    manifest.torrents = numberOf(*values, "torrents");
    if (const auto version = values->find("version"); version != values->end())
        manifest.version = version->second;
    if (const auto profile = values->find("profile"); profile != values->end())
        manifest.profile = profile->second;
    if (manifest.format > kBackupFormat)
        return failure(EngineErrc::StoreNewer, "a backup of format " + std::to_string(manifest.format));
    if (manifest.format < 1 || manifest.made < WallTime{} || manifest.torrents < 0)
        return failure(EngineErrc::StoreDamaged, "its manifest makes no sense");
    return manifest;
}

Result<BackupManifest> verifyBackup(Database &backup)
{
    auto manifest = readManifest(backup);
    if (!manifest)
        return manifest;
    const auto problems = backup.integrityCheck();
    if (!problems)
        return asBackupFailure(problems.error());
    if (!problems->empty())
        return failure(EngineErrc::StoreDamaged, problems->front());
    auto values = manifestValues(backup);
    if (!values)
        return asBackupFailure(values.error());
    const std::string claimed = values->contains("digest") ? values->extract("digest").mapped() : std::string();
    const auto digest = backupDigest(backup, *values);
    if (!digest)
        return asBackupFailure(digest.error());
    if (*digest != claimed)
        return failure(EngineErrc::StoreDamaged, "its checksum is wrong");
    const auto version = backup.queryInt("PRAGMA user_version");
    if (!version)
        return asBackupFailure(version.error());
    if (*version != kSchemaVersion)
        return failure(*version > kSchemaVersion ? EngineErrc::StoreNewer : EngineErrc::StoreDamaged, "session.db has version " + std::to_string(*version));
    if (const auto intact = verifyTables(backup, kOwnTables).and_then([&](std::monostate) { return verifyValues(backup); }); !intact)
        return asBackupFailure(intact.error());
    auto names = fileNames(backup);
    if (!names)
        return asBackupFailure(names.error());
    manifest->files = std::move(*names);
    return manifest;
}

Result<BackupManifest> verifyBackup(const std::filesystem::path &file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return failure(EngineErrc::FileUnreadable, error ? error.message() : "not a regular file");
    auto backup = Database::open(file, {.mode = database::OpenMode::ReadOnly, .checkpointOnClose = false});
    return backup ? verifyBackup(*backup) : Result<BackupManifest>(asBackupFailure(backup.error()));
}

} // namespace trib::torrent
