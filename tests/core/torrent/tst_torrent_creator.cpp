#include "core/model/engine_error.h"
#include "core/torrent/torrent_creator_lt.h"
#include "tests/support/file_tree.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace trib;
using engine::TorrentCreator;
namespace fs = std::filesystem;

class TestTorrentCreator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_root = m_dir->path().toStdString();
        m_results.clear();
        m_creator = torrent::createTorrentCreator();
        connect(m_creator.get(), &TorrentCreator::finished, this, [this](const Result<CreatedTorrent> &result) { m_results.push_back(result); });
    }

    void tellsWhatBecameOfItOnItsOwnThread()
    {
        m_creator->start(request("a", 100));
        QVERIFY(m_results.empty()); // later, not within the call
        QTRY_COMPARE(m_results.size(), std::size_t{1});
        QVERIFY(m_results.front());
        QCOMPARE(m_results.front()->name, std::string("a"));
        QVERIFY(fs::exists(m_root / "a.torrent"));
    }

    void saysHowFarItIs()
    {
        Bytes last, total;
        connect(m_creator.get(), &TorrentCreator::progressed, this, [&](Bytes hashed, Bytes of) {
            QVERIFY(hashed >= last && hashed <= of);
            last = hashed;
            total = of;
        });
        m_creator->start(request("a", 64 << 20));
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), std::size_t{1}, 60'000);
        QCOMPARE(total, Bytes(64 << 20));
    }

    void aCancelledOneLeavesNothingAndSaysSo()
    {
        m_creator->start(request("a", 256 << 20));
        m_creator->cancel();
        QTRY_COMPARE(m_results.size(), std::size_t{1});
        QVERIFY(!m_results.front());
        QCOMPARE(m_results.front().error().code, make_error_code(EngineErrc::Cancelled));
        QVERIFY(!fs::exists(m_root / "a.torrent"));
    }

    void aSecondOneTakesThePlaceOfTheFirst()
    {
        m_creator->start(request("a", 256 << 20));
        m_creator->start(request("b", 100));
        QTRY_COMPARE(m_results.size(), std::size_t{1});
        QCOMPARE(m_results.front()->name, std::string("b"));
        QVERIFY(!fs::exists(m_root / "a.torrent"));
    }

    void mayGoWhileItWorks()
    {
        m_creator->start(request("a", 256 << 20));
        m_creator.reset();
        QVERIFY(!fs::exists(m_root / "a.torrent"));
        QCoreApplication::processEvents();
        QVERIFY(m_results.empty());
    }

private:
    CreateRequest request(const std::string &name, std::int64_t size) const
    {
        std::ofstream(m_root / name).put('x');
        fs::resize_file(m_root / name, static_cast<std::uintmax_t>(size)); // sparse
        CreateRequest wanted;
        wanted.content = (m_root / name).string();
        wanted.output = (m_root / (name + ".torrent")).string();
        return wanted;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_root;
    std::vector<Result<CreatedTorrent>> m_results;
    std::unique_ptr<TorrentCreator> m_creator;
};

QTEST_GUILESS_MAIN(TestTorrentCreator)
#include "tst_torrent_creator.moc"
