#include "core/torrent/peer_judge.h"
#include "core/torrent/peer_filter.h"

#include <QTest>

#include <string>

using namespace trib;
using namespace trib::torrent;

namespace {

const lt::address kHonest = lt::make_address("198.18.0.1");
const lt::address kCorrupting = lt::make_address("198.18.0.2");

[[nodiscard]] std::string pieceOf(std::size_t size)
{
    std::string piece(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        piece[i] = static_cast<char>(i * 31 >> 7);
    return piece;
}

[[nodiscard]] Testimony testimony(const lt::address &peer, int block, const std::string &data)
{
    return {peer, block, blockDigest(data)};
}

[[nodiscard]] bool isShutOut(const lt::ip_filter &filter, const char *address)
{
    return filter.access(lt::make_address(address)) & lt::ip_filter::blocked;
}

} // namespace

// Who is found to have sent wrong data, and what is done about its address. The whole of it, with real peers: tests/soak/corrupting_peer.py.
class tst_peer_judge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhoseBlockDiffers();
    void blamesNobodyForSoundBlocks();
    void comparesTheShortLastBlock();
    void passesOverBlocksBeyondThePiece();
    void shutsOutAnAddressAndOfIPv6ItsNetwork();
};

void tst_peer_judge::findsWhoseBlockDiffers()
{
    const std::string piece = pieceOf(4 * kBlockSize);
    std::string wrong = piece.substr(kBlockSize, kBlockSize);
    wrong.back() = static_cast<char>(wrong.back() ^ 1);
    const std::vector<Testimony> all{testimony(kHonest, 0, piece.substr(0, kBlockSize)), testimony(kCorrupting, 1, wrong),
                                     testimony(kHonest, 1, piece.substr(kBlockSize, kBlockSize)), testimony(kCorrupting, 2, piece.substr(2 * kBlockSize, kBlockSize))};
    QVERIFY(liars(all, piece) == std::set{kCorrupting});
}

void tst_peer_judge::blamesNobodyForSoundBlocks()
{
    const std::string piece = pieceOf(2 * kBlockSize);
    QVERIFY(liars({testimony(kHonest, 0, piece.substr(0, kBlockSize)), testimony(kHonest, 1, piece.substr(kBlockSize))}, piece).empty());
    QVERIFY(liars({}, piece).empty());
}

void tst_peer_judge::comparesTheShortLastBlock()
{
    const std::string piece = pieceOf(kBlockSize + 100);
    QVERIFY(liars({testimony(kHonest, 1, piece.substr(kBlockSize))}, piece).empty());
    QVERIFY(liars({testimony(kCorrupting, 1, std::string(100, 'x'))}, piece) == std::set{kCorrupting});
}

void tst_peer_judge::passesOverBlocksBeyondThePiece()
{
    const std::string piece = pieceOf(kBlockSize);
    QVERIFY(liars({testimony(kHonest, 1, "beyond"), testimony(kHonest, -1, "before")}, piece).empty());
}

void tst_peer_judge::shutsOutAnAddressAndOfIPv6ItsNetwork()
{
    settings::NetworkSettings network;
    network.bannedPeers = "198.18.0.9";
    lt::ip_filter filter;
    addPeers(filter, network, {kCorrupting, lt::make_address("2001:db8:1:2:3:4:5:6")});
    QVERIFY(isShutOut(filter, "198.18.0.2") && isShutOut(filter, "198.18.0.9"));
    QVERIFY(!isShutOut(filter, "198.18.0.1") && !isShutOut(filter, "198.18.0.3"));
    QVERIFY(isShutOut(filter, "2001:db8:1:2::1") && isShutOut(filter, "2001:db8:1:2:ffff:ffff:ffff:ffff"));
    QVERIFY(!isShutOut(filter, "2001:db8:1:1:ffff::") && !isShutOut(filter, "2001:db8:1:3::1"));
}

QTEST_GUILESS_MAIN(tst_peer_judge)
#include "tst_peer_judge.moc"
