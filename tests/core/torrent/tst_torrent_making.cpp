#include "core/model/engine_error.h"
#include "core/torrent/lt_convert.h"
#include "core/torrent/metainfo.h"
#include "core/torrent/torrent_making.h"
#include "tests/support/bencode.h"
#include "tests/support/file_tree.h"
#include "tests/support/seeded_random.h"

#include <libtorrent/create_torrent.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace trib;
using namespace trib::torrent;
namespace fs = std::filesystem;

namespace {

bool goOn(Bytes, Bytes) { return true; }

std::string randomText(std::uint64_t seed, std::size_t size)
{
    test::SeededRandom random(seed);
    std::string text(size, '\0');
    for (char &c : text)
        c = static_cast<char>(random.next() >> 40);
    return text;
}

// The same by libtorrent's own reading and hashing.
InfoHash byLibtorrent(const fs::path &content, const std::vector<std::pair<std::string, std::int64_t>> &files, int pieceSize, TorrentFormat format)
{
    lt::file_storage storage;
    for (const auto &[path, size] : files)
        storage.add_file(path, size);
    const auto flags = format == TorrentFormat::V1 ? lt::create_torrent::v1_only
        : format == TorrentFormat::V2              ? lt::create_torrent::v2_only
                                                   : lt::create_flags_t{};
    lt::create_torrent torrent(storage, pieceSize, flags);
    lt::set_piece_hashes(torrent, content.parent_path().string());
    const std::vector<char> bytes = torrent.generate_buf();
    return fromLt(lt::torrent_info(bytes, lt::from_span).info_hashes());
}

} // namespace

