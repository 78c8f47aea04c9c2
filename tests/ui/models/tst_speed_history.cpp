#include "tests/support/manual_clock.h"
#include "ui/models/speed_history.h"
#include "ui/models/speed_monitor.h"
#include "ui/models/transfer_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace trib;
using namespace trib::ui;
using namespace std::chrono_literals;
using trib::test::ManualClock;

namespace {

TorrentId idOf(std::uint8_t number)
{
    std::array<std::uint8_t, 20> bytes{};
    bytes.fill(number);
    return TorrentId(bytes);
}

TorrentSnapshot downloading(std::uint8_t number, std::int64_t rate)
{
    TorrentSnapshot t;
    t.id = idOf(number);
    t.state = TorrentState::Downloading;
    t.downloadRate = BytesPerSecond(rate);
    return t;
}

void add(SpeedHistory &history, ManualClock &clock, std::int64_t rate)
{
    history.add(clock.steadyNow(), BytesPerSecond(rate), BytesPerSecond(rate / 2));
    clock.advance(1s);
}

} // namespace

class TestSpeedHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheNewestLast()
    {
        ManualClock clock;
        SpeedHistory history;
        for (int rate = 1; rate <= 90; ++rate)
            add(history, clock, rate);
        const auto samples = history.samples(SpeedRange::Minute, clock.steadyNow() - 1s);
        QCOMPARE(samples.size(), std::size_t{60});
        QCOMPARE(samples.front(), (SpeedSample{31, 15}));
        QCOMPARE(samples.back(), (SpeedSample{90, 45}));
    }

    void eachRangeHasItsSpan_data()
    {
        QTest::addColumn<int>("range");
        QTest::addColumn<int>("seconds");
        QTest::newRow("1 minute") << static_cast<int>(SpeedRange::Minute) << 60;
        QTest::newRow("5 minutes") << static_cast<int>(SpeedRange::FiveMinutes) << 300;
        QTest::newRow("30 minutes") << static_cast<int>(SpeedRange::HalfHour) << 1800;
        QTest::newRow("3 hours") << static_cast<int>(SpeedRange::ThreeHours) << 10'800;
        QTest::newRow("24 hours") << static_cast<int>(SpeedRange::Day) << 86'400;
    }
    void eachRangeHasItsSpan()
    {
        QFETCH(int, range);
        QFETCH(int, seconds);
        const auto wanted = static_cast<SpeedRange>(range);
        QCOMPARE(spanOf(wanted), std::chrono::seconds(seconds));
        ManualClock clock;
        SpeedHistory history;
        add(history, clock, 5);
        clock.advance(std::chrono::seconds(seconds - seconds / 30)); // all but within the range
        add(history, clock, 7);
        const auto samples = history.samples(wanted, clock.steadyNow() - 1s);
        QCOMPARE(samples.back().down, std::int64_t{7});
        QCOMPARE(std::count_if(samples.begin(), samples.end(), [](const SpeedSample &sample) { return sample.down == 5; }), std::ptrdiff_t{1});
    }

    void aCoarseSampleIsTheMeanOfItsSpan()
    {
        ManualClock clock;
        clock.advance(std::chrono::seconds(6) - clock.steadyNow().time_since_epoch() % 6s);
        SpeedHistory history;
        for (const int rate : {0, 60, 60, 0, 0, 0})
            add(history, clock, rate);
        QCOMPARE(history.samples(SpeedRange::HalfHour, clock.steadyNow() - 1s).back(), (SpeedSample{20, 10}));
    }

    void timeWithoutSamplesIsNotKnown()
    {
        ManualClock clock;
        SpeedHistory history;
        add(history, clock, 5);
        clock.advance(10s);
        add(history, clock, 7);
        const auto samples = history.samples(SpeedRange::Minute, clock.steadyNow() - 1s);
        QCOMPARE(samples[59].down, std::int64_t{7});
        for (std::size_t i = 49; i < 59; ++i)
            QVERIFY(!samples[i].isKnown());
        QCOMPARE(samples[48].down, std::int64_t{5});
        QVERIFY(!samples[47].isKnown());
    }

    // A laptop that slept for a week, and one that never sleeps: what is shown is never older than the range.
    void forgetsWhatIsOlder()
    {
        ManualClock clock;
        SpeedHistory history;
        for (int i = 0; i < 1000; ++i)
            add(history, clock, 5);
        clock.advance(24h * 7);
        for (const SpeedRange range : kSpeedRanges) {
            for (const SpeedSample &sample : history.samples(range, clock.steadyNow()))
                QVERIFY(!sample.isKnown());
        }
        add(history, clock, 9);
        for (const SpeedRange range : kSpeedRanges) {
            const auto samples = history.samples(range, clock.steadyNow() - 1s);
            QCOMPARE(samples.back().down, std::int64_t{9});
            QCOMPARE(std::count_if(samples.begin(), samples.end(), [](const SpeedSample &sample) { return sample.isKnown(); }), std::ptrdiff_t{1});
        }
    }

    void countsTheSessionAndThoseThatAreLookedAt()
    {
        ManualClock clock;
        TransferModel model;
        model.apply({DeltaSequence(1), {share(downloading(1, 100)), share(downloading(2, 200))}, {}});
        SpeedMonitor monitor(clock, model);
        SessionStatus status;
        status.downloadRate = BytesPerSecond(300);
        monitor.setStatus(status);
        monitor.follow(idOf(1));
        monitor.sample();
        QCOMPARE(monitor.session().samples(SpeedRange::Minute, clock.steadyNow()).back().down, std::int64_t{300});
        QCOMPARE(monitor.torrent(idOf(1))->samples(SpeedRange::Minute, clock.steadyNow()).back().down, std::int64_t{100});
        QVERIFY(!monitor.torrent(idOf(2)));
        model.apply({DeltaSequence(2), {}, {idOf(1)}});
        monitor.sample();
        QVERIFY(!monitor.torrent(idOf(1)));
    }

    void keepsNoMoreTorrentsThanItSays()
    {
        ManualClock clock;
        TransferModel model;
        TransferDelta all;
        for (std::uint8_t i = 0; i < 40; ++i)
            all.upserted.push_back(share(downloading(i, i)));
        model.apply(all);
        SpeedMonitor monitor(clock, model);
        for (std::uint8_t i = 0; i < 40; ++i) {
            monitor.follow(idOf(0)); // the one that is looked at again and again stays
            monitor.follow(idOf(i));
        }
        std::size_t kept = 0;
        for (std::uint8_t i = 0; i < 40; ++i)
            kept += monitor.torrent(idOf(i)) != nullptr;
        QCOMPARE(kept, SpeedMonitor::kMostTorrents);
        QVERIFY(monitor.torrent(idOf(0)) && monitor.torrent(idOf(39)) && !monitor.torrent(idOf(10)));
    }
};

QTEST_GUILESS_MAIN(TestSpeedHistory)
#include "tst_speed_history.moc"
