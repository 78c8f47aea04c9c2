#include "tests/core/torrent/engine_test.h"

using namespace trib;
using namespace trib::test;

// Names of torrents, of their files and of their folders.
class tst_engine_renames : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void renamesTheTorrentAlone();
    void refusesANameWithoutAWord_data();
    void refusesANameWithoutAWord();
    void makesAHostileNameSafeToShow();
    void renamesAFile();
    void renamesAFileTwiceAtOnce();
    void renamesAFileIntoAnotherFolder();
    void renamesAFolder();
    void refusesHostilePaths_data();
    void refusesHostilePaths();
    void overwritesNoFile();
    void refusesAPathThatAnotherTorrentWrites();
    void refusesWhatItHasNot();
    void keepsNamesOverARestart_data();
    void keepsNamesOverARestart();
    void renamesWhatIsStillToCome();

private:
    [[nodiscard]] bool has(const std::string &path, int file) const { return readFile(at() / path) == m_bytes[std::size_t(file)]; }
    [[nodiscard]] std::filesystem::path at() const { return folder("files"); }

    std::unique_ptr<TestEngine> m_engine;
    Content m_content;
    std::vector<std::string> m_bytes;
    TorrentId m_id;
};

void tst_engine_renames::init()
{
    m_engine = std::make_unique<TestEngine>(folder("profile"));
    VERIFY_OK(m_engine->start());
    m_content = makeContent(at(), "album", {20'000, 30'000});
    m_bytes = {readFile(at() / m_content.files[0]), readFile(at() / m_content.files[1])};
    const auto id = m_engine->add(request(m_content, at()));
    VERIFY_OK(id);
    m_id = *id;
    QTRY_COMPARE(m_engine->state(m_id), TorrentState::Seeding);
}

void tst_engine_renames::cleanup()
{
    m_engine.reset();
}

void tst_engine_renames::renamesTheTorrentAlone()
{
    const std::uint64_t revision = m_engine->row(m_id)->fixedRevision;
    QVERIFY(revision != 0);
    VERIFY_OK(m_engine->submit(RenameTorrent{m_id, "My record"}));
    QTRY_COMPARE(m_engine->row(m_id)->name, std::string("My record"));
    QVERIFY(m_engine->row(m_id)->fixedRevision != revision);
    QVERIFY(m_content.isIn(at()));
    QCOMPARE(storedRecord(folder("profile"), m_id)->name, std::string("My record"));
}

void tst_engine_renames::refusesANameWithoutAWord_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("spaces") << QStringLiteral("   ");
    QTest::newRow("control characters") << QStringLiteral("\u0001\u0002");
}

void tst_engine_renames::refusesANameWithoutAWord()
{
    QFETCH(QString, name);
    VERIFY_FAILS(m_engine->submit(RenameTorrent{m_id, name.toStdString()}), EngineErrc::NameInvalid);
    QCOMPARE(m_engine->row(m_id)->name, std::string("album"));
}

void tst_engine_renames::makesAHostileNameSafeToShow()
{
    VERIFY_OK(m_engine->submit(RenameTorrent{m_id, "holiday\u202Egpj.exe\n../../etc"}));
    QTRY_VERIFY(m_engine->row(m_id)->name.starts_with("holiday"));
    QVERIFY(m_engine->row(m_id)->name.find("\u202E") == std::string::npos);
    QVERIFY(m_engine->row(m_id)->name.find('\n') == std::string::npos);
    VERIFY_FAILS(m_engine->submit(RenameTorrent{TorrentId(), "x"}), EngineErrc::NoSuchTorrent);
}

void tst_engine_renames::renamesAFile()
{
    VERIFY_OK(m_engine->submit(RenameFile{m_id, FileIndex(1), "album/the second song.ogg"}));
    QVERIFY(has("album/the second song.ogg", 1));
    QVERIFY(!std::filesystem::exists(at() / m_content.files[1]));
    m_engine->engine().watch(m_id, {.files = true});
    QTRY_VERIFY(m_engine->detail().files && m_engine->detail().files->at(1).path == "album/the second song.ogg");
    QCOMPARE(m_engine->state(m_id), TorrentState::Seeding);
}

