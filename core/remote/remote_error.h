// What can go wrong between the API's server, its settings and what strangers send. Any thread; values.
#pragma once

#include "core/base/result.h"

#include <string_view>
#include <system_error>

namespace trib::remote {

enum class RemoteErrc {
    InvalidSetting = 1, // an address, hash, host name or certificate that cannot be used; the detail names the setting
    NotProtected,       // an address that others reach, without a password or a key
    CannotListen,       // the address or port is not to be had
    BadRequest,         // what was sent is malformed; the detail is a plain sentence that holds nothing of what was sent
    TooLarge,           // it is well-formed and more than is taken
};

[[nodiscard]] std::string_view errorName(RemoteErrc code);
[[nodiscard]] std::error_code make_error_code(RemoteErrc code);

} // namespace trib::remote

template <>
struct std::is_error_code_enum<trib::remote::RemoteErrc> : std::true_type {};
