// SessionBook: the logins that hold: bounded in number and in time without a request. A token is 256 random bits; it is compared in constant
// time and never logged. Lives on the API's thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trib::remote {

class SessionBook {
public:
    static constexpr std::size_t kMaxSessions = 64;
    static constexpr std::chrono::seconds kIdle{3600};

    // Both outlive the book.
    SessionBook(const Clock &clock, Random &random) : m_clock(clock), m_random(random) {}

    // The new session's token. The one unused for longest ends when there are too many. NoEntropy.
    [[nodiscard]] Result<std::string> open();

    // The identity of the session with this token, "session 7", whose time begins anew; nullopt for none.
    [[nodiscard]] std::optional<std::string> find(std::string_view token);

    void close(std::string_view identity);

private:
    struct Session {
        std::string token;
        std::string identity;
        SteadyTime used;
    };

    void dropExpired();

    const Clock &m_clock;
    Random &m_random;
    std::vector<Session> m_sessions;
    std::uint64_t m_opened = 0;
};

} // namespace trib::remote
