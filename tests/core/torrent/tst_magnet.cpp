#include "core/torrent/metainfo.h"
#include "core/torrent/metainfo_urls.h"

#include <QTest>

using namespace trib;
using torrent::parseMagnet;

namespace {

const std::string kHex = "0123456789abcdef0123456789abcdef01234567";
const std::string kHex2(64, 'b');
const std::string kLink = "magnet:?xt=urn:btih:" + kHex;

[[nodiscard]] lt::add_torrent_params parsed(const std::string &uri)
{
    auto params = parseMagnet(uri);
    if (!params)
        qWarning("%s", params.error().detail.c_str());
    return params.value();
}

[[nodiscard]] QString chosenFiles(const std::string &so)
{
    QString files;
    const auto params = parsed(kLink + "&so=" + so);
    if (!(params.flags & lt::torrent_flags::default_dont_download))
        return QStringLiteral("all");
    for (const lt::download_priority_t priority : params.file_priorities)
        files += priority == lt::dont_download ? u'-' : u'x';
    return files;
}

} // namespace

class TestMagnet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheInfoHash_data()
    {
        QTest::addColumn<QByteArray>("topic");
        QTest::addColumn<QByteArray>("v1");
        QTest::addColumn<QByteArray>("v2");
        const QByteArray hex = QByteArray::fromStdString(kHex);
        const QByteArray hex2 = QByteArray::fromStdString(kHex2);
        const auto row = [](const char *name, const QByteArray &topic, const QByteArray &v1, const QByteArray &v2) {
            QTest::newRow(name) << topic << v1 << v2;
        };
        row("hexadecimal", "xt=urn:btih:" + hex, hex, {});
        row("hexadecimal capitals", "xt=urn:btih:" + hex.toUpper(), hex, {});
        row("base32", "xt=urn:btih:AERUKZ4JVPG66AJDIVTYTK6N54ASGRLH", hex, {});
        row("base32 in small letters", "xt=urn:btih:aerukz4jvpg66ajdivtytk6n54asgrlh", hex, {});
        row("v2", "xt=urn:btmh:1220" + hex2, {}, hex2);
        row("hybrid", "xt=urn:btih:" + hex + "&xt=urn:btmh:1220" + hex2, hex, hex2);
        row("hybrid, numbered", "xt.1=urn:btih:" + hex + "&xt.2=urn:btmh:1220" + hex2, hex, hex2);
        row("the same hash twice", "xt=urn:btih:" + hex + "&xt=urn:btih:" + hex, hex, {});
        row("a topic of another network before it", "xt=urn:ed2k:1&xt=urn:btih:" + hex, hex, {});
        row("percent-encoded", "xt=urn%3Abtih%3A" + hex, hex, {});
        row("capitals everywhere", "XT=URN:BTIH:" + hex.toUpper(), hex, {});
        row("after other parameters", "dn=a&&=&x&xt=urn:btih:" + hex, hex, {});
    }
    void readsTheInfoHash()
    {
        QFETCH(QByteArray, topic);
        QFETCH(QByteArray, v1);
        QFETCH(QByteArray, v2);
        for (const char *scheme : {"magnet:?", "MAGNET:?"}) {
            const InfoHash hash = torrent::previewOf(parsed(scheme + topic.toStdString())).infoHash;
            QCOMPARE(QByteArray::fromStdString(hash.v1 ? hash.v1->toHex() : std::string()), v1);
            QCOMPARE(QByteArray::fromStdString(hash.v2 ? hash.v2->toHex() : std::string()), v2);
        }
    }

    void makesTheNameSafeToShow()
    {
        QCOMPARE(parsed(kLink + "&dn=a+b%20c").name, std::string("a b c"));
        QCOMPARE(parsed(kLink + "&dn=%E2%80%AEexe.a%0Ab%00c").name, std::string("exe.abc"));
        QCOMPARE(parsed(kLink + "&dn=%FF").name, std::string("\xEF\xBF\xBD"));
        QCOMPARE(parsed(kLink + "&dn=" + std::string(5000, 'n')).name.size(), std::size_t(1024));
        QCOMPARE(parsed(kLink + "&dn=%").name, std::string());
    }

    void keepsTrackersThatAreSpoken()
    {
        const auto params = parsed(kLink + "&tr=http%3A%2F%2Fa%2Fannounce&tr.1=udp://b:1&tr=wss://c&tr=HTTPS://d/&tr=http://a/announce"
            "&tr=javascript:1&tr=http://&tr=udp://:80&tr=&tr=file:///etc/passwd&tr=http://e/%0A&tr=http://f/a%20b");
        const std::vector<std::string> expected{"http://a/announce", "udp://b:1", "HTTPS://d/", "http://e/"};
        QCOMPARE(params.trackers, expected);
        QCOMPARE(params.tracker_tiers.size(), expected.size());
    }

    void keepsWebSeedsThatAreSpoken()
    {
        const auto params = parsed(kLink + "&ws=http%3A%2F%2Fa%2Fb%20c&ws=ftp://d/&ws=https://e/&ws=https://e/&ws=http:///x");
        const std::vector<std::string> expected{"http://a/b%20c", "https://e/"};
        QCOMPARE(std::vector<std::string>(params.url_seeds.begin(), params.url_seeds.end()), expected);
    }

    void boundsWhatIsRepeated()
    {
        std::string link = kLink;
        for (int i = 0; i < 1500; ++i)
            link += "&tr=udp://t:" + std::to_string(i + 1);
        QCOMPARE(parsed(link).trackers.size(), torrent::kMaxTrackers);
        link = kLink;
        for (int i = 0; i < 1000; ++i)
            link += "&ws=http://w/" + std::to_string(i) + "&x.pe=198.18.0.1:" + std::to_string(i + 1);
        link.resize(link.rfind('&'));
        QCOMPARE(parsed(link).url_seeds.size(), torrent::kMaxWebSeeds);
        QCOMPARE(parsed(link).peers.size(), torrent::kMaxMagnetPeers);
        link = kLink;
        for (int i = 0; i < 1000; ++i)
            link += "&dht=host:" + std::to_string(i + 1);
        QCOMPARE(parsed(link).dht_nodes.size(), torrent::kMaxDhtNodes);
    }

    void readsPeers()
    {
        const auto params = parsed(kLink + "&x.pe=198.18.0.1:6881&x.pe=[2001:db8::1]:6882&x.pe=198.18.0.2:0&x.pe=host:1&x.pe=224.0.0.1:5"
            "&x.pe=198.18.0.3:65536&x.pe=0.0.0.0:7&x.pe=");
        QCOMPARE(params.peers.size(), std::size_t(2));
        QCOMPARE(params.peers[0].port(), std::uint16_t(6881));
        QVERIFY(params.peers[1].address().is_v6());
    }

    void choosesFiles_data()
    {
        QTest::addColumn<QByteArray>("so");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QByteArray &so, const char *expected) { QTest::newRow(so.constData()) << so << QString::fromLatin1(expected); };
        row("0", "x");
        row("1,3", "-x-x");
        row("1-3", "-xxx");
        row("3,1", "-x-x");
        row("0-2,1-3", "xxxx");
        row("0-4,1-2", "xxxxx");
        row("5-1", "all");
        row("1%2C3", "-x-x");
        row(",,2,", "--x");
        row("-1", "all");
        row("1-", "all");
        row("a,1", "-x");
        row("4294967296", "all");
        row("4294967297,1", "-x");
        row("1000000", "all");
        row("", "all");
    }
    void choosesFiles()
    {
        QFETCH(QByteArray, so);
        QFETCH(QString, expected);
        QCOMPARE(chosenFiles(so.toStdString()), expected);
    }

    void choosesAMillionFilesAThousandTimesInTime()
    {
        std::string so = "999999";
        for (int i = 0; i < 5000; ++i)
            so += ",0-999999";
        QCOMPARE(chosenFiles(so), QString(1'000'000, u'x'));
    }
};

QTEST_GUILESS_MAIN(TestMagnet)
#include "tst_magnet.moc"
