// Revision, RemovalLog and StampedMap: what a client that knows the state of one revision must be told to know that of the present one.
// Nothing is kept for any client: each thing bears the revision in which it changed last. API's thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <utility>

namespace trib::remote {

using Revision = std::uint32_t; // kept below 2^31, for clients that read it into an int

// What has gone, by the revision in which it went; the newest `kMost` of them.
template <class Key>
class RemovalLog {
public:
    static constexpr std::size_t kMost = 20'000;

    void add(Key key, Revision revision)
    {
        m_gone.emplace_back(revision, std::move(key));
        if (m_gone.size() <= kMost)
            return;
        m_forgotten = m_gone.front().first;
        m_gone.pop_front();
    }

    // False: something of what went after `since` is no longer known.
    [[nodiscard]] bool reachesBackTo(Revision since) const { return since >= m_forgotten; }

    template <class Visit>
    void forEachSince(Revision since, Visit &&visit) const
    {
        for (auto entry = m_gone.rbegin(); entry != m_gone.rend() && entry->first > since; ++entry)
            visit(entry->second);
    }

private:
    std::deque<std::pair<Revision, Key>> m_gone;
    Revision m_forgotten = 0;
};

// Names with JSON texts.
class StampedMap {
public:
    struct Entry {
        std::string json;
        Revision changed = 0;
    };

    // True if that is new.
    bool set(const std::string &name, std::string json, Revision revision)
    {
        Entry &entry = m_entries[name];
        if (entry.changed != 0 && entry.json == json)
            return false;
        entry = {std::move(json), revision};
        return true;
    }

    void remove(const std::string &name, Revision revision)
    {
        if (m_entries.erase(name) > 0)
            m_gone.add(name, revision);
    }

    // Those that `keep` says no to.
    template <class Keep>
    void removeUnless(Keep &&keep, Revision revision)
    {
        for (auto entry = m_entries.begin(); entry != m_entries.end();) {
            if (keep(entry->first)) {
                ++entry;
                continue;
            }
            m_gone.add(entry->first, revision);
            entry = m_entries.erase(entry);
        }
    }

    [[nodiscard]] const std::map<std::string, Entry> &entries() const { return m_entries; }
    [[nodiscard]] const RemovalLog<std::string> &gone() const { return m_gone; }
    [[nodiscard]] bool contains(const std::string &name) const { return m_entries.contains(name); }

private:
    std::map<std::string, Entry> m_entries;
    RemovalLog<std::string> m_gone;
};

} // namespace trib::remote
