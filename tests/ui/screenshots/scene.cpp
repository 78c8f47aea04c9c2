#include "tests/ui/screenshots/scene.h"

#include "tests/ui/screenshots/feed_scene.h"
#include "ui/add_torrent/feature.h"
#include "ui/feeds/feature.h"
#include "ui/import/feature.h"
#include "ui/models/transfer_model.h"
#include "ui/settings/feature.h"
#include "ui/transfers/transfer_view.h"
#include "ui/transfers/transfers_feature.h"
#include "ui/transfers/transfers_page.h"

namespace trib::test {
namespace {

constexpr std::int64_t kMiB = std::int64_t{1} << 20;

TorrentSnapshot make(int number, const std::string &name, std::int64_t mebibytes, int permille, TorrentState state)
{
    TorrentSnapshot t;
    t.id = sampleId(number);
    std::array<std::uint8_t, 20> hash;
    hash.fill(static_cast<std::uint8_t>(0x10 + number));
    t.infoHash.v1 = Sha1(hash);
    t.name = name;
    t.savePath = "/home/ann/Downloads";
    t.contentPath = "/home/ann/Downloads/" + name;
    t.tracker = "tracker.example.org";
    t.state = state;
    t.hasMetadata = state != TorrentState::FetchingMetadata;
    t.fileCount = 1;
    t.size = t.wanted = Bytes(mebibytes * kMiB);
    t.done = Bytes(mebibytes * kMiB / 1000 * permille);
    if (permille == 1000)
        t.done = t.wanted;
    t.downloaded = t.done;
    t.uploaded = Bytes(mebibytes * kMiB * number / 7);
    t.ratioPermille = number * 143;
    t.progressPermille = permille;
    t.added = WallTime(std::chrono::seconds(1'767'225'600 - number * 7200));
    t.activeTime = std::chrono::seconds(5000 * number);
    return t;
}

TorrentSnapshot failing(int number, const std::string &name, ProblemKind kind, const std::string &path, const std::string &text = {})
{
    TorrentSnapshot t = make(number, name, 4300, 410, TorrentState::Failed);
    t.problem = {kind, path, text, Bytes(1229 * kMiB), Bytes(410 * kMiB)};
    return t;
}

TorrentSnapshot downloading()
{
    TorrentSnapshot t = make(1, "debian-12.7.0-amd64-netinst.iso", 631, 684, TorrentState::Downloading);
    t.downloadRate = BytesPerSecond(4'404'019);
    t.uploadRate = BytesPerSecond(317'440);
    t.eta = std::chrono::seconds(118);
    t.seeds = 14;
    t.peers = 6;
    t.swarmSeeds = 412;
    t.swarmPeers = 37;
    return t;
}

} // namespace

TorrentId sampleId(int number)
{
    std::array<std::uint8_t, 20> bytes{};
    bytes.fill(static_cast<std::uint8_t>(number));
    return TorrentId(bytes);
}

void giveCountries(TorrentDetail &detail)
{
    const std::vector<std::string> countries{"DE", "JP", "US", "FR", "", "BR", "NL", "JP", "SE"};
    for (std::size_t i = 0; detail.peers && i < detail.peers->size(); ++i)
        (*detail.peers)[i].country = countries[i % countries.size()];
}

std::vector<TorrentSnapshot> sampleTorrents()
{
    std::vector<TorrentSnapshot> all{downloading()};
    TorrentSnapshot waiting = make(2, "Night of the Living Dead (1968) [public domain]", 1434, 120, TorrentState::Downloading);
    waiting.swarmSeeds = 3;
    all.push_back(waiting);
    all.push_back(make(3, "b1f2d4c09a77ce7e55b09b3aa0a43e1a4d6f7e21", 0, 0, TorrentState::FetchingMetadata));
    TorrentSnapshot queued = make(4, "archlinux-2026.01.01-x86_64.iso", 1180, 0, TorrentState::QueuedForDownload);
    queued.queuePosition = QueuePosition(2);
    all.push_back(queued);
    TorrentSnapshot seeding = make(5, "LibreOffice_24.8.4_Linux_x86-64_deb.tar.gz", 212, 1000, TorrentState::Seeding);
    seeding.uploadRate = BytesPerSecond(1'258'291);
    seeding.peers = 9;
    all.push_back(seeding);
    all.push_back(make(6, "青空文庫 全作品", 2240, 1000, TorrentState::Seeding));
    all.push_back(make(7, "Librivox – Moby Dick", 655, 1000, TorrentState::Finished));
    all.push_back(make(8, "wikipedia_en_all_maxi_2025-12.zim", 112'640, 335, TorrentState::Checking));
    all.push_back(make(9, "openSUSE-Leap-15.6-DVD-x86_64-Media.iso", 4444, 1000, TorrentState::Moving));
    all.back().progressPermille = 270;
    all.push_back(make(10, "Big Buck Bunny 4K", 633, 500, TorrentState::Stopped));
    all.push_back(failing(11, "Sintel (2010) 2160p", ProblemKind::NoSpace, "/data"));
    all.push_back(failing(12, "OpenStreetMap planet-251229.osm.pbf", ProblemKind::VolumeOffline, "/media/ann/Archive/maps"));
    all.push_back(failing(13, "Internet Archive: 78rpm collection", ProblemKind::MissingFiles, "side_a/0017.flac"));
    all.push_back(failing(14, "linux-6.12.tar.xz", ProblemKind::DiskError, "/mnt/nas/linux-6.12.tar.xz", "Input/output error"));
    TorrentSnapshot refused = make(15, "Fedora-Workstation-Live-x86_64-41", 2200, 90, TorrentState::Downloading);
    refused.trackerMessage = "unregistered torrent";
    all.push_back(refused);
    return all;
}

TorrentDetail sampleDetail(const TorrentId &id)
{
    TorrentDetail detail;
    detail.id = id;
    GeneralDetail general;
    general.comment = "Debian CD from cdimage.debian.org";
    general.creator = "mktorrent 1.1";
    general.created = WallTime(std::chrono::seconds(1'725'100'000));
    general.pieceLength = Bytes(256 << 10);
    general.pieceCount = 2524;
    for (int piece = 0; piece < general.pieceCount; ++piece)
        general.pieces.push_back(piece < 1300 || (piece * 7919) % 100 < 38);
    std::vector<int> copies;
    for (int piece = 0; piece < general.pieceCount; ++piece) {
        copies.push_back(piece > 2300 && piece < 2380 ? 0 : 2 + piece / 400 + (piece * 31) % 3);
        if (piece > 1300 && piece % 97 < 9)
            general.piecesInFlight.emplace_back(piece);
    }
    general.pieceMap = mapPieces(general.pieces, general.piecesInFlight, copies);
    general.webSeeds = {"https://cdimage.debian.org/debian-cd/12.7.0/amd64/iso-cd/"};
    detail.general = general;
    detail.files = std::make_shared<const std::vector<FileEntry>>(std::vector<FileEntry>{
        {"debian-12/debian-12.7.0-amd64-netinst.iso", Bytes(631 * kMiB), FilePriority::High},
        {"debian-12/SHA256SUMS", Bytes(4096), FilePriority::Normal},
        {"debian-12/extras/firmware.tar.gz", Bytes(84 * kMiB), FilePriority::Low},
        {"debian-12/extras/notes.html", Bytes(15'000), FilePriority::DoNotDownload}});
    detail.fileProgress = std::make_shared<const std::vector<Bytes>>(
        std::vector<Bytes>{Bytes(431 * kMiB), Bytes(4096), Bytes(12 * kMiB), Bytes(0)});
    detail.trackers = std::vector<TrackerSnapshot>{
        {"http://bttracker.debian.org:6969/announce", 0, TrackerStatus::Working, {}, 412, 37, 18'204, 0, WallTime(std::chrono::seconds(1'767'226'700))},
        {"udp://tracker.example.org:1337/announce", 1, TrackerStatus::Failed, "unregistered torrent", -1, -1, -1, 3, WallTime(std::chrono::seconds(1'767'225'900))},
        {"https://tracker.example.net/announce", 2, TrackerStatus::NotContacted, {}, -1, -1, -1, 0, std::nullopt}};
    std::vector<PeerSnapshot> peers;
    for (int i = 0; i < 9; ++i) {
        PeerSnapshot peer;
        peer.endpoint = i == 4 ? "[2001:db8::17]:6881" : "198.18.7." + std::to_string(10 + i) + ":" + std::to_string(6881 + i);
        peer.client = i % 3 == 0 ? "qBittorrent 4.6.7" : i % 3 == 1 ? "Transmission 4.0.6" : "libtorrent 2.0.10";
        peer.connection = i % 2 ? PeerConnection::Utp : PeerConnection::Tcp;
        peer.encrypted = i % 3 != 2;
        peer.seed = i < 6;
        peer.interesting = i < 6;
        peer.itChokesUs = i == 3;
        peer.interestedInUs = i >= 6;
        peer.weChokeIt = i == 8;
        peer.fromTracker = i % 2 == 0;
        peer.fromDht = i % 3 == 1;
        peer.fromPex = i % 4 == 3;
        peer.relevancePermille = i < 6 ? 1000 : 90 * i;
        peer.progressPermille = i < 6 ? 1000 : 130 * i - 500;
        peer.downloadRate = BytesPerSecond(i < 6 ? 734'003 / (i + 1) : 0);
        peer.uploadRate = BytesPerSecond(i < 6 ? 0 : 52'000 * (i - 5));
        peer.downloaded = Bytes((60 - i * 5) * kMiB);
        peer.uploaded = Bytes(i < 6 ? 0 : i * kMiB);
        peers.push_back(peer);
    }
    detail.peers = peers;
    return detail;
}

SessionStatus sampleStatus()
{
    SessionStatus status;
    status.downloadRate = BytesPerSecond(4'404'019);
    status.uploadRate = BytesPerSecond(1'575'731);
    status.downloadLimit = BytesPerSecond(10 * kMiB);
    status.dhtEnabled = true;
    status.dhtNodes = 412;
    status.listening = true;
    status.listenPort = 51'413;
    status.hasIncoming = true;
    status.freeSpace = Bytes(1'319'413'953'331);
    return status;
}

Labels sampleLabels()
{
    return {{{"Audio", "/data/audio"}, {"Images of systems", {}}, {"Images of systems/BSD", {}}, {"Images of systems/Linux", "/data/images"}, {"Video", "/data/video"}, {"Video/Films", {}}, {"Video/Series", {}}},
            {"keep seeding", "to watch", "新着"}};
}

Scene::Scene(const ui::UiSettings &settings)
    : store(folder.filePath(QStringLiteral("ui.ini")))
{
    store.update(settings);
    window = std::make_unique<ui::MainWindow>(engine, store, clock);
    auto feature = std::make_unique<ui::TransfersFeature>();
    auto *transfers = feature.get();
    window->addFeature(std::move(feature));
    page = transfers->page();
    auto adding = std::make_unique<ui::AddTorrentFeature>();
    auto reading = std::make_unique<ui::FeedsFeature>([add = adding.get()](const std::vector<TorrentSource> &sources) { add->offer(sources); });
    QObject::connect(adding.get(), &ui::AddTorrentFeature::added, reading.get(), &ui::FeedsFeature::noteAdded);
    auto *feedsFeature = reading.get();
    window->addFeature(std::move(reading));
    feeds = feedsFeature->page();
    window->addFeature(std::move(adding));
    window->addFeature(std::make_unique<ui::ImportFeature>(sampleImporters()));
    window->addFeature(std::make_unique<ui::SettingsFeature>());
    engine.start();
}

void Scene::fill()
{
    engine.publish(sampleTorrents());
    engine.publishStatus(sampleStatus());
}

void Scene::label()
{
    engine.publishLabels(sampleLabels());
    std::vector<TorrentSnapshot> all = sampleTorrents();
    for (const int number : {1, 4, 9, 15})
        all.at(static_cast<std::size_t>(number - 1)).category = "Images of systems/Linux";
    for (const int number : {2, 10, 11})
        all.at(static_cast<std::size_t>(number - 1)).category = "Video/Films";
    all.at(6).category = "Audio";
    all.at(0).tags = {"keep seeding", "新着"};
    all.at(1).tags = {"to watch"};
    all.at(9).tags = {"to watch"};
    engine.publish(all);
}

void Scene::select(int row)
{
    // selectRow() begins at the last column when mirrored, and that one is hidden.
    page->view().setCurrentIndex(page->model().index(row, 0));
    if (engine.watched)
        engine.publishDetail(sampleDetail(*engine.watched));
}

} // namespace trib::test
