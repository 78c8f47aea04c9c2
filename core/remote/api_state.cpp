#include "core/remote/api_state.h"

#include "core/base/json_text.h"

#include <algorithm>
#include <utility>

namespace trib::remote {
namespace {

[[nodiscard]] std::string textJson(std::string_view text)
{
    std::string out;
    JsonText(out).value(text);
    return out;
}

[[nodiscard]] std::string flagJson(bool flag) { return flag ? "true" : "false"; }

[[nodiscard]] std::string categoryJson(const Category &category)
{
    std::string out;
    JsonText json(out);
    json.beginObject().field("name", std::string_view(category.name)).field("savePath", std::string_view(category.savePath)).endObject();
    return out;
}

[[nodiscard]] std::string_view connectionText(const SessionStatus &status)
{
    return !status.listening ? "disconnected" : status.hasIncoming ? "connected" : "firewalled";
}

// "key":{"name":json,...} of what changed after `since`; nothing if nothing did.
void writeEntries(JsonText &json, std::string_view key, const StampedMap &map, Revision since, bool always)
{
    bool open = false;
    const auto begin = [&] {
        if (!std::exchange(open, true))
            json.key(key).beginObject();
    };
    if (always)
        begin();
    for (const auto &[name, entry] : map.entries()) {
        if (entry.changed <= since)
            continue;
        begin();
        json.textKey(name).raw(entry.json);
    }
    if (open)
        json.endObject();
}

void writeNames(JsonText &json, std::string_view key, const std::vector<std::string> &names, bool always)
{
    if (names.empty() && !always)
        return;
    json.key(key).beginArray();
    for (const std::string &name : names)
        json.value(std::string_view(name));
    json.endArray();
}

[[nodiscard]] std::vector<std::string> changedNames(const StampedMap &map, Revision since)
{
    std::vector<std::string> names;
    for (const auto &[name, entry] : map.entries()) {
        if (entry.changed > since)
            names.push_back(name);
    }
    return names;
}

// Of what has gone, what has not come again.
template <class Log, class Contains>
[[nodiscard]] std::vector<std::string> goneNames(const Log &log, Revision since, Contains &&contains)
{
    std::set<std::string> names;
    log.forEachSince(since, [&](const std::string &name) {
        if (!contains(name))
            names.insert(name);
    });
    return {names.begin(), names.end()};
}

} // namespace

ApiState::ApiState(Revision first) : m_first(first), m_revision(first) {}

bool isQueueing(const settings::TransferSettings &transfer)
{
    constexpr int kNoLimit = 100'000; // the most that the settings take
    return std::min({transfer.activeDownloads, transfer.activeSeeds, transfer.activeTotal}) < kNoLimit;
}

void ApiState::take(const EngineNews &news)
{
    ++m_revision;
    m_ready = true;
    if (news.settings) {
        m_settings = news.settings;
        m_table.setSession(m_settings->transfer, m_revision);
    }
    if (news.labels) {
        m_labels = news.labels;
        takeLabels();
    }
    if (news.status)
        m_status = *news.status;
    takeRows(news);
    takeServerState();
}

void ApiState::takeRows(const EngineNews &news)
{
    const auto urlOf = [this](const TorrentId &id) {
        const RowTable::Row *row = m_table.find(id);
        return row ? row->snapshot->trackerUrl : std::string();
    };
    for (const TorrentId &id : news.removed) {
        moveTracker(id, urlOf(id), {});
        m_table.remove(id, m_revision);
    }
    for (const SnapshotPointer &row : news.upserted) {
        moveTracker(row->id, urlOf(row->id), row->trackerUrl);
        m_table.upsert(row, m_revision);
    }
}

void ApiState::moveTracker(const TorrentId &id, const std::string &from, const std::string &to)
{
    if (from == to)
        return;
    if (const auto old = m_trackers.find(from); old != m_trackers.end()) {
        old->second.torrents.erase(id);
        old->second.changed = m_revision;
        if (old->second.torrents.empty()) {
            m_trackers.erase(old);
            m_goneTrackers.add(from, m_revision);
        }
    }
    if (to.empty())
        return;
    Tracker &tracker = m_trackers[to];
    tracker.torrents.insert(id);
    tracker.changed = m_revision;
}

void ApiState::takeLabels()
{
    std::set<std::string> names;
    for (const Category &category : m_labels->categories) {
        names.insert(category.name);
        m_categories.set(category.name, categoryJson(category), m_revision);
    }
    m_categories.removeUnless([&](const std::string &name) { return names.contains(name); }, m_revision);
    const std::set<std::string> tags(m_labels->tags.begin(), m_labels->tags.end());
    for (const std::string &tag : tags)
        m_tags.set(tag, "true", m_revision);
    m_tags.removeUnless([&](const std::string &name) { return tags.contains(name); }, m_revision);
}

std::vector<std::pair<std::string, std::string>> ApiState::transferFields() const
{
    return {
        {"connection_status", textJson(connectionText(m_status))},
        {"dht_nodes", std::to_string(m_status.dhtNodes)},
        {"dl_info_data", std::to_string(m_table.downloaded().count())},
        {"dl_info_speed", std::to_string(m_status.downloadRate.count())},
        {"dl_rate_limit", std::to_string(m_status.downloadLimit.count())},
        {"up_info_data", std::to_string(m_table.uploaded().count())},
        {"up_info_speed", std::to_string(m_status.uploadRate.count())},
        {"up_rate_limit", std::to_string(m_status.uploadLimit.count())},
    };
}

void ApiState::takeServerState()
{
    for (auto &[name, json] : transferFields())
        m_server.set(name, std::move(json), m_revision);
    const std::int64_t up = m_status.uploadedEver.count();
    const std::int64_t down = m_status.downloadedEver.count();
    std::string ratio; // as text, as qBittorrent has it
    JsonText(ratio).value(Decimal{down > 0 && up < INT64_MAX / 100 ? up * 100 / down * 10'000 : 0});
    const std::pair<const char *, std::string> fields[] = {
        {"alltime_dl", std::to_string(down)},
        {"alltime_ul", std::to_string(up)},
        {"free_space_on_disk", std::to_string(m_status.freeSpace ? m_status.freeSpace->count() : -1)},
        {"global_ratio", textJson(ratio)},
        {"queued_io_jobs", std::to_string(m_status.diskJobs)},
        {"queueing", flagJson(isQueueing(m_settings->transfer))},
        {"refresh_interval", "1500"},
        {"total_peer_connections", std::to_string(m_table.connections())},
        {"total_wasted_session", std::to_string(m_status.wasted.count())},
        {"use_alt_speed_limits", flagJson(m_status.alternativeLimits)},
        {"use_subcategories", "true"},
    };
    for (const auto &[name, json] : fields)
        m_server.set(name, json, m_revision);
}

bool ApiState::reachesBackTo(Revision since) const
{
    return since >= m_first && since <= m_revision && m_table.gone().reachesBackTo(since) && m_categories.gone().reachesBackTo(since)
        && m_tags.gone().reachesBackTo(since) && m_goneTrackers.reachesBackTo(since);
}

std::string ApiState::mainData(Revision since)
{
    const bool full = !reachesBackTo(since);
    if (full)
        since = 0;
    std::string out;
    if (full)
        out.reserve(m_table.rows().size() * 1700 + 4096);
    JsonText json(out);
    json.beginObject().field("rid", std::int64_t{++m_revision});
    if (full)
        json.field("full_update", true);
    if (full) { // many megabytes, written in place
        json.key("torrents");
        m_table.writeChanges(out, since);
        json.raw({});
    } else {
        std::string rows;
        m_table.writeChanges(rows, since);
        if (rows != "{}")
            json.key("torrents").raw(rows);
    }
    writeEntries(json, "categories", m_categories, since, full);
    writeNames(json, "tags", changedNames(m_tags, since), full);
    std::string trackers;
    writeTrackers(trackers, since);
    if (full || trackers != "{}")
        json.key("trackers").raw(trackers);
    if (!full) {
        std::string removed;
        writeRemoved(removed, since);
        if (!removed.empty())
            json.raw(removed);
    }
    writeEntries(json, "server_state", m_server, since, full);
    json.endObject();
    return out;
}

void ApiState::writeTrackers(std::string &out, Revision since) const
{
    JsonText json(out);
    json.beginObject();
    for (const auto &[url, tracker] : m_trackers) {
        if (tracker.changed <= since)
            continue;
        json.textKey(url).beginArray();
        for (const TorrentId &id : tracker.torrents)
            json.value(std::string_view(id.toHex()));
        json.endArray();
    }
    json.endObject();
}

void ApiState::writeRemoved(std::string &out, Revision since) const
{
    std::set<TorrentId> gone;
    m_table.gone().forEachSince(since, [&](const TorrentId &id) {
        if (!m_table.find(id))
            gone.insert(id);
    });
    std::vector<std::string> ids;
    for (const TorrentId &id : gone)
        ids.push_back(id.toHex());
    JsonText json(out);
    writeNames(json, "torrents_removed", ids, false);
    writeNames(json, "categories_removed", goneNames(m_categories.gone(), since, [&](const auto &name) { return m_categories.contains(name); }), false);
    writeNames(json, "tags_removed", goneNames(m_tags.gone(), since, [&](const auto &name) { return m_tags.contains(name); }), false);
    writeNames(json, "trackers_removed", goneNames(m_goneTrackers, since, [&](const auto &name) { return m_trackers.contains(name); }), false);
}

} // namespace trib::remote
