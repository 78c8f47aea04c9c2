#include "tests/ui/screenshots/feed_scene.h"

#include "core/model/engine_error.h"
#include "tests/support/fake_importer.h"

#include <array>

namespace trib::test {
namespace {

constexpr std::int64_t kMiB = std::int64_t{1} << 20;
constexpr WallTime kNewYear{std::chrono::seconds(1'767'225'600)};

FeedItem makeItem(const std::string &title, int hours, std::int64_t mebibytes)
{
    FeedItem item;
    item.id = "id of " + title;
    item.title = title;
    item.torrent = "https://example.org/" + std::to_string(hours) + ".torrent";
    item.page = "https://example.org/about/" + std::to_string(hours);
    item.published = kNewYear - std::chrono::hours(hours);
    item.size = Bytes(mebibytes * kMiB);
    return item;
}

Feed makeFeed(const std::string &url, const std::string &title, std::vector<FeedItem> items)
{
    Feed feed;
    feed.url = url;
    feed.title = title;
    feed.updated = kNewYear;
    feed.items = std::move(items);
    return feed;
}

ImportedTorrent makeTorrent(int number, const std::string &name, std::int64_t mebibytes, ImportState state)
{
    std::array<std::uint8_t, 20> hash;
    hash.fill(static_cast<std::uint8_t>(number));
    ImportedTorrent torrent;
    torrent.file = std::to_string(number) + ".fastresume";
    torrent.name = name;
    torrent.infoHash.v1 = Sha1(hash);
    torrent.size = Bytes(mebibytes * kMiB);
    torrent.state = state;
    torrent.request.savePath = "/data/torrents";
    torrent.request.stopped = state == ImportState::Missing;
    return torrent;
}

class SampleImporter final : public engine::TorrentImporter {
public:
    std::string usualFolder(OtherClient client) const override { return client == OtherClient::QBittorrent ? "/data/qBittorrent" : std::string(); }
    void read(OtherClient, std::string folder) override
    {
        auto plan = folder == "/data/qBittorrent" ? Result<ImportPlan>(samplePlan()) : Result<ImportPlan>(failure(EngineErrc::FileUnreadable));
        QMetaObject::invokeMethod(this, [this, plan] { Q_EMIT planned(std::make_shared<const Result<ImportPlan>>(plan)); }, Qt::QueuedConnection);
    }
    void carryOut(std::shared_ptr<const ImportPlan> plan, const Labels &) override
    {
        const auto of = static_cast<qint64>(plan->torrents.size());
        QMetaObject::invokeMethod(this, [this, of] { Q_EMIT progressed(of / 2, of); }, Qt::QueuedConnection);
    }
    void cancel() override {}
};

} // namespace

Feeds sampleFeeds()
{
    Feed linux = makeFeed("https://example.org/linux.rss", "Linux images", {
        makeItem("debian-12.9.0-amd64-netinst.iso", 2, 632), makeItem("archlinux-2026.01.01-x86_64.iso", 5, 1180),
        makeItem("openSUSE-Leap-15.6-DVD-x86_64-Media.iso", 30, 4444), makeItem("Fedora-Workstation-Live-x86_64-42", 52, 2210)});
    linux.items[2].read = true;
    linux.items[3].read = linux.items[3].added = true;
    Feed films = makeFeed("https://example.org/films.xml", "Public domain films", {
        makeItem("The General S01E01 1080p", 1, 2900), makeItem("The General S01E02 1080p", 25, 2850),
        makeItem("The General S01E02 PROPER 1080p", 20, 2870), makeItem("Nosferatu (1922) restored 2160p", 70, 14'200)});
    films.items[1].read = true;
    films.items[3].torrent.clear();
    Feed books = makeFeed("https://example.net/books.atom", "青空文庫 新着", {makeItem("銀河鉄道の夜", 3, 1)});
    books.items[0].size.reset();
    books.loading = true;
    Feed gone = makeFeed("https://gone.example.com/feed", "Field recordings", {makeItem("Rain on a tin roof", 300, 88)});
    gone.items[0].read = true;
    gone.updated = kNewYear - std::chrono::hours(200);
    gone.error = make_error_code(EngineErrc::ConnectFailed);
    Feeds feeds;
    for (Feed *feed : {&books, &films, &linux, &gone})
        feeds.feeds.push_back(std::make_shared<const Feed>(*feed));
    FeedRule series;
    series.name = "Series";
    series.must = "general 1080p";
    series.mustNot = "cam|ts";
    series.episodes = "1x1-;";
    series.onceEach = true;
    series.seenEpisodes = {"1x2"};
    series.category = "Video/Series";
    FeedRule images;
    images.name = "Images";
    images.on = false;
    images.must = "debian*netinst|archlinux";
    images.feeds = {linux.url};
    feeds.rules = {images, series};
    return feeds;
}

Feeds manyFeeds(int count, int items)
{
    Feeds feeds;
    for (int f = 0; f < count; ++f) {
        std::array<char, 32> number{};
        std::snprintf(number.data(), number.size(), "%05d", f);
        Feed feed = makeFeed(std::string("https://example.org/") + number.data(), std::string("Feed ") + number.data(), {});
        for (int i = 0; i < items; ++i)
            feed.items.push_back(makeItem("Item " + std::to_string(i) + " of " + number.data() + " 1080p S01E02", i, 700));
        feeds.feeds.push_back(std::make_shared<const Feed>(std::move(feed)));
    }
    return feeds;
}

ImportPlan samplePlan()
{
    ImportPlan plan;
    plan.store = "/data/qBittorrent";
    plan.torrents = {makeTorrent(0x11, "debian-12.7.0-amd64-netinst.iso", 631, ImportState::Complete), // in the list: see sampleTorrents()
        makeTorrent(0x41, "Big Buck Bunny 4K", 633, ImportState::Complete), makeTorrent(0x42, "wikipedia_en_all_maxi_2025-12.zim", 112'640, ImportState::Partial),
        makeTorrent(0x43, "青空文庫 全作品", 2240, ImportState::ToCheck), makeTorrent(0x44, "Sintel (2010) 2160p", 5100, ImportState::Missing),
        makeTorrent(0x45, "b1f2d4c09a77ce7e55b09b3aa0a43e1a4d6f7e21", 0, ImportState::NoData)};
    plan.torrents[1].notes = {ImportNote::TagNameInvalid};
    plan.unreadable = {{"9f3c.torrent", Error{make_error_code(EngineErrc::NotBencoded), "the file is empty"}}};
    return plan;
}

engine::MakeTorrentImporter sampleImporters()
{
    return [] { return std::make_unique<SampleImporter>(); };
}

} // namespace trib::test
