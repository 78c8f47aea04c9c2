// Feeds and a store of another client as users would have them, for screenshots and window tests.
#pragma once

#include "core/engine/torrent_importer.h"
#include "core/model/feeds.h"
#include "core/model/import_plan.h"

namespace trib::test {

// Four feeds: one cannot be read any more, one is being read; two rules.
[[nodiscard]] Feeds sampleFeeds();

// `count` feeds of `items` each, all unread.
[[nodiscard]] Feeds manyFeeds(int count, int items);

// Each state once, something unreadable, and the first of sampleTorrents().
[[nodiscard]] ImportPlan samplePlan();

// Of importers that find samplePlan() at the usual place of qBittorrent at once, and nothing elsewhere.
[[nodiscard]] engine::MakeTorrentImporter sampleImporters();

} // namespace trib::test
