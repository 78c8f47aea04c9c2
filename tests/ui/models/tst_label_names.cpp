#include "ui/models/label_names.h"

#include <QTest>

using namespace trib;
using namespace trib::ui;

class TestLabelNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void categoriesFollowTheOneThatTheyAreBelow()
    {
        const Labels labels{{{"Video", {}}, {"Video 2", {}}, {"Video/Series", {}}, {"Video/Films", {}}, {"audio", {}}}, {"b", "A"}};
        QCOMPARE(categoryNames(labels), (QStringList{QStringLiteral("audio"), QStringLiteral("Video"), QStringLiteral("Video/Films"), QStringLiteral("Video/Series"), QStringLiteral("Video 2")}));
        QCOMPARE(tagNames(labels), (QStringList{QStringLiteral("A"), QStringLiteral("b")}));
    }

    void aCategoryWithoutAFolderIsInThatOfTheOneAbove_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("folder");
        QTest::newRow("its own") << QStringLiteral("video") << QStringLiteral("/data/video");
        QTest::newRow("below") << QStringLiteral("video/films") << QStringLiteral("/data/video/films");
        QTest::newRow("below, with its own") << QStringLiteral("video/series") << QStringLiteral("/series");
        QTest::newRow("two below, new") << QStringLiteral("video/films/new") << QStringLiteral("/data/video/films/new");
        QTest::newRow("none") << QStringLiteral("audio") << QString();
        QTest::newRow("a like name") << QStringLiteral("videos") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void aCategoryWithoutAFolderIsInThatOfTheOneAbove()
    {
        QFETCH(QString, name);
        QFETCH(QString, folder);
        const Labels labels{{{"audio", {}}, {"video", "/data/video"}, {"video/films", {}}, {"video/series", "/series"}}, {}};
        QCOMPARE(categoryFolder(labels, name), folder);
    }

    void saysWhatIsWrongWithAName_data()
    {
        QTest::addColumn<bool>("tag");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("part"); // of what is said
        QTest::newRow("nothing typed") << false << QString() << QString();
        QTest::newRow("good") << false << QStringLiteral("Video/Films") << QString();
        QTest::newRow("spaces at the ends") << false << QStringLiteral(" Video ") << QString();
        QTest::newRow("ends with a slash") << false << QStringLiteral("Video/") << QStringLiteral("missing");
        QTest::newRow("two slashes") << false << QStringLiteral("Video//Films") << QStringLiteral("missing");
        QTest::newRow("a slash in a tag") << true << QStringLiteral("a/b") << QString();
        QTest::newRow("a comma in a tag") << true << QStringLiteral("a,b") << QStringLiteral("comma");
        QTest::newRow("a comma in a category") << false << QStringLiteral("a,b") << QString();
        QTest::newRow("long") << true << QString(128, QChar(0x96ea)) << QStringLiteral("too long");
        QTest::newRow("turns the text around") << true << QStringLiteral("a\u202Eb") << QStringLiteral("cannot be seen");
    }
    void saysWhatIsWrongWithAName()
    {
        QFETCH(bool, tag);
        QFETCH(QString, name);
        QFETCH(QString, part);
        const QString fault = labelFault(tag ? LabelKind::Tag : LabelKind::Category, name);
        QCOMPARE(fault.isEmpty(), part.isEmpty());
        QVERIFY2(fault.contains(part), qPrintable(fault));
    }
};

QTEST_GUILESS_MAIN(TestLabelNames)
#include "tst_label_names.moc"
