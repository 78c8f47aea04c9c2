// What a stranger sent, as an HttpRequest: target, urlencoded or multipart form. Strict and bounded. Pure; any thread.
#pragma once

#include "core/remote/http_service.h"

#include <string>
#include <string_view>

namespace trib::remote {

// The path of a request's target, decoded. BadRequest for one that does not begin with a slash, is longer than 2 KiB, or holds control
// characters or what is no UTF-8.
[[nodiscard]] Result<std::string> pathOf(std::string_view target);

// BadRequest, TooLarge; the detail is a sentence for the answer. `session` is left empty.
[[nodiscard]] Result<HttpRequest> decodeHttpRequest(const RequestHead &head, const std::string &body);

} // namespace trib::remote
