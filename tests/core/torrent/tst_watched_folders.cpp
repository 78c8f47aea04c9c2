#include "core/torrent/watched_codec.h"
#include "core/torrent/watched_scan.h"
#include "tests/core/torrent/engine_test.h"

#include <thread>
#include <unistd.h>

using namespace trib;
using namespace trib::test;
using std::filesystem::path;

namespace {

constexpr int kPatience = 20'000; // milliseconds
constexpr std::atomic<bool> kNever{false};

[[nodiscard]] std::string bytesOf(const Content &content)
{
    return {content.metainfo.begin(), content.metainfo.end()};
}

} // namespace

// Folders whose .torrent files are added, by the real engine.
class tst_watched_folders : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_engine.reset(); }
    void addsWhatAppearsWithTheFoldersOptions();
    void putsTheFileAway_data();
    void putsTheFileAway();
    void addsEveryLinkOfAMagnetFile();
    void waitsForAFileThatIsStillWritten();
    void takesAFileThatWasCutShortOnceItIsWhole();
    void saysWhichFileIsNoTorrentAndWhy();
    void aDuplicateIsDealtWith();
    void goesOnAfterAKillBetweenAddingAndRenaming();
    void looksIntoSubfoldersOnlyWhenAsked();
    void followsNoSymbolicLink();
    void showsAFolderThatIsNotThereAndFindsItAgain();
    void keepsThemOverARestart();
    void refusesWhatIsNoFolder_data();
    void refusesWhatIsNoFolder();
    void leavesAFileThatIsNotTheOneThatWasAdded();
    void looksAtNoMoreThanItsBounds();
    void survivesHostileNames();
    void writesAndReadsItsSetting();

private:
    [[nodiscard]] path in() const { return folder("in"); }
    [[nodiscard]] Content content(const std::string &name, unsigned seed = 1) const
    {
        return makeContent(folder("source"), name, {20'000}, TorrentFormat::V1, {}, false, seed);
    }
    [[nodiscard]] WatchedFolder watched() const
    {
        WatchedFolder watched;
        watched.path = in().string();
        watched.savePath = folder("downloads").string();
        watched.stopped = true;
        return watched;
    }
    void start()
    {
        m_engine = std::make_unique<TestEngine>(folder("profile"));
        QObject::connect(&m_engine->engine(), &engine::TorrentEngine::watchedFoldersChanged, &m_engine->engine(),
            [this](const WatchedFolders &folders) { m_states = folders; });
        VERIFY_OK(m_engine->start());
    }
    // As browsers and other programs do it that know their business.
    void drop(const std::string &name, const std::string &bytes) const
    {
        writeFile(folder("elsewhere") / "x", bytes);
        std::filesystem::create_directories((in() / name).parent_path());
        std::filesystem::rename(folder("elsewhere") / "x", in() / name);
    }
    [[nodiscard]] bool isThere(const std::string &name) const { return std::filesystem::exists(std::filesystem::symlink_status(in() / name)); }

    std::unique_ptr<TestEngine> m_engine;
    WatchedFolders m_states;
};

void tst_watched_folders::init()
{
    std::filesystem::create_directories(in());
    std::filesystem::create_directories(folder("elsewhere"));
    qputenv("XDG_DATA_HOME", QByteArray::fromStdString(folder("data").string())); // its trash
    m_states.clear();
    start();
}

void tst_watched_folders::addsWhatAppearsWithTheFoldersOptions()
{
    WatchedFolder options = watched();
    options.category = "film/old";
    options.tags = {"b", "a"};
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{options}));
    drop("one.torrent", bytesOf(content("one.mkv")));
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->size(), std::size_t{1}, kPatience);
    QTRY_VERIFY(isThere("one.torrent.added"));
    QVERIFY(!isThere("one.torrent"));
    const Result<TorrentPreview> shown = m_engine->preview(TorrentFileBytes{content("one.mkv").metainfo});
    VERIFY_OK(shown);
    QVERIFY(shown->duplicateOf);
    const TorrentSnapshot *row = m_engine->row(*shown->duplicateOf);
    QVERIFY(row);
    QCOMPARE(row->savePath, options.savePath);
    QCOMPARE(row->category, options.category);
    QCOMPARE(row->tags, (std::vector<std::string>{"a", "b"}));
    QTRY_COMPARE(m_engine->state(*shown->duplicateOf), TorrentState::Stopped);
    QVERIFY(m_states.front().refused.empty());
}

