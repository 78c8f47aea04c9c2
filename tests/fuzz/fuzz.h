// What a fuzz target stands on: its entry point, and a check that stops the program where a property fails.
#pragma once

#include "core/base/assert.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace trib::test {

[[nodiscard]] inline std::string_view textOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

} // namespace trib::test
