// Lists of addresses on disk: files of the user's, and what is kept of each list in the profile's folder "filters". Any thread; blocks.
#pragma once

#include "core/base/result.h"
#include "core/torrent/address_list.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace trib::torrent {

// Where the last good one of this list is.
[[nodiscard]] std::filesystem::path keptFile(const std::filesystem::path &profile, const std::string &list);

// PathInvalid for one that is not absolute; AddressListUnusable.
[[nodiscard]] Result<AddressList> readListFile(const std::string &path);
[[nodiscard]] Result<AddressList> readKeptList(const std::filesystem::path &kept);

// Since it was written; nullopt if it is not there.
[[nodiscard]] std::optional<std::chrono::seconds> ageOf(const std::filesystem::path &kept);

// Replaces what is kept by these bytes, unless they are no list: AddressListUnusable. DiskError.
[[nodiscard]] Result<> keepList(const std::filesystem::path &kept, std::span<const std::uint8_t> bytes);
// The same with the bytes of a file that was read, where they differ.
[[nodiscard]] Result<> keepCopy(const std::filesystem::path &kept, const std::string &path);

// What is kept of lists that are none of these any more.
void removeOtherLists(const std::filesystem::path &profile, const std::vector<std::filesystem::path> &kept);

} // namespace trib::torrent
