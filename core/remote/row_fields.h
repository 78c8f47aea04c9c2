// The fields of a torrent in torrents/info and sync/maindata: one table of names and of what each is made from. Pure; any thread.
#pragma once

#include "core/base/json_text.h"
#include "core/model/torrent_snapshot.h"
#include "core/settings/engine_settings.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace trib::remote {

inline constexpr std::int64_t kInfiniteEta = 8'640'000; // seconds; what clients read as "unknown"
inline constexpr std::int64_t kSessionShareLimit = -2;
inline constexpr std::int64_t kNoShareLimit = -1;

// Texts that live in the row are not copied.
using FieldValue = std::variant<std::monostate, bool, std::int64_t, Decimal, std::string_view, std::string>;

struct RowField {
    std::string_view name;
    FieldValue (*value)(const TorrentSnapshot &row, const settings::TransferSettings &session);
};

// Sorted by nothing in particular; "hash" is not among them, for it is the key.
[[nodiscard]] std::span<const RowField> rowFields();

// The field's position, or -1.
[[nodiscard]] int rowFieldIndex(std::string_view name);

[[nodiscard]] bool sameValue(const FieldValue &one, const FieldValue &other);
[[nodiscard]] bool lessValue(const FieldValue &one, const FieldValue &other); // by kind, then by value

void writeValue(JsonText &json, const FieldValue &value);

// `part` of `whole`, 0 to 1.
[[nodiscard]] Decimal shareOf(std::int64_t part, std::int64_t whole);
[[nodiscard]] Decimal fromPermille(std::int64_t permille);
[[nodiscard]] Decimal ratioOf(const TorrentSnapshot &row);
[[nodiscard]] Decimal progressOf(const TorrentSnapshot &row);
[[nodiscard]] std::string magnetOf(const TorrentSnapshot &row);

} // namespace trib::remote
