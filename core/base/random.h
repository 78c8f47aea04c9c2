// Random: where the program gets random bytes. SystemRandom takes them from the operating system only.
#pragma once

#include "core/base/base_error.h"
#include "core/base/result.h"

#include <cstdint>
#include <span>

namespace trib {

class Random {
public:
    virtual ~Random() = default;

    // Fills all of `bytes` or fails with NoEntropy; never falls back to a weaker source.
    [[nodiscard]] virtual Result<> fill(std::span<std::uint8_t> bytes) = 0;
};

class SystemRandom final : public Random {
public:
    [[nodiscard]] Result<> fill(std::span<std::uint8_t> bytes) override;
};

} // namespace trib
