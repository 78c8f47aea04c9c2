#include "ui/feeds/feed_text.h"

#include "core/model/engine_error.h"
#include "ui/feeds/words.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <algorithm>

namespace trib::ui {
namespace {

constexpr qsizetype kLongestAddress = 2048;

// The words that stand for a torrent elsewhere speak of torrents; a feed is none.
[[nodiscard]] QString reasonOf(const std::error_code &error)
{
    const auto is = [&](EngineErrc code) { return error == make_error_code(code); };
    if (is(EngineErrc::ConnectFailed))
        return TrFeeds::tr("the server cannot be reached, or its name is not known");
    if (is(EngineErrc::TlsFailed))
        return TrFeeds::tr("the server could not prove who it is");
    if (is(EngineErrc::HttpStatus))
        return TrFeeds::tr("the server refused to send it; it may be gone, or you may have to sign in");
    if (is(EngineErrc::TimedOut))
        return TrFeeds::tr("the answer took too long");
    if (is(EngineErrc::ResponseTooLarge))
        return TrFeeds::tr("it is too large");
    if (is(EngineErrc::NotAFeed))
        return TrFeeds::tr("what is there is neither RSS nor Atom, or larger than 10 MiB");
    if (is(EngineErrc::UrlInvalid) || is(EngineErrc::UrlRefused))
        return TrFeeds::tr("its address, or one that it sent us on to, cannot be used");
    return errorWords(Error{error, {}}).what;
}

} // namespace

QString feedName(const Feed &feed)
{
    return fromUtf8(!feed.name.empty() ? feed.name : !feed.title.empty() ? feed.title : feed.url);
}

QString feedProblem(const Feed &feed)
{
    if (!feed.error)
        return {};
    return feed.updated ? TrFeeds::tr("Not readable since %1: %2.", "a time and a reason").arg(formatTime(*feed.updated), reasonOf(feed.error))
                        : TrFeeds::tr("Could not be read so far: %1.", "a reason").arg(reasonOf(feed.error));
}

QString feedState(const Feed &feed)
{
    if (feed.loading)
        return TrFeeds::tr("Is being read…");
    if (feed.error)
        return feedProblem(feed);
    return feed.updated ? TrFeeds::tr("Read %1", "a time").arg(formatTime(*feed.updated)) : TrFeeds::tr("Not read yet");
}

int unreadCount(const Feed &feed)
{
    return static_cast<int>(std::ranges::count(feed.items, false, &FeedItem::read));
}

QString itemState(const FeedItem &item)
{
    if (item.added)
        return TrFeeds::tr("Added");
    if (!sourceOf(item))
        return TrFeeds::tr("No torrent");
    return item.read ? TrFeeds::tr("Read", "state of an item: seen") : TrFeeds::tr("New");
}

std::optional<TorrentSource> sourceOf(const FeedItem &item)
{
    const QString address = fromUtf8(item.torrent);
    if (address.startsWith(QStringLiteral("magnet:?"), Qt::CaseInsensitive))
        return MagnetLink{item.torrent};
    return isWebAddress(address) ? std::optional<TorrentSource>(TorrentUrl{item.torrent}) : std::nullopt;
}

QUrl pageOf(const FeedItem &item)
{
    const QString address = fromUtf8(item.page);
    return isWebAddress(address) ? QUrl(address) : QUrl();
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
    return web && url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && text.size() <= kLongestAddress;
}

} // namespace trib::ui
