// Text made safe is short enough, and making it safe again changes nothing.
#include "tests/fuzz/fuzz.h"

#include "core/base/remote_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::size_t limit = size > 0 ? data[0] : 0;
    const std::string safe = trib::remoteText(trib::test::textOf(data, size), limit);
    TRIB_ASSERT(safe.size() <= limit);
    TRIB_ASSERT(trib::remoteText(safe, limit) == safe);
    for (const char c : safe)
        TRIB_ASSERT(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
    TRIB_ASSERT(safe.find("\xE2\x80\xAE") == std::string::npos); // U+202E
    return 0;
}
