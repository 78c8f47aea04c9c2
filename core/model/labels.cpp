#include "core/model/labels.h"

#include "core/base/remote_text.h"

#include <algorithm>

namespace trib {
namespace {

[[nodiscard]] bool isLabel(std::string_view name)
{
    return !name.empty() && name.size() <= kMaxLabel && !name.starts_with(' ') && !name.ends_with(' ') && remoteText(name) == name;
}

} // namespace

bool isCategoryName(std::string_view name)
{
    return isLabel(name) && !name.starts_with('/') && !name.ends_with('/') && name.find("//") == std::string_view::npos;
}

bool isTagName(std::string_view name)
{
    return isLabel(name) && name.find(',') == std::string_view::npos;
}

bool isInCategory(std::string_view category, std::string_view name)
{
    return category.starts_with(name) && (category.size() == name.size() || category[name.size()] == '/');
}

std::string joinTags(const std::vector<std::string> &tags)
{
    std::string text;
    for (const std::string &tag : tags)
        text.append(text.empty() ? "" : ",").append(tag);
    return text;
}

std::vector<std::string> splitTags(std::string_view text)
{
    std::vector<std::string> tags;
    while (!text.empty()) {
        std::string_view tag = text.substr(0, text.find(','));
        text.remove_prefix(std::min(tag.size() + 1, text.size()));
        while (tag.starts_with(' '))
            tag.remove_prefix(1);
        while (tag.ends_with(' '))
            tag.remove_suffix(1);
        if (!tag.empty())
            tags.emplace_back(tag);
    }
    std::ranges::sort(tags);
    const auto doubles = std::ranges::unique(tags);
    tags.erase(doubles.begin(), doubles.end());
    return tags;
}

} // namespace trib
