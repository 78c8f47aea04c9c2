#include "core/model/piece_map.h"

#include <algorithm>
#include <limits>

namespace trib {
namespace {

constexpr std::size_t kFullShare = 255;

// Something is seen as something, and only all as all.
std::uint8_t share(std::size_t part, std::size_t whole)
{
    if (part == 0 || part == whole)
        return static_cast<std::uint8_t>(part == 0 ? 0 : kFullShare);
    return static_cast<std::uint8_t>(std::clamp<std::size_t>(part * kFullShare / whole, 1, kFullShare - 1));
}

std::uint16_t clamped(int copies)
{
    return static_cast<std::uint16_t>(std::clamp<int>(copies, 0, std::numeric_limits<std::uint16_t>::max()));
}

} // namespace

PieceMap mapPieces(const std::vector<bool> &verified, const std::vector<PieceIndex> &inFlight, const std::vector<int> &copies)
{
    PieceMap map;
    const std::size_t count = verified.size();
    const bool counted = copies.size() == count && count > 0;
    std::vector<bool> flying(count, false);
    for (const PieceIndex piece : inFlight) {
        const auto index = static_cast<std::size_t>(piece.value());
        if (piece.value() >= 0 && index < count && !verified[index])
            flying[index] = true;
    }
    map.pieces = static_cast<std::int32_t>(count);
    if (counted)
        map.unavailable = 0;
    map.runs.resize(std::min(count, kPieceRuns));
    for (std::size_t run = 0; run < map.runs.size(); ++run) {
        const std::size_t first = count * run / map.runs.size();
        const std::size_t last = count * (run + 1) / map.runs.size();
        std::size_t have = 0;
        std::size_t coming = 0;
        std::uint16_t least = std::numeric_limits<std::uint16_t>::max();
        for (std::size_t piece = first; piece < last; ++piece) {
            have += verified[piece];
            coming += flying[piece];
            if (!counted)
                continue;
            least = std::min(least, clamped(copies[piece]));
            *map.unavailable += copies[piece] <= 0 && !verified[piece];
        }
        map.verified += static_cast<std::int32_t>(have);
        map.inFlight += static_cast<std::int32_t>(coming);
        map.runs[run] = {share(have, last - first), share(coming, last - first), counted ? least : std::uint16_t{0}};
    }
    return map;
}

} // namespace trib
