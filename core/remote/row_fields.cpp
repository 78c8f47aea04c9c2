#include "core/remote/row_fields.h"

#include "core/remote/torrent_state_text.h"

#include <algorithm>
#include <array>

namespace trib::remote {
namespace {

using Row = TorrentSnapshot;
using Session = settings::TransferSettings;

[[nodiscard]] std::int64_t seconds(const std::optional<WallTime> &time)
{
    return time ? static_cast<std::int64_t>(time->time_since_epoch().count()) : -1;
}

[[nodiscard]] std::int64_t orUnlimited(BytesPerSecond limit) { return limit.count() > 0 ? limit.count() : -1; }

[[nodiscard]] std::string_view actionText(const Row &row)
{
    if (!row.ownShareLimits)
        return "Default";
    switch (row.shareLimits.action) {
    case ShareLimitAction::Stop: return "Stop";
    case ShareLimitAction::Remove: return "Remove";
    case ShareLimitAction::RemoveWithFiles: return "RemoveWithContent";
    }
    return "Default";
}

// What the torrent itself asks for: -2 where it has no limits of its own.
template <class Limit>
[[nodiscard]] std::int64_t ownLimit(const Row &row, const Limit &limit)
{
    if (!row.ownShareLimits)
        return kSessionShareLimit;
    return limit ? static_cast<std::int64_t>(limit->count()) : kNoShareLimit;
}

// What holds in the end.
template <class Limit>
[[nodiscard]] std::int64_t holdingLimit(const Row &row, const Limit &limit, std::chrono::minutes session)
{
    if (row.ownShareLimits)
        return limit ? static_cast<std::int64_t>(limit->count()) : kNoShareLimit;
    return session.count() > 0 ? static_cast<std::int64_t>(session.count()) : kNoShareLimit;
}

[[nodiscard]] FieldValue maxRatio(const Row &row, const Session &session)
{
    if (!row.ownShareLimits)
        return session.ratioPermille > 0 ? fromPermille(session.ratioPermille) : fromPermille(kNoShareLimit * 1000);
    return fromPermille(row.shareLimits.ratioPermille.value_or(kNoShareLimit * 1000));
}

[[nodiscard]] FieldValue ratioLimit(const Row &row, const Session &)
{
    if (!row.ownShareLimits)
        return fromPermille(kSessionShareLimit * 1000);
    return fromPermille(row.shareLimits.ratioPermille.value_or(kNoShareLimit * 1000));
}

// The folder that holds all files, where there is one.
[[nodiscard]] FieldValue rootPath(const Row &row, const Session &)
{
    if (row.contentPath.empty() || row.contentPath == row.savePath || !row.contentPath.starts_with(row.savePath))
        return std::string_view();
    const std::size_t begin = row.savePath.size() + (row.savePath.ends_with('/') ? 0 : 1);
    const std::size_t slash = row.contentPath.find('/', begin);
    if (slash != std::string::npos)
        return std::string_view(row.contentPath).substr(0, slash);
    return row.fileCount > 1 ? std::string_view(row.contentPath) : std::string_view();
}

[[nodiscard]] FieldValue tagsText(const Row &row, const Session &)
{
    std::string text;
    for (const std::string &tag : row.tags) {
        if (!text.empty())
            text += ", ";
        text += tag;
    }
    return text;
}

[[nodiscard]] FieldValue popularity(const Row &row, const Session &)
{
    constexpr std::int64_t kMonth = 30 * 24 * 3600;
    const std::int64_t ratio = ratioOf(row).millionths;
    const auto active = static_cast<std::int64_t>(row.activeTime.count());
    constexpr std::int64_t kMost = std::int64_t{1} << 40;
    return Decimal{active <= 0 || ratio <= 0 || ratio > kMost ? 0 : ratio * kMonth / active};
}

template <auto Member>
FieldValue text(const Row &row, const Session &) { return std::string_view(row.*Member); }
template <auto Member>
FieldValue flag(const Row &row, const Session &) { return row.*Member; }
template <auto Member>
FieldValue count(const Row &row, const Session &) { return static_cast<std::int64_t>((row.*Member).count()); }
template <auto Member>
FieldValue number(const Row &row, const Session &) { return static_cast<std::int64_t>(row.*Member); }

constexpr std::array kFields{
    RowField{"added_on", [](const Row &r, const Session &) -> FieldValue { return seconds(r.added); }},
    RowField{"amount_left", [](const Row &r, const Session &) -> FieldValue { return std::max<std::int64_t>(0, r.wanted.count() - r.done.count()); }},
    RowField{"auto_tmm", [](const Row &, const Session &) -> FieldValue { return false; }},
    RowField{"availability", [](const Row &r, const Session &) -> FieldValue {
        return fromPermille(r.availabilityPermille < 0 ? -1000 : r.availabilityPermille); }},
    RowField{"category", text<&Row::category>},
    RowField{"completed", count<&Row::done>},
    RowField{"completion_on", [](const Row &r, const Session &) -> FieldValue { return seconds(r.completed); }},
    RowField{"content_path", text<&Row::contentPath>},
    RowField{"dl_limit", [](const Row &r, const Session &) -> FieldValue { return orUnlimited(r.limits.download); }},
    RowField{"dlspeed", count<&Row::downloadRate>},
    RowField{"download_path", [](const Row &, const Session &) -> FieldValue { return std::string_view(); }},
    RowField{"downloaded", count<&Row::downloaded>},
    RowField{"downloaded_session", count<&Row::sessionDownloaded>},
    RowField{"eta", [](const Row &r, const Session &) -> FieldValue {
        return r.eta ? std::min<std::int64_t>(r.eta->count(), kInfiniteEta) : kInfiniteEta; }},
    RowField{"f_l_piece_prio", flag<&Row::firstLastFirst>},
    RowField{"force_start", flag<&Row::forced>},
    RowField{"has_metadata", flag<&Row::hasMetadata>},
    RowField{"inactive_seeding_time_limit", [](const Row &r, const Session &) -> FieldValue { return ownLimit(r, r.shareLimits.inactiveTime); }},
    RowField{"infohash_v1", [](const Row &r, const Session &) -> FieldValue { return r.infoHash.v1 ? r.infoHash.v1->toHex() : std::string(); }},
    RowField{"infohash_v2", [](const Row &r, const Session &) -> FieldValue { return r.infoHash.v2 ? r.infoHash.v2->toHex() : std::string(); }},
    RowField{"last_activity", [](const Row &r, const Session &) -> FieldValue { return seconds(r.lastActivity ? *r.lastActivity : r.added); }},
    RowField{"magnet_uri", [](const Row &r, const Session &) -> FieldValue { return magnetOf(r); }},
    RowField{"max_inactive_seeding_time", [](const Row &r, const Session &s) -> FieldValue { return holdingLimit(r, r.shareLimits.inactiveTime, s.inactiveTime); }},
    RowField{"max_ratio", maxRatio},
    RowField{"max_seeding_time", [](const Row &r, const Session &s) -> FieldValue { return holdingLimit(r, r.shareLimits.seedingTime, s.seedingTime); }},
    RowField{"name", text<&Row::name>},
    RowField{"num_complete", number<&Row::swarmSeeds>},
    RowField{"num_incomplete", number<&Row::swarmPeers>},
    RowField{"num_leechs", number<&Row::peers>},
    RowField{"num_seeds", number<&Row::seeds>},
    RowField{"popularity", popularity},
    RowField{"priority", [](const Row &r, const Session &) -> FieldValue { return std::int64_t{r.queuePosition.value()} + 1; }},
    RowField{"private", [](const Row &r, const Session &) -> FieldValue { return r.hasMetadata ? FieldValue(r.isPrivate) : FieldValue(); }},
    RowField{"progress", [](const Row &r, const Session &) -> FieldValue { return progressOf(r); }},
    RowField{"ratio", [](const Row &r, const Session &) -> FieldValue { return ratioOf(r); }},
    RowField{"ratio_limit", ratioLimit},
    RowField{"root_path", rootPath},
    RowField{"save_path", text<&Row::savePath>},
    RowField{"seeding_time", count<&Row::seedingTime>},
    RowField{"seeding_time_limit", [](const Row &r, const Session &) -> FieldValue { return ownLimit(r, r.shareLimits.seedingTime); }},
    RowField{"seq_dl", flag<&Row::sequential>},
    RowField{"share_limit_action", [](const Row &r, const Session &) -> FieldValue { return actionText(r); }},
    RowField{"size", count<&Row::wanted>},
    RowField{"state", [](const Row &r, const Session &) -> FieldValue { return stateText(r); }},
    RowField{"super_seeding", flag<&Row::superSeeding>},
    RowField{"tags", tagsText},
    RowField{"time_active", count<&Row::activeTime>},
    RowField{"total_size", [](const Row &r, const Session &) -> FieldValue { return r.hasMetadata ? r.size.count() : std::int64_t{-1}; }},
    RowField{"tracker", text<&Row::trackerUrl>},
    RowField{"up_limit", [](const Row &r, const Session &) -> FieldValue { return orUnlimited(r.limits.upload); }},
    RowField{"uploaded", count<&Row::uploaded>},
    RowField{"uploaded_session", count<&Row::sessionUploaded>},
    RowField{"upspeed", count<&Row::uploadRate>},
};

void appendPercentEncoded(std::string &out, std::string_view text)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')
            || byte == '-' || byte == '.' || byte == '_' || byte == '~';
        if (plain)
            out += c;
        else
            (out += '%', out += kHex[byte >> 4]) += kHex[byte & 15];
    }
}

