// PieceMap: the pieces of a torrent in runs of neighbours, as a bar shows them: one run a piece, or kPieceRuns runs where there are
// more pieces. Made where the pieces are known, so that a window of any size has nothing to count. Values.
#pragma once

#include "core/model/indexes.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace trib {

inline constexpr std::size_t kPieceRuns = 2048;

struct PieceRun {
    std::uint8_t verified = 0;       // share of its pieces, 255 for all
    std::uint8_t inFlight = 0;       // share that is asked for or partly there, none of them verified
    std::uint16_t leastCopies = 0;   // among connected peers, of the piece that fewest have

    bool operator==(const PieceRun &) const = default;
};

struct PieceMap {
    std::int32_t pieces = 0;
    std::int32_t verified = 0;
    std::int32_t inFlight = 0;
    std::optional<std::int32_t> unavailable; // pieces that neither we nor any connected peer has; nullopt: peers are not counted
    std::vector<PieceRun> runs;              // empty without metadata

    bool operator==(const PieceMap &) const = default;
};

// `copies` among the connected peers, by piece; empty where they are not counted, as of a torrent that is complete. Pieces in flight
// that are verified or out of range count for nothing.
[[nodiscard]] PieceMap mapPieces(const std::vector<bool> &verified, const std::vector<PieceIndex> &inFlight, const std::vector<int> &copies);

} // namespace trib
