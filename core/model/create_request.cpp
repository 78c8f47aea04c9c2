#include "core/model/create_request.h"

#include <algorithm>
#include <bit>

namespace trib {
namespace {

constexpr std::int64_t kUsualPieces = 2048;

} // namespace

Bytes pieceSizeFor(Bytes content)
{
    const std::int64_t least = std::max<std::int64_t>(content.count(), 1) / kUsualPieces;
    const auto power = std::bit_ceil(static_cast<std::uint64_t>(std::clamp(least, kMinCreatedPiece.count(), kMaxCreatedPiece.count())));
    return Bytes(static_cast<std::int64_t>(power));
}

} // namespace trib