void tst_watched_folders::putsTheFileAway_data()
{
    QTest::addColumn<int>("after");
    QTest::newRow("rename") << static_cast<int>(AfterAdding::Rename);
    QTest::newRow("trash") << static_cast<int>(AfterAdding::Trash);
    QTest::newRow("delete") << static_cast<int>(AfterAdding::Delete);
}

void tst_watched_folders::putsTheFileAway()
{
    QFETCH(int, after);
    WatchedFolder options = watched();
    options.after = static_cast<AfterAdding>(after);
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{options}));
    drop("one.torrent.added", "one that was there before");
    drop("one.torrent", bytesOf(content("one.mkv")));
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->size(), std::size_t{1}, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!isThere("one.torrent"), kPatience);
    QCOMPARE(isThere("one.torrent.added.2"), options.after == AfterAdding::Rename);
    QCOMPARE(readFile(in() / "one.torrent.added"), std::string("one that was there before"));
    const bool trashed = std::filesystem::exists(folder("data") / "Trash/files/one.torrent");
    QCOMPARE(trashed, options.after == AfterAdding::Trash);
}

void tst_watched_folders::addsEveryLinkOfAMagnetFile()
{
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{watched()}));
    drop("links.magnet", content("one.mkv", 1).magnet + "\r\n\n" + content("two.mkv", 2).magnet);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->size(), std::size_t{2}, kPatience);
    QTRY_VERIFY(isThere("links.magnet.added"));
    drop("url.magnet", "http://127.0.0.1:1/secret.torrent\n");
    QTRY_VERIFY_WITH_TIMEOUT(m_states.front().refused == "url.magnet", kPatience);
    QVERIFY(m_states.front().reason == make_error_code(EngineErrc::InvalidMagnet));
}

void tst_watched_folders::waitsForAFileThatIsStillWritten()
{
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{watched()}));
    const std::string bytes = bytesOf(content("one.mkv"));
    std::ofstream stream(in() / "slow.torrent", std::ios::binary);
    for (std::size_t i = 0; i < bytes.size(); i += bytes.size() / 12) {
        stream << bytes.substr(i, bytes.size() / 12) << std::flush;
        QTest::qWait(400);
        QVERIFY(m_states.front().refused.empty()); // never tried half
    }
    stream.close();
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->size(), std::size_t{1}, kPatience);
    QTRY_VERIFY(isThere("slow.torrent.added"));
}

void tst_watched_folders::takesAFileThatWasCutShortOnceItIsWhole()
{
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{watched()}));
    const std::string bytes = bytesOf(content("one.mkv"));
    drop("cut.torrent", bytes.substr(0, bytes.size() / 2));
    QTRY_VERIFY_WITH_TIMEOUT(!m_states.front().refused.empty(), kPatience);
    QVERIFY(m_states.front().reason == make_error_code(EngineErrc::NotBencoded));
    std::ofstream(in() / "cut.torrent", std::ios::binary | std::ios::app) << bytes.substr(bytes.size() / 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->size(), std::size_t{1}, kPatience);
    QTRY_VERIFY(m_states.front().refused.empty());
    QVERIFY(!m_states.front().reason);
}

void tst_watched_folders::saysWhichFileIsNoTorrentAndWhy()
{
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{watched()}));
    drop("bad\x1b[31m\xe2\x80\xae.torrent", "d4:spam4:eggse");
    drop("good.torrent", bytesOf(content("one.mkv")));
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->size(), std::size_t{1}, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_states.front().refused == "bad[31m.torrent", kPatience);
    QVERIFY(m_states.front().reason == make_error_code(EngineErrc::NotATorrent));
    QVERIFY(isThere("bad\x1b[31m\xe2\x80\xae.torrent"));
    QVERIFY(m_states.front().reachable);
}

void tst_watched_folders::aDuplicateIsDealtWith()
{
    AddRequest first = request(content("one.mkv"), folder("downloads"));
    first.stopped = true;
    VERIFY_OK(m_engine->add(first));
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{watched()}));
    drop("again.torrent", bytesOf(content("one.mkv")));
    QTRY_VERIFY_WITH_TIMEOUT(isThere("again.torrent.added"), kPatience);
    QCOMPARE(m_engine->size(), std::size_t{1});
    QVERIFY(m_states.front().refused.empty());
}

