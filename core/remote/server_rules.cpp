#include "core/remote/server_rules.h"

#include "core/remote/header_value.h"
#include "core/remote/password_hash.h"
#include "core/remote/remote_error.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <optional>
#include <string_view>

namespace trib::remote {
namespace {

[[nodiscard]] std::optional<boost::asio::ip::address> addressOf(const std::string &text)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(text, error);
    return error ? std::nullopt : std::optional(address);
}

[[nodiscard]] bool isHostName(std::string_view name)
{
    constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._:[]";
    return name.size() <= 261 && name.find_first_not_of(kAllowed) == std::string_view::npos;
}

[[nodiscard]] Failure wrongSetting(const char *key, const char *why)
{
    return failure(RemoteErrc::InvalidSetting, std::string(key) + ": " + why);
}

} // namespace

ServerConfig configOf(const settings::RemoteSettings &settings)
{
    ServerConfig config{settings.address, static_cast<std::uint16_t>(settings.port), settings.user, settings.passwordHash, settings.apiKeyHash, {},
        settings.certificate, settings.privateKey};
    std::string_view names = settings.hostNames;
    while (!names.empty()) {
        const std::string_view part = names.substr(0, names.find(','));
        names.remove_prefix(std::min(part.size() + 1, names.size()));
        if (const std::string_view name = trimmedValue(part); !name.empty())
            config.hostNames.emplace_back(name);
    }
    return config;
}

Result<> check(const ServerConfig &config)
{
    if (!addressOf(config.address))
        return wrongSetting("remote/address", "must be an IP address");
    if (!config.passwordHash.empty() && !isPasswordHash(config.passwordHash))
        return wrongSetting("remote/password_hash", "is no hash that tributaryd --set-api-password makes");
    if (!config.apiKeyHash.empty() && !isPasswordHash(config.apiKeyHash))
        return wrongSetting("remote/api_key_hash", "is no hash that tributaryd --new-api-key makes");
    if (!std::all_of(config.hostNames.begin(), config.hostNames.end(), isHostName))
        return wrongSetting("remote/host_names", "must be NAME or NAME:PORT, separated by commas");
    if (config.certificate.empty() != config.privateKey.empty())
        return wrongSetting("remote/certificate", "and remote/private_key must both be set, or neither");
    if (!isLoopback(config.address) && config.passwordHash.empty() && config.apiKeyHash.empty())
        return failure(RemoteErrc::NotProtected,
            "the API does not listen on " + config.address + ", which others reach, without a password (tributaryd --set-api-password)");
    return success();
}

bool isLoopback(const std::string &address)
{
    const auto parsed = addressOf(address);
    return parsed && parsed->is_loopback();
}

} // namespace trib::remote
