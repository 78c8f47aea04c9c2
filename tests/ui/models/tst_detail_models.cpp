#include "tests/support/for_all.h"
#include "tests/support/manual_clock.h"
#include "ui/models/peer_model.h"
#include "ui/models/tracker_model.h"

#include <QAbstractItemModelTester>
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
