#include "core/remote/remote_error.h"

#include <string>

namespace trib::remote {

std::string_view errorName(RemoteErrc code)
{
    switch (code) {
    case RemoteErrc::InvalidSetting: return "invalid-setting";
    case RemoteErrc::NotProtected: return "not-protected";
    case RemoteErrc::CannotListen: return "cannot-listen";
    case RemoteErrc::BadRequest: return "bad-request";
    case RemoteErrc::TooLarge: return "too-large";
    }
    return "unknown";
}

namespace {

class RemoteCategory final : public std::error_category {
public:
    const char *name() const noexcept override { return "trib.remote"; }
    std::string message(int value) const override { return std::string(errorName(static_cast<RemoteErrc>(value))); }
};

} // namespace

std::error_code make_error_code(RemoteErrc code)
{
    static const RemoteCategory category;
    return {static_cast<int>(code), category};
}

} // namespace trib::remote
