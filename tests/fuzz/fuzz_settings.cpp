// Lines "key = text": whatever they say, the settings stay within their ranges, and written and read again they are the same.
#include "tests/fuzz/fuzz.h"

#include "core/settings/engine_settings.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace trib::settings;
    std::string_view text = trib::test::textOf(data, size);
    TextMap map;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const auto equals = line.find(" = ");
        if (equals != std::string_view::npos)
            map.emplace(line.substr(0, equals), line.substr(equals + 3));
    }
    TextMap refused;
    const EngineSettings settings = fromMap(map, {}, &refused);
    TRIB_ASSERT(refused.size() <= map.size());
    TRIB_ASSERT(validate(settings));
    TRIB_ASSERT(fromMap(toMap(settings)) == settings);
    return 0;
}
