// AddChoices: how the user added torrents last, to be offered again. Values; text forms are JSON of our own, and what is damaged in
// them becomes a default.
#pragma once

#include "core/model/add_request.h"

#include <QByteArray>
#include <QStringList>

namespace trib::ui {

struct AddChoices {
    QString savePath;        // empty: the default folder
    QString defaultPath;     // what the default was when savePath was chosen: a new default wins over an old choice
    QStringList history;     // folders, most recent first
    bool start = true;
    bool sequential = false;
    bool firstLastFirst = false;
    bool topOfQueue = false;
    ContentLayout layout = ContentLayout::Original;
    QString category;        // empty: none
    QStringList tags;
    bool folderOfCategory = true; // where the category has a folder, it is taken, and savePath is for others
    bool showMore = false;   // the rarer options are unfolded

    bool operator==(const AddChoices &) const = default;

    void remember(const QString &folder);
    [[nodiscard]] AddRequest requestFor(TorrentSource source) const;
};

[[nodiscard]] QByteArray toJson(const AddChoices &choices);
[[nodiscard]] AddChoices addChoicesFrom(const QByteArray &json);

} // namespace trib::ui
