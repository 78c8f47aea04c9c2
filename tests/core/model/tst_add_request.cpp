#include "core/model/add_request.h"

#include <QTest>

using namespace trib;

namespace {

[[nodiscard]] QString described(const TorrentSource &source)
{
    struct {
        QString operator()(const TorrentFilePath &s) const { return QStringLiteral("path ") + QString::fromStdString(s.path); }
        QString operator()(const TorrentFileBytes &) const { return QStringLiteral("bytes"); }
        QString operator()(const MagnetLink &s) const { return QStringLiteral("magnet ") + QString::fromStdString(s.uri); }
        QString operator()(const TorrentUrl &s) const { return QStringLiteral("url ") + QString::fromStdString(s.url); }
    } describe;
    return std::visit(describe, source);
}

[[nodiscard]] QStringList described(const std::vector<TorrentSource> &sources)
{
    QStringList texts;
    for (const TorrentSource &source : sources)
        texts << described(source);
    return texts;
}

const QByteArray kHex(40, 'a');
const QByteArray kBase32(32, 'B');
const QByteArray kHex64(64, 'f');

} // namespace

class TestAddRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recognisesOneSource_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) {
            QTest::newRow(name) << text << QString::fromUtf8(expected);
        };
        row("magnet link", "magnet:?xt=urn:btih:" + kHex, "magnet magnet:?xt=urn:btih:" + kHex);
        row("magnet link in capitals, with white space around", "\t MAGNET:?xt=urn:btih:1 \r\n", "magnet MAGNET:?xt=urn:btih:1");
        row("URL", "https://host/a.torrent", "url https://host/a.torrent");
        row("URL in capitals", "HTTP://HOST/A", "url HTTP://HOST/A");
        row("40 hexadecimal digits", kHex, "magnet magnet:?xt=urn:btih:" + kHex);
        row("32 base32 digits", kBase32, "magnet magnet:?xt=urn:btih:" + kBase32);
        row("64 hexadecimal digits", kHex64, "magnet magnet:?xt=urn:btmh:1220" + kHex64);
        row("a v2 multihash", "1220" + kHex64, "magnet magnet:?xt=urn:btmh:1220" + kHex64);
        row("absolute path", "/a/b c", "path /a/b c");
        row("relative path", "./a", "path ./a");
        row("path above", "../a", "path ../a");
        row("path with a drive", "C:\\a b\\c.torrent", "path C:\\a b\\c.torrent");
        row("name of a torrent", "my file.Torrent", "path my file.Torrent");
        row("a file URL", "file:///a%20b/c.torrent", "path /a b/c.torrent");
        row("a file URL with a host", "file://localhost/a.torrent", "path /a.torrent");
    }
    void recognisesOneSource()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        const auto source = recogniseSource(text.toStdString());
        QVERIFY(source);
        QCOMPARE(described(*source), expected);
    }

    void refusesWhatIsNoSource_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
        row("nothing", "");
        row("white space", " \t\n");
        row("a word", "hello");
        row("a sentence", "Download it from the usual place.");
        row("39 digits", kHex.mid(1));
        row("41 digits", kHex + "a");
        row("40 characters that are no digits", QByteArray(40, 'g'));
        row("32 characters with a 1", kBase32.mid(1) + "1");
        row("63 digits", kHex64.mid(1));
        row("another scheme", "ftp://host/a.torrent");
        row("a share of another machine", "smb://host/a.torrent");
        row("a file URL of another machine", "file://server/a.torrent");
        row("a file URL with a zero byte", "file:///a%00b.torrent");
        row("a scheme alone", "https://");
        row("a magnet scheme alone", "magnet:");
        row("the extension alone", ".torrent");
        row("two lines", "/a\n/b");
        row("a zero byte in a path", QByteArray("/a\0b", 4));
        row("a link with a line in it", "https://host/\n/a");
        row("a link longer than 64 KiB", "https://host/" + QByteArray(64 << 10, 'a'));
        row("a path longer than 32 KiB", "/" + QByteArray(32 << 10, 'a'));
    }
    void refusesWhatIsNoSource()
    {
        QFETCH(QByteArray, text);
        const auto source = recogniseSource(text.toStdString());
        QVERIFY2(!source, source ? qPrintable(described(*source)) : "");
    }

    void findsSourcesInText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QStringList &expected) { QTest::newRow(name) << text << expected; };
        const QString url = QStringLiteral("url http://h/a");
        row("one a line", "http://h/a\r\n/b/c\n\n", {url, QStringLiteral("path /b/c")});
        row("links within a sentence", "see http://h/a and magnet:?xt=1 there", {url, QStringLiteral("magnet magnet:?xt=1")});
        row("two links on one line", "http://h/a http://h/a", {url, url});
        row("a path with spaces", "/a b/c d", {QStringLiteral("path /a b/c d")});
        row("a file name with spaces", "some thing.torrent", {QStringLiteral("path some thing.torrent")});
        row("a list of file URLs with comments", "# dropped\r\nfile:///a%20b.torrent\r\n", {QStringLiteral("path /a b.torrent")});
        row("nothing of use", "hello\nworld\n", {});
        row("no line end", "/a", {QStringLiteral("path /a")});
    }
    void findsSourcesInText()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, expected);
        QCOMPARE(described(recogniseSources(text.toStdString())), expected);
    }

    void stopsAtAThousandSources()
    {
        QCOMPARE(recogniseSources(QByteArray("/a\n").repeated(2000).toStdString()).size(), std::size_t(1000));
        QCOMPARE(recogniseSources(QByteArray("http://h/a ").repeated(2000).toStdString()).size(), std::size_t(1000));
    }
};

QTEST_GUILESS_MAIN(TestAddRequest)
#include "tst_add_request.moc"
