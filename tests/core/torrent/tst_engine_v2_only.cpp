#include "core/torrent/lt_convert.h"
#include "core/torrent/session_store.h"
#include "tests/core/torrent/engine_test.h"

#include <libtorrent/load_torrent.hpp>
#include <libtorrent/session.hpp>

using namespace trib;
using namespace trib::test;
using namespace trib::torrent;

namespace {

// A seed that is not ours: libtorrent alone, on loopback.
class PlainSeed {
public:
    explicit PlainSeed(const Content &content)
    {
        lt::settings_pack pack;
        pack.set_str(lt::settings_pack::listen_interfaces, "127.0.0.1:0");
        for (const int off : {lt::settings_pack::enable_dht, lt::settings_pack::enable_lsd, lt::settings_pack::enable_upnp, lt::settings_pack::enable_natpmp})
            pack.set_bool(off, false);
        m_session.apply_settings(pack);
        const std::vector<char> bytes(content.metainfo.begin(), content.metainfo.end());
        lt::add_torrent_params params = lt::load_torrent_buffer(bytes);
        params.save_path = content.root;
        params.flags |= lt::torrent_flags::seed_mode;
        m_session.add_torrent(std::move(params));
    }
    [[nodiscard]] std::string endpoint() const { return "127.0.0.1:" + std::to_string(m_session.listen_port()); }

private:
    lt::session m_session;
};

} // namespace

// Torrents of version 2 only, with a libtorrent in which a stranger can damage memory by them (library_safety.h): refused in plain words,
// and one that is in the list stays there. With another libtorrent they are taken, which the rows "v2" of the other tests look at.
class tst_engine_v2_only : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (takesVersion2Only())
            QSKIP("this libtorrent takes them");
    }
    void refusesAFile();
    void refusesWhatALinkTurnsOutToBe();
    void keepsOneThatIsInTheList();
    void takesAHybridByItsV2Hash();

private:
    [[nodiscard]] Content make(TorrentFormat format = TorrentFormat::V2) const
    {
        return makeContent(folder("source"), "album", {40'000, 30'000}, format);
    }
};

void tst_engine_v2_only::refusesAFile()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const Content content = make();
    VERIFY_FAILS(engine.preview(TorrentFileBytes{content.metainfo}), EngineErrc::V2OnlyUnsafe);
    VERIFY_FAILS(engine.add(request(content, folder("target"))), EngineErrc::V2OnlyUnsafe);
    QCOMPARE(engine.size(), std::size_t(0));
}

void tst_engine_v2_only::refusesWhatALinkTurnsOutToBe()
{
    const Content content = make();
    const PlainSeed seed(content);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    AddRequest add;
    add.source = MagnetLink{content.magnet};
    add.savePath = folder("target").string();
    const auto id = engine.add(add);
    VERIFY_OK(id);
    VERIFY_OK(engine.submit(AddPeer{*id, seed.endpoint()}));
    QTRY_COMPARE_WITH_TIMEOUT(int(engine.row(*id)->problem.kind), int(ProblemKind::V2OnlyUnsafe), 20'000);
    QCOMPARE(engine.state(*id), TorrentState::Failed);
    QVERIFY(!std::filesystem::exists(folder("target") / "album"));
}

void tst_engine_v2_only::keepsOneThatIsInTheList()
{
    const Content content = make();
    TorrentRecord record;
    record.name = content.name;
    record.savePath = content.root;
    record.hasMetadata = true;
    {
        const std::vector<char> bytes(content.metainfo.begin(), content.metainfo.end());
        record.infoHash = fromLt(lt::load_torrent_buffer(bytes).ti->info_hashes());
        record.id = record.infoHash.toId();
        const SystemClock clock;
        NullLog log;
        std::filesystem::create_directories(folder("profile"));
        auto store = SessionStore::open(folder("profile"), clock, log);
        QVERIFY(store.has_value());
        VERIFY_OK((*store)->insert({record, content.metainfo, {}, {}}));
    }
    for (int start = 0; start < 2; ++start) {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        QTRY_COMPARE(engine.state(record.id), TorrentState::Failed);
        QCOMPARE(int(engine.row(record.id)->problem.kind), int(ProblemKind::V2OnlyUnsafe));
        QCOMPARE(engine.row(record.id)->problem.text, std::string(lt::version()));
        VERIFY_OK(engine.submit(RepairTorrent{record.id}));
        QTRY_COMPARE(int(engine.row(record.id)->problem.kind), int(ProblemKind::V2OnlyUnsafe));
        VERIFY_OK(engine.stop());
    }
}

void tst_engine_v2_only::takesAHybridByItsV2Hash()
{
    const Content content = make(TorrentFormat::Hybrid);
    const PlainSeed seed(content);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    AddRequest add;
    add.source = MagnetLink{content.magnet};
    add.savePath = folder("target").string();
    const auto id = engine.add(add);
    VERIFY_OK(id);
    VERIFY_OK(engine.submit(AddPeer{*id, seed.endpoint()}));
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(*id), TorrentState::Seeding, 20'000);
    VERIFY_OK(engine.stop());
    QVERIFY(content.isIn(folder("target")));
}

QTEST_GUILESS_MAIN(tst_engine_v2_only)
#include "tst_engine_v2_only.moc"