[[nodiscard]] std::string_view viewOf(const FieldValue &value)
{
    const auto *owned = std::get_if<std::string>(&value);
    return owned ? std::string_view(*owned) : std::get<std::string_view>(value);
}

[[nodiscard]] bool isText(const FieldValue &value)
{
    return std::holds_alternative<std::string>(value) || std::holds_alternative<std::string_view>(value);
}

} // namespace

std::span<const RowField> rowFields() { return kFields; }

int rowFieldIndex(std::string_view name)
{
    const auto found = std::ranges::find(kFields, name, &RowField::name);
    return found == kFields.end() ? -1 : static_cast<int>(found - kFields.begin());
}

bool sameValue(const FieldValue &one, const FieldValue &other)
{
    return isText(one) && isText(other) ? viewOf(one) == viewOf(other) : one == other;
}

bool lessValue(const FieldValue &one, const FieldValue &other)
{
    return isText(one) && isText(other) ? viewOf(one) < viewOf(other) : one < other;
}

void writeValue(JsonText &json, const FieldValue &value)
{
    if (const auto *boolean = std::get_if<bool>(&value))
        json.value(*boolean);
    else if (const auto *number = std::get_if<std::int64_t>(&value))
        json.value(*number);
    else if (const auto *decimal = std::get_if<Decimal>(&value))
        json.value(*decimal);
    else if (isText(value))
        json.value(viewOf(value));
    else
        json.null();
}

