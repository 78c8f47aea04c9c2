#include "core/engine/torrent_creator.h"

namespace trib::engine {
// The interface has no behaviour; this file gives its meta-object a home.
} // namespace trib::engine
