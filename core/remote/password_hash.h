// How the API's password and key, and the window's password, are stored: "pbkdf2-sha512$COUNT$SALT$KEY", salt and key in base64.
// PBKDF2-HMAC-SHA512 (RFC 8018). Takes about half a second: never on the thread of a window or a server. Pure; any thread.
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"

#include <string>
#include <string_view>

namespace trib::remote {

inline constexpr std::size_t kMinPassword = 12;   // characters
inline constexpr std::size_t kMaxPassword = 1024; // bytes
inline constexpr int kHashRounds = 210'000;       // what OWASP asks of PBKDF2-HMAC-SHA512 (2023)

// InvalidSetting for fewer than `fewest` characters, more than 1024 bytes, control characters or what is no UTF-8; NoEntropy.
[[nodiscard]] Result<std::string> hashPassword(std::string_view password, Random &random, int rounds = kHashRounds,
    std::size_t fewest = kMinPassword);

// Whether it can be checked against at all: of the form above, 1,000 to 10,000,000 rounds, a salt of 16 to 64 bytes, a key of 64.
[[nodiscard]] bool isPasswordHash(std::string_view hash);

// False for what is no hash.
[[nodiscard]] bool matchesHash(std::string_view password, std::string_view hash);

// 32 letters and digits, 190 bits. NoEntropy.
[[nodiscard]] Result<std::string> makeApiKey(Random &random);

// In a time that depends on the lengths alone.
[[nodiscard]] bool equalsInConstantTime(std::string_view a, std::string_view b);

} // namespace trib::remote
