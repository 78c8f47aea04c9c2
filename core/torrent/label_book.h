// LabelBook: the categories and tags that there are, in session.db. Which torrent has which stands in the torrents' records.
// Engine thread. Changes are durable when they return; NameInvalid, PathInvalid or StoreUnavailable leave everything as it was.
#pragma once

#include "core/model/labels.h"
#include "core/torrent/engine_context.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace trib::torrent {

// Whether a setting of session.db is the book's.
[[nodiscard]] bool isLabelKey(std::string_view key);

class LabelBook {
public:
    // `changed` is called before the answer to whatever made the change is given.
    LabelBook(EngineContext &context, std::function<void(const Labels &)> changed) : m_context(context), m_changed(std::move(changed)) {}

    void load(const settings::TextMap &stored);
    // What a torrent has and the book does not know, for a damaged setting is lost while a torrent's record is not. Stored with the next change.
    void adopt(const TorrentRecord &record);

    // Its folder, or one below that of the category above it; empty: the default folder.
    [[nodiscard]] std::string savePathOf(std::string_view category) const;

    // Makes what is not there yet, categories with those above them. An empty category is none.
    [[nodiscard]] Result<> add(const std::string &category, const std::vector<std::string> &tags);
    [[nodiscard]] Result<> save(const Category &category);
    [[nodiscard]] Result<> removeCategories(const std::vector<std::string> &names);
    [[nodiscard]] Result<> deleteTags(const std::vector<std::string> &tags);

private:
    [[nodiscard]] const Category *find(std::string_view name) const;
    [[nodiscard]] Result<> store(Labels next);

    EngineContext &m_context;
    std::function<void(const Labels &)> m_changed;
    Labels m_labels;
};

} // namespace trib::torrent
