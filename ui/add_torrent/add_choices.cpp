#include "ui/add_torrent/add_choices.h"

#include "core/model/labels.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace trib::ui {
namespace {

constexpr qsizetype kMostFolders = 12;
constexpr qsizetype kMostTags = 100;

const auto kSavePath = QStringLiteral("savePath");
const auto kDefaultPath = QStringLiteral("defaultPath");
const auto kHistory = QStringLiteral("history");
const auto kStart = QStringLiteral("start");
const auto kSequential = QStringLiteral("sequential");
const auto kFirstLast = QStringLiteral("firstLastFirst");
const auto kTop = QStringLiteral("topOfQueue");
const auto kLayout = QStringLiteral("layout");
const auto kCategory = QStringLiteral("category");
const auto kTags = QStringLiteral("tags");
const auto kFolderOfCategory = QStringLiteral("folderOfCategory");
const auto kShowMore = QStringLiteral("showMore");

} // namespace

void AddChoices::remember(const QString &folder)
{
    if (folder.isEmpty())
        return;
    history.removeAll(folder);
    history.prepend(folder);
    history = history.first(std::min(history.size(), kMostFolders));
}

AddRequest AddChoices::requestFor(TorrentSource source) const
{
    AddRequest request;
    request.source = std::move(source);
    request.savePath = savePath.toStdString();
    request.category = category.toStdString();
    for (const QString &tag : tags)
        request.tags.push_back(tag.toStdString());
    request.stopped = !start;
    request.sequential = sequential;
    request.firstLastFirst = firstLastFirst;
    request.topOfQueue = topOfQueue;
    request.layout = layout;
    return request;
}

QByteArray toJson(const AddChoices &choices)
{
    const QJsonObject object{
        {kSavePath, choices.savePath}, {kDefaultPath, choices.defaultPath}, {kHistory, QJsonArray::fromStringList(choices.history)},
        {kStart, choices.start}, {kSequential, choices.sequential}, {kFirstLast, choices.firstLastFirst}, {kTop, choices.topOfQueue},
        {kLayout, static_cast<int>(choices.layout)}, {kShowMore, choices.showMore},
        {kCategory, choices.category}, {kTags, QJsonArray::fromStringList(choices.tags)}, {kFolderOfCategory, choices.folderOfCategory}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

AddChoices addChoicesFrom(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    AddChoices choices;
    const auto folder = [](const QJsonValue &value) {
        const QString path = value.toString();
        return QDir::isAbsolutePath(path) ? path : QString();
    };
    choices.savePath = folder(object[kSavePath]);
    choices.defaultPath = folder(object[kDefaultPath]);
    for (const QJsonValue &value : object[kHistory].toArray()) {
        if (choices.history.size() < kMostFolders && !folder(value).isEmpty())
            choices.history.append(folder(value));
    }
    choices.start = object[kStart].toBool(choices.start);
    choices.sequential = object[kSequential].toBool();
    choices.firstLastFirst = object[kFirstLast].toBool();
    choices.topOfQueue = object[kTop].toBool();
    const int layout = object[kLayout].toInt();
    if (layout >= 0 && layout <= static_cast<int>(ContentLayout::NoSubfolder))
        choices.layout = static_cast<ContentLayout>(layout);
    if (const QString category = object[kCategory].toString(); isCategoryName(category.toStdString()))
        choices.category = category;
    for (const QJsonValue &value : object[kTags].toArray()) {
        if (const QString tag = value.toString(); choices.tags.size() < kMostTags && isTagName(tag.toStdString()))
            choices.tags.append(tag);
    }
    choices.folderOfCategory = object[kFolderOfCategory].toBool(choices.folderOfCategory);
    choices.showMore = object[kShowMore].toBool();
    return choices;
}

} // namespace trib::ui
