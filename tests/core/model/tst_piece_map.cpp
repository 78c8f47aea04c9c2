#include "core/model/piece_map.h"

#include <QTest>

#include <numeric>

using namespace trib;

// What a bar of pieces shows is counted once, by the engine, and is no larger than a screen is wide.
class tst_piece_map : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEmptyWithoutMetadata();
    void hasOneRunForEachPieceOfASmallTorrent();
    void neverHasMoreRunsThanAScreenHasPixels_data();
    void neverHasMoreRunsThanAScreenHasPixels();
    void coversEveryPieceOnce();
    void showsAllOnlyWhereAllIsThere();
    void showsTheRarestPieceOfARun();
    void knowsNoAvailabilityWhereNobodyIsCounted();
    void ignoresPiecesInFlightThatAreNoneOfOurs();
};

void tst_piece_map::isEmptyWithoutMetadata()
{
    QCOMPARE(mapPieces({}, {}, {}), PieceMap());
}

void tst_piece_map::hasOneRunForEachPieceOfASmallTorrent()
{
    const PieceMap map = mapPieces({true, false, false}, {PieceIndex(1)}, {3, 1, 0});
    QCOMPARE(map.runs, (std::vector<PieceRun>{{255, 0, 3}, {0, 255, 1}, {0, 0, 0}}));
    QCOMPARE(map.pieces, 3);
    QCOMPARE(map.verified, 1);
    QCOMPARE(map.inFlight, 1);
    QCOMPARE(map.unavailable, std::optional(1));
}

void tst_piece_map::neverHasMoreRunsThanAScreenHasPixels_data()
{
    QTest::addColumn<int>("pieces");
    QTest::addColumn<int>("runs");
    QTest::newRow("fewer pieces") << 2047 << 2047;
    QTest::newRow("as many") << 2048 << 2048;
    QTest::newRow("one more") << 2049 << 2048;
    QTest::newRow("a million") << 1'000'000 << 2048;
}

void tst_piece_map::neverHasMoreRunsThanAScreenHasPixels()
{
    QFETCH(int, pieces);
    QFETCH(int, runs);
    const auto count = static_cast<std::size_t>(pieces);
    QCOMPARE(mapPieces(std::vector<bool>(count), {}, std::vector<int>(count)).runs.size(), static_cast<std::size_t>(runs));
}

void tst_piece_map::coversEveryPieceOnce()
{
    for (const std::size_t count : {std::size_t{2049}, std::size_t{5000}, std::size_t{123'457}}) {
        for (const std::size_t one : {std::size_t{0}, count / 3, count - 1}) {
            std::vector<bool> pieces(count);
            pieces[one] = true;
            const PieceMap map = mapPieces(pieces, {}, {});
            QCOMPARE(map.verified, 1);
            const auto shown = std::accumulate(map.runs.begin(), map.runs.end(), 0, [](int sum, const PieceRun &run) { return sum + (run.verified > 0); });
            QCOMPARE(shown, 1);
        }
    }
}

void tst_piece_map::showsAllOnlyWhereAllIsThere()
{
    std::vector<bool> pieces(kPieceRuns * 1000, true);
    pieces[500] = false;
    const PieceMap almost = mapPieces(pieces, {}, {});
    QCOMPARE(almost.runs.front().verified, std::uint8_t{254});
    QCOMPARE(almost.runs.back().verified, std::uint8_t{255});
    pieces.assign(pieces.size(), false);
    pieces[500] = true;
    QCOMPARE(mapPieces(pieces, {}, {}).runs.front().verified, std::uint8_t{1});
}

void tst_piece_map::showsTheRarestPieceOfARun()
{
    std::vector<int> copies(kPieceRuns * 3, 7);
    copies[1] = 2;
    copies[3] = 100'000;
    copies[4] = 100'000;
    copies[5] = 100'000;
    const PieceMap map = mapPieces(std::vector<bool>(copies.size()), {}, copies);
    QCOMPARE(map.runs[0].leastCopies, std::uint16_t{2});
    QCOMPARE(map.runs[1].leastCopies, std::uint16_t{65535});
    QCOMPARE(map.runs[2].leastCopies, std::uint16_t{7});
    QCOMPARE(map.unavailable, std::optional(0));
}

void tst_piece_map::knowsNoAvailabilityWhereNobodyIsCounted()
{
    QCOMPARE(mapPieces({true, true}, {}, {}).unavailable, std::nullopt);
    QCOMPARE(mapPieces({true, false}, {}, {0}).unavailable, std::nullopt);
}

void tst_piece_map::ignoresPiecesInFlightThatAreNoneOfOurs()
{
    const PieceMap map = mapPieces({true, false}, {PieceIndex(0), PieceIndex(-1), PieceIndex(2), PieceIndex(1), PieceIndex(1)}, {});
    QCOMPARE(map.inFlight, 1);
    QCOMPARE(map.runs, (std::vector<PieceRun>{{255, 0, 0}, {0, 255, 0}}));
}

QTEST_GUILESS_MAIN(tst_piece_map)
#include "tst_piece_map.moc"
