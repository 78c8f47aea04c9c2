// The names of categories and tags as they are shown: in the order of the user's language, each category after the one that it is below.
// Any thread; values.
#pragma once

#include "core/model/labels.h"

#include <QStringList>

namespace trib::ui {

enum class LabelKind { Category, Tag, Tracker }; // trackers are found in the torrents, and have no names of the user's

[[nodiscard]] QStringList categoryNames(const Labels &labels);
[[nodiscard]] QStringList tagNames(const Labels &labels);

[[nodiscard]] QString tagsText(const std::vector<std::string> &tags); // "a, b"

// Where torrents of a category go: its own folder, or one of its name in the folder of the category above; empty: neither has one.
[[nodiscard]] QString categoryFolder(const Labels &labels, const QString &name);

// What is the matter with a name as it was typed, spaces at its ends aside; empty: nothing, or nothing was typed yet.
[[nodiscard]] QString labelFault(LabelKind kind, const QString &typed);

} // namespace trib::ui
