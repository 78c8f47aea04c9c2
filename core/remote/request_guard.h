// RequestGuard: refuses what a page in the user's browser might send. Pure; any thread.
//
// DNS rebinding: a page's own name may be made to lead to 127.0.0.1, so the Host header must be one of ours, exactly.
// Cross-site requests: browsers say who asks, by Sec-Fetch-Site and, with every POST, by Origin. What says "another site" is refused; the
// programs that this API is for say nothing, and pass: a page cannot leave these headers out, and nothing passes without credentials either
// way, which a page has only by a cookie that SameSite=Strict keeps from it. (qBittorrent 5's rule of Origin and Referer, and Sec-Fetch-Site.)
// Forwarded headers (X-Forwarded-Host and the like) decide nothing.
#pragma once

#include "core/remote/http_service.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trib::remote {

class RequestGuard {
public:
    // `hostNames`: "name" answers with our port or none, "name:port" as it stands. `address` is what the server listens on.
    RequestGuard(const std::vector<std::string> &hostNames, const std::string &address, std::uint16_t port);

    // The sentence to refuse it with; nullptr when it passes.
    [[nodiscard]] const char *refusal(const RequestHead &head) const;

private:
    [[nodiscard]] bool isOurs(const std::string &host) const;

    std::vector<std::string> m_hosts; // lower case
};

} // namespace trib::remote
