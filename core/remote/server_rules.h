// ServerConfig: what the API's server is started with, and what it refuses to start with. Values; any thread.
#pragma once

#include "core/base/result.h"
#include "core/settings/remote_settings.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trib::remote {

struct ServerConfig {
    std::string address{"127.0.0.1"};
    std::uint16_t port = 0; // zero: the system chooses
    std::string user{"admin"};
    std::string passwordHash;
    std::string apiKeyHash;
    std::vector<std::string> hostNames;
    std::string certificate;
    std::string privateKey;
};

[[nodiscard]] ServerConfig configOf(const settings::RemoteSettings &settings);

// InvalidSetting naming the setting; NotProtected for an address that is not loopback where there is neither a password nor a key.
[[nodiscard]] Result<> check(const ServerConfig &config);

// Whether others than this machine's programs reach it.
[[nodiscard]] bool isLoopback(const std::string &address);

} // namespace trib::remote
