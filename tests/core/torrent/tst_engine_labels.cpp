#include "core/torrent/session_store.h"
#include "tests/core/torrent/engine_test.h"

using namespace trib;
using namespace trib::test;

// Categories and tags, by the engine's commands.
class tst_engine_labels : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsThemOverAKill();
    void makesCategoriesWithThoseAbove();
    void addsToTheFolderOfTheCategory_data();
    void addsToTheFolderOfTheCategory();
    void leavesTheFilesWhereTheyAreWhenTheCategoryChanges();
    void changesTags();
    void takesARemovedCategoryFromItsTorrents();
    void takesADeletedTagFromItsTorrents();
    void refusesBadNames_data();
    void refusesBadNames();
    void knowsWhatTorrentsHaveThoughItsOwnListIsLost();

private:
    using Names = std::vector<std::string>;

    [[nodiscard]] Result<TorrentId> add(const std::string &category, const Names &tags = {}, const char *name = "film.mkv")
    {
        AddRequest wish = request(makeContent(folder("source"), name, {20'000}, TorrentFormat::V1, {}, false, static_cast<unsigned>(++m_added)), {});
        wish.stopped = true;
        wish.category = category;
        wish.tags = tags;
        auto id = m_engine->add(wish);
        if (id && !QTest::qWaitFor([&] { return m_engine->row(*id); }))
            return failure(EngineErrc::TimedOut, "is not shown");
        return id;
    }
    void restart()
    {
        m_engine = std::make_unique<TestEngine>(folder("profile"), settings::TextMap{{"storage/save_path", folder("downloads").string()}});
    }
    [[nodiscard]] Names categories() const
    {
        Names names;
        for (const Category &category : m_engine->labels().categories)
            names.push_back(category.name);
        return names;
    }

    std::unique_ptr<TestEngine> m_engine;
    int m_added = 0;
};

void tst_engine_labels::init()
{
    restart();
    VERIFY_OK(m_engine->start());
}

void tst_engine_labels::cleanup()
{
    m_engine.reset();
}

void tst_engine_labels::keepsThemOverAKill()
{
    VERIFY_OK(m_engine->submit(SaveCategory{{"video", folder("videos").string()}}));
    VERIFY_OK(m_engine->submit(CreateTags{{"unused"}}));
    const auto id = add("video", {"seen", "good"});
    VERIFY_OK(id);
    std::filesystem::copy(folder("profile"), folder("as it was"), std::filesystem::copy_options::recursive);
    TestEngine again(folder("as it was"));
    VERIFY_OK(again.start());
    QTRY_VERIFY(again.row(*id));
    QCOMPARE(again.row(*id)->category, std::string("video"));
    QCOMPARE(again.row(*id)->tags, (Names{"good", "seen"}));
    QVERIFY((again.labels() == Labels{{{"video", folder("videos").string()}}, {"good", "seen", "unused"}}));
}

void tst_engine_labels::makesCategoriesWithThoseAbove()
{
    const auto id = add("video/films/old");
    VERIFY_OK(id);
    QTRY_COMPARE(categories(), (Names{"video", "video/films", "video/films/old"}));
    VERIFY_OK(m_engine->submit(SetCategory{{*id}, "music/live"}));
    QTRY_COMPARE(categories(), (Names{"music", "music/live", "video", "video/films", "video/films/old"}));
}

void tst_engine_labels::addsToTheFolderOfTheCategory_data()
{
    QTest::addColumn<std::string>("category");
    QTest::addColumn<std::string>("below"); // where it is expected, below the test's folder
    QTest::newRow("its own") << std::string("video") << std::string("videos");
    QTest::newRow("below that of the category above") << std::string("video/films") << std::string("videos/films");
    QTest::newRow("none anywhere above") << std::string("music/live") << std::string("downloads");
    QTest::newRow("no category") << std::string() << std::string("downloads");
}

void tst_engine_labels::addsToTheFolderOfTheCategory()
{
    QFETCH(std::string, category);
    QFETCH(std::string, below);
    VERIFY_OK(m_engine->submit(SaveCategory{{"video", folder("videos").string()}}));
    const auto id = add(category);
    VERIFY_OK(id);
    QCOMPARE(m_engine->row(*id)->savePath, folder(below.c_str()).string());
}

void tst_engine_labels::leavesTheFilesWhereTheyAreWhenTheCategoryChanges()
{
    VERIFY_OK(m_engine->submit(SaveCategory{{"video", folder("videos").string()}}));
    const auto id = add({});
    VERIFY_OK(id);
    VERIFY_OK(m_engine->submit(SetCategory{{*id}, "video"}));
    QTRY_COMPARE(m_engine->row(*id)->category, std::string("video"));
    QCOMPARE(m_engine->row(*id)->savePath, folder("downloads").string());
    VERIFY_OK(m_engine->submit(SetCategory{{*id}, {}}));
    QTRY_VERIFY(m_engine->row(*id)->category.empty());
}

void tst_engine_labels::changesTags()
{
    const auto id = add({}, {"b", "a"});
    VERIFY_OK(id);
    VERIFY_OK(m_engine->submit(ChangeTags{{*id}, {"c", "a"}, {"b", "unknown"}}));
    QTRY_COMPARE(m_engine->row(*id)->tags, (Names{"a", "c"}));
    QCOMPARE(storedRecord(folder("profile"), *id)->tags, (Names{"a", "c"}));
    QTRY_COMPARE(m_engine->labels().tags, (Names{"a", "b", "c"})); // a tag that no torrent has any more stays to be used
}

void tst_engine_labels::takesARemovedCategoryFromItsTorrents()
{
    const auto film = add("video/films", {}, "film.mkv");
    const auto other = add("videos", {}, "other.mkv");
    VERIFY_OK(film);
    VERIFY_OK(other);
    VERIFY_OK(m_engine->submit(RemoveCategories{{"video", "unknown"}}));
    QTRY_COMPARE(categories(), Names{"videos"});
    QVERIFY(m_engine->row(*film)->category.empty());
    QVERIFY(storedRecord(folder("profile"), *film)->category.empty());
    QCOMPARE(m_engine->row(*other)->category, std::string("videos"));
}

void tst_engine_labels::takesADeletedTagFromItsTorrents()
{
    const auto id = add({}, {"a", "b"});
    VERIFY_OK(id);
    VERIFY_OK(m_engine->submit(DeleteTags{{"a"}}));
    QTRY_COMPARE(m_engine->labels().tags, Names{"b"});
    QCOMPARE(m_engine->row(*id)->tags, Names{"b"});
    QCOMPARE(storedRecord(folder("profile"), *id)->tags, Names{"b"});
}

void tst_engine_labels::refusesBadNames_data()
{
    QTest::addColumn<std::string>("category");
    QTest::addColumn<std::string>("tag");
    QTest::newRow("category with an empty part") << std::string("video//films") << std::string("good");
    QTest::newRow("tag with a comma") << std::string("video") << std::string("good,seen");
    QTest::newRow("empty tag") << std::string("video") << std::string();
}

void tst_engine_labels::refusesBadNames()
{
    QFETCH(std::string, category);
    QFETCH(std::string, tag);
    VERIFY_FAILS(add(category, {tag}), EngineErrc::NameInvalid);
    QCOMPARE(m_engine->size(), std::size_t{0});
    QVERIFY(m_engine->labels() == Labels{});
    VERIFY_FAILS(m_engine->submit(SaveCategory{{"video", "relative"}}), EngineErrc::PathInvalid);
    VERIFY_FAILS(m_engine->submit(SaveCategory{Category{}}), EngineErrc::NameInvalid);
}

void tst_engine_labels::knowsWhatTorrentsHaveThoughItsOwnListIsLost()
{
    VERIFY_OK(add("video/films", {"good"}));
    VERIFY_OK(m_engine->stop());
    m_engine.reset();
    {
        const SystemClock clock;
        NullLog log;
        auto store = torrent::SessionStore::open(folder("profile"), clock, log);
        QVERIFY(store);
        const Names lost{"category/video", "category/video/films", "tag/good"};
        VERIFY_OK((*store)->saveSettings({}, lost));
    }
    restart();
    VERIFY_OK(m_engine->start());
    QTRY_COMPARE(categories(), (Names{"video", "video/films"}));
    QTRY_COMPARE(m_engine->labels().tags, Names{"good"});
}

QTEST_GUILESS_MAIN(tst_engine_labels)
#include "tst_engine_labels.moc"
