#include "ui/feeds/feature.h"

#include "ui/feeds/feed_text.h"
#include "ui/feeds/feeds_page.h"
#include "ui/feeds/words.h"
#include "ui/shell/submit.h"

#include <QMimeData>

namespace trib::ui {
namespace {

// The address, if there is one alone and it does not look like that of a torrent.
[[nodiscard]] QString feedAddressIn(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    const QString text = urls.size() == 1 ? urls.first().toString(QUrl::FullyEncoded) : urls.isEmpty() ? data.text().trimmed() : QString();
    const bool isTorrent = QUrl(text).path().endsWith(QStringLiteral(".torrent"), Qt::CaseInsensitive);
    return isWebAddress(text) && !isTorrent ? text : QString();
}

[[nodiscard]] const std::string &addressOf(const TorrentSource &source)
{
    static const std::string kNone;
    if (const auto *magnet = std::get_if<MagnetLink>(&source))
        return magnet->uri;
    const auto *url = std::get_if<TorrentUrl>(&source);
    return url ? url->url : kNone;
}

} // namespace

void FeedsFeature::install(Shell &shell)
{
    m_shell = &shell;
    m_feeds = std::make_shared<const Feeds>();
    m_page = new FeedsPage(shell, m_offer, nullptr);
    shell.addPage({QStringLiteral("feeds"), TrFeeds::tr("Feeds"), QStringLiteral("feed"), PagePlace::Rail, m_page});
    shell.addIntake([this](const QMimeData &data, bool taken) { return take(data, taken); });
    connect(&shell.engine(), &engine::TorrentEngine::feedsChanged, this, [this](const engine::FeedsPointer &feeds) {
        m_feeds = feeds;
        m_page->setFeeds(feeds);
    });
    connect(&shell.engine(), &engine::TorrentEngine::labelsChanged, this, [this](const Labels &labels) { m_page->actions().setLabels(labels); });
}

bool FeedsFeature::take(const QMimeData &data, bool taken)
{
    const QString address = m_page->isVisible() ? feedAddressIn(data) : QString();
    if (!address.isEmpty() && taken)
        m_page->actions().addFeed(address);
    return !address.isEmpty();
}

void FeedsFeature::noteAdded(const TorrentSource &source)
{
    const std::string &address = addressOf(source);
    for (const FeedPointer &feed : address.empty() ? std::vector<FeedPointer>() : m_feeds->feeds) {
        std::vector<std::string> ids;
        for (const FeedItem &item : feed->items) {
            if (item.torrent == address && !item.added)
                ids.push_back(item.id);
        }
        if (!ids.empty())
            submit(*m_shell, MarkFeedItems{feed->url, std::move(ids), true, true});
    }
}

} // namespace trib::ui
