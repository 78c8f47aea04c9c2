#include "core/torrent/watch_keeper.h"

#include "core/base/remote_text.h"
#include "core/model/engine_error.h"
#include "core/torrent/watched_codec.h"

#include <algorithm>
#include <array>
#include <utility>

namespace trib::torrent {
namespace {

using namespace std::chrono_literals;

constexpr auto kLookEvery = 3s;          // where the system has no word of changes
constexpr auto kUnreachablePause = 10s;
constexpr std::chrono::milliseconds kRest = 1500ms; // a file that is older than that and unchanged is whole, as far as can be told
constexpr std::chrono::milliseconds kSoon = 300ms;
constexpr auto kFirstPause = 2s;         // between two tries of one file; doubled each time
constexpr auto kLongestPause = 5min;
constexpr int kMostTriesCutShort = 6;    // a minute after the first
constexpr int kMostJobs = 8;
constexpr int kThreads = 4;

// What stays so as long as the bytes are the same.
[[nodiscard]] bool isOfContent(const std::error_code &code)
{
    constexpr std::array kContent{EngineErrc::FileTooLarge, EngineErrc::NestedTooDeep, EngineErrc::TooManyItems, EngineErrc::NotATorrent,
        EngineErrc::InvalidInfo, EngineErrc::InvalidPieceLength, EngineErrc::InvalidPieces, EngineErrc::InvalidFileTree,
        EngineErrc::InvalidName, EngineErrc::TooLarge, EngineErrc::UnsupportedVersion, EngineErrc::V2OnlyUnsafe,
        EngineErrc::InvalidInfoHash};
    return std::ranges::any_of(kContent, [&](EngineErrc errc) { return code == make_error_code(errc); });
}

// What a file looks like that somebody is still writing.
[[nodiscard]] bool mayBeCutShort(const std::error_code &code)
{
    return code == make_error_code(EngineErrc::NotBencoded) || code == make_error_code(EngineErrc::InvalidMagnet);
}

} // namespace

WatchKeeper::WatchKeeper(EngineContext &context, Intake &intake, std::function<void(const WatchedFolders &)> changed)
    : m_context(context), m_intake(intake), m_changed(std::move(changed)),
      m_events(std::make_unique<FolderEvents>(context.owner, [this] { lookSoon(); }))
{
    m_pool.setMaxThreadCount(kThreads);
}

WatchKeeper::~WatchKeeper()
{
    *m_alive = false;
    m_pool.waitForDone();
}

template <class Work, class Then>
void WatchKeeper::run(Work work, Then then)
{
    auto job = std::make_shared<std::pair<Work, Then>>(std::move(work), std::move(then));
    m_pool.start([target = &m_context.owner, alive = m_alive, job] {
        auto value = std::make_shared<std::invoke_result_t<Work>>(job->first());
        QMetaObject::invokeMethod(target, [alive, job, value] {
            if (*alive)
                job->second(std::move(*value));
        }, Qt::QueuedConnection);
    });
}

void WatchKeeper::load(const settings::TextMap &stored)
{
    for (const auto &[key, value] : stored) {
        auto folder = isWatchedKey(key) ? decodeWatched(key, value) : std::nullopt;
        if (!folder)
            continue;
        Watched &watched = m_folders[folder->path];
        watched.generation = ++m_generations;
        watched.state.folder = std::move(*folder);
    }
    publish();
}

void WatchKeeper::begin()
{
    m_begun = true;
    tick();
}

Result<> WatchKeeper::save(const WatchedFolder &folder)
{
    auto checked = checkWatched(folder);
    if (!checked)
        return failure(std::move(checked.error()));
    const bool isNew = !m_folders.contains(checked->path);
    if (isNew && m_folders.size() >= kMostWatchedFolders)
        return failure(EngineErrc::InvalidSetting, "too many watched folders");
    if (auto stored = m_context.store->saveSettings({{watchedKey(checked->path), encodeWatched(*checked)}}); !stored)
        return stored;
    Watched &watched = m_folders[checked->path];
    watched = {};
    watched.generation = ++m_generations;
    watched.state.folder = std::move(*checked);
    publish();
    tick();
    return success();
}

Result<> WatchKeeper::remove(const std::vector<std::string> &paths)
{
    std::vector<std::string> keys;
    for (const std::string &path : paths)
        keys.push_back(watchedKey(path));
    if (auto stored = m_context.store->saveSettings({}, keys); !stored)
        return stored;
    for (const std::string &path : paths)
        m_folders.erase(path);
    publish();
    return success();
}

void WatchKeeper::lookSoon()
{
    const SteadyTime soon = m_context.clock.steadyNow() + kSoon;
    for (auto &[path, watched] : m_folders)
        watched.nextLook = std::min(watched.nextLook, soon);
}

void WatchKeeper::tick()
{
    if (!m_begun || m_context.stopping)
        return;
    const SteadyTime now = m_context.clock.steadyNow();
    for (auto &[path, watched] : m_folders) {
        if (!watched.looking && now >= watched.nextLook)
            look(watched);
    }
    startDue();
}

void WatchKeeper::look(Watched &watched)
{
    watched.looking = true;
    const WatchedFolder &folder = watched.state.folder;
    auto work = [path = folder.path, subfolders = folder.subfolders, events = m_events.get(), &stopping = m_context.stopping] {
        FolderLook found = lookInto(path, subfolders, stopping);
        for (const std::string &seen : found.folders)
            events->watch(seen);
        return found;
    };
    run(std::move(work), [this, path = folder.path, generation = watched.generation](const FolderLook &found) {
        if (Watched *current = find(path, generation))
            taken(*current, found);
    });
}

void WatchKeeper::taken(Watched &watched, const FolderLook &found)
{
    const SteadyTime now = m_context.clock.steadyNow();
    watched.looking = false;
    watched.nextLook = now + (found.reachable ? kLookEvery : kUnreachablePause);
    const bool wasReachable = std::exchange(watched.state.reachable, found.reachable);
    std::map<std::string, Seen> before = std::exchange(watched.seen, {});
    for (const FoundFile &file : found.files) {
        if (const auto known = before.find(file.path); known != before.end())
            watched.seen.insert(before.extract(known));
        note(watched, file);
    }
    for (auto &[path, seen] : before) {
        if (seen.busy)
            watched.seen.emplace(path, seen);
    }
    const std::string refused = watched.state.refused;
    if (!watched.refused.empty() && !watched.seen.contains(watched.refused))
        forget(watched, watched.refused);
    if (wasReachable != found.reachable || refused != watched.state.refused)
        publish();
    startDue();
}

void WatchKeeper::note(Watched &watched, const FoundFile &file)
{
    const SteadyTime now = m_context.clock.steadyNow();
    Seen &seen = watched.seen[file.path];
    if (seen.busy)
        return;
    if (seen.stamp == file.stamp && seen.due != SteadyTime{}) {
        seen.confirmed = seen.confirmed || now >= seen.due;
    } else {
        seen = {};
        seen.stamp = file.stamp;
        seen.due = now + kRest;
    }
    if (!seen.confirmed)
        watched.nextLook = std::min(watched.nextLook, seen.due);
}

void WatchKeeper::startDue()
{
    const SteadyTime now = m_context.clock.steadyNow();
    for (auto &[folder, watched] : m_folders) {
        for (auto &[path, seen] : watched.seen) {
            if (m_jobs >= kMostJobs || m_context.stopping)
                return;
            if (seen.confirmed && !seen.busy && !seen.settled && now >= seen.due)
                start(watched, path, seen);
        }
    }
}

void WatchKeeper::start(Watched &watched, const std::string &path, Seen &seen)
{
    seen.busy = true;
    ++m_jobs;
    const auto job = std::make_shared<Job>(Job{watched.state.folder.path, watched.generation, {path, seen.stamp}, {}, 0});
    run([job] { return readWatched(job->folder, job->file); }, [this, job](Result<std::vector<TorrentSource>> sources) {
        if (!sources) {
            end(job, failure(std::move(sources.error())));
            return;
        }
        job->sources = std::move(*sources);
        addNext(job);
    });
}

void WatchKeeper::addNext(const JobPointer &job)
{
    const Watched *watched = find(job->folder, job->generation);
    if (!watched || m_context.stopping) { // its options have changed: the next look begins anew
        end(job, success());
        return;
    }
    if (job->next >= job->sources.size()) {
        putAwayNow(job);
        return;
    }
    const WatchedFolder &folder = watched->state.folder;
    AddRequest request;
    request.source = std::move(job->sources[job->next++]);
    request.savePath = folder.savePath;
    request.category = folder.category;
    request.tags = folder.tags;
    request.stopped = folder.stopped;
    request.layout = folder.layout;
    const Answer<TorrentId> answer;
    m_intake.add(request, NamedBy::Stranger, answer);
    const auto then = [this, alive = m_alive, job](const Result<TorrentId> &added) {
        if (!*alive)
            return;
        if (added || added.error().code == make_error_code(EngineErrc::DuplicateTorrent))
            addNext(job);
        else
            end(job, failure(added.error()));
    };
    answer.future().then(&m_context.owner, then);
}

void WatchKeeper::putAwayNow(const JobPointer &job)
{
    const Watched *watched = find(job->folder, job->generation);
    auto work = [job, after = watched->state.folder.after] { return putAway(job->folder, job->file, after); };
    run(std::move(work), [this, job](const Result<> &done) { end(job, done); });
}

void WatchKeeper::end(const JobPointer &job, const Result<> &result)
{
    --m_jobs;
    if (Watched *watched = find(job->folder, job->generation)) {
        const auto seen = watched->seen.find(job->file.path);
        if (seen != watched->seen.end() && !result) {
            seen->second.busy = false;
            failed(*watched, job->file.path, seen->second, result.error());
        } else if (seen != watched->seen.end()) {
            const bool wasRefused = watched->refused == job->file.path;
            watched->seen.erase(seen);
            if (wasRefused)
                forget(*watched, job->file.path);
            if (wasRefused)
                publish();
        }
    }
    startDue();
}

void WatchKeeper::failed(Watched &watched, const std::string &path, Seen &seen, const Error &error)
{
    if (error.code == make_error_code(EngineErrc::ShuttingDown))
        return;
    ++seen.failures;
    seen.error = error.code;
    seen.settled = isOfContent(error.code) || (mayBeCutShort(error.code) && seen.failures >= kMostTriesCutShort);
    const auto pause = kFirstPause * (1 << std::min(seen.failures - 1, 8));
    seen.due = m_context.clock.steadyNow() + std::min<std::chrono::seconds>(pause, kLongestPause);
    if (seen.failures == 1)
        m_context.log.warning("a file of a watched folder was not added: " + error.code.message() + " " + error.detail);
    const std::string shown = remoteText(path);
    if (watched.state.refused == shown && watched.state.reason == error.code)
        return;
    watched.refused = path;
    watched.state.refused = shown;
    watched.state.reason = error.code;
    publish();
}

// The state then tells of another one, if there is one.
void WatchKeeper::forget(Watched &watched, const std::string &path)
{
    const auto other = std::ranges::find_if(watched.seen, [&](const auto &entry) { return entry.first != path && entry.second.error; });
    const bool any = other != watched.seen.end();
    watched.refused = any ? other->first : std::string();
    watched.state.refused = any ? remoteText(other->first) : std::string();
    watched.state.reason = any ? other->second.error : std::error_code();
}

WatchKeeper::Watched *WatchKeeper::find(const std::string &folder, std::uint32_t generation)
{
    const auto found = m_folders.find(folder);
    return found != m_folders.end() && found->second.generation == generation ? &found->second : nullptr;
}

void WatchKeeper::publish()
{
    WatchedFolders states;
    for (const auto &[path, watched] : m_folders)
        states.push_back(watched.state);
    m_changed(states);
}

} // namespace trib::torrent
