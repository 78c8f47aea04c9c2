// Where qBittorrent keeps things, and the two kinds of store.
#include "core/torrent/import_qbittorrent.h"

#include "core/base/remote_text.h"
#include "core/base/utf8_path.h"
#include "core/database/database.h"
#include "core/model/engine_error.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>
#include <system_error>
#include <unordered_map>

namespace trib::torrent {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMaxDatabase = std::int64_t{16} << 30;
constexpr std::int64_t kMaxCategories = 4 << 20;
constexpr std::string_view kResume = ".fastresume";

struct Store {
    fs::path backup;   // BT_backup; empty if there is none
    fs::path database; // torrents.db; likewise
};

[[nodiscard]] Store findStore(const fs::path &folder)
{
    Store store;
    std::error_code error;
    for (const char *below : {"", "qBittorrent/data", "data", "qBittorrent", "data/qBittorrent"}) {
        const fs::path place = folder / below;
        if (store.backup.empty() && fs::is_directory(place / "BT_backup", error))
            store.backup = place / "BT_backup";
        if (store.database.empty() && fs::is_regular_file(place / "torrents.db", error))
            store.database = place / "torrents.db";
    }
    if (store.backup.empty() && store.database.empty() && folder.filename() == "BT_backup")
        store.backup = folder;
    return store;
}

[[nodiscard]] fs::file_time_type newest(const fs::path &folder)
{
    fs::file_time_type time = fs::file_time_type::min();
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code gone;
        const auto written = entry->last_write_time(gone);
        if (!gone && entry->path().extension() == fs::path(kResume))
            time = std::max(time, written);
    }
    return time;
}

[[nodiscard]] bool databaseIsNewer(const Store &store)
{
    if (store.backup.empty() || store.database.empty())
        return store.backup.empty();
    std::error_code error;
    auto written = fs::last_write_time(store.database, error);
    const auto log = fs::last_write_time(fs::path(store.database) += "-wal", error);
    if (!error)
        written = std::max(written, log);
    return written >= newest(store.backup);
}

// A folder of our own that goes with the object.
class ScratchFolder {
public:
    ScratchFolder()
    {
        std::error_code error;
        std::random_device random;
        for (int attempt = 0; attempt < 100 && m_path.empty(); ++attempt) {
            const fs::path path = fs::temp_directory_path(error) / ("tributary-import-" + std::to_string(random()));
            if (!error && fs::create_directory(path, error)) {
                fs::permissions(path, fs::perms::owner_all, error);
                m_path = path;
            }
        }
    }
    ~ScratchFolder()
    {
        std::error_code error;
        if (!m_path.empty())
            fs::remove_all(m_path, error);
    }
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;

    [[nodiscard]] const fs::path &path() const { return m_path; }

private:
    fs::path m_path;
};

// With its write-ahead log, which may hold the latest of it.
[[nodiscard]] Result<fs::path> copyOf(const fs::path &database, const ScratchFolder &scratch)
{
    std::error_code error;
    const fs::path copy = scratch.path() / "torrents.db";
    if (scratch.path().empty() || fs::file_size(database, error) > static_cast<std::uintmax_t>(kMaxDatabase))
        return failure(EngineErrc::FileTooLarge, toUtf8(database));
    fs::copy_file(database, copy, error);
    if (error)
        return failure(EngineErrc::FileUnreadable, toUtf8(database) + ": " + error.message());
    const fs::path log = fs::path(database) += "-wal";
    if (fs::is_regular_file(log, error))
        fs::copy_file(log, fs::path(copy) += "-wal", error);
    return copy;
}

[[nodiscard]] FileTime timeOfFile(const fs::path &path)
{
    const Folder folder = Folder::open(path.parent_path().string());
    const auto info = folder.isOpen() ? folder.look(path.filename().string()) : std::nullopt;
    return info ? info->modified : FileTime{};
}

class FilesReader {
public:
    FilesReader(const fs::path &folder, ImportPlan &plan) : m_path(folder), m_folder(Folder::open(folder.string())), m_plan(plan) {}

