#include "core/torrent/suspects.h"

#include <QTest>

using namespace trib;
using namespace trib::torrent;
using namespace std::chrono_literals;

namespace {

constexpr SteadyTime kStart{std::chrono::hours(1)};

[[nodiscard]] lt::tcp::endpoint peer(int number)
{
    return {lt::make_address_v4("198.18.0." + std::to_string(number)), 6881};
}

// Everybody who comes out within `span` after `from`, in order, looking every 250 ms as PeerJudge does.
[[nodiscard]] std::vector<lt::tcp::endpoint> releasedWithin(Suspects &suspects, SteadyTime from, std::chrono::milliseconds span)
{
    std::vector<lt::tcp::endpoint> all;
    for (auto passed = 0ms; passed <= span; passed += 250ms) {
        for (const lt::tcp::endpoint &released : suspects.release(from + passed))
            all.push_back(released);
    }
    return all;
}

} // namespace

// Whom libtorrent banned with a corrupting peer comes back, and a culprit does not.
class tst_suspects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letsInOneAfterTheOther();
    void letsInAllButTheCulpritOnceItIsKnown();
    void givesTheNextATryWhenTheFirstFailedIt();
    void waitsLongerForWhoIsBannedAgainAndAgain();
    void keepsNoEndlessListOfAddresses();
};

void tst_suspects::letsInOneAfterTheOther()
{
    Suspects suspects;
    for (const int number : {1, 2, 3})
        suspects.banned(peer(number), kStart);
    QVERIFY(suspects.release(kStart).empty()); // a verdict may come first
    QCOMPARE(releasedWithin(suspects, kStart, 1s).size(), std::size_t(1));
    QCOMPARE(releasedWithin(suspects, kStart + 1s, 10s).size(), std::size_t(2));
    QVERIFY(suspects.isEmpty());
}

void tst_suspects::letsInAllButTheCulpritOnceItIsKnown()
{
    Suspects suspects;
    for (const int number : {1, 2, 3, 4})
        suspects.banned(peer(number), kStart);
    suspects.convicted(peer(3).address());
    const std::vector<lt::tcp::endpoint> released = suspects.release(kStart);
    QVERIFY((released == std::vector{peer(1), peer(2), peer(4)}));
    QVERIFY(suspects.isEmpty());
    QVERIFY(releasedWithin(suspects, kStart, 1min).empty());
}

void tst_suspects::givesTheNextATryWhenTheFirstFailedIt()
{
    Suspects suspects;
    suspects.banned(peer(1), kStart);
    suspects.banned(peer(2), kStart);
    QCOMPARE(releasedWithin(suspects, kStart, 500ms).size(), std::size_t(1));
    suspects.banned(peer(1), kStart + 600ms); // it was alone, and was banned again
    const std::vector<lt::tcp::endpoint> next = suspects.release(kStart + 750ms);
    QVERIFY((next == std::vector{peer(2)}));
}

void tst_suspects::waitsLongerForWhoIsBannedAgainAndAgain()
{
    Suspects suspects;
    SteadyTime now = kStart;
    for (int bans = 1; bans <= 12; ++bans) {
        suspects.banned(peer(1), now);
        const auto wait = std::min<std::chrono::milliseconds>(500ms * (1 << (bans - 1)), 5min);
        QVERIFY2(suspects.release(now + wait - 1ms).empty(), std::to_string(bans).c_str());
        now += wait;
        QCOMPARE(suspects.release(now).size(), std::size_t(1));
    }
}

void tst_suspects::keepsNoEndlessListOfAddresses()
{
    Suspects suspects;
    for (int number = 0; number < 5000; ++number)
        suspects.banned({lt::address_v4(0xC6120000u + static_cast<unsigned>(number)), 6881}, kStart);
    suspects.convicted(peer(250).address());
    QVERIFY(suspects.release(kStart).size() <= 1000);
}

QTEST_GUILESS_MAIN(tst_suspects)
#include "tst_suspects.moc"
