#include "core/torrent/library_safety.h"

#include "core/model/engine_error.h"

#include <libtorrent/version.hpp>

#include <array>
#include <charconv>

namespace trib::torrent {
namespace {

using Version = std::array<int, 3>; // major, minor, tiny

[[nodiscard]] std::optional<Version> parsed(std::string_view text)
{
    Version version{};
    for (int &part : version) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
        if (error != std::errc())
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.starts_with('.'))
            text.remove_prefix(1);
    }
    return version;
}

} // namespace

bool isSafe(std::string_view version, bool hasV1, bool hasV2)
{
    constexpr Version kAsksForHybrids{2, 0, 13};
    constexpr Version kMended{2, 0, 14};
    constexpr Version kOtherBranch{2, 1, 0};
    const auto at = parsed(version);
    const bool isDamaged = at && (*at < kMended || *at == kOtherBranch);
    return !hasV2 || !isDamaged || (hasV1 && *at < kAsksForHybrids);
}

Result<> checkLibrary(const lt::info_hash_t &hashes)
{
    if (isSafe(lt::version(), hashes.has_v1(), hashes.has_v2()))
        return success();
    return failure(EngineErrc::V2OnlyUnsafe, std::string("libtorrent ") + lt::version());
}

std::optional<Problem> libraryProblem(const lt::info_hash_t &hashes)
{
    if (isSafe(lt::version(), hashes.has_v1(), hashes.has_v2()))
        return std::nullopt;
    return Problem{ProblemKind::V2OnlyUnsafe, {}, lt::version(), {}, {}};
}

} // namespace trib::torrent
