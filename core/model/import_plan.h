// What would be taken over from another client: read without changing anything there, shown before anything is done here.
#pragma once

#include "core/base/result.h"
#include "core/model/add_request.h"
#include "core/model/commands.h"
#include "core/model/labels.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace trib {

enum class OtherClient : std::uint8_t { QBittorrent, Transmission };

// What the files on disk say to what the other client remembers.
enum class ImportState : std::uint8_t {
    Complete, // all is there, as it was left
    Partial,  // what is there is as it was left; the rest is still to be downloaded
    ToCheck,  // something is there that does not fit what is remembered: all of it is hashed before anything is downloaded
    Missing,  // files that ought to be there are not: it comes stopped
    NoData,   // nothing had been downloaded, or the metadata of a magnet link is still to come
};

// What could not be taken over.
enum class ImportNote : std::uint8_t {
    CategoryNameInvalid,
    TagNameInvalid,
    BandwidthGroup, // Transmission's limits for a group of torrents
};

struct ImportedTorrent {
    std::string file;                 // of the other client, without its folder
    std::string name;
    InfoHash infoHash;
    Bytes size;                       // zero for a magnet link
    ImportState state = ImportState::NoData;
    AddRequest request;
    std::vector<RenameFile> afterwards; // names that the other client gave to unfinished files; ids are filled in already
    std::vector<ImportNote> notes;
};

struct ImportPlan {
    std::string store;                // the folder or file that was read
    std::vector<ImportedTorrent> torrents; // in the order of its queue
    std::vector<Category> categories;
    std::vector<std::pair<std::string, Error>> unreadable; // by file
};

} // namespace trib
