#include "core/torrent/attachment.h"

#include <libtorrent/torrent_flags.hpp>

#include <QTest>

using namespace trib;
using namespace trib::torrent;
namespace flags = lt::torrent_flags;

// What libtorrent is told of a torrent when it gets it: loopback is exempt from slots and queues differ, so this is looked at here.
class tst_attachment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheLimits_data();
    void tellsTheLimits();
    void tellsWhetherItRuns_data();
    void tellsWhetherItRuns();
    void tellsTheOrderOfPieces();
    void forgetsWhatItHasBeforeACheck();
    void exchangesPeersUnlessToldNotTo();

private:
    [[nodiscard]] static lt::add_torrent_params prepared(const Torrent &torrent, const settings::EngineSettings &settings = {},
                                                         lt::add_torrent_params params = {})
    {
        QObject owner;
        const SystemClock clock;
        NullLog log;
        EngineContext context(owner, {}, clock, log, {});
        context.settings = settings;
        Attachment(context).prepare(torrent, params);
        return params;
    }
};

void tst_attachment::tellsTheLimits_data()
{
    QTest::addColumn<int>("ownConnections");
    QTest::addColumn<int>("ownSlots");
    QTest::addColumn<int>("connections");
    QTest::addColumn<int>("slots_");
    QTest::newRow("none of its own: those of the settings") << 0 << 0 << 77 << 5;
    QTest::newRow("its own") << 12 << 3 << 12 << 3;
    QTest::newRow("fewer connections than libtorrent can count") << 1 << 1 << 2 << 1;
}

void tst_attachment::tellsTheLimits()
{
    QFETCH(int, ownConnections);
    QFETCH(int, ownSlots);
    settings::EngineSettings settings;
    settings.network.connectionsPerTorrent = 77;
    settings.network.uploadSlotsPerTorrent = 5;
    Torrent torrent;
    torrent.record.limits = {BytesPerSecond(123'000), BytesPerSecond(std::int64_t{1} << 40), ownConnections, ownSlots};
    lt::add_torrent_params params = prepared(torrent, settings);
    QTEST(params.max_connections, "connections");
    QTEST(params.max_uploads, "slots_");
    QCOMPARE(params.download_limit, 123'000);
    QCOMPARE(params.upload_limit, std::numeric_limits<int>::max());
    torrent.record.limits = {};
    settings.network.uploadSlotsPerTorrent = 0;
    params = prepared(torrent, settings);
    QCOMPARE(params.download_limit, -1);
    QCOMPARE(params.upload_limit, -1);
    QCOMPARE(params.max_uploads, -1);
}

void tst_attachment::tellsWhetherItRuns_data()
{
    QTest::addColumn<bool>("stopped");
    QTest::addColumn<bool>("forced");
    QTest::addColumn<bool>("checkOnly");
    QTest::addColumn<bool>("paused");
    QTest::addColumn<bool>("managed");
    QTest::newRow("the queue decides") << false << false << false << true << true;
    QTest::newRow("stopped") << true << false << false << true << false;
    QTest::newRow("forced") << false << true << false << false << false;
    QTest::newRow("stopped, to be checked") << true << false << true << true << true;
}

void tst_attachment::tellsWhetherItRuns()
{
    QFETCH(bool, stopped);
    QFETCH(bool, forced);
    QFETCH(bool, checkOnly);
    Torrent torrent;
    torrent.record.stopped = stopped;
    torrent.record.forced = forced;
    torrent.checkOnly = checkOnly;
    const lt::add_torrent_params params = prepared(torrent);
    QTEST(bool(params.flags & flags::paused), "paused");
    QTEST(bool(params.flags & flags::auto_managed), "managed");
    QCOMPARE(bool(params.flags & flags::stop_when_ready), checkOnly);
    QVERIFY(params.flags & flags::duplicate_is_error);
}

void tst_attachment::tellsTheOrderOfPieces()
{
    Torrent torrent;
    QVERIFY(!(prepared(torrent).flags & flags::sequential_download));
    torrent.record.sequential = true;
    QVERIFY(prepared(torrent).flags & flags::sequential_download);
}

void tst_attachment::forgetsWhatItHasBeforeACheck()
{
    Torrent torrent;
    torrent.recheck = true;
    lt::add_torrent_params known;
    known.flags |= flags::seed_mode;
    known.have_pieces.resize(5, true);
    const lt::add_torrent_params params = prepared(torrent, {}, known);
    QVERIFY(params.have_pieces.empty());
    QVERIFY(!(params.flags & flags::seed_mode));
    torrent.recheck = false;
    QCOMPARE(prepared(torrent, {}, known).have_pieces.size(), 5);
}

void tst_attachment::exchangesPeersUnlessToldNotTo()
{
    settings::EngineSettings settings;
    QVERIFY(!(prepared({}, settings).flags & flags::disable_pex));
    settings.network.pex = false;
    QVERIFY(prepared({}, settings).flags & flags::disable_pex);
}

QTEST_GUILESS_MAIN(tst_attachment)
#include "tst_attachment.moc"
