#include "core/base/random.h"

#include <algorithm>
#include <exception>
#include <random>

namespace trib {

Result<> SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    try {
        // getrandom or /dev/urandom, BCryptGenRandom, getentropy: libstdc++'s default token may be RDRAND alone, so it is named.
#ifdef __GLIBCXX__
        std::random_device device("/dev/urandom");
#else
        std::random_device device;
#endif
        std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<std::uint8_t>(device()); });
    } catch (const std::exception &e) {
        return failure(BaseErrc::NoEntropy, e.what());
    }
    return success();
}

} // namespace trib
