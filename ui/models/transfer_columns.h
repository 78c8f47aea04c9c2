// The columns of the list of transfers, as one table: title, alignment, text, tool-tip and order of each. Values; GUI thread.
#pragma once

#include "core/model/delta.h"

#include <QCollatorSortKey>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>

namespace trib::ui {

// The volatile ones stand together, so that a tick announces one range. The order of first sight is this order.
enum class TransferColumn : int {
    Name, Size,
    Progress, State, Down, Up, Eta, Ratio, Seeds, Peers, Uploaded, Downloaded, Remaining, Availability, ActiveTime, SeedingTime, LastActivity, Queue,
    Added, Completed, Tracker, SavePath, Category, Tags, DownLimit, UpLimit, WholeSize, Files, Private, InfoHash,
};
inline constexpr int kTransferColumns = static_cast<int>(TransferColumn::InfoHash) + 1;

// A snapshot with what is costly to make from it.
struct TransferRow {
    SnapshotPointer torrent;
    QString name;
    QCollatorSortKey nameKey;
};

struct TransferColumnInfo {
    TransferColumn id;
    const char *title;     // English, context ui_models
    bool number;           // right-aligned, in figures of one width
    bool isVolatile;       // may change with every tick
    bool shownAtFirst;
    int width;             // in average characters, at first
    QString (*text)(const TorrentSnapshot &);
    QString (*exact)(const TorrentSnapshot &); // for the tool-tip; null: the text itself
    std::strong_ordering (*order)(const TransferRow &, const TransferRow &); // null where it is that of `figure`
    std::int64_t (*figure)(const TorrentSnapshot &);                         // null where it is not the order of numbers
};

// As shown: the engine's rates are means of some seconds, and what has ended shows none of them.
[[nodiscard]] BytesPerSecond downRate(const TorrentSnapshot &torrent);
[[nodiscard]] BytesPerSecond upRate(const TorrentSnapshot &torrent);

[[nodiscard]] const std::array<TransferColumnInfo, kTransferColumns> &transferColumns();
[[nodiscard]] std::strong_ordering orderBy(TransferColumn column, const TransferRow &a, const TransferRow &b);
[[nodiscard]] QString transferColumnTitle(TransferColumn column);

inline constexpr TransferColumn kFirstVolatile = TransferColumn::Progress;
inline constexpr TransferColumn kLastVolatile = TransferColumn::Queue;

} // namespace trib::ui
