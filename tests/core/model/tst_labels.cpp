#include "core/model/labels.h"

#include <QTest>

using namespace trib;

// Names of categories and tags, and lists of tags as text.
class tst_labels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsGoodNames_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<bool>("category");
        QTest::addColumn<bool>("tag");
        const auto row = [](const char *what, const std::string &name, bool category, bool tag) { QTest::newRow(what) << name << category << tag; };
        row("a word", "films", true, true);
        row("several words", "old films", true, true);
        row("another script", "\xE6\x98\xA0\xE7\x94\xBB", true, true);
        row("below another", "video/films", true, true);
        row("with a comma", "films, old", true, false);
        row("the longest", std::string(kMaxLabel, 'x'), true, true);
        row("too long", std::string(kMaxLabel + 1, 'x'), false, false);
        row("empty", "", false, false);
        row("space before", " films", false, false);
        row("space behind", "films ", false, false);
        row("slash before", "/films", false, true);
        row("slash behind", "films/", false, true);
        row("an empty part", "video//films", false, true);
        row("a line break", "old\nfilms", false, false);
        row("a direction mark", "old\xE2\x80\xAE" "films", false, false);
        row("no UTF-8", "old\xFF", false, false);
    }

    void knowsGoodNames()
    {
        QFETCH(std::string, name);
        QTEST(isCategoryName(name), "category");
        QTEST(isTagName(name), "tag");
    }

    void knowsWhatIsBelowACategory()
    {
        QVERIFY(isInCategory("video", "video"));
        QVERIFY(isInCategory("video/films", "video"));
        QVERIFY(!isInCategory("videos", "video"));
        QVERIFY(!isInCategory("video", "video/films"));
    }

    void readsListsOfTags_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("again");
        QTest::newRow("none") << QByteArray("") << QByteArray("");
        QTest::newRow("one") << QByteArray("a") << QByteArray("a");
        QTest::newRow("sorted, each once") << QByteArray("b,a,b") << QByteArray("a,b");
        QTest::newRow("spaces and gaps") << QByteArray(" b , ,a b,") << QByteArray("a b,b");
    }

    void readsListsOfTags()
    {
        QFETCH(QByteArray, text);
        QTEST(QByteArray::fromStdString(joinTags(splitTags(text.toStdString()))), "again");
    }
};

QTEST_GUILESS_MAIN(tst_labels)
#include "tst_labels.moc"
