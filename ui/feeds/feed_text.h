// Feeds and their items in words, and what of an item can be opened or added. Any thread; values.
#pragma once

#include "core/model/feeds.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace trib::ui {

[[nodiscard]] QString feedName(const Feed &feed); // given by the user, or its own, or its address

// "Not reachable since 3 May 2026 14:00: the server cannot be reached"; empty while all is well.
[[nodiscard]] QString feedProblem(const Feed &feed);

// What happened to it last: "Read 3 May 2026 14:00", "Is being read…", or its problem.
[[nodiscard]] QString feedState(const Feed &feed);

[[nodiscard]] int unreadCount(const Feed &feed);

[[nodiscard]] QString itemState(const FeedItem &item); // "New", "Read", "Added", "No torrent"

// What a feed wrote as the address of a torrent; nullopt: none that could be added.
[[nodiscard]] std::optional<TorrentSource> sourceOf(const FeedItem &item);

// Its page for people; invalid unless it is on the web.
[[nodiscard]] QUrl pageOf(const FeedItem &item);

// Whether a text is an http(s) address with a host and without a name and password in it.
[[nodiscard]] bool isWebAddress(const QString &text);

} // namespace trib::ui
