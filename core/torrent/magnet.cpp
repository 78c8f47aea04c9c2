#include "core/torrent/metainfo.h"

#include "core/base/ascii.h"
#include "core/base/hex.h"
#include "core/base/remote_text.h"
#include "core/model/engine_error.h"
#include "core/torrent/metainfo_urls.h"

#include <libtorrent/magnet_uri.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace trib::torrent {
namespace {

constexpr std::string_view kPrefix = "magnet:";
constexpr std::size_t kMaxSelections = 10'000; // ranges of one so=

[[nodiscard]] std::string unescaped(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::uint8_t byte = 0;
        if (text[i] == '%' && i + 2 < text.size() && fromHexInto(text.substr(i + 1, 2), {&byte, 1})) {
            plain.push_back(static_cast<char>(byte));
            i += 2;
        } else {
            plain.push_back(text[i]);
        }
    }
    return plain;
}

struct Parameter {
    std::string_view name; // without the ".1" of "tr.1"
    std::string_view value;
    std::string_view whole;
};

[[nodiscard]] Parameter nextParameter(std::string_view &query)
{
    Parameter parameter;
    parameter.whole = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(parameter.whole.size() + 1, query.size()));
    const auto equals = parameter.whole.find('=');
    parameter.name = parameter.whole.substr(0, equals);
    if (equals != std::string_view::npos)
        parameter.value = parameter.whole.substr(equals + 1);
    const auto dot = parameter.name.rfind('.');
    const std::string_view number = dot == std::string_view::npos ? std::string_view{} : parameter.name.substr(dot + 1);
    if (!number.empty() && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }))
        parameter.name = parameter.name.substr(0, dot);
    return parameter;
}

[[nodiscard]] std::optional<lt::sha1_hash> fromBase32(std::string_view text)
{
    lt::sha1_hash hash;
    std::uint32_t bits = 0;
    int held = 0;
    std::ptrdiff_t at = 0;
    for (const char c : text) {
        const int digit = c >= 'a' && c <= 'z' ? c - 'a' : c >= 'A' && c <= 'Z' ? c - 'A' : c >= '2' && c <= '7' ? c - '2' + 26 : -1;
        if (digit < 0)
            return std::nullopt;
        bits = (bits << 5) | static_cast<std::uint32_t>(digit);
        held += 5;
        if (held >= 8) {
            held -= 8;
            hash[at++] = static_cast<std::uint8_t>(bits >> held);
        }
    }
    return hash;
}

template <class Hash>
[[nodiscard]] std::optional<Hash> fromHexDigits(std::string_view text)
{
    Hash hash;
    if (!fromHexInto(text, {reinterpret_cast<std::uint8_t *>(hash.data()), static_cast<std::size_t>(Hash::size())}))
        return std::nullopt;
    return hash;
}

// Sets `known`, unless the link has named another hash of this kind before.
template <class Hash>
[[nodiscard]] Result<> setHash(Hash &known, const std::optional<Hash> &hash)
{
    if (!hash)
        return failure(EngineErrc::InvalidInfoHash, "a hash of the wrong length or alphabet");
    if (hash->is_all_zeros())
        return failure(EngineErrc::InvalidInfoHash, "a hash of zeros");
    if (!known.is_all_zeros() && known != *hash)
        return failure(EngineErrc::InvalidMagnet, "two different hashes of one kind");
    known = *hash;
    return success();
}

[[nodiscard]] Result<> readTopic(const std::string &topic, lt::info_hash_t &hashes)
{
    constexpr std::size_t kUrnLength = 9;
    const std::string_view urn = std::string_view(topic).substr(0, kUrnLength);
    const std::string_view digits = std::string_view(topic).substr(urn.size());
    if (equalsNoCase(urn, "urn:btih:"))
        return setHash(hashes.v1, digits.size() == 32 ? fromBase32(digits) : fromHexDigits<lt::sha1_hash>(digits));
    if (!equalsNoCase(urn, "urn:btmh:"))
        return success(); // another network's
    if (!digits.starts_with("1220"))
        return failure(EngineErrc::InvalidInfoHash, "a multihash other than SHA-256");
    return setHash(hashes.v2, fromHexDigits<lt::sha256_hash>(digits.substr(4)));
}

