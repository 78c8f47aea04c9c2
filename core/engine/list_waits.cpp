#include "core/engine/list_waits.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace trib::engine {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 5s; // deltas come every 2 s when nobody looks

struct Joined {
    std::size_t left;
    Result<> first;
    std::function<void(const Result<> &)> done;
};

} // namespace

ListWaits::ListWaits(Contains contains, QObject *parent)
    : QObject(parent)
    , m_contains(std::move(contains))
{
}

void ListWaits::whenListShows(TorrentIds ids, bool present, std::function<void()> done)
{
    Wait wait{std::move(ids), present, std::move(done), ++m_serials};
    if (shows(wait))
        return wait.done();
    m_waits.push_back(std::move(wait));
    QTimer::singleShot(kPatience, this, [this, serial = m_serials] {
        const auto found = std::ranges::find(m_waits, serial, &Wait::serial);
        if (found == m_waits.end())
            return;
        const auto late = std::move(found->done);
        m_waits.erase(found);
        late();
    });
}

void ListWaits::look()
{
    std::vector<std::function<void()>> ready; // an answer may ask for more
    for (auto wait = m_waits.begin(); wait != m_waits.end();) {
        if (!shows(*wait)) {
            ++wait;
            continue;
        }
        ready.push_back(std::move(wait->done));
        wait = m_waits.erase(wait);
    }
    for (const auto &done : ready)
        done();
}

bool ListWaits::shows(const Wait &wait) const
{
    return std::ranges::all_of(wait.ids, [&](const TorrentId &id) { return m_contains(id) == wait.present; });
}

void submitAll(TorrentEngine &engine, QObject *context, const std::vector<Command> &commands, std::function<void(const Result<> &)> done)
{
    if (commands.empty())
        return done(success());
    const auto joined = std::make_shared<Joined>(Joined{commands.size(), success(), std::move(done)});
    for (const Command &command : commands) {
        engine.submit(command).then(context, [joined](const Result<> &answer) {
            if (!answer && joined->first)
                joined->first = answer;
            if (--joined->left == 0)
                joined->done(joined->first);
        });
    }
}

TorrentIds removedBy(const std::vector<Command> &commands)
{
    TorrentIds ids;
    for (const Command &command : commands) {
        if (const auto *removal = std::get_if<RemoveTorrents>(&command))
            ids.insert(ids.end(), removal->ids.begin(), removal->ids.end());
    }
    return ids;
}

} // namespace trib::engine
