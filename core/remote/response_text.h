// The head of a response as it goes over the wire, with the headers that every answer has. Pure; any thread.
#pragma once

#include "core/base/clock.h"
#include "core/remote/http_message.h"

#include <string>

namespace trib::remote {

// Headers of `response` that hold control characters are left out.
[[nodiscard]] std::string responseHead(const HttpResponse &response, bool keepAlive, WallTime now);

} // namespace trib::remote