class TestTorrentMaking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        m_root = m_dir->path().toStdString();
        m_request.content = (m_root / "content").string();
        m_request.output = (m_root / "made.torrent").string();
    }

    void cleanup()
    {
        m_request = {};
        m_dir.reset();
    }

    void hashesAreThoseOfLibtorrent_data()
    {
        QTest::addColumn<TorrentFormat>("format");
        QTest::addColumn<int>("pieceSize");
        QTest::addColumn<QList<int>>("sizes"); // one file is a torrent of one file; 0 is an empty file
        const std::pair<const char *, TorrentFormat> formats[] = {{"v1", TorrentFormat::V1}, {"v2", TorrentFormat::V2}, {"hybrid", TorrentFormat::Hybrid}};
        const std::pair<const char *, QList<int>> layouts[] = {
            {"a byte", {1}}, {"a leaf", {16384}}, {"a piece", {65536}}, {"a piece and a byte", {65537}}, {"many pieces", {1'000'003}},
            {"small files", {1, 2, 3, 16384, 16385}}, {"with empty files", {0, 70'000, 0, 5}}, {"mixed", {200'000, 65536, 131072, 1, 300'001}}};
        for (const auto &[formatName, format] : formats) {
            for (const auto &[layoutName, sizes] : layouts) {
                for (const int pieceSize : {16384, 65536})
                    QTest::addRow("%s, %s, %d", formatName, layoutName, pieceSize) << format << pieceSize << sizes;
            }
        }
    }
    void hashesAreThoseOfLibtorrent()
    {
        QFETCH(TorrentFormat, format);
        QFETCH(int, pieceSize);
        QFETCH(QList<int>, sizes);
        std::vector<std::pair<std::string, std::int64_t>> files;
        std::uint64_t seed = 1;
        for (const int size : sizes) {
            const std::string name = sizes.size() == 1 ? "content" : "content/" + std::string(seed % 2 ? "a/" : "b/") + std::to_string(seed);
            test::writeFile(m_root / name, randomText(seed++, static_cast<std::size_t>(size)));
            files.emplace_back(name, size);
        }
        std::ranges::sort(files);
        m_request.format = format;
        m_request.pieceSize = Bytes(pieceSize);
        const auto made = makeTorrent(m_request, goOn);
        QVERIFY2(made, made ? "" : made.error().detail.c_str());
        QCOMPARE(made->infoHash, byLibtorrent(m_root / "content", files, pieceSize, format));
        QCOMPARE(made->files, static_cast<int>(sizes.size()));
        QCOMPARE(made->savePath, fs::canonical(m_root).string());
        const auto parsed = read();
        QCOMPARE(fromLt(parsed.ti->info_hashes()), made->infoHash);
        QCOMPARE(made->infoHash.v1.has_value(), format != TorrentFormat::V2);
        QCOMPARE(made->infoHash.v2.has_value(), format != TorrentFormat::V1);
    }

    void describesWhatIsAskedFor()
    {
        test::writeFile(m_root / "content", "hello");
        m_request.isPrivate = true;
        m_request.trackers = {{"http://one.example/announce", "udp://two.example:80"}, {"https://three.example/a"}};
        m_request.webSeeds = {"https://seed.example/files/"};
        m_request.comment = "a comment";
        m_request.source = "TAG";
        QVERIFY(makeTorrent(m_request, goOn));
        const auto parsed = read();
        QVERIFY(parsed.ti->priv());
        QCOMPARE(parsed.ti->comment(), std::string("a comment"));
        QCOMPARE(parsed.ti->creator(), std::string("Tributary " TRIB_VERSION));
        QVERIFY(parsed.ti->creation_date() > 0);
        std::map<std::string, int> tiers;
        for (std::size_t i = 0; i < parsed.trackers.size(); ++i)
            tiers[parsed.trackers[i]] = parsed.tracker_tiers[i];
        QCOMPARE(tiers, (std::map<std::string, int>{{"http://one.example/announce", 0}, {"udp://two.example:80", 0}, {"https://three.example/a", 1}}));
        QCOMPARE(parsed.url_seeds, std::vector<std::string>{"https://seed.example/files/"});
        QCOMPARE(std::string(parsed.ti->info("source").string_value()), std::string("TAG"));
    }

    void theSourceTagMakesAnotherTorrentAndTheDateDoesNot()
    {
        test::writeFile(m_root / "content", "hello");
        m_request.replace = true;
        const auto plain = makeTorrent(m_request, goOn);
        m_request.withDate = false;
        const auto undated = makeTorrent(m_request, goOn);
        QCOMPARE(read().ti->creation_date(), std::time_t{0});
        m_request.source = "TAG";
        const auto tagged = makeTorrent(m_request, goOn);
        QVERIFY(plain && undated && tagged);
        QCOMPARE(plain->infoHash, undated->infoHash);
        QVERIFY(plain->infoHash != tagged->infoHash);
    }

    void followsNoLinkAndSkipsDotFilesIfWanted()
    {
        test::writeFile(m_root / "content/kept.txt", "kept");
        test::writeFile(m_root / "content/.hidden", "hidden");
        test::writeFile(m_root / "content/.folder/inside", "inside");
        test::writeFile(m_root / "secret/key", "secret");
        fs::create_symlink(m_root / "secret/key", m_root / "content/link");
        fs::create_directory_symlink(m_root / "secret", m_root / "content/folder");
        m_request.replace = true;
        auto made = makeTorrent(m_request, goOn);
        QVERIFY(made);
        QCOMPARE(made->files, 1);
        QCOMPARE(made->skipped, 4);
        QCOMPARE(read().ti->files().file_path(lt::file_index_t{0}), std::string("content/kept.txt"));
        m_request.skipDotFiles = false;
        made = makeTorrent(m_request, goOn);
        QVERIFY(made);
        QCOMPARE(made->files, 3);
        QCOMPARE(made->skipped, 2);
    }

    void replacesOnlyWhatItIsToldTo()
    {
        test::writeFile(m_root / "content", "hello");
        test::writeFile(m_root / "made.torrent", "precious");
        const auto refused = makeTorrent(m_request, [](Bytes, Bytes) -> bool { qFatal("nothing is read"); });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, make_error_code(EngineErrc::TargetExists));
        QCOMPARE(test::readFile(m_root / "made.torrent"), std::string("precious"));
        m_request.replace = true;
        QVERIFY(makeTorrent(m_request, goOn));
        QVERIFY(read().ti);
    }

    void doesNotReplaceWhatComesMeanwhile()
    {
        test::writeFile(m_root / "content", "hello");
        const auto made = makeTorrent(m_request, [&](Bytes, Bytes) {
            test::writeFile(m_root / "made.torrent", "precious");
            return true;
        });
        QVERIFY(!made);
        QCOMPARE(made.error().code, make_error_code(EngineErrc::TargetExists));
        QCOMPARE(test::readFile(m_root / "made.torrent"), std::string("precious"));
        QCOMPARE(names(), (std::vector<std::string>{"content", "made.torrent"}));
    }

    void cancelledAtAnyMomentNothingIsLeft_data()
    {
        QTest::addColumn<int>("calls");
        for (int calls = 0; calls < 5; ++calls)
            QTest::addRow("after %d calls", calls) << calls;
    }
    void cancelledAtAnyMomentNothingIsLeft()
    {
        QFETCH(int, calls);
        test::writeFile(m_root / "content/a", std::string(2 << 20, 'a')); // asked for the entry, after each piece, and before the end
        m_request.pieceSize = Bytes(1 << 20);
        int left = calls;
        const auto made = makeTorrent(m_request, [&](Bytes, Bytes) { return left-- > 0; });
        if (calls >= 4) {
            QVERIFY(made);
            return;
        }
        QVERIFY(!made);
        QCOMPARE(made.error().code, make_error_code(EngineErrc::Cancelled));
        QCOMPARE(names(), std::vector<std::string>{"content"});
    }

    void progressGoesFromNothingToAll()
    {
        test::writeFile(m_root / "content/a", std::string(5'000'000, 'a'));
        test::writeFile(m_root / "content/b", std::string(1, 'b'));
        std::vector<std::int64_t> seen;
        Bytes whole;
        QVERIFY(makeTorrent(m_request, [&](Bytes hashed, Bytes total) {
            if (total.count() > 0) {
                whole = total;
                seen.push_back(hashed.count());
            }
            return true;
        }));
        QCOMPARE(whole, Bytes(5'000'001));
        QVERIFY(std::ranges::is_sorted(seen));
        QVERIFY(seen.size() >= 5 && seen.front() <= 1 << 20);
        QCOMPARE(seen.back(), std::int64_t{5'000'001});
    }

    void whatChangesWhileItIsReadIsNoTorrent_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("one that has been read") << QStringLiteral("content/a");
        QTest::newRow("one that is still to be read") << QStringLiteral("content/b");
    }
    void whatChangesWhileItIsReadIsNoTorrent()
    {
        QFETCH(QString, file);
        test::writeFile(m_root / "content/a", std::string(3 << 20, 'a'));
        test::writeFile(m_root / "content/b", std::string(3 << 20, 'b'));
        const auto made = makeTorrent(m_request, [&](Bytes hashed, Bytes) {
            if (hashed.count() > (2 << 20))
                fs::resize_file(m_root / file.toStdString(), 100);
            return true;
        });
        QVERIFY(!made);
        QCOMPARE(made.error().code, make_error_code(EngineErrc::DiskError));
        QCOMPARE(names(), std::vector<std::string>{"content"});
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<EngineErrc>("code");
        QTest::newRow("piece size no power of two") << QStringLiteral("piece 20000") << EngineErrc::InvalidPieceLength;
        QTest::newRow("pieces too small") << QStringLiteral("piece 8192") << EngineErrc::InvalidPieceLength;
        QTest::newRow("pieces too large") << QStringLiteral("piece 33554432") << EngineErrc::InvalidPieceLength;
        QTest::newRow("negative pieces") << QStringLiteral("piece -16384") << EngineErrc::InvalidPieceLength;
        QTest::newRow("tracker of no scheme") << QStringLiteral("tracker file:///etc/passwd") << EngineErrc::UrlInvalid;
        QTest::newRow("web seed of no scheme") << QStringLiteral("seed udp://seed.example") << EngineErrc::UrlInvalid;
        QTest::newRow("no content") << QStringLiteral("content /nowhere/at/all") << EngineErrc::PathInvalid;
        QTest::newRow("content not absolute") << QStringLiteral("content content") << EngineErrc::PathInvalid;
        QTest::newRow("output not absolute") << QStringLiteral("output made.torrent") << EngineErrc::PathInvalid;
        QTest::newRow("output in no folder") << QStringLiteral("output /nowhere/at/all/made.torrent") << EngineErrc::PathInvalid;
        QTest::newRow("comment too long") << QStringLiteral("comment") << EngineErrc::TooLarge;
    }
    void refusesWhatCannotBe()
    {
        QFETCH(QString, what);
        QFETCH(EngineErrc, code);
        test::writeFile(m_root / "content", "hello");
        const std::string kind = what.section(u' ', 0, 0).toStdString();
        const std::string value = what.section(u' ', 1).toStdString();
        if (kind == "piece")
            m_request.pieceSize = Bytes(std::stoll(value));
        else if (kind == "tracker")
            m_request.trackers = {{value}};
        else if (kind == "seed")
            m_request.webSeeds = {value};
        else if (kind == "content")
            m_request.content = value;
        else if (kind == "output")
            m_request.output = value;
        else
            m_request.comment = std::string(5000, 'x');
        const auto made = makeTorrent(m_request, goOn);
        QVERIFY(!made);
        QCOMPARE(made.error().code, make_error_code(code));
        QCOMPARE(names(), std::vector<std::string>{"content"});
    }

    void refusesContentThatOthersWouldNotFind_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<EngineErrc>("code");
        QTest::newRow("nothing in it") << QStringList{QStringLiteral("empty")} << EngineErrc::InvalidFileTree;
        QTest::newRow("dot files alone") << QStringList{QStringLiteral(".a")} << EngineErrc::InvalidFileTree;
        QTest::newRow("a device's name") << QStringList{QStringLiteral("NUL.txt")} << EngineErrc::NameInvalid;
        QTest::newRow("a dot at the end") << QStringList{QStringLiteral("a."), QStringLiteral("b")} << EngineErrc::NameInvalid;
        QTest::newRow("a folder's name") << QStringList{QStringLiteral("COM1/a")} << EngineErrc::NameInvalid;
        QTest::newRow("names that differ by case") << QStringList{QStringLiteral("a.txt"), QStringLiteral("A.txt")} << EngineErrc::NameInvalid;
    }
    void refusesContentThatOthersWouldNotFind()
    {
        QFETCH(QStringList, files);
        QFETCH(EngineErrc, code);
        for (const QString &file : files)
            test::writeFile(m_root / "content" / file.toStdString(), file == QStringLiteral("empty") ? "" : "text");
        const auto made = makeTorrent(m_request, goOn);
        QVERIFY(!made);
        QCOMPARE(made.error().code, make_error_code(code));
        QCOMPARE(names(), std::vector<std::string>{"content"});
    }

    void doesNotWriteIntoTheContent()
    {
        test::writeFile(m_root / "content/a/b", "text");
        for (const char *output : {"content/made.torrent", "content/a/made.torrent"}) {
            m_request.output = (m_root / output).string();
            const auto made = makeTorrent(m_request, goOn);
            QVERIFY(!made);
            QCOMPARE(made.error().code, make_error_code(EngineErrc::PathInvalid));
        }
        m_request.output = (m_root / "content.torrent").string();
        QVERIFY(makeTorrent(m_request, goOn));
    }

    void piecesGrowWithTheContent_data()
    {
        QTest::addColumn<qint64>("content");
        QTest::addColumn<qint64>("piece");
        QTest::newRow("nothing") << qint64{0} << qint64{16 << 10};
        QTest::newRow("32 MiB") << qint64{32 << 20} << qint64{16 << 10};
        QTest::newRow("a little more") << qint64{(32 << 20) + 2048} << qint64{32 << 10};
        QTest::newRow("1 GiB") << qint64{1 << 30} << qint64{512 << 10};
        QTest::newRow("4.7 GiB") << qint64{5'046'586'572} << qint64{4 << 20};
        QTest::newRow("10 TiB") << qint64{10} * (qint64{1} << 40) << qint64{16 << 20};
    }
    void piecesGrowWithTheContent()
    {
        QFETCH(qint64, content);
        QFETCH(qint64, piece);
        QCOMPARE(pieceSizeFor(Bytes(content)).count(), piece);
    }

private:
    lt::add_torrent_params read() const
    {
        const std::string text = test::readFile(m_root / "made.torrent");
        const auto parsed = parseMetainfo(test::bencode::bytesOf(text));
        return parsed ? *parsed : lt::add_torrent_params();
    }

    std::vector<std::string> names() const
    {
        std::vector<std::string> found;
        for (const auto &entry : fs::directory_iterator(m_root))
            found.push_back(entry.path().filename().string());
        std::ranges::sort(found);
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_root;
    CreateRequest m_request;
};

QTEST_GUILESS_MAIN(TestTorrentMaking)
#include "tst_torrent_making.moc"
