// Logic bugs stop the program here; never used for input, which gets a Result.
#pragma once

namespace trib {

[[noreturn]] void assertionFailed(const char *condition, const char *file, int line);

} // namespace trib

#define TRIB_ASSERT(condition) \
    ((condition) ? static_cast<void>(0) : ::trib::assertionFailed(#condition, __FILE__, __LINE__))
