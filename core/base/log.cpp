#include "core/base/log.h"

#include "core/base/remote_text.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace trib {
namespace {

constexpr std::size_t kMostInMemory = 1024; // bytes of one entry's text

[[nodiscard]] std::string_view levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return "debug";
    case LogLevel::Info: return "info";
    case LogLevel::Warning: return "warning";
    case LogLevel::Error: return "error";
    }
    return "?";
}

[[nodiscard]] std::string timestamp(WallTime time)
{
    const std::time_t seconds = time.time_since_epoch().count();
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    return std::string(text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts));
}

} // namespace

FileLog::FileLog(std::filesystem::path path, const Clock &clock, std::uintmax_t maxBytes)
    : m_path(std::move(path)), m_clock(clock), m_maxBytes(maxBytes), m_stream(m_path, std::ios::app | std::ios::binary)
{
    std::error_code ignored; // a size that cannot be read only delays the first rotation
    const auto size = std::filesystem::file_size(m_path, ignored);
    m_size = ignored ? 0 : size;
}

void FileLog::write(LogLevel level, std::string_view text)
{
    std::string line = timestamp(m_clock.wallNow());
    line.append(" ").append(levelName(level)).append(" ").append(remoteText(text, 4096)).append("\n");
    const std::lock_guard lock(m_mutex);
    rotateIfLarge();
    m_stream << line << std::flush;
    m_size += line.size();
}

void FileLog::rotateIfLarge()
{
    if (m_size < m_maxBytes)
        return;
    m_stream.close();
    std::error_code ignored; // when the old file cannot be renamed, the log goes on in it
    std::filesystem::rename(m_path, std::filesystem::path(m_path) += ".1", ignored);
    m_stream.open(m_path, std::ios::app | std::ios::binary);
    m_size = 0;
}

LogHistory::LogHistory(const Clock &clock, Log &next, std::size_t most) : m_clock(clock), m_next(next), m_most(most) {}

void LogHistory::write(LogLevel level, std::string_view text)
{
    m_next.write(level, text);
    LogEntry entry{0, m_clock.wallNow(), level, remoteText(text, kMostInMemory)};
    const std::lock_guard lock(m_mutex);
    entry.number = ++m_last;
    m_entries.push_back(std::move(entry));
    if (m_entries.size() > m_most)
        m_entries.pop_front();
}

std::vector<LogEntry> LogHistory::since(std::uint64_t number) const
{
    const std::lock_guard lock(m_mutex);
    const std::uint64_t missing = m_last - m_entries.size();
    const std::size_t skip = number <= missing ? 0 : static_cast<std::size_t>(std::min(number, m_last) - missing);
    return {m_entries.begin() + static_cast<std::ptrdiff_t>(skip), m_entries.end()};
}

std::string withoutSecrets(std::string_view url)
{
    static constexpr std::string_view kScheme = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.";
    const auto colon = std::min(url.find_first_not_of(kScheme), url.size());
    const std::size_t start = url.substr(colon).starts_with("://") ? colon + 3 : 0;
    const std::string_view rest = url.substr(start);
    std::string_view host = rest.substr(0, rest.find_first_of("/?#\\ "));
    if (const auto at = host.rfind('@'); at != std::string_view::npos)
        host.remove_prefix(at + 1);
    return std::string(url.substr(0, start)).append(host).append(host.size() < rest.size() ? "/…" : "");
}

} // namespace trib
