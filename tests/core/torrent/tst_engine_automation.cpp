#include "core/torrent/backup_restore.h"
#include "tests/core/torrent/engine_test.h"
#include "tests/support/manual_clock.h"

#include <QDateTime>

using namespace trib;
using namespace trib::test;
using std::filesystem::path;

// What the real engine does of itself with limits by the clock, and with files after a restore.
class tst_engine_automation : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void switchesAtABoundaryAndLeavesAUsersChoiceUntilTheNext();
    void checksOnlyWhatIsNewerThanTheBackup_data();
    void checksOnlyWhatIsNewerThanTheBackup();
};

void tst_engine_automation::switchesAtABoundaryAndLeavesAUsersChoiceUntilTheNext()
{
    const QDateTime morning(QDate(2026, 6, 1), QTime(9, 0)); // local time
    ManualClock clock(WallTime(std::chrono::seconds(morning.toSecsSinceEpoch())));
    const settings::TextMap schedule{{"schedule/enabled", "true"}, {"schedule/from", "480"}, {"schedule/to", "1200"}};
    auto engine = std::make_unique<TestEngine>(folder("profile"), schedule, &clock);
    VERIFY_OK(engine->start());
    QTRY_VERIFY(engine->status().alternativeLimits); // it is past eight
    VERIFY_OK(engine->submit(UseAlternativeLimits{false}));
    clock.advance(std::chrono::hours(2));
    QTest::qWait(4500); // two looks
    QVERIFY(!engine->status().alternativeLimits);
    VERIFY_OK(engine->stop());
    engine = std::make_unique<TestEngine>(folder("profile"), schedule, &clock);
    VERIFY_OK(engine->start());
    QTest::qWait(4500);
    QVERIFY(!engine->status().alternativeLimits); // over a restart too
    clock.advance(std::chrono::hours(22)); // nine in the morning again
    QTRY_VERIFY_WITH_TIMEOUT(engine->status().alternativeLimits, 10'000);
    clock.advance(std::chrono::hours(12));
    QTRY_VERIFY_WITH_TIMEOUT(!engine->status().alternativeLimits, 10'000);
}

void tst_engine_automation::checksOnlyWhatIsNewerThanTheBackup_data()
{
    QTest::addColumn<bool>("changed");
    QTest::newRow("untouched") << false;
    QTest::newRow("written since, of the same size") << true;
}

void tst_engine_automation::checksOnlyWhatIsNewerThanTheBackup()
{
    QFETCH(bool, changed);
    const Content content = makeContent(folder("data"), "film.mkv", {200'000});
    Result<TorrentId> id = failure(EngineErrc::NoSuchTorrent);
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        id = seeding(engine, content, folder("data"));
        VERIFY_OK(id);
        VERIFY_OK(engine.stop()); // what there is of it is stored
    }
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        QTRY_COMPARE_WITH_TIMEOUT(engine.state(*id), TorrentState::Seeding, 20'000);
        QTest::qWait(1100); // times of files are compared in seconds
        VERIFY_OK(engine.submit(MakeBackup{(folder("data") / "a.backup").string(), {}}));
        VERIFY_OK(engine.stop());
    }
    if (changed) {
        QTest::qWait(1100);
        std::fstream file(folder("data") / "film.mkv", std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(100'000);
        file << "something else";
    }
    const auto staged = torrent::stageRestore(folder("profile"), folder("data") / "a.backup");
    VERIFY_OK(staged);
    QCOMPARE(staged->toCheck, changed ? std::size_t{1} : std::size_t{0});
    VERIFY_OK(torrent::commitRestore(folder("profile")));
    TestEngine engine(folder("profile")); // the start puts it in place
    VERIFY_OK(engine.start());
    if (!changed) {
        QTRY_COMPARE_WITH_TIMEOUT(engine.state(*id), TorrentState::Seeding, 20'000);
        return;
    }
    QTRY_VERIFY_WITH_TIMEOUT(engine.state(*id) == TorrentState::Downloading, 20'000);
    QVERIFY(engine.row(*id)->progressPermille < 1000 && engine.row(*id)->progressPermille > 500);
}

QTEST_GUILESS_MAIN(tst_engine_automation)
#include "tst_engine_automation.moc"
