// Indexes of pieces and files, and positions in the queue: three kinds of number that must not mix.
#pragma once

#include "core/base/strong_type.h"

#include <cstdint>

namespace trib {

using PieceIndex = Strong<std::int32_t, struct PieceTag>;
using FileIndex = Strong<std::int32_t, struct FileTag>;
using QueuePosition = Strong<std::int32_t, struct QueueTag>; // 0 is the head; -1 for what is complete and so not in the queue

} // namespace trib
