// What we ask of an info dictionary before libtorrent reads it: types, limits and sums, so that nothing is allocated for a lie and
// every refusal names its cause. Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <libtorrent/bdecode.hpp>

namespace trib::torrent {

[[nodiscard]] Result<> checkInfo(const lt::bdecode_node &info);

} // namespace trib::torrent
