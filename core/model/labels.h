// Categories and tags: how users sort their torrents. A torrent has one category or none, and any number of tags.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trib {

inline constexpr std::size_t kMaxLabel = 255; // bytes of UTF-8

struct Category {
    std::string name;     // parts of a name are divided by '/': "video/films" is below "video"
    std::string savePath; // absolute: where torrents go that are added to it without a folder of their own; empty: the default folder

    bool operator==(const Category &) const = default;
};

// All that there are, used or not; sorted by name, each once.
struct Labels {
    std::vector<Category> categories;
    std::vector<std::string> tags;

    bool operator==(const Labels &) const = default;
};

// Safe to show as it is, neither empty nor longer than kMaxLabel, no space at the ends; no empty part between '/' in a category, no comma
// in a tag, for lists of tags are written with commas.
[[nodiscard]] bool isCategoryName(std::string_view name);
[[nodiscard]] bool isTagName(std::string_view name);

// `name` itself or one below it.
[[nodiscard]] bool isInCategory(std::string_view category, std::string_view name);

// "a,b" and back: sorted, each once, without spaces around the commas. What splitTags() gives may still be no name of a tag.
[[nodiscard]] std::string joinTags(const std::vector<std::string> &tags);
[[nodiscard]] std::vector<std::string> splitTags(std::string_view text);

} // namespace trib
