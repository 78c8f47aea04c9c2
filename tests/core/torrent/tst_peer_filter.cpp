#include "core/torrent/peer_filter.h"

#include <boost/asio/ip/address.hpp>

#include <QTest>

using namespace trib;
using namespace trib::torrent;

class tst_peer_filter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blocksWhatIsBannedAndNothingElse();
    void passesOverWhatIsNoAddress();
    void addsEachAddressOnce();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void refusesMoreThanItCanHold();
};

namespace {

bool isBlocked(const std::string &banned, const char *address)
{
    settings::NetworkSettings network;
    network.bannedPeers = banned;
    lt::ip_filter filter;
    addPeers(filter, network);
    return filter.access(boost::asio::ip::make_address(address)) & lt::ip_filter::blocked;
}

} // namespace

void tst_peer_filter::blocksWhatIsBannedAndNothingElse()
{
    const std::string banned = "198.51.100.7, 2001:db8::7";
    QVERIFY(isBlocked(banned, "198.51.100.7"));
    QVERIFY(!isBlocked(banned, "198.51.100.6"));
    QVERIFY(!isBlocked(banned, "198.51.100.8"));
    QVERIFY(isBlocked(banned, "2001:db8::7"));
    QVERIFY(!isBlocked(banned, "2001:db8::8"));
    QVERIFY(!isBlocked("", "198.51.100.7"));
}

void tst_peer_filter::passesOverWhatIsNoAddress()
{
    QVERIFY(isBlocked("nonsense,,0.0.0.0,198.51.100.7:6881,198.51.100.7", "198.51.100.7"));
    QVERIFY(!isBlocked("nonsense,,0.0.0.0", "198.51.100.7"));
}

void tst_peer_filter::addsEachAddressOnce()
{
    const auto list = withBanned("203.0.113.9", {"2001:DB8:0::1", "198.51.100.7", "203.0.113.9"});
    QVERIFY(list);
    QCOMPARE(*list, std::string("198.51.100.7,203.0.113.9,2001:db8::1"));
}

void tst_peer_filter::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("a name") << QStringLiteral("peer.example");
    QTest::newRow("with a port") << QStringLiteral("198.51.100.7:6881");
    QTest::newRow("everyone") << QStringLiteral("0.0.0.0");
    QTest::newRow("two") << QStringLiteral("198.51.100.7,198.51.100.8");
}

void tst_peer_filter::refusesWhatIsNoAddress()
{
    QFETCH(QString, text);
    const auto list = withBanned({}, {"198.51.100.7", text.toStdString()});
    QVERIFY(!list);
    QCOMPARE(list.error().code, std::error_code(EngineErrc::InvalidSetting));
}

void tst_peer_filter::refusesMoreThanItCanHold()
{
    std::vector<std::string> many;
    for (std::size_t i = 0; i < kMaxBanned; ++i)
        many.push_back("10.0." + std::to_string(i / 256) + "." + std::to_string(i % 256));
    const auto full = withBanned({}, many);
    QVERIFY(full);
    QVERIFY(withBanned(*full, {many.front()}));
    QVERIFY(!withBanned(*full, {"192.0.2.1"}));
}

QTEST_GUILESS_MAIN(tst_peer_filter)
#include "tst_peer_filter.moc"
