#include "ui/add_torrent/mime_sources.h"

#include <QMimeData>
#include <QTest>
#include <QUrl>

using namespace trib;
using namespace trib::ui;

namespace {

const auto kHash = QStringLiteral("0123456789abcdef0123456789abcdef01234567");

// "file:/a", "magnet:…", "url:…": what became of each source.
QStringList described(const std::vector<TorrentSource> &sources)
{
    struct Describe {
        QString operator()(const TorrentFilePath &file) const { return QStringLiteral("file:") + QString::fromStdString(file.path); }
        QString operator()(const TorrentFileBytes &) const { return QStringLiteral("bytes"); }
        QString operator()(const MagnetLink &link) const { return QString::fromStdString(link.uri); }
        QString operator()(const TorrentUrl &url) const { return QStringLiteral("url:") + QString::fromStdString(url.url); }
    };
    QStringList result;
    for (const TorrentSource &source : sources)
        result.append(std::visit(Describe{}, source));
    return result;
}

} // namespace

class TestMimeSources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsDroppedOrPasted_data()
    {
        QTest::addColumn<QStringList>("urls");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("sources");
        const QString magnet = QStringLiteral("magnet:?xt=urn:btih:") + kHash;
        QTest::newRow("a file") << QStringList{QStringLiteral("file:///tmp/a%20b.torrent")} << QString() << QStringList{QStringLiteral("file:/tmp/a b.torrent")};
        QTest::newRow("a file of another kind is left to the engine") << QStringList{QStringLiteral("file:///tmp/photo.jpg")} << QString()
                                                                      << QStringList{QStringLiteral("file:/tmp/photo.jpg")};
        QTest::newRow("the text beside an URL is not read too") << QStringList{magnet} << magnet << QStringList{magnet};
        QTest::newRow("a web address") << QStringList{QStringLiteral("https://example.org/a.torrent")} << QString() << QStringList{QStringLiteral("url:https://example.org/a.torrent")};
        QTest::newRow("twice the same") << QStringList{magnet, magnet} << QString() << QStringList{magnet};
        QTest::newRow("another scheme") << QStringList{QStringLiteral("ftp://example.org/a.torrent")} << QString() << QStringList();
        QTest::newRow("a script") << QStringList{QStringLiteral("javascript:alert(1)")} << QString() << QStringList();
        QTest::newRow("text with a hash") << QStringList() << kHash << QStringList{magnet};
        QTest::newRow("text with several links") << QStringList() << QStringLiteral("look: %1 and\nhttp://example.org/x").arg(magnet)
                                                 << QStringList{magnet, QStringLiteral("url:http://example.org/x")};
        QTest::newRow("a relative path") << QStringList() << QStringLiteral("notes/a.torrent") << QStringList();
        QTest::newRow("an absolute path") << QStringList() << QStringLiteral("/tmp/a.torrent") << QStringList{QStringLiteral("file:/tmp/a.torrent")};
        QTest::newRow("prose") << QStringList() << QStringLiteral("nothing to see here") << QStringList();
    }
    void readsWhatIsDroppedOrPasted()
    {
        QFETCH(QStringList, urls);
        QFETCH(QString, text);
        QFETCH(QStringList, sources);
        QMimeData data;
        QList<QUrl> list;
        for (const QString &url : urls)
            list.append(QUrl(url));
        if (!list.isEmpty())
            data.setUrls(list);
        if (!text.isEmpty())
            data.setText(text);
        QVERIFY(mayHoldSources(data));
        QCOMPARE(described(sourcesOf(data)), sources);
    }

    void markupIsNeverRead()
    {
        QMimeData data;
        data.setHtml(QStringLiteral("<a href='magnet:?xt=urn:btih:%1'>harmless</a>").arg(kHash));
        QVERIFY(sourcesOf(data).empty());
        QVERIFY(!mayHoldSources(data));
    }

    void aFloodIsBounded()
    {
        QString text;
        for (int i = 0; i < 5000; ++i)
            text += QStringLiteral("http://example.org/%1\n").arg(i);
        QCOMPARE(sourcesOf(text).size(), std::size_t(1000));
    }
};

QTEST_GUILESS_MAIN(TestMimeSources)
#include "tst_mime_sources.moc"
