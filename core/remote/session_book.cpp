#include "core/remote/session_book.h"

#include "core/base/hex.h"
#include "core/remote/password_hash.h"

#include <algorithm>
#include <array>

namespace trib::remote {

Result<std::string> SessionBook::open()
{
    std::array<std::uint8_t, 32> bytes{};
    if (auto filled = m_random.fill(bytes); !filled)
        return failure(filled.error());
    dropExpired();
    if (m_sessions.size() >= kMaxSessions)
        m_sessions.erase(std::min_element(m_sessions.begin(), m_sessions.end(), [](const Session &a, const Session &b) { return a.used < b.used; }));
    m_sessions.push_back({toHex(bytes), "session " + std::to_string(++m_opened), m_clock.steadyNow()});
    return m_sessions.back().token;
}

std::optional<std::string> SessionBook::find(std::string_view token)
{
    dropExpired();
    Session *found = nullptr;
    for (Session &session : m_sessions) { // all of them: which one it is does not show in the time either
        if (equalsInConstantTime(session.token, token))
            found = &session;
    }
    if (!found)
        return std::nullopt;
    found->used = m_clock.steadyNow();
    return found->identity;
}

void SessionBook::close(std::string_view identity)
{
    std::erase_if(m_sessions, [&](const Session &session) { return session.identity == identity; });
}

void SessionBook::dropExpired()
{
    const SteadyTime now = m_clock.steadyNow();
    std::erase_if(m_sessions, [&](const Session &session) { return now - session.used >= kIdle; });
}

} // namespace trib::remote
