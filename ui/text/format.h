// Numbers as users read them. Binary units with their names; lists show at most three significant digits, tool-tips all of them.
// Any thread; the decimal sign is that of the default QLocale.
#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace trib::ui {

[[nodiscard]] QString formatBytes(Bytes size);             // "631 MiB"
[[nodiscard]] QString formatBytesExact(Bytes size);        // "631 MiB (661,651,456 bytes)"
[[nodiscard]] QString formatRate(BytesPerSecond rate);     // "4.20 MiB/s"
[[nodiscard]] QString formatRateOrDash(BytesPerSecond rate); // "–" for nothing, in lists
[[nodiscard]] QString formatLimit(BytesPerSecond limit);   // "10.0 MiB/s", or "no limit" for zero
[[nodiscard]] QString formatDuration(std::chrono::seconds time); // "2 min 5 s", "3 h 20 min", "4 d 2 h"
[[nodiscard]] QString formatEta(std::optional<std::chrono::seconds> eta); // "∞" when unknown or longer than a year
[[nodiscard]] QString formatRatio(std::int64_t permille);  // "1.50"; "–" for -1
[[nodiscard]] QString formatPercent(std::int32_t permille); // "68 %", "99.9 %", "100 %" only when complete
[[nodiscard]] QString formatCount(std::int64_t count);     // with the locale's grouping
[[nodiscard]] QString formatTime(WallTime time);           // date and time in the user's locale and zone; empty for 0
[[nodiscard]] QString formatConnected(std::int32_t connected, std::int32_t known); // "3 (120)", "3" when unknown

} // namespace trib::ui
