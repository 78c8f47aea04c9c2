#include "core/torrent/backup_rotation.h"

#include "core/base/utf8_path.h"
#include "core/torrent/session_schema.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace trib::torrent {
namespace {

using database::Database;

constexpr std::string_view kPattern = "tributary-dddd-dd-dd-dddd.backup";

struct Old {
    WallTime time;
    std::filesystem::path file;
};

[[nodiscard]] bool isOfProfile(const std::filesystem::path &file, const std::filesystem::path &profile)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file, error)))
        return false;
    auto backup = Database::open(file, {.mode = database::OpenMode::ReadOnly, .checkpointOnClose = false});
    if (!backup)
        return false;
    const auto manifest = readManifest(*backup);
    return manifest && manifest->profile == toUtf8(profile);
}

// Newest first.
[[nodiscard]] std::vector<Old> ofProfile(const std::filesystem::path &folder, const std::filesystem::path &profile)
{
    std::vector<Old> found;
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const auto time = backupTime(entry->path().filename().string());
        if (time && isOfProfile(entry->path(), profile))
            found.push_back({*time, entry->path()});
    }
    std::ranges::sort(found, std::ranges::greater{}, &Old::time);
    return found;
}

} // namespace

std::string backupName(WallTime time)
{
    const std::string stamp = timestampText(time); // 20261123-154233
    return "tributary-" + dateText(time) + '-' + stamp.substr(9, 4) + ".backup";
}

std::optional<WallTime> backupTime(std::string_view name)
{
    const bool fits = name.size() == kPattern.size() && std::equal(name.begin(), name.end(), kPattern.begin(), [](char is, char wanted) {
        return wanted == 'd' ? is >= '0' && is <= '9' : is == wanted;
    });
    if (!fits)
        return std::nullopt;
    const auto number = [&](std::size_t begin, std::size_t size) {
        int value = 0;
        std::from_chars(name.data() + begin, name.data() + begin + size, value);
        return value;
    };
    using namespace std::chrono;
    const year_month_day day{year(number(10, 4)), month(static_cast<unsigned>(number(15, 2))), std::chrono::day(static_cast<unsigned>(number(18, 2)))};
    if (!day.ok() || number(21, 2) > 23 || number(23, 2) > 59)
        return std::nullopt;
    return sys_days(day) + hours(number(21, 2)) + minutes(number(23, 2));
}

Result<bool> backUpIfDue(const std::filesystem::path &profile, const settings::BackupSettings &settings, const BackupFiles &files, const Clock &clock)
{
    const auto folder = fromUtf8(settings.folder);
    const WallTime now = clock.wallNow();
    const auto before = ofProfile(folder, profile);
    const bool isDue = before.empty() || now - before.front().time >= std::chrono::days(settings.days)
        || before.front().time > now + std::chrono::days(1); // the clock was wrong then, or is now
    if (!isDue)
        return false;
    const auto made = folder / backupName(now);
    if (auto written = writeBackup(profile, toUtf8(made), files, clock); !written)
        return failure(std::move(written.error()));
    std::size_t kept = 1;
    for (const Old &old : before) {
        std::error_code ignored;
        if (++kept > static_cast<std::size_t>(settings.kept) && old.file != made)
            std::filesystem::remove(old.file, ignored);
    }
    return true;
}

} // namespace trib::torrent
