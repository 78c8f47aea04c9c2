// WatchKeeper: adds the .torrent and .magnet files that appear in the watched folders, and puts each away once its torrent is stored. Engine
// thread; all that touches a disk happens on a pool of its own, so that a network drive that hangs holds up nothing else. A file is
// taken when two looks in a row find it unchanged. Ended between adding and putting away, it finds the torrent in the list next time.
#pragma once

#include "core/model/watched_folder.h"
#include "core/torrent/answer.h"
#include "core/torrent/engine_context.h"
#include "core/torrent/folder_events.h"
#include "core/torrent/intake.h"
#include "core/torrent/watched_scan.h"

#include <QThreadPool>

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace trib::torrent {

inline constexpr std::size_t kMostWatchedFolders = 100;

class WatchKeeper {
public:

    // `changed` is called before the answer to whatever made the change is given.
    WatchKeeper(EngineContext &context, Intake &intake, std::function<void(const WatchedFolders &)> changed);
    ~WatchKeeper();

    void load(const settings::TextMap &stored);
    // Every torrent of the list is known now: what is in it already can be told.
    void begin();
    // Looks into the folders whose time has come.
    void tick();

    // Durable when they return; PathInvalid, NameInvalid, InvalidSetting (too many) or StoreUnavailable leave everything as it was.
    [[nodiscard]] Result<> save(const WatchedFolder &folder);
    [[nodiscard]] Result<> remove(const std::vector<std::string> &paths);

private:
    // A file that was seen and is still there.
    struct Seen {
        FileStamp stamp;
        SteadyTime due{};      // not to be taken before
        int failures = 0;      // in a row, of this stamp
        std::error_code error; // of the last try
        bool confirmed = false; // a later look found it unchanged
        bool busy = false;     // being read, added or put away
        bool settled = false;  // nothing will come of it until it changes
    };

    struct Watched {
        WatchedFolderState state;
        std::map<std::string, Seen> seen; // by relative path
        std::string refused;              // the one that state.refused names
        SteadyTime nextLook{};
        bool looking = false;
        std::uint32_t generation = 0;     // of its options: an answer to an older question is passed over
    };

    // One file on its way: read, each of its sources added, put away.
    struct Job {
        std::string folder;
        std::uint32_t generation = 0;
        FoundFile file;
        std::vector<TorrentSource> sources;
        std::size_t next = 0;
    };
    using JobPointer = std::shared_ptr<Job>;

    // As EngineContext::onPool(), on the pool here.
    template <class Work, class Then>
    void run(Work work, Then then);

    void look(Watched &watched);
    void taken(Watched &watched, const FolderLook &found);
    void note(Watched &watched, const FoundFile &file);
    void startDue();
    void start(Watched &watched, const std::string &path, Seen &seen);
    void addNext(const JobPointer &job);
    void putAwayNow(const JobPointer &job);
    void end(const JobPointer &job, const Result<> &result);
    void failed(Watched &watched, const std::string &path, Seen &seen, const Error &error);
    void forget(Watched &watched, const std::string &path);
    void lookSoon();
    [[nodiscard]] Watched *find(const std::string &folder, std::uint32_t generation);
    void publish();

    EngineContext &m_context;
    Intake &m_intake;
    std::function<void(const WatchedFolders &)> m_changed;
    std::map<std::string, Watched, std::less<>> m_folders; // by path
    std::unique_ptr<FolderEvents> m_events;
    QThreadPool m_pool;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    std::uint32_t m_generations = 0;
    int m_jobs = 0; // files on their way: a folder of thousands goes through by and by
    bool m_begun = false;
};

} // namespace trib::torrent
