// Share limits as qBittorrent's API writes them: -2 the session's, -1 none, or a value. API's thread; values.
#pragma once

#include "core/model/torrent_limits.h"
#include "core/remote/http_message.h"
#include "core/settings/engine_settings.h"

#include <optional>

namespace trib::remote {

struct ParsedShareLimits {
    bool valid = true;
    std::optional<ShareLimits> limits; // nullopt: the session's
};

// From ratioLimit, seedingTimeLimit, inactiveSeedingTimeLimit (minutes) and shareLimitAction; what is not there is -2. The engine knows the
// session's limits all together or none: -2 beside a limit of the torrent's own becomes the session's present value.
[[nodiscard]] ParsedShareLimits parseShareLimits(const HttpRequest &request, const settings::TransferSettings &session);

} // namespace trib::remote
