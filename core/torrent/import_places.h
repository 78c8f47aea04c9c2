// Where other clients keep their torrents for this user. Looks at the environment and the disk; any thread.
#pragma once

#include "core/model/import_plan.h"

#include <string>

namespace trib::torrent {

// The first that exists of the places that the client's versions have used; empty if there is none.
[[nodiscard]] std::string usualImportFolder(OtherClient client);

} // namespace trib::torrent