// What a kill leaves behind then: the torrent in session.db, the file under its own name.
void tst_watched_folders::goesOnAfterAKillBetweenAddingAndRenaming()
{
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{watched()}));
    drop("one.torrent", bytesOf(content("one.mkv")));
    QTRY_VERIFY_WITH_TIMEOUT(isThere("one.torrent.added"), kPatience);
    VERIFY_OK(m_engine->stop());
    m_engine.reset();
    std::filesystem::rename(in() / "one.torrent.added", in() / "one.torrent");
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isThere("one.torrent.added"), kPatience);
    QCOMPARE(m_engine->size(), std::size_t{1});
}

void tst_watched_folders::looksIntoSubfoldersOnlyWhenAsked()
{
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{watched()}));
    drop("below/deep/two.torrent", bytesOf(content("two.mkv", 2)));
    drop("one.torrent", bytesOf(content("one.mkv", 1)));
    QTRY_VERIFY_WITH_TIMEOUT(isThere("one.torrent.added"), kPatience);
    QTest::qWait(2500);
    QVERIFY(isThere("below/deep/two.torrent"));
    WatchedFolder deep = watched();
    deep.subfolders = true;
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{deep}));
    QTRY_VERIFY_WITH_TIMEOUT(isThere("below/deep/two.torrent.added"), kPatience);
    QTRY_COMPARE(m_engine->size(), std::size_t{2});
    QCOMPARE(m_states.size(), std::size_t{1});
}

void tst_watched_folders::followsNoSymbolicLink()
{
    WatchedFolder deep = watched();
    deep.subfolders = true;
    writeFile(folder("outside") / "two.torrent", bytesOf(content("two.mkv", 2)));
    std::filesystem::create_directory_symlink(folder("outside"), in() / "way out");
    std::filesystem::create_symlink(folder("outside") / "two.torrent", in() / "link.torrent");
    QCOMPARE(::mkfifo((in() / "pipe.torrent").c_str(), 0600), 0);
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{deep}));
    drop("one.torrent", bytesOf(content("one.mkv", 1)));
    QTRY_VERIFY_WITH_TIMEOUT(isThere("one.torrent.added"), kPatience);
    QTest::qWait(2500);
    QTRY_COMPARE(m_engine->size(), std::size_t{1});
    QVERIFY(std::filesystem::exists(folder("outside") / "two.torrent"));
    QVERIFY(isThere("link.torrent"));
}

void tst_watched_folders::showsAFolderThatIsNotThereAndFindsItAgain()
{
    std::filesystem::remove(in());
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{watched()}));
    QTRY_VERIFY_WITH_TIMEOUT(!m_states.empty() && !m_states.front().reachable, kPatience);
    drop("one.torrent", bytesOf(content("one.mkv")));
    QTRY_VERIFY_WITH_TIMEOUT(isThere("one.torrent.added"), kPatience);
    QVERIFY(m_states.front().reachable);
}

void tst_watched_folders::keepsThemOverARestart()
{
    WatchedFolder second = watched();
    second.path = folder("another").string() + "/./";
    second.after = AfterAdding::Delete;
    second.layout = ContentLayout::Subfolder;
    second.tags = {"x"};
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{watched()}));
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{second}));
    VERIFY_OK(m_engine->stop());
    m_engine.reset();
    m_states.clear();
    start();
    second.path = folder("another").string();
    QTRY_COMPARE(m_states.size(), std::size_t{2});
    QVERIFY(m_states[0].folder == second && m_states[1].folder == watched());
    VERIFY_OK(m_engine->submit(RemoveWatchedFolders{{second.path}}));
    QTRY_COMPARE(m_states.size(), std::size_t{1});
    VERIFY_OK(m_engine->stop());
    m_engine.reset();
    start();
    QTRY_COMPARE(m_states.size(), std::size_t{1});
    QVERIFY(m_states.front().folder == watched());
}

