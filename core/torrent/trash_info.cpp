#include "core/torrent/trash_info.h"

#include <algorithm>
#include <ctime>

namespace trib::torrent {

namespace {

constexpr std::size_t kLongestName = 255 - std::string_view(".trashinfo").size();

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-_.~/").find(c) != std::string_view::npos;
}

std::string percentEncoded(std::string_view path)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char c : path) {
        if (isPlain(c)) {
            text += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        text += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return text;
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

} // namespace

std::string trashInfo(std::string_view path, std::chrono::system_clock::time_point deleted)
{
    const std::time_t time = std::chrono::system_clock::to_time_t(deleted);
    std::tm local{};
    localtime_r(&time, &local);
    char date[32] = {};
    std::strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%S", &local);
    return "[Trash Info]\nPath=" + percentEncoded(path) + "\nDeletionDate=" + date + '\n';
}

std::string trashName(std::string_view name, int attempt)
{
    const std::string suffix = attempt > 1 ? '.' + std::to_string(attempt) : std::string();
    std::size_t length = std::min(name.size(), kLongestName - suffix.size());
    while (length < name.size() && length > 0 && isContinuation(name[length]))
        --length;
    return std::string(name.substr(0, length)) + suffix;
}

} // namespace trib::torrent
