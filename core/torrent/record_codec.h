// How a TorrentRecord stands in the columns of its hot row. One list of fields serves writing, reading and the row's checksum, so
// that they cannot disagree. Internal to the session store.
#pragma once

#include "core/base/result.h"
#include "core/database/statement.h"
#include "core/torrent/torrent_record.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace trib::torrent {

// In the order of the fields; what follows them in a row is the codec's caller's.
inline constexpr std::string_view kRecordColumns =
    "id,info_v1,info_v2,name,save_path,mount_point,device,moving_to,moved_from,move_mount_point,"
    "move_device,flags,queue_position,download_limit,upload_limit,connections,upload_slots,share_action,share_ratio,share_seeding_time,share_inactive_time,size,wanted,done,uploaded,downloaded,"
    "file_count,added,completed,active_time,seeding_time,tracker,content_path,category,tags";
inline constexpr int kRecordColumnCount = 35;

// Binds kRecordColumnCount parameters from `parameter` on, and returns the checksum of the row. `damage` is a part of what the
// checksum protects, but is bound by the caller.
[[nodiscard]] std::int64_t bindRecord(database::Statement &statement, int parameter, const TorrentRecord &record,
                                      std::string_view damage);

// What the columns from `column` on hold, and the checksum that a row with these values has to have.
struct ReadRecord {
    TorrentRecord record;
    std::int64_t checksum = 0;
};
[[nodiscard]] ReadRecord readRecord(const database::Statement &statement, int column, std::string_view damage);

// The checksum of a record as bindRecord() makes it.
[[nodiscard]] std::int64_t checksumOf(const TorrentRecord &record, std::string_view damage);

} // namespace trib::torrent
