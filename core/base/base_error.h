// What the parsers and codecs of core/base can fail with.
#pragma once

#include <system_error>

namespace trib {

enum class BaseErrc {
    InvalidHex = 1,      // a character that is no hexadecimal digit, or an odd number of them
    WrongLength,         // well-formed, but not of the length that the type has
    InvalidNumber,       // empty, a sign, a separator, an exponent, or not a digit
    TooManyDecimals,     // more digits after the point than the asset has
    Overflow,            // larger than the type can hold
    Underflow,           // a difference below zero in an unsigned type
    NoEntropy,           // the operating system gave no random bytes
};

[[nodiscard]] std::error_code make_error_code(BaseErrc code);

} // namespace trib

template <>
struct std::is_error_code_enum<trib::BaseErrc> : std::true_type {};