void tst_watched_folders::refusesWhatIsNoFolder_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("savePath");
    QTest::addColumn<QString>("category");
    QTest::addColumn<int>("code");
    const auto invalid = static_cast<int>(EngineErrc::PathInvalid);
    QTest::newRow("relative") << QStringLiteral("in") << QString() << QString() << invalid;
    QTest::newRow("empty") << QString() << QString() << QString() << invalid;
    QTest::newRow("relative save path") << QStringLiteral("/in") << QStringLiteral("x") << QString() << invalid;
    QTest::newRow("category") << QStringLiteral("/in") << QString() << QStringLiteral("a//b") << static_cast<int>(EngineErrc::NameInvalid);
}

void tst_watched_folders::refusesWhatIsNoFolder()
{
    QFETCH(QString, where);
    QFETCH(QString, savePath);
    QFETCH(QString, category);
    QFETCH(int, code);
    WatchedFolder wrong;
    wrong.path = where.toStdString();
    wrong.savePath = savePath.toStdString();
    wrong.category = category.toStdString();
    VERIFY_FAILS(m_engine->submit(SaveWatchedFolder{wrong}), static_cast<EngineErrc>(code));
    QVERIFY(m_states.empty());
}

void tst_watched_folders::leavesAFileThatIsNotTheOneThatWasAdded()
{
    drop("one.torrent", "first");
    const auto found = torrent::lookInto(in().string(), false, kNever);
    QCOMPARE(found.files.size(), std::size_t{1});
    drop("one.torrent", "other");
    VERIFY_OK(torrent::putAway(in().string(), found.files.front(), AfterAdding::Delete));
    QCOMPARE(readFile(in() / "one.torrent"), std::string("other"));
    VERIFY_FAILS(torrent::readWatched(in().string(), found.files.front()), EngineErrc::FileUnreadable);
}

void tst_watched_folders::looksAtNoMoreThanItsBounds()
{
    for (std::size_t i = 0; i < torrent::kMostWatchedFiles + 500; ++i)
        QVERIFY(::close(::creat((in() / (std::to_string(i) + ".torrent")).c_str(), 0600)) == 0);
    const auto found = torrent::lookInto(in().string(), true, kNever);
    QVERIFY(found.reachable);
    QCOMPARE(found.files.size(), torrent::kMostWatchedFiles);
    path deep = in();
    for (int level = 0; level < 40; ++level)
        deep /= "d";
    std::filesystem::create_directories(deep);
    QVERIFY(torrent::lookInto((in() / "d").string(), true, kNever).folders.size() < 20);
}

void tst_watched_folders::survivesHostileNames()
{
    VERIFY_OK(m_engine->submit(SaveWatchedFolder{watched()}));
    const std::string longest = std::string(255 - 8, 'x') + ".torrent"; // no room for a suffix
    drop(longest, bytesOf(content("one.mkv", 1)));
    drop("\xff\xfe\n.TORRENT", bytesOf(content("two.mkv", 2)));
    drop(".hidden.torrent", bytesOf(content("three.mkv", 3)));
    drop(".torrent", bytesOf(content("four.mkv", 4)));
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->size(), std::size_t{2}, kPatience);
    QTRY_VERIFY(!isThere(longest));
    QTRY_VERIFY(isThere("\xff\xfe\n.TORRENT.added"));
    QVERIFY(isThere(".hidden.torrent") && isThere(".torrent"));
}

void tst_watched_folders::writesAndReadsItsSetting()
{
    WatchedFolder full{"/media/in", true, AfterAdding::Trash, "/media/out", "a/b", {"x", "y"}, true, ContentLayout::NoSubfolder};
    QVERIFY(torrent::decodeWatched(torrent::watchedKey(full.path), torrent::encodeWatched(full)) == full);
    for (const char *text : {"", "[]", "{", "{\"savePath\":\"relative\"}", "{\"category\":\"a//b\"}", "{\"tags\":[\"a,b\"]}"})
        QVERIFY2(!torrent::decodeWatched("watched//media/in", text), text);
    QVERIFY(!torrent::decodeWatched("watched/in", "{}"));
    const auto odd = torrent::decodeWatched("watched//in", "{\"after\":77,\"layout\":-1,\"subfolders\":\"yes\"}");
    QVERIFY(odd && odd->after == AfterAdding::Rename && odd->layout == ContentLayout::Original && !odd->subfolders);
}

QTEST_GUILESS_MAIN(tst_watched_folders)
#include "tst_watched_folders.moc"
