#include "tests/support/for_all.h"
#include "tests/support/manual_clock.h"
#include "ui/models/peer_model.h"
#include "ui/models/tracker_model.h"
#include "ui/models/web_seed_model.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace trib;
using namespace trib::ui;
using trib::test::SeededRandom;

namespace {

PeerSnapshot peer(const std::string &endpoint, std::int64_t rate = 0)
{
    PeerSnapshot snapshot;
    snapshot.endpoint = endpoint;
    snapshot.downloadRate = BytesPerSecond(rate);
    return snapshot;
}

} // namespace

class TestDetailModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsExactlyThePeersOfTheLastTick_data() { test::addSeedRows(30); }
    void showsExactlyThePeersOfTheLastTick()
    {
        QFETCH(quint64, seed);
        SeededRandom random(seed);
        PeerModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int tick = 0; tick < 40; ++tick) {
            std::map<std::string, PeerSnapshot> wanted;
            std::vector<PeerSnapshot> peers;
            for (auto n = random.number(0, 12); n > 0; --n) {
                peers.push_back(peer("198.18.0." + std::to_string(random.number(0, 9)) + ":6881", random.number(0, 2)));
                wanted[peers.back().endpoint] = peers.back();
            }
            model.setPeers(peers);
            QCOMPARE(static_cast<std::size_t>(model.rowCount()), wanted.size());
            for (int row = 0; row < model.rowCount(); ++row)
                QCOMPARE(*model.at(row), wanted.at(model.at(row)->endpoint));
        }
    }

    void announcesOnlyWhatChanged()
    {
        PeerModel model;
        model.setPeers({peer("a"), peer("b"), peer("c")});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setPeers({peer("a"), peer("c", 5), peer("d")});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(inserted.count(), 1);
        model.setPeers({peer("a"), peer("c", 5), peer("d")});
        QCOMPARE(changed.count() + removed.count() + inserted.count(), 3);
    }

    void tellsFlagsByLetterAndInWords()
    {
        PeerSnapshot one = peer("198.18.0.1:6881");
        one.interesting = true;
        one.itChokesUs = false;
        one.encrypted = true;
        one.fromDht = true;
        one.country = "JP";
        one.relevancePermille = 250;
        PeerModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPeers({one});
        const QModelIndex flags = model.index(0, PeerModel::Flags);
        QCOMPARE(flags.data().toString(), QStringLiteral("DEH"));
        QVERIFY(flags.data(Qt::ToolTipRole).toString().contains(QStringLiteral("H: found by the DHT")));
        QVERIFY(flags.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("it lets us download")));
        QCOMPARE(model.index(0, PeerModel::Country).data().toString(), QStringLiteral("JP"));
        QVERIFY(model.index(0, PeerModel::Country).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Japan")));
        QCOMPARE(model.index(0, PeerModel::Relevance).data().toString(), QStringLiteral("25 %"));
    }

    void everyFlagHasALetterOfItsOwn()
    {
        PeerSnapshot all = peer("198.18.0.1:6881");
        all.interesting = all.interestedInUs = all.optimistic = all.snubbed = all.incoming = all.encrypted = all.holepunched = true;
        all.fromTracker = all.fromDht = all.fromPex = all.fromLsd = true;
        const QString letters = peerFlags(all);
        QCOMPARE(letters.size(), 11);
        QCOMPARE(QSet<QChar>(letters.begin(), letters.end()).size(), 11);
        QCOMPARE(peerFlagWords(all).count(QLatin1Char('\n')), 10);
        all.itChokesUs = all.weChokeIt = false;
        QVERIFY(peerFlags(all).startsWith(QStringLiteral("DU")) && letters.startsWith(QStringLiteral("du")));
    }

    void showsWhatAWebSeedSends()
    {
        PeerSnapshot server = peer("cdn.example (nginx)", 5000);
        server.connection = PeerConnection::WebSeed;
        server.downloaded = Bytes(9000);
        WebSeedModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWebSeeds({"https://cdn.example/files/", "https://other.example/"}, {peer("198.18.0.1:6881", 1), server});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(*model.at(0), (WebSeedRow{"https://cdn.example/files/", true, BytesPerSecond(5000), Bytes(9000)}));
        QCOMPARE(*model.at(1), (WebSeedRow{"https://other.example/", false, {}, {}}));
        QCOMPARE(model.index(1, WebSeedModel::State).data().toString(), QStringLiteral("Not connected"));
    }

    void saysWhenATrackerIsAskedAgain()
    {
        test::ManualClock clock;
        TrackerModel model(clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        TrackerSnapshot tracker;
        tracker.url = "https://tracker.example/announce";
        tracker.status = TrackerStatus::Failed;
        tracker.message = "unregistered torrent";
        tracker.nextAnnounce = clock.wallNow() + std::chrono::minutes(30);
        model.setTrackers({tracker});
        QCOMPARE(model.index(0, TrackerModel::NextAnnounce).data().toString(), QStringLiteral("in 30 min"));
        QCOMPARE(model.index(0, TrackerModel::Status).data().toString(), QStringLiteral("Refused or failed: unregistered torrent"));
        QCOMPARE(model.index(0, TrackerModel::Seeds).data().toString(), QString(QChar(0x2013)));
    }
};

QTEST_GUILESS_MAIN(TestDetailModels)
#include "tst_detail_models.moc"