    [[nodiscard]] Result<> read(const ImportProgress &progress)
    {
        std::vector<std::string> names;
        for (const std::string &name : m_folder.names()) {
            if (name.size() > kResume.size() && name.ends_with(kResume) && names.size() < kMaxImported)
                names.push_back(name.substr(0, name.size() - kResume.size()));
        }
        sortByQueue(names);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!progress(i, names.size()))
                return failure(EngineErrc::Cancelled);
            if (auto torrent = readOne(names[i]))
                m_plan.torrents.push_back(std::move(*torrent));
            else
                m_plan.unreadable.emplace_back(names[i], torrent.error());
        }
        return success();
    }

private:
    // Those in the queue first, in its order.
    void sortByQueue(std::vector<std::string> &names) const
    {
        std::unordered_map<std::string, std::size_t> places;
        if (const auto queue = readBounded(m_folder, "queue", kMaxResumeFile)) {
            std::string line;
            for (const std::uint8_t byte : *queue) {
                if (byte != '\n')
                    line += static_cast<char>(byte);
                else if (!line.empty())
                    places.emplace(std::exchange(line, {}), places.size());
            }
        }
        const auto place = [&](const std::string &name) {
            const auto found = places.find(name);
            return std::pair(found == places.end() ? places.size() : found->second, name);
        };
        std::ranges::sort(names, {}, place);
    }

    [[nodiscard]] Result<ImportedTorrent> readOne(const std::string &name) const
    {
        QBittorrentItem item;
        item.name = name;
        auto resume = readBounded(m_folder, name + std::string(kResume), kMaxResumeFile);
        if (!resume)
            return failure(resume.error());
        item.resume = std::move(*resume);
        item.remembered = timeOfFile(m_path / (name + std::string(kResume)));
        if (m_folder.look(name + ".torrent")) {
            auto metainfo = readBounded(m_folder, name + ".torrent", kMaxTorrentFile.count());
            if (!metainfo)
                return failure(metainfo.error());
            item.metainfo = std::move(*metainfo);
        }
        return readFastResume(item);
    }

    const fs::path m_path;
    const Folder m_folder;
    ImportPlan &m_plan;
};

class DatabaseReader {
public:
    DatabaseReader(database::Database &database, FileTime remembered, ImportPlan &plan)
        : m_database(database), m_remembered(remembered), m_plan(plan)
    {
    }

    [[nodiscard]] Result<> read(const ImportProgress &progress)
    {
        if (auto found = findColumns(); !found)
            return found;
        const auto count = m_database.queryInt("SELECT count(*) FROM torrents");
        auto statement = m_database.prepare(query());
        if (!count || !statement)
            return failure(EngineErrc::FileUnreadable, "torrents.db: " + (statement ? count.error() : statement.error()).detail);
        for (std::size_t i = 0; i < kMaxImported; ++i) {
            const auto more = statement->step();
            if (!more)
                return failure(EngineErrc::FileUnreadable, "torrents.db: " + more.error().detail);
            if (!*more)
                break;
            if (!progress(i, static_cast<std::size_t>(*count)))
                return failure(EngineErrc::Cancelled);
            take(*statement);
        }
        return success();
    }

private:
    // In the order of query(). What a version of qBittorrent does not have reads as the default.
    static constexpr std::array<std::pair<const char *, const char *>, 12> kColumns{{{"torrent_id", "''"}, {"libtorrent_resume_data", "x''"},
        {"metadata", "x''"}, {"name", "''"}, {"category", "''"}, {"tags", "''"}, {"ratio_limit", "-2000"}, {"seeding_time_limit", "-2"},
        {"inactive_seeding_time_limit", "-2"}, {"has_outer_pieces_priority", "0"}, {"operating_mode", "''"}, {"stopped", "0"}}};

    [[nodiscard]] Result<> findColumns()
    {
        auto statement = m_database.prepare("SELECT name FROM pragma_table_info('torrents')");
        if (!statement)
            return failure(EngineErrc::FileUnreadable, "torrents.db: " + statement.error().detail);
        for (;;) {
            const auto more = statement->step();
            if (!more)
                return failure(EngineErrc::FileUnreadable, "torrents.db: " + more.error().detail);
            if (!*more)
                break;
            m_there.insert(statement->textAt(0));
        }
        return m_there.contains("libtorrent_resume_data") ? success() : Result<>(failure(EngineErrc::FileUnreadable, "torrents.db: no table of torrents"));
    }

