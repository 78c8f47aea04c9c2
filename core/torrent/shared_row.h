// SharedRow: a torrent's row as last published. Whoever received it shares it, so it is copied before it changes. Engine thread.
#pragma once

#include "core/model/delta.h"

#include <memory>

namespace trib::torrent {

class SharedRow {
public:
    [[nodiscard]] const TorrentSnapshot *operator->() const { return m_row.get(); }
    [[nodiscard]] const TorrentSnapshot &operator*() const { return *m_row; }

    // For changing it. The reference holds until share().
    [[nodiscard]] TorrentSnapshot &edit()
    {
        if (m_isShared) {
            m_row = std::make_shared<TorrentSnapshot>(*m_row);
            m_isShared = false;
        }
        return *m_row;
    }

    [[nodiscard]] SnapshotPointer share()
    {
        m_isShared = true;
        return m_row;
    }

private:
    std::shared_ptr<TorrentSnapshot> m_row = std::make_shared<TorrentSnapshot>();
    bool m_isShared = false;
};

} // namespace trib::torrent
