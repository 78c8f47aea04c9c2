#include "app/torrent_mirror.h"

#include "app/control_error.h"
#include "app/torrent_json.h"
#include "core/model/engine_error.h"

namespace trib::app {
namespace {

constexpr std::size_t kShortestPrefix = 6;
constexpr std::size_t kIdDigits = 2 * TorrentId::kSize;

} // namespace

const std::string &TorrentMirror::Row::text()
{
    if (json.empty())
        json = toJson(*snapshot);
    return json;
}

void TorrentMirror::apply(const TransferDelta &delta)
{
    for (const TorrentId &id : delta.removed)
        m_rows.erase(id);
    for (const SnapshotPointer &snapshot : delta.upserted)
        m_rows.insert_or_assign(snapshot->id, Row{snapshot, {}});
}

TorrentMirror::Row *TorrentMirror::find(const TorrentId &id)
{
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? nullptr : &found->second;
}

std::string TorrentMirror::listJson()
{
    std::size_t size = 32;
    for (auto &[id, row] : m_rows)
        size += row.text().size() + 1;
    std::string out;
    out.reserve(size);
    out += "{\"torrents\":[";
    for (auto &[id, row] : m_rows) {
        if (out.back() != '[')
            out += ',';
        out += row.text();
    }
    return out += "]}";
}

Result<TorrentId> TorrentMirror::resolve(std::string_view prefix) const
{
    const std::string asked(prefix);
    if (prefix.size() < kShortestPrefix || prefix.size() > kIdDigits)
        return failure(ControlErrc::InvalidRequest, "an id is 40 hexadecimal digits or the first 6 or more of them, not \"" + asked + "\"");
    auto lowest = TorrentId::fromHex(asked + std::string(kIdDigits - prefix.size(), '0'));
    const auto highest = TorrentId::fromHex(asked + std::string(kIdDigits - prefix.size(), 'f'));
    if (!lowest || !highest)
        return failure(ControlErrc::InvalidRequest, "\"" + asked + "\" is not hexadecimal");
    if (prefix.size() == kIdDigits)
        return *lowest;
    const auto first = m_rows.lower_bound(*lowest);
    if (first == m_rows.end() || first->first > *highest)
        return failure(EngineErrc::NoSuchTorrent, "no torrent's id begins with " + asked);
    if (const auto next = std::next(first); next != m_rows.end() && next->first <= *highest)
        return failure(ControlErrc::AmbiguousId, "the ids of several torrents begin with " + asked);
    return first->first;
}

} // namespace trib::app