void tst_engine_renames::renamesAFileTwiceAtOnce()
{
    auto first = m_engine->engine().submit(RenameFile{m_id, FileIndex(0), "album/first"});
    auto second = m_engine->engine().submit(RenameFile{m_id, FileIndex(0), "album/second"});
    VERIFY_OK(await(first));
    VERIFY_OK(await(second));
    QVERIFY(std::filesystem::exists(at() / "album" / "second"));
    QVERIFY(!std::filesystem::exists(at() / "album" / "first"));
}

void tst_engine_renames::renamesAFileIntoAnotherFolder()
{
    VERIFY_OK(m_engine->submit(RenameFile{m_id, FileIndex(0), "album/side one/first.ogg"}));
    QVERIFY(has("album/side one/first.ogg", 0));
    VERIFY_OK(m_engine->submit(RenameFile{m_id, FileIndex(0), "first.ogg"})); // no common folder any more
    QVERIFY(has("first.ogg", 0));
    QTRY_COMPARE(m_engine->row(m_id)->contentPath, at().string());
}

void tst_engine_renames::renamesAFolder()
{
    VERIFY_OK(m_engine->submit(RenameFolder{m_id, "album", "records/1999"}));
    QVERIFY(has("records/1999/file 0.bin", 0));
    QVERIFY(has("records/1999/file 1.bin", 1));
    QVERIFY(!std::filesystem::exists(at() / m_content.files[0]));
    QTRY_COMPARE(m_engine->row(m_id)->contentPath, (at() / "records").string());
}

void tst_engine_renames::refusesHostilePaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("absolute") << QByteArray("/etc/passwd");
    QTest::newRow("leaves the folder") << QByteArray("../outside");
    QTest::newRow("leaves it further in") << QByteArray("album/../../outside");
    QTest::newRow("dot") << QByteArray(".");
    QTest::newRow("empty component") << QByteArray("album//x");
    QTest::newRow("slash at the end") << QByteArray("album/");
    QTest::newRow("NUL") << QByteArray("album/a\0b", 9);
    QTest::newRow("line feed") << QByteArray("album/a\nb");
    QTest::newRow("not UTF-8") << QByteArray("album/\xff\xfe");
    QTest::newRow("a component too long") << QByteArray("album/") + QByteArray(300, 'x');
    QTest::newRow("right to left override") << QByteArray("album/\xe2\x80\xae" "gpj.exe");
}

void tst_engine_renames::refusesHostilePaths()
{
    QFETCH(QByteArray, path);
    const std::string text(path.constData(), std::size_t(path.size()));
    VERIFY_FAILS(m_engine->submit(RenameFile{m_id, FileIndex(0), text}), EngineErrc::NameInvalid);
    VERIFY_FAILS(m_engine->submit(RenameFolder{m_id, "album", text}), EngineErrc::NameInvalid);
    QVERIFY(m_content.isIn(at()));
    QCOMPARE(treeOf(folder("files").parent_path() / "outside").size(), std::size_t{0});
}

void tst_engine_renames::overwritesNoFile()
{
    VERIFY_FAILS(m_engine->submit(RenameFile{m_id, FileIndex(0), m_content.files[1]}), EngineErrc::TargetExists);
    writeFile(at() / "album" / "taken", "something else");
    VERIFY_FAILS(m_engine->submit(RenameFile{m_id, FileIndex(0), "album/taken"}), EngineErrc::TargetExists);
    std::filesystem::create_symlink("nowhere", at() / "album" / "link");
    VERIFY_FAILS(m_engine->submit(RenameFile{m_id, FileIndex(0), "album/link"}), EngineErrc::TargetExists);
    writeFile(at() / "record" / "file 1.bin", "something else");
    VERIFY_FAILS(m_engine->submit(RenameFolder{m_id, "album", "record"}), EngineErrc::TargetExists);
    QCOMPARE(readFile(at() / "album" / "taken"), std::string("something else"));
    QCOMPARE(readFile(at() / "record" / "file 1.bin"), std::string("something else"));
    QVERIFY(m_content.isIn(at()));
    VERIFY_OK(m_engine->submit(RenameFile{m_id, FileIndex(0), m_content.files[0]})); // its own
}

