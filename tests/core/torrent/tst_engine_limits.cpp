#include "tests/core/torrent/engine_test.h"

#include <algorithm>

using namespace trib;
using namespace trib::test;

// Limits of torrents and of the session. libtorrent exempts loopback from the session's rates and from slots: what it is told
// of them is seen in tst_session_settings and tst_attachment.
class tst_engine_limits : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void slowsADownloadDownAndLetsItGo();
    void slowsAnUploadDownAndLetsItGo();
    void holdsTheConnectionsOfATorrent_data();
    void holdsTheConnectionsOfATorrent();
    void keepsLimitsOverARestart();
    void switchesToTheAlternativeLimitsAndBack();
    void keepsSettingsOverARestart();
    void refusesSettingsOutOfRange();

private:
    static constexpr std::int64_t kSize = 2 << 20;

    [[nodiscard]] Result<TorrentId> seed(TestEngine &engine, const Content &content, TorrentLimits limits = {}) const
    {
        AddRequest add = request(content, content.root);
        add.limits = limits;
        const auto id = engine.add(add);
        if (id && !QTest::qWaitFor([&] { return engine.state(*id) == TorrentState::Seeding; }))
            return failure(EngineErrc::TimedOut, "does not seed");
        return id;
    }
    // libtorrent takes one connection from an address.
    [[nodiscard]] static settings::TextMap fromAnAddressOfItsOwn(std::size_t number)
    {
        return {{"network/interfaces", "127.0.0." + std::to_string(number + 2)}};
    }
    [[nodiscard]] Content content() const { return makeContent(folder("source"), "film.mkv", {kSize}); }
};