Decimal shareOf(std::int64_t part, std::int64_t whole)
{
    constexpr std::int64_t kOne = 1'000'000;
    if (whole <= 0 || part <= 0)
        return {0};
    if (part >= whole)
        return {kOne};
    // Rounded down, so that nothing is complete before it is.
    return {part < INT64_MAX / kOne ? part * kOne / whole : std::min(part / std::max<std::int64_t>(whole / kOne, 1), kOne - 1)};
}

Decimal fromPermille(std::int64_t permille)
{
    constexpr std::int64_t kMost = std::int64_t{1} << 50;
    return {std::clamp(permille, -kMost, kMost) * 1000};
}

Decimal ratioOf(const TorrentSnapshot &row)
{
    if (row.ratioPermille >= 0)
        return fromPermille(row.ratioPermille);
    return fromPermille(row.uploaded.count() > 0 ? -1000 : 0); // -1: uploaded, and nothing to divide by
}

Decimal progressOf(const TorrentSnapshot &row)
{
    if (row.state == TorrentState::Checking)
        return fromPermille(row.progressPermille);
    return shareOf(row.done.count(), row.wanted.count());
}

std::string magnetOf(const TorrentSnapshot &row)
{
    std::string uri = "magnet:?";
    if (row.infoHash.v1)
        uri += "xt=urn:btih:" + row.infoHash.v1->toHex();
    if (row.infoHash.v2)
        uri += (row.infoHash.v1 ? "&xt=urn:btmh:1220" : "xt=urn:btmh:1220") + row.infoHash.v2->toHex();
    if (!row.name.empty()) {
        uri += "&dn=";
        appendPercentEncoded(uri, row.name);
    }
    if (!row.trackerUrl.empty()) {
        uri += "&tr=";
        appendPercentEncoded(uri, row.trackerUrl);
    }
    return uri;
}

} // namespace trib::remote
