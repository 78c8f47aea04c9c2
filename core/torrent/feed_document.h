// A document from a stranger made ready for QXmlStreamReader: text from its root element on, of which is known that it cannot harm: no
// declarations of entities, no names, attributes or elements beyond all reason (Qt before 6.5.2 reads beyond its buffers with the longest
// names, and takes the square of their number for the attributes of one element). Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <QString>

#include <cstdint>
#include <span>

namespace trib::torrent {

// NotAFeed for an encoding that is not known, and for what could harm.
[[nodiscard]] Result<QString> tameDocument(std::span<const std::uint8_t> document);

} // namespace trib::torrent
