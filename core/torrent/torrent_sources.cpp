#include "core/torrent/torrent_sources.h"

#include "core/base/utf8_path.h"
#include "core/torrent/library_safety.h"
#include "core/torrent/metainfo.h"

#include <filesystem>
#include <fstream>

namespace trib::torrent {
namespace {

[[nodiscard]] Result<Blob> readFile(const std::string &path)
{
    const auto file = fromUtf8(path);
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) // a FIFO or device would hang or never end
        return failure(EngineErrc::FileUnreadable, error ? error.message() : "not a regular file");
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return failure(EngineErrc::FileUnreadable, "cannot be opened");
    Blob bytes(static_cast<std::size_t>(kMaxTorrentFile.count()) + 1);
    stream.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (stream.bad())
        return failure(EngineErrc::FileUnreadable, "cannot be read");
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > static_cast<std::size_t>(kMaxTorrentFile.count()))
        return failure(EngineErrc::FileTooLarge);
    return bytes;
}

[[nodiscard]] Result<ParsedSource> parsed(Blob bytes)
{
    return parseMetainfo(bytes).and_then([&](lt::add_torrent_params params) {
        return checkLibrary(params.ti->info_hashes()).map([&](std::monostate) { return ParsedSource{std::move(params), std::move(bytes)}; });
    });
}

} // namespace

void TorrentSources::resolve(const TorrentSource &source, NamedBy by, Then then)
{
    if (const auto *file = std::get_if<TorrentFilePath>(&source))
        resolvePath(*file, std::move(then));
    else if (const auto *bytes = std::get_if<TorrentFileBytes>(&source))
        resolveBytes(*bytes, std::move(then));
    else if (const auto *url = std::get_if<TorrentUrl>(&source))
        resolveUrl(*url, by, std::move(then));
    else
        resolveMagnet(std::get<MagnetLink>(source), then);
}

void TorrentSources::resolvePath(const TorrentFilePath &file, Then then)
{
    auto work = [path = file.path] { return readFile(path).and_then(parsed); };
    m_context.onPool(std::move(work), std::move(then));
}

void TorrentSources::resolveBytes(const TorrentFileBytes &bytes, Then then)
{
    auto work = [blob = bytes.bytes]() -> Result<ParsedSource> {
        if (blob.size() > static_cast<std::size_t>(kMaxTorrentFile.count()))
            return failure(EngineErrc::FileTooLarge);
        return parsed(blob);
    };
    m_context.onPool(std::move(work), std::move(then));
}

void TorrentSources::resolveUrl(const TorrentUrl &url, NamedBy by, Then then)
{
    const auto &network = m_context.settings.network;
    FetchPolicy policy;
    policy.interfaces = network.interfaces;
    policy.proxy = network.proxy;
    policy.maxSize = kMaxTorrentFile;
    policy.fromPublic = by == NamedBy::Stranger;
    m_context.log.info("fetching a torrent from " + withoutSecrets(url.url));
    m_fetcher.fetch(url.url, std::move(policy)).then(&m_context.owner, m_context.guarded<Result<Blob>>([this, then = std::move(then)](Result<Blob> bytes) {
        if (bytes)
            resolveBytes(TorrentFileBytes{std::move(*bytes)}, then);
        else
            then(failure(std::move(bytes.error())));
    }));
}

void TorrentSources::resolveMagnet(const MagnetLink &link, const Then &then)
{
    then(parseMagnet(link.uri).map([](lt::add_torrent_params params) { return ParsedSource{std::move(params), {}}; }));
}

} // namespace trib::torrent