struct Selection {
    int first = 0;
    int last = 0;
};

[[nodiscard]] std::optional<int> fileIndex(std::string_view digits)
{
    int index = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    if (error != std::errc{} || end != digits.data() + digits.size() || digits.front() == '-' || index >= kMaxFiles)
        return std::nullopt;
    return index;
}

[[nodiscard]] std::vector<Selection> readSelections(std::string_view ranges)
{
    std::vector<Selection> selections;
    while (!ranges.empty() && selections.size() < kMaxSelections) {
        const std::string_view range = ranges.substr(0, ranges.find(','));
        ranges.remove_prefix(std::min(range.size() + 1, ranges.size()));
        if (range.empty())
            continue;
        const auto dash = range.find('-');
        const auto first = fileIndex(range.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : fileIndex(range.substr(dash + 1));
        if (first && last && *first <= *last)
            selections.push_back({*first, *last});
    }
    return selections;
}

void select(std::vector<Selection> selections, lt::add_torrent_params &params)
{
    if (selections.empty())
        return;
    std::sort(selections.begin(), selections.end(), [](const Selection &a, const Selection &b) { return a.first < b.first; });
    params.flags |= lt::torrent_flags::default_dont_download;
    int done = 0; // files before this one are set: overlapping ranges cost nothing more
    for (const auto &[first, last] : selections) {
        if (last < done)
            continue;
        params.file_priorities.resize(static_cast<std::size_t>(last) + 1, lt::dont_download);
        std::fill(params.file_priorities.begin() + std::max(first, done), params.file_priorities.end(), lt::default_priority);
        done = last + 1;
    }
}

// The part of the link that libtorrent reads: all but the hashes, of which it takes invalid digits for zeros, and the selected files,
// of which it knows 10,001. Repeated parameters are bounded here, for it keeps each.
[[nodiscard]] Result<lt::add_torrent_params> readParameters(std::string_view query)
{
    lt::info_hash_t hashes;
    std::vector<Selection> selections;
    std::string rest;
    std::size_t peers = 0;
    while (!query.empty()) {
        const Parameter parameter = nextParameter(query);
        if (equalsNoCase(parameter.name, "xt")) {
            if (auto read = readTopic(unescaped(parameter.value), hashes); !read)
                return failure(read.error());
        } else if (equalsNoCase(parameter.name, "so")) {
            for (const Selection &selection : readSelections(unescaped(parameter.value)))
                selections.push_back(selection);
        } else if (!equalsNoCase(parameter.name, "x.pe") || ++peers <= kMaxMagnetPeers) {
            rest.append("&").append(parameter.whole);
        }
    }
    if (!hashes.has_v1() && !hashes.has_v2())
        return failure(EngineErrc::InvalidMagnet, "no info-hash");
    lt::error_code error;
    lt::add_torrent_params params = lt::parse_magnet_uri("magnet:?xt=urn:btih:" + std::string(40, '0') + rest, error);
    if (error)
        return failure(EngineErrc::InvalidMagnet, error.message());
    params.info_hashes = hashes;
    select(std::move(selections), params);
    return params;
}

} // namespace

Result<lt::add_torrent_params> parseMagnet(std::string_view uri)
{
    if (uri.size() > kMaxMagnet)
        return failure(EngineErrc::InvalidMagnet, "longer than 64 KiB");
    if (!equalsNoCase(uri.substr(0, kPrefix.size()), kPrefix))
        return failure(EngineErrc::InvalidMagnet, "not a magnet link");
    uri.remove_prefix(kPrefix.size());
    if (uri.empty() || uri.front() != '?')
        return failure(EngineErrc::InvalidMagnet, "no parameters");
    auto params = readParameters(uri.substr(1));
    if (!params)
        return params;
    params->name = remoteText(params->name);
    std::erase_if(params->peers, [](const auto &peer) { return peer.port() == 0 || peer.address().is_unspecified() || peer.address().is_multicast(); });
    keepUsableUrls(*params);
    return params;
}

} // namespace trib::torrent
