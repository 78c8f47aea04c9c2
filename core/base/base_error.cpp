#include "core/base/base_error.h"

#include <string>

namespace trib {
namespace {

class BaseCategory final : public std::error_category {
public:
    const char *name() const noexcept override { return "trib.base"; }

    std::string message(int value) const override
    {
        switch (static_cast<BaseErrc>(value)) {
        case BaseErrc::InvalidHex: return "invalid hexadecimal text";
        case BaseErrc::WrongLength: return "wrong length";
        case BaseErrc::InvalidNumber: return "invalid number";
        case BaseErrc::TooManyDecimals: return "too many decimals";
        case BaseErrc::Overflow: return "overflow";
        case BaseErrc::Underflow: return "underflow";
        case BaseErrc::NoEntropy: return "no entropy from the operating system";
        }
        return "unknown";
    }
};

} // namespace

std::error_code make_error_code(BaseErrc code)
{
    static const BaseCategory category;
    return {static_cast<int>(code), category};
}

} // namespace trib
