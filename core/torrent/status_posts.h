// StatusPosts: asks libtorrent what has changed, and knows when the answer to one such question has come. Engine thread.
#pragma once

#include <libtorrent/session.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace trib::torrent {

class StatusPosts {
public:
    // Each is answered by one state_update_alert, in order.
    void post(lt::session &session)
    {
        session.post_torrent_updates();
        ++m_posted;
    }

    // `then` runs when rows and records know all that was told to libtorrent before this call; not at all if the engine ends before.
    void post(lt::session &session, std::function<void()> then)
    {
        post(session);
        m_waiting.emplace(m_posted, std::move(then));
    }

    // After the rows have taken an answer.
    void answered()
    {
        ++m_answered;
        while (!m_waiting.empty() && m_waiting.begin()->first <= m_answered)
            m_waiting.extract(m_waiting.begin()).mapped()();
    }

private:
    std::uint64_t m_posted = 0;
    std::uint64_t m_answered = 0;
    std::multimap<std::uint64_t, std::function<void()>> m_waiting;
};

} // namespace trib::torrent
