// What is recognised is bounded and free of control characters, and is recognised by itself as the same kind of thing.
#include "tests/fuzz/fuzz.h"

#include "core/model/add_request.h"

#include <algorithm>

namespace {

[[nodiscard]] std::string textOf(const trib::TorrentSource &source)
{
    if (const auto *path = std::get_if<trib::TorrentFilePath>(&source))
        return path->path;
    if (const auto *magnet = std::get_if<trib::MagnetLink>(&source))
        return magnet->uri;
    return std::get<trib::TorrentUrl>(source).url;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto sources = trib::recogniseSources(trib::test::textOf(data, size));
    TRIB_ASSERT(sources.size() <= 1000);
    for (const trib::TorrentSource &source : sources) {
        const std::string text = textOf(source);
        TRIB_ASSERT(!text.empty());
        TRIB_ASSERT(std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
        if (std::holds_alternative<trib::TorrentFilePath>(source))
            continue; // "%2E/ " decodes to a path that white space ends
        const auto again = trib::recogniseSource(text);
        TRIB_ASSERT(again && again->index() == source.index() && textOf(*again) == text);
    }
    return 0;
}