void tst_engine_renames::refusesAPathThatAnotherTorrentWrites()
{
    const Content other = makeContent(folder("other"), "their file", {10'000}, TorrentFormat::V1, {}, false, 2);
    AddRequest add = request(other, at());
    add.stopped = true; // its file is not there yet
    VERIFY_OK(m_engine->add(add));
    VERIFY_FAILS(m_engine->submit(RenameFile{m_id, FileIndex(0), "their file"}), EngineErrc::PathInUse);
}

void tst_engine_renames::refusesWhatItHasNot()
{
    VERIFY_FAILS(m_engine->submit(RenameFile{m_id, FileIndex(2), "x"}), EngineErrc::NoSuchFile);
    VERIFY_FAILS(m_engine->submit(RenameFile{m_id, FileIndex(-1), "x"}), EngineErrc::NoSuchFile);
    VERIFY_FAILS(m_engine->submit(RenameFolder{m_id, "another", "x"}), EngineErrc::NoSuchFile);
    VERIFY_FAILS(m_engine->submit(RenameFile{TorrentId(), FileIndex(0), "x"}), EngineErrc::NoSuchTorrent);
    AddRequest magnet;
    magnet.source = MagnetLink{"magnet:?xt=urn:btih:0123456789012345678901234567890123456789"};
    const auto id = m_engine->add(magnet);
    VERIFY_OK(id);
    VERIFY_FAILS(m_engine->submit(RenameFile{*id, FileIndex(0), "x"}), EngineErrc::NoMetadataYet);
}

void tst_engine_renames::keepsNamesOverARestart_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("ended in order") << false;
    QTest::newRow("killed after the answer") << true;
}

void tst_engine_renames::keepsNamesOverARestart()
{
    QFETCH(bool, killed);
    VERIFY_OK(m_engine->submit(RenameTorrent{m_id, "My record"}));
    VERIFY_OK(m_engine->submit(RenameFolder{m_id, "album", "record"}));
    if (killed)
        std::filesystem::copy(folder("profile"), folder("as it was"), std::filesystem::copy_options::recursive);
    VERIFY_OK(m_engine->stop());
    m_engine = std::make_unique<TestEngine>(folder(killed ? "as it was" : "profile"));
    VERIFY_OK(m_engine->start());
    QTRY_COMPARE(m_engine->state(m_id), TorrentState::Seeding);
    QCOMPARE(m_engine->row(m_id)->name, std::string("My record"));
    QCOMPARE(m_engine->row(m_id)->contentPath, (at() / "record").string());
    QVERIFY(has("record/file 0.bin", 0));
}

void tst_engine_renames::renamesWhatIsStillToCome()
{
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(leecher.start());
    AddRequest add = request(m_content, folder("target"));
    add.stopped = true;
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    QTRY_COMPARE(leecher.state(*id), TorrentState::Stopped);
    VERIFY_OK(leecher.submit(RenameFile{*id, FileIndex(0), "album/one"}));
    VERIFY_OK(leecher.submit(StartTorrents{{*id}}));
    VERIFY_OK(leecher.submit(AddPeer{*id, m_engine->endpoint()}));
    QTRY_COMPARE_WITH_TIMEOUT(leecher.state(*id), TorrentState::Seeding, 20'000);
    QTRY_VERIFY(readFile(folder("target") / "album" / "one") == m_bytes[0]);
    QVERIFY(!std::filesystem::exists(folder("target") / m_content.files[0]));
}

QTEST_GUILESS_MAIN(tst_engine_renames)
#include "tst_engine_renames.moc"
