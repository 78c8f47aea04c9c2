// TorrentWatch: what the desktop's part of the window needs to know of the list: its ids, whether something is going on, and which torrent
// has just got into trouble. GUI thread. Reads deltas and acknowledges none: the list does.
#pragma once

#include "core/base/clock.h"
#include "core/engine/torrent_engine.h"

#include <QObject>

#include <chrono>
#include <optional>
#include <unordered_map>

namespace trib::ui {

// After the list has been loaded: what was wrong before is shown in the list, and is no news.
inline constexpr std::chrono::seconds kSettlesAfterLoading{10};

class TorrentWatch final : public QObject {
    Q_OBJECT

public:
    TorrentWatch(engine::TorrentEngine &engine, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] TorrentIds ids() const;
    [[nodiscard]] bool isDownloading() const { return m_downloading > 0; } // data comes, is checked or is moved
    [[nodiscard]] bool isUploading() const { return m_uploading > 0; }
    [[nodiscard]] const SessionStatus &status() const { return m_status; }

Q_SIGNALS:
    void activityChanged();
    void statusChanged();
    void gotIntoTrouble(const trib::TorrentSnapshot &torrent);

private:
    struct Flags {
        bool loading = true;
        bool failed = false;
        bool downloading = false;
        bool uploading = false;
    };

    void take(const TransferDelta &delta);
    void takeRow(const TorrentSnapshot &torrent);
    void takeStatus(const SessionStatus &status);
    void count(const Flags &flags, int by);
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] static Flags flagsOf(const TorrentSnapshot &torrent);

    const Clock &m_clock;
    std::unordered_map<TorrentId, Flags> m_torrents;
    SessionStatus m_status;
    std::optional<SteadyTime> m_loadedUntil; // when the list was last seen to be loading
    int m_downloading = 0;
    int m_uploading = 0;
};

} // namespace trib::ui