    [[nodiscard]] std::string query() const
    {
        std::string sql = "SELECT ";
        for (const auto &[name, otherwise] : kColumns)
            sql += std::string(&name == &kColumns.front().first ? "" : ", ") + (m_there.contains(name) ? name : otherwise);
        return sql + " FROM torrents" + (m_there.contains("queue_position") ? " ORDER BY queue_position < 0, queue_position" : "");
    }

    void take(const database::Statement &row)
    {
        QBittorrentItem item;
        item.name = remoteText(row.textAt(0));
        const auto resume = row.blobAt(1);
        item.resume.assign(resume.begin(), resume.end());
        const auto metainfo = row.blobAt(2);
        item.metainfo.assign(metainfo.begin(), metainfo.end());
        item.remembered = m_remembered;
        QBittorrentRow known;
        known.name = row.textAt(3);
        known.category = row.textAt(4);
        known.tags = row.textAt(5);
        known.ratioLimit = row.intAt(6);
        known.seedingTimeLimit = row.intAt(7);
        known.inactiveTimeLimit = row.intAt(8);
        known.firstLastFirst = row.intAt(9) != 0;
        known.forced = row.textAt(10) == "Forced";
        known.stopped = row.intAt(11) != 0;
        if (static_cast<std::int64_t>(item.resume.size()) > kMaxResumeFile || static_cast<std::int64_t>(item.metainfo.size()) > kMaxTorrentFile.count())
            m_plan.unreadable.emplace_back(item.name, Error{make_error_code(EngineErrc::FileTooLarge), {}});
        else if (auto torrent = readDatabaseRow(item, known))
            m_plan.torrents.push_back(std::move(*torrent));
        else
            m_plan.unreadable.emplace_back(item.name, torrent.error());
    }

    database::Database &m_database;
    const FileTime m_remembered;
    ImportPlan &m_plan;
    std::set<std::string, std::less<>> m_there;
};

[[nodiscard]] Result<> readDatabase(const fs::path &path, ImportPlan &plan, const ImportProgress &progress)
{
    const ScratchFolder scratch;
    const auto copy = copyOf(path, scratch);
    if (!copy)
        return failure(copy.error());
    auto database = database::Database::open(*copy, {database::OpenMode::ReadWrite}); // its log is taken in: of the copy
    if (!database)
        return failure(EngineErrc::FileUnreadable, toUtf8(path) + ": " + database.error().detail);
    const FileTime remembered = std::max(timeOfFile(path), timeOfFile(fs::path(path) += "-wal"));
    return DatabaseReader(*database, remembered, plan).read(progress);
}

void findCategories(const fs::path &given, const fs::path &store, ImportPlan &plan)
{
    const fs::path data = store.parent_path();
    const char *home = std::getenv("XDG_CONFIG_HOME");
    const char *user = std::getenv("HOME");
    std::vector<fs::path> places{given, given / "qBittorrent/config", given / "config", data / "config", data.parent_path() / "config"};
    if (given.filename() == "qBittorrent" && given.parent_path().filename() == "share") // the user's own, not a profile
        places.push_back(home && *home ? fs::path(home) / "qBittorrent" : fs::path(user ? user : "/") / ".config/qBittorrent");
    for (const fs::path &place : places) {
        const Folder folder = Folder::open(place.string());
        if (!folder.isOpen() || !folder.look("categories.json"))
            continue;
        if (const auto json = readBounded(folder, "categories.json", kMaxCategories))
            plan.categories = readCategories(*json);
        return;
    }
}

} // namespace

Result<ImportPlan> readQBittorrent(const std::string &folder, const ImportProgress &progress)
{
    fs::path given = fromUtf8(folder).lexically_normal();
    if (!given.has_filename())
        given = given.parent_path(); // written with a slash at the end
    const Store store = findStore(given);
    if (store.backup.empty() && store.database.empty())
        return failure(EngineErrc::PathInvalid, folder + ": neither BT_backup nor torrents.db is there");
    ImportPlan plan;
    const bool fromDatabase = databaseIsNewer(store);
    plan.store = toUtf8(fromDatabase ? store.database : store.backup);
    auto read = fromDatabase ? readDatabase(store.database, plan, progress) : FilesReader(store.backup, plan).read(progress);
    if (!read)
        return failure(read.error());
    findCategories(given, fromDatabase ? store.database : store.backup, plan);
    return plan;
}

} // namespace trib::torrent
