#include "core/torrent/label_book.h"

#include "core/model/engine_error.h"

#include <algorithm>
#include <filesystem>

namespace trib::torrent {
namespace {

constexpr std::string_view kCategoryKey = "category/";
constexpr std::string_view kTagKey = "tag/";

void insertCategory(Labels &labels, Category category)
{
    const auto place = std::ranges::lower_bound(labels.categories, category.name, {}, &Category::name);
    if (place == labels.categories.end() || place->name != category.name)
        labels.categories.insert(place, std::move(category));
    else
        place->savePath = std::move(category.savePath);
}

// It and those above it, where they are not there.
void insertMissing(Labels &labels, const std::string &category)
{
    for (auto end = category.find('/'); ; end = category.find('/', end + 1)) {
        const std::string name = category.substr(0, end);
        if (!std::ranges::binary_search(labels.categories, name, {}, &Category::name))
            insertCategory(labels, {name, {}});
        if (end == std::string::npos)
            return;
    }
}

void insertTag(Labels &labels, const std::string &tag)
{
    const auto place = std::ranges::lower_bound(labels.tags, tag);
    if (place == labels.tags.end() || *place != tag)
        labels.tags.insert(place, tag);
}

[[nodiscard]] settings::TextMap toSettings(const Labels &labels)
{
    settings::TextMap map;
    for (const Category &category : labels.categories)
        map.emplace(std::string(kCategoryKey) + category.name, category.savePath);
    for (const std::string &tag : labels.tags)
        map.emplace(std::string(kTagKey) + tag, std::string());
    return map;
}

} // namespace

bool isLabelKey(std::string_view key)
{
    return key.starts_with(kCategoryKey) || key.starts_with(kTagKey);
}

void LabelBook::load(const settings::TextMap &stored)
{
    for (const auto &[key, value] : stored) {
        if (key.starts_with(kCategoryKey) && isCategoryName(key.substr(kCategoryKey.size())))
            insertCategory(m_labels, {key.substr(kCategoryKey.size()), value});
        else if (key.starts_with(kTagKey) && isTagName(key.substr(kTagKey.size())))
            insertTag(m_labels, key.substr(kTagKey.size()));
    }
    m_changed(m_labels);
}

void LabelBook::adopt(const TorrentRecord &record)
{
    const bool isNew = (!record.category.empty() && !find(record.category))
        || std::ranges::any_of(record.tags, [&](const std::string &tag) { return !std::ranges::binary_search(m_labels.tags, tag); });
    if (!isNew)
        return;
    if (!record.category.empty())
        insertMissing(m_labels, record.category);
    for (const std::string &tag : record.tags)
        insertTag(m_labels, tag);
    m_changed(m_labels);
}

std::string LabelBook::savePathOf(std::string_view category) const
{
    const Category *own = find(category);
    if (!own || !own->savePath.empty())
        return own ? own->savePath : std::string();
    const auto last = category.rfind('/');
    const std::string above = last == std::string_view::npos ? std::string() : savePathOf(category.substr(0, last));
    return above.empty() ? std::string() : above + '/' + std::string(category.substr(last + 1));
}

Result<> LabelBook::add(const std::string &category, const std::vector<std::string> &tags)
{
    if (!category.empty() && !isCategoryName(category))
        return failure(EngineErrc::NameInvalid, category);
    Labels next = m_labels;
    if (!category.empty())
        insertMissing(next, category);
    for (const std::string &tag : tags) {
        if (!isTagName(tag))
            return failure(EngineErrc::NameInvalid, tag);
        insertTag(next, tag);
    }
    return store(std::move(next));
}

Result<> LabelBook::save(const Category &category)
{
    if (!isCategoryName(category.name))
        return failure(EngineErrc::NameInvalid, category.name);
    if (!category.savePath.empty() && !std::filesystem::path(category.savePath).is_absolute())
        return failure(EngineErrc::PathInvalid, category.savePath);
    Labels next = m_labels;
    insertMissing(next, category.name);
    insertCategory(next, category);
    return store(std::move(next));
}

Result<> LabelBook::removeCategories(const std::vector<std::string> &names)
{
    Labels next = m_labels;
    std::erase_if(next.categories, [&](const Category &category) {
        return std::ranges::any_of(names, [&](const std::string &name) { return isInCategory(category.name, name); });
    });
    return store(std::move(next));
}

Result<> LabelBook::deleteTags(const std::vector<std::string> &tags)
{
    Labels next = m_labels;
    std::erase_if(next.tags, [&](const std::string &tag) { return std::ranges::find(tags, tag) != tags.end(); });
    return store(std::move(next));
}

const Category *LabelBook::find(std::string_view name) const
{
    const auto place = std::ranges::lower_bound(m_labels.categories, name, {}, &Category::name);
    return place != m_labels.categories.end() && place->name == name ? &*place : nullptr;
}

Result<> LabelBook::store(Labels next)
{
    if (next == m_labels)
        return success();
    const settings::TextMap before = toSettings(m_labels);
    const settings::TextMap after = toSettings(next);
    std::vector<std::string> gone;
    for (const auto &[key, value] : before) {
        if (!after.contains(key))
            gone.push_back(key);
    }
    if (auto saved = m_context.store->saveSettings(after, gone); !saved)
        return saved;
    m_labels = std::move(next);
    m_changed(m_labels);
    return success();
}

} // namespace trib::torrent
