#include "core/torrent/inflater.h"

#include "core/model/engine_error.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace trib::torrent {
namespace {

constexpr int kGzipOnly = 15 + 16; // zlib's way to say it: the largest window, and a gzip header
constexpr std::size_t kPiece = 256 << 10;

class Stream {
public:
    Stream() { m_ready = inflateInit2(&m_stream, kGzipOnly) == Z_OK; }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    ~Stream()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }

    [[nodiscard]] bool isReady() const { return m_ready; }
    z_stream *operator->() { return &m_stream; }
    [[nodiscard]] int run() { return ::inflate(&m_stream, Z_NO_FLUSH); }
    [[nodiscard]] bool next() { return inflateReset(&m_stream) == Z_OK; }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

} // namespace

bool isGzip(std::span<const std::uint8_t> bytes)
{
    return bytes.size() >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
}

Result<> inflate(std::span<const std::uint8_t> gzip, std::size_t most, const std::function<bool(std::string_view)> &take)
{
    Stream stream;
    if (!stream.isReady() || gzip.size() > std::numeric_limits<uInt>::max())
        return failure(EngineErrc::FileUnreadable, "gzip cannot be read");
    std::vector<Bytef> in(gzip.begin(), gzip.end()); // zlib's type has no const
    std::vector<Bytef> out(kPiece);
    stream->next_in = in.data();
    stream->avail_in = static_cast<uInt>(in.size());
    std::size_t total = 0;
    for (;;) {
        stream->next_out = out.data();
        stream->avail_out = static_cast<uInt>(out.size());
        const int state = stream.run();
        const std::size_t got = out.size() - stream->avail_out;
        total += got;
        if (total > most)
            return failure(EngineErrc::FileTooLarge, "gzip that grows beyond bounds");
        if (got > 0 && !take({reinterpret_cast<const char *>(out.data()), got}))
            return success();
        if (state == Z_STREAM_END && stream->avail_in == 0)
            return success();
        if (state == Z_STREAM_END ? !stream.next() : state != Z_OK || (got == 0 && stream->avail_in == 0))
            return failure(EngineErrc::FileUnreadable, "damaged gzip");
    }
}

} // namespace trib::torrent
