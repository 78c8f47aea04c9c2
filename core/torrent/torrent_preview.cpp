#include "core/torrent/metainfo.h"

#include "core/base/remote_text.h"
#include "core/torrent/content_layout.h"
#include "core/torrent/lt_convert.h"

#include <libtorrent/torrent_info.hpp>

namespace trib::torrent {
namespace {

[[nodiscard]] FilePriority priorityOf(const lt::add_torrent_params &params, lt::file_index_t file)
{
    const auto index = static_cast<std::size_t>(static_cast<int>(file));
    if (index < params.file_priorities.size())
        return fromLt(params.file_priorities[index]);
    return params.flags & lt::torrent_flags::default_dont_download ? FilePriority::DoNotDownload : FilePriority::Normal;
}

[[nodiscard]] FileEntry entryOf(const lt::add_torrent_params &params, lt::file_index_t file)
{
    const lt::file_storage &files = params.ti->files();
    const auto renamed = params.renamed_files.find(file);
    const std::string path = renamed == params.renamed_files.end() ? files.file_path(file) : renamed->second;
    return {remoteText(path, path.size()), Bytes(files.file_size(file)), priorityOf(params, file)};
}

void addContent(const lt::add_torrent_params &params, TorrentPreview &preview)
{
    const lt::file_storage &files = params.ti->files();
    for (const lt::file_index_t file : contentFiles(files))
        preview.files.push_back(entryOf(params, file));
    preview.size = contentSize(files);
}

} // namespace

TorrentPreview previewOf(const lt::add_torrent_params &params)
{
    TorrentPreview preview;
    preview.infoHash = fromLt(params.info_hashes);
    preview.name = remoteText(params.name);
    for (const std::string &tracker : params.trackers)
        preview.trackers.push_back(remoteText(tracker, tracker.size()));
    if (!params.ti || !params.ti->is_valid())
        return preview;
    preview.hasMetadata = true;
    preview.infoHash = fromLt(params.ti->info_hashes());
    preview.isPrivate = params.ti->priv();
    preview.comment = remoteText(params.ti->comment());
    if (preview.name.empty())
        preview.name = remoteText(params.ti->name());
    addContent(params, preview);
    return preview;
}

} // namespace trib::torrent
