#include "tests/support/for_all.h"
#include "tests/support/manual_clock.h"

#include <QTest>

#include <set>

using namespace std::chrono_literals;
using trib::test::SeededRandom;

class TestForAll : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("TRIB_SEED"); }

    void runsEverySeedWithItsOwnValues()
    {
        std::set<std::uint64_t> values;
        trib::test::forAll({1, 2, 3}, [](SeededRandom &r) { return r.next(); }, [&](std::uint64_t v) { values.insert(v); });
        QCOMPARE(values.size(), std::size_t(3));
    }

    void theSameSeedGivesTheSameValues()
    {
        SeededRandom a(7);
        SeededRandom b(7);
        QCOMPARE(a.bytes(100), b.bytes(100));
        // mt19937_64 with the seed 5489 is fixed by the C++ standard: its first output.
        QCOMPARE(SeededRandom(5489).next(), std::uint64_t(14514284786278117030u));
    }

    void theEnvironmentChoosesOneSeed()
    {
        qputenv("TRIB_SEED", "42");
        QCOMPARE(trib::test::seeds(200), std::vector<std::uint64_t>{42});
    }

    void stopsAtTheSeedThatFails()
    {
        int runs = 0;
        const auto failing = trib::test::firstFailing({5, 6, 7}, [](SeededRandom &) { return 0; }, [&](int) { ++runs; }, [&] { return runs == 2; });
        QCOMPARE(runs, 2);
        QVERIFY(failing == 6u);
        QVERIFY(!trib::test::firstFailing({5, 6, 7}, [](SeededRandom &) { return 0; }, [](int) {}, [] { return false; }));
    }

    void numbersCoverBothEnds()
    {
        SeededRandom random(1);
        std::set<int> seen;
        for (int i = 0; i < 200; ++i)
            seen.insert(random.number(-2, 2));
        QCOMPARE(seen, (std::set<int>{-2, -1, 0, 1, 2}));
    }

    void theClockMovesOnlyWhenTold()
    {
        trib::test::ManualClock clock;
        const auto wall = clock.wallNow();
        const auto steady = clock.steadyNow();
        QVERIFY(clock.wallNow() == wall && clock.steadyNow() == steady);
        clock.advance(1500ms);
        QVERIFY(clock.wallNow() - wall == 1s);
        QVERIFY(clock.steadyNow() - steady == 1500ms);
        clock.setWall(wall - 24h);
        QVERIFY(clock.wallNow() == wall - 24h);
        QVERIFY(clock.steadyNow() - steady == 1500ms);
    }
};

QTEST_GUILESS_MAIN(TestForAll)
#include "tst_for_all.moc"
