#include "core/torrent/metainfo_urls.h"

#include "core/torrent/metainfo.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace trib::torrent {
namespace {

constexpr int kMaxListed = 20'000; // entries looked at, usable or not

[[nodiscard]] bool hasScheme(std::string_view url, std::string_view scheme)
{
    return url.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), url.begin(), [](char s, char u) {
        return s == (u >= 'A' && u <= 'Z' ? static_cast<char>(u - 'A' + 'a') : u);
    });
}

[[nodiscard]] bool isPlain(std::string_view url)
{
    return url.size() <= kMaxListedUrl
        && std::all_of(url.begin(), url.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7F; });
}

[[nodiscard]] bool hasHost(std::string_view url)
{
    const auto start = url.find("://") + 3;
    std::string_view authority = url.substr(start, url.find_first_of("/?#", start) - start);
    authority = authority.substr(authority.rfind('@') + 1); // npos + 1 is 0
    return !authority.empty() && authority.front() != ':';
}

[[nodiscard]] std::string_view trimmed(std::string_view text)
{
    static constexpr std::string_view kWhiteSpace = " \t\r\n\f\v";
    const auto first = text.find_first_not_of(kWhiteSpace);
    return first == std::string_view::npos ? std::string_view{} : text.substr(first, text.find_last_not_of(kWhiteSpace) - first + 1);
}

[[nodiscard]] std::string percentEncoded(std::string_view url)
{
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(url.size());
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && c != '"' && c != '<' && c != '>') {
            encoded.push_back(c);
            continue;
        }
        encoded.push_back('%');
        encoded.push_back(kDigits[byte >> 4]);
        encoded.push_back(kDigits[byte & 15]);
    }
    return encoded;
}

void keepTrackers(lt::add_torrent_params &params)
{
    std::unordered_set<std::string> seen;
    std::vector<std::string> trackers;
    std::vector<int> tiers;
    for (std::size_t i = 0; i < params.trackers.size() && trackers.size() < kMaxTrackers; ++i) {
        std::string url(trimmed(params.trackers[i]));
        if (!isTrackerUrl(url) || !seen.insert(url).second)
            continue;
        trackers.push_back(std::move(url));
        const int tier = i < params.tracker_tiers.size() ? params.tracker_tiers[i] : 0;
        tiers.push_back(std::clamp(tier, 0, int{std::numeric_limits<std::uint8_t>::max()})); // that is what libtorrent can hold
    }
    params.trackers = std::move(trackers);
    params.tracker_tiers = std::move(tiers);
}

template <class Urls>
void keepWebSeeds(Urls &urls)
{
    std::unordered_set<std::string> seen;
    Urls kept;
    for (const std::string &raw : urls) {
        std::string url = raw.size() <= kMaxListedUrl ? percentEncoded(trimmed(raw)) : std::string{};
        if (kept.size() < kMaxWebSeeds && isWebSeedUrl(url) && seen.insert(url).second)
            kept.push_back(std::move(url));
    }
    urls = std::move(kept);
}

[[nodiscard]] std::string textAt(const lt::bdecode_node &list, int i)
{
    const auto text = list.list_string_value_at(i);
    return {text.data(), text.size()};
}

void readTrackers(const lt::bdecode_node &torrent, lt::add_torrent_params &params)
{
    const lt::bdecode_node tiers = torrent.dict_find_list("announce-list");
    int left = kMaxListed;
    for (int i = 0; tiers && i < tiers.list_size() && left > 0; ++i, --left) {
        const lt::bdecode_node tier = tiers.list_at(i);
        for (int j = 0; tier.type() == lt::bdecode_node::list_t && j < tier.list_size() && left > 0; ++j, --left) {
            params.trackers.push_back(textAt(tier, j));
            params.tracker_tiers.push_back(i);
        }
    }
    const auto usable = [](const std::string &url) { return isTrackerUrl(trimmed(url)); };
    if (std::any_of(params.trackers.begin(), params.trackers.end(), usable))
        return;
    const auto announce = torrent.dict_find_string_value("announce");
    params.trackers.assign(1, std::string(announce.data(), announce.size()));
    params.tracker_tiers.assign(1, 0);
}

template <class Urls>
void readWebSeeds(const lt::bdecode_node &seeds, Urls &urls)
{
    if (seeds && seeds.type() == lt::bdecode_node::string_t)
        urls.emplace_back(seeds.string_value().data(), seeds.string_value().size());
    for (int i = 0; seeds && seeds.type() == lt::bdecode_node::list_t && i < std::min(seeds.list_size(), kMaxListed); ++i)
        urls.push_back(textAt(seeds, i));
}

void readNodes(const lt::bdecode_node &nodes, lt::add_torrent_params &params)
{
    for (int i = 0; nodes && i < std::min(nodes.list_size(), kMaxListed) && params.dht_nodes.size() < kMaxDhtNodes; ++i) {
        const lt::bdecode_node node = nodes.list_at(i);
        if (node.type() != lt::bdecode_node::list_t || node.list_size() < 2)
            continue;
        const std::string host = textAt(node, 0);
        const std::int64_t port = node.list_int_value_at(1);
        if (!host.empty() && host.size() <= 253 && isPlain(host) && port > 0 && port <= 65535)
            params.dht_nodes.emplace_back(host, static_cast<int>(port));
    }
}

} // namespace

bool isTrackerUrl(std::string_view url)
{
    return (hasScheme(url, "http://") || hasScheme(url, "https://") || hasScheme(url, "udp://")) && isPlain(url) && hasHost(url);
}

bool isWebSeedUrl(std::string_view url)
{
    return (hasScheme(url, "http://") || hasScheme(url, "https://")) && isPlain(url) && hasHost(url);
}

void readUrls(const lt::bdecode_node &torrent, lt::add_torrent_params &params)
{
    readTrackers(torrent, params);
    readWebSeeds(torrent.dict_find("url-list"), params.url_seeds);
    readWebSeeds(torrent.dict_find("httpseeds"), params.http_seeds);
    readNodes(torrent.dict_find_list("nodes"), params);
}

void keepUsableUrls(lt::add_torrent_params &params)
{
    keepTrackers(params);
    keepWebSeeds(params.url_seeds);
    keepWebSeeds(params.http_seeds);
    if (params.dht_nodes.size() > kMaxDhtNodes)
        params.dht_nodes.resize(kMaxDhtNodes);
}

} // namespace trib::torrent
