// ImportGround: what is here already, for an import to be compared with. Values; the feature keeps them up to date.
#pragma once

#include "core/model/info_hash.h"
#include "core/model/labels.h"

#include <set>
#include <unordered_map>

namespace trib::ui {

struct ImportGround {
    Labels labels;
    std::unordered_map<TorrentId, InfoHash> torrents; // each is looked up with each change of the list
};

// The hashes of all torrents that are here: whether another one is among them is asked 10,000 times.
class KnownHashes {
public:
    explicit KnownHashes(const ImportGround &ground)
    {
        for (const auto &[id, hash] : ground.torrents) {
            if (hash.v1)
                m_v1.insert(*hash.v1);
            if (hash.v2)
                m_v2.insert(*hash.v2);
        }
    }

    [[nodiscard]] bool hold(const InfoHash &hash) const { return (hash.v1 && m_v1.contains(*hash.v1)) || (hash.v2 && m_v2.contains(*hash.v2)); }

private:
    std::set<Sha1> m_v1;
    std::set<Sha256> m_v2;
};

} // namespace trib::ui
