#include "app/control_error.h"

#include <string_view>

namespace trib::app {
namespace {

[[nodiscard]] std::string_view name(ControlErrc code)
{
    switch (code) {
    case ControlErrc::NotJson: return "not-json";
    case ControlErrc::InvalidRequest: return "invalid-request";
    case ControlErrc::UnknownMethod: return "unknown-method";
    case ControlErrc::RequestTooLarge: return "request-too-large";
    case ControlErrc::TooManyConnections: return "too-many-connections";
    case ControlErrc::AmbiguousId: return "ambiguous-id";
    case ControlErrc::NotRunning: return "not-running";
    case ControlErrc::ConnectionLost: return "connection-lost";
    case ControlErrc::WrongUsage: return "wrong-usage";
    case ControlErrc::InvalidConfig: return "invalid-config";
    case ControlErrc::ProfileUnusable: return "profile-unusable";
    case ControlErrc::NoDisplay: return "no-display";
    case ControlErrc::FileNotWritten: return "file-not-written";
    }
    return "unknown";
}

class ControlCategory final : public std::error_category {
public:
    const char *name() const noexcept override { return "trib.control"; }
    std::string message(int value) const override { return std::string(app::name(static_cast<ControlErrc>(value))); }
};

} // namespace

std::error_code make_error_code(ControlErrc code)
{
    static const ControlCategory category;
    return {static_cast<int>(code), category};
}

std::string codeName(const Error &error)
{
    return error.code.message();
}

} // namespace trib::app
