// A store of another client, whatever is in it: what is taken over of it fits the torrent. The first byte chooses the reader, the next two
// how many bytes are resume data; the rest is the .torrent.
#include "tests/fuzz/fuzz.h"

#include "core/base/remote_text.h"
#include "core/torrent/import_qbittorrent.h"
#include "core/torrent/import_transmission.h"
#include "core/torrent/metainfo.h"
#include "core/torrent/taking_over.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>

namespace torrent = trib::torrent;

namespace {

void check(const trib::Result<trib::ImportedTorrent> &read)
{
    if (!read)
        return;
    const trib::AddRequest &request = read->request;
    TRIB_ASSERT(!read->infoHash.isEmpty() && request.takenOver && request.savePath.starts_with('/'));
    TRIB_ASSERT(request.category.empty() || trib::isCategoryName(request.category));
    for (const std::string &tag : request.tags)
        TRIB_ASSERT(trib::isTagName(tag));
    TRIB_ASSERT(read->name.size() <= trib::kMaxRemoteText);
    const auto *metainfo = std::get_if<trib::TorrentFileBytes>(&request.source);
    if (!metainfo)
        return;
    auto params = torrent::parseMetainfo(metainfo->bytes);
    TRIB_ASSERT(params);
    const auto pieces = request.takenOver->pieces.size();
    TRIB_ASSERT(pieces == 0 || pieces == static_cast<std::size_t>(params->ti->num_pieces()));
    trib::torrent::TorrentRecord record;
    if (torrent::takeOver(*request.takenOver, *params, record)) {
        TRIB_ASSERT(record.uploaded >= trib::Bytes(0) && record.done <= read->size);
        TRIB_ASSERT(params->trackers.size() == params->tracker_tiers.size());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 3)
        return 0;
    const std::size_t length = std::min<std::size_t>(data[1] * 256u + data[2], size - 3);
    const std::vector<std::uint8_t> resume(data + 3, data + 3 + length);
    const std::vector<std::uint8_t> metainfo(data + 3 + length, data + size);
    switch (data[0] % 5) {
    case 0: check(torrent::readFastResume({"x", resume, metainfo, {}})); break;
    case 1: check(torrent::readDatabaseRow({"x", resume, metainfo, {}}, {})); break;
    case 2: check(torrent::readTransmissionItem({"x", resume, metainfo, false, {}})); break;
    case 3: check(torrent::readTransmissionItem({"x", resume, metainfo, true, {}})); break;
    default:
        for (const trib::Category &category : torrent::readCategories(resume))
            TRIB_ASSERT(trib::isCategoryName(category.name) && (category.savePath.empty() || category.savePath.starts_with('/')));
    }
    return 0;
}
