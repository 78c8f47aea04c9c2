// Log: where the program writes what happened, for people who look for a cause. Thread-safe. Handed in by constructor.
// No secret, passkey or cookie may reach it: pass URLs through withoutSecrets().
#pragma once

#include "core/base/clock.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace trib {

enum class LogLevel { Debug, Info, Warning, Error };

class Log {
public:
    virtual ~Log() = default;

    virtual void write(LogLevel level, std::string_view text) = 0;

    void info(std::string_view text) { write(LogLevel::Info, text); }
    void warning(std::string_view text) { write(LogLevel::Warning, text); }
    void error(std::string_view text) { write(LogLevel::Error, text); }
};

// A text file that is renamed to NAME.1 when it reaches `maxBytes`; one older file is kept. A log that cannot be written is silent.
class FileLog final : public Log {
public:
    FileLog(std::filesystem::path path, const Clock &clock, std::uintmax_t maxBytes = 4u << 20);

    void write(LogLevel level, std::string_view text) override;

private:
    void rotateIfLarge();

    const std::filesystem::path m_path;
    const Clock &m_clock;
    const std::uintmax_t m_maxBytes;
    std::mutex m_mutex;
    std::ofstream m_stream;
    std::uintmax_t m_size = 0;
};

struct LogEntry {
    std::uint64_t number = 0; // 1, 2, 3 ...
    WallTime time{};
    LogLevel level = LogLevel::Info;
    std::string text;

    bool operator==(const LogEntry &) const = default;
};

// The newest entries in memory, for the window; hands everything on to `next`.
class LogHistory final : public Log {
public:
    LogHistory(const Clock &clock, Log &next, std::size_t most = 5000);

    void write(LogLevel level, std::string_view text) override;

    // What is kept and came after `number`, in order; 0: all that is kept.
    [[nodiscard]] std::vector<LogEntry> since(std::uint64_t number) const;

private:
    const Clock &m_clock;
    Log &m_next;
    const std::size_t m_most;
    mutable std::mutex m_mutex;
    std::deque<LogEntry> m_entries;
    std::uint64_t m_last = 0;
};

// For tests and for tools that have nowhere to write.
class NullLog final : public Log {
public:
    void write(LogLevel, std::string_view) override {}
};

// `url` without user info, query and all path components but the host's: private trackers keep passkeys in any of these.
[[nodiscard]] std::string withoutSecrets(std::string_view url);

} // namespace trib
