#include "core/torrent/feed_item_draft.h"

#include "core/base/ascii.h"
#include "core/base/remote_text.h"
#include "core/torrent/feed_parser.h"

#include <algorithm>
#include <charconv>

namespace trib::torrent {
namespace {

constexpr std::string_view kTorrentType = "application/x-bittorrent";
constexpr std::string_view kMagnet = "magnet:?";

// White space at the ends taken away.
[[nodiscard]] std::string_view bare(std::string_view text)
{
    const auto isSpace = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

// On one line, each white space a single one.
[[nodiscard]] std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char c : bare(text)) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space || !line.ends_with(' '))
            line.push_back(space ? ' ' : c);
    }
    return remoteText(line);
}

[[nodiscard]] bool isMagnet(std::string_view text)
{
    return startsWithNoCase(text, kMagnet) && text.size() <= kMaxFeedText
        && std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '\x7f' && c != '"' && c != '<' && c != '>'; });
}

// An http or https URL, or nothing.
[[nodiscard]] std::string webUrl(const Url &base, std::string_view text)
{
    text = bare(text);
    if (text.empty() || text.size() > kMaxFeedText)
        return {};
    const auto url = resolveUrl(base, text);
    return url ? url->text() : std::string();
}

[[nodiscard]] std::string linkOf(const Url &base, std::string_view text)
{
    text = bare(text);
    if (isMagnet(text))
        return "magnet:" + remoteText(text.substr(kMagnet.size() - 1), kMaxFeedText);
    return webUrl(base, text);
}

[[nodiscard]] bool namesTorrent(std::string_view url)
{
    const std::string_view path = url.substr(0, url.find('?'));
    return url.starts_with("magnet:") || (path.size() > 8 && equalsNoCase(path.substr(path.size() - 8), ".torrent"));
}

[[nodiscard]] bool isInfoHash(std::string_view text)
{
    const bool digits = std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (toLowerAscii(c) >= 'a' && toLowerAscii(c) <= 'z'); });
    return digits && (text.size() == 40 || text.size() == 32);
}

void keepFirst(std::string &kept, const std::string &text)
{
    if (kept.empty())
        kept = text;
}

} // namespace

void FeedItemDraft::take(std::string_view prefix, std::string_view name, const std::string &text, const FeedAttributes &attributes)
{
    const bool plain = prefix.empty() || prefix == "atom";
    if (name == "title" && (plain || m_title.empty()))
        m_title = text;
    else if (name == "link" && plain)
        takeLink(text, attributes);
    else if ((name == "guid" || name == "id") && plain)
        m_id = bare(text);
    else if (name == "comments" && plain)
        m_comments = text;
    else if (name == "pubdate" || name == "published" || (name == "date" && prefix == "dc"))
        m_published = parseFeedDate(text);
    else if (name == "updated" && !m_published)
        m_published = parseFeedDate(text);
    else if (name == "enclosure" || (name == "content" && prefix == "media"))
        takeEnclosure(attributes);
    else if (name == "magneturi" || (name == "attr" && attributes.name == "magneturl"))
        keepFirst(m_magnet, name == "attr" ? attributes.value : text);
    else if (name == "infohash" || (name == "attr" && attributes.name == "infohash"))
        keepFirst(m_hash, name == "attr" ? attributes.value : text);
    else if (name == "contentlength" || name == "size" || (name == "attr" && attributes.name == "size"))
        takeNumber(name == "attr" ? attributes.value : text);
}

void FeedItemDraft::takeLink(const std::string &text, const FeedAttributes &attributes)
{
    if (attributes.rel == "enclosure")
        takeEnclosure({attributes.href, attributes.type, attributes.length, {}, {}, {}, {}});
    else if (attributes.href.empty())
        keepFirst(m_link, text);
    else if (attributes.rel.empty() || attributes.rel == "alternate")
        keepFirst(m_link, attributes.href);
}

void FeedItemDraft::takeEnclosure(const FeedAttributes &attributes)
{
    const bool torrent = equalsNoCase(attributes.type.substr(0, kTorrentType.size()), kTorrentType) || namesTorrent(attributes.url)
        || isMagnet(bare(attributes.url));
    if (!torrent && !attributes.type.empty())
        return; // a picture, a video
    keepFirst(torrent ? m_enclosure : m_untyped, attributes.url);
    takeNumber(attributes.length);
}

// Bytes; "1.4 GiB" is no number, and one byte no size: writers put anything where they must put something.
void FeedItemDraft::takeNumber(const std::string &text)
{
    const std::string_view digits = bare(text);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (!m_size && error == std::errc{} && end == digits.data() + digits.size() && number > 1)
        m_size = Bytes(number);
}

std::string FeedItemDraft::torrent(const Url &base) const
{
    for (const std::string *text : {&m_enclosure, &m_magnet}) {
        if (std::string link = linkOf(base, *text); !link.empty())
            return link;
    }
    for (const std::string *text : {&m_link, &m_id}) {
        if (std::string link = linkOf(base, *text); namesTorrent(link) && (text == &m_link || link.starts_with("magnet:") || startsWithNoCase(*text, "http")))
            return link;
    }
    if (std::string link = linkOf(base, m_untyped); !link.empty())
        return link;
    const std::string_view hash = bare(m_hash);
    return isInfoHash(hash) ? "magnet:?xt=urn:btih:" + std::string(hash) : std::string();
}

std::optional<FeedItemDraft::Made> FeedItemDraft::make(const Url &base) const
{
    Made made;
    FeedItem &item = made.item;
    item.title = oneLine(m_title);
    item.torrent = torrent(base);
    made.link = webUrl(base, m_link);
    item.page = namesTorrent(made.link) ? std::string() : made.link;
    if (item.page.empty())
        item.page = webUrl(base, m_comments);
    if (item.page.empty() && startsWithNoCase(m_id, "http") && !namesTorrent(m_id))
        item.page = webUrl(base, m_id);
    item.published = m_published;
    item.size = m_size;
    for (const std::string &id : {m_id, item.torrent, made.link, item.title}) {
        if (item.id.empty())
            item.id = remoteText(id, kMaxFeedText);
    }
    if (item.title.empty())
        item.title = remoteText(item.id);
    return item.id.empty() ? std::nullopt : std::optional(std::move(made));
}

} // namespace trib::torrent