void tst_engine_limits::slowsADownloadDownAndLetsItGo()
{
    const Content film = content();
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(seeder.start());
    VERIFY_OK(leecher.start());
    VERIFY_OK(seed(seeder, film));
    AddRequest add = request(film, folder("target"));
    add.limits.download = BytesPerSecond(100'000);
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_VERIFY(leecher.row(*id)->done.count() > 100'000);
    QVERIFY(leecher.row(*id)->done.count() < kSize / 2);
    VERIFY_OK(leecher.submit(SetTorrentLimits{{*id}, {}}));
    QTRY_COMPARE(leecher.state(*id), TorrentState::Seeding); // at the limit it would take twenty seconds
}

void tst_engine_limits::slowsAnUploadDownAndLetsItGo()
{
    const Content film = content();
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(seeder.start());
    VERIFY_OK(leecher.start());
    const auto seeded = seed(seeder, film);
    VERIFY_OK(seeded);
    VERIFY_OK(seeder.submit(SetTorrentLimits{{*seeded}, {{}, BytesPerSecond(100'000)}}));
    const auto id = leecher.add(request(film, folder("target")));
    VERIFY_OK(id);
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_VERIFY(leecher.row(*id)->done.count() > 100'000);
    QVERIFY(leecher.row(*id)->done.count() < kSize / 2);
    VERIFY_OK(seeder.submit(SetTorrentLimits{{*seeded}, {}}));
    QTRY_COMPARE(leecher.state(*id), TorrentState::Seeding);
}

void tst_engine_limits::holdsTheConnectionsOfATorrent_data()
{
    QTest::addColumn<int>("limit");
    QTest::newRow("none") << 0;
    QTest::newRow("two") << 2;
}

void tst_engine_limits::holdsTheConnectionsOfATorrent()
{
    QFETCH(int, limit);
    const Content film = content();
    TestEngine seeder(folder("seeder"));
    VERIFY_OK(seeder.start());
    const auto seeded = seed(seeder, film, {{}, BytesPerSecond(50'000), limit, 0});
    VERIFY_OK(seeded);
    std::vector<std::unique_ptr<TestEngine>> leechers;
    int most = 0;
    int looks = 0;
    seeder.engine().watch(*seeded, {.peers = true});
    connect(&seeder.engine(), &engine::TorrentEngine::detailChanged, this, [&](const engine::DetailPointer &detail) {
        most = std::max(most, detail->peers ? int(detail->peers->size()) : 0);
        ++looks;
    });
    for (const char *name : {"one", "two", "three"}) {
        leechers.push_back(std::make_unique<TestEngine>(folder(name), fromAnAddressOfItsOwn(leechers.size())));
        VERIFY_OK(leechers.back()->start());
        const auto id = leechers.back()->add(request(film, folder(name) / "target"));
        VERIFY_OK(id);
        VERIFY_OK(leechers.back()->submit(AddPeer{*id, seeder.endpoint()}));
    }
    if (limit == 0) {
        QTRY_COMPARE(most, 3);
        return;
    }
    QTRY_VERIFY(most > 0);
    const int before = looks;
    QTRY_VERIFY(looks > before + 3); // all have knocked by then
    QVERIFY(most <= limit);
}

void tst_engine_limits::keepsLimitsOverARestart()
{
    const Content film = content();
    const TorrentLimits limits{BytesPerSecond(123'000), BytesPerSecond(45'000), 7, 3};
    TorrentId id;
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        const auto added = seed(engine, film);
        VERIFY_OK(added);
        id = *added;
        VERIFY_OK(engine.submit(SetTorrentLimits{{id}, limits}));
        VERIFY_OK(engine.stop());
    }
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    QTRY_COMPARE(engine.state(id), TorrentState::Seeding);
    QVERIFY(engine.row(id)->limits == limits);
}

void tst_engine_limits::switchesToTheAlternativeLimitsAndBack()
{
    TestEngine engine(folder("profile"), {{"transfer/download_limit", "1000000"}, {"transfer/alternative_download_limit", "20000"},
                                          {"transfer/alternative_upload_limit", "10000"}});
    VERIFY_OK(engine.start());
    QTRY_COMPARE(engine.status().downloadLimit.count(), 1'000'000);
    VERIFY_OK(engine.submit(UseAlternativeLimits{true}));
    QTRY_VERIFY(engine.status().alternativeLimits);
    QCOMPARE(engine.status().downloadLimit.count(), 20'000);
    QCOMPARE(engine.status().uploadLimit.count(), 10'000);
    QTRY_VERIFY(engine.settings().transfer.useAlternativeLimits);
    VERIFY_OK(engine.submit(UseAlternativeLimits{false}));
    QTRY_VERIFY(!engine.status().alternativeLimits);
    QCOMPARE(engine.status().downloadLimit.count(), 1'000'000);
    QCOMPARE(engine.status().uploadLimit.count(), 0);
}

void tst_engine_limits::keepsSettingsOverARestart()
{
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        settings::EngineSettings settings = engine.settings();
        settings.transfer.downloadLimit = BytesPerSecond(777'000);
        settings.storage.savePath = folder("downloads").string();
        VERIFY_OK(await(engine.engine().configure(settings)));
        QTRY_COMPARE(engine.status().downloadLimit.count(), 777'000);
        VERIFY_OK(engine.submit(UseAlternativeLimits{true}));
        VERIFY_OK(engine.stop());
    }
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    QTRY_COMPARE(engine.settings().transfer.downloadLimit.count(), 777'000);
    QVERIFY(engine.settings().transfer.useAlternativeLimits);
    AddRequest add;
    add.source = MagnetLink{"magnet:?xt=urn:btih:0123456789012345678901234567890123456789"};
    const auto id = engine.add(add);
    VERIFY_OK(id);
    QTRY_VERIFY(engine.row(*id));
    QCOMPARE(engine.row(*id)->savePath, folder("downloads").string());
}

void tst_engine_limits::refusesSettingsOutOfRange()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    QTRY_VERIFY(engine.status().listening);
    const settings::EngineSettings before = engine.settings();
    settings::EngineSettings settings = before;
    settings.transfer.downloadLimit = BytesPerSecond(777'000);
    settings.network.connections = 1;
    VERIFY_FAILS(await(engine.engine().configure(settings)), EngineErrc::InvalidSetting);
    QVERIFY(engine.settings() == before);
    QCOMPARE(engine.status().downloadLimit.count(), 0);
}

QTEST_GUILESS_MAIN(tst_engine_limits)
#include "tst_engine_limits.moc"
