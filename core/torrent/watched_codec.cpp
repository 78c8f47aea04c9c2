#include "core/torrent/watched_codec.h"

#include "core/base/utf8_path.h"
#include "core/model/engine_error.h"
#include "core/model/labels.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace trib::torrent {
namespace {

constexpr std::string_view kPrefix = "watched/";

[[nodiscard]] QString text(const std::string &value) { return QString::fromStdString(value); }

// Within the range of an enum whose last value is `last`; else `otherwise`.
template <class Enum>
[[nodiscard]] Enum enumOf(const QJsonValue &value, Enum last, Enum otherwise)
{
    const int number = value.toInt(-1);
    return number >= 0 && number <= static_cast<int>(last) ? static_cast<Enum>(number) : otherwise;
}

[[nodiscard]] Result<std::string> tidyPath(const std::string &path)
{
    if (path.find('\0') != std::string::npos || !fromUtf8(path).is_absolute())
        return failure(EngineErrc::PathInvalid, path);
    std::string tidy = toUtf8(fromUtf8(path).lexically_normal());
    if (tidy.size() > 1 && tidy.ends_with('/'))
        tidy.pop_back();
    return tidy;
}

} // namespace

bool isWatchedKey(std::string_view key) { return key.starts_with(kPrefix); }

std::string watchedKey(std::string_view path) { return std::string(kPrefix) + std::string(path); }

std::string encodeWatched(const WatchedFolder &folder)
{
    QJsonArray tags;
    for (const std::string &tag : folder.tags)
        tags.append(text(tag));
    const QJsonObject object{{QStringLiteral("subfolders"), folder.subfolders}, {QStringLiteral("after"), static_cast<int>(folder.after)},
        {QStringLiteral("savePath"), text(folder.savePath)}, {QStringLiteral("category"), text(folder.category)},
        {QStringLiteral("tags"), tags}, {QStringLiteral("stopped"), folder.stopped}, {QStringLiteral("layout"), static_cast<int>(folder.layout)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<WatchedFolder> decodeWatched(std::string_view key, std::string_view value)
{
    const auto document = QJsonDocument::fromJson(QByteArray(value.data(), static_cast<qsizetype>(value.size())));
    if (!isWatchedKey(key) || !document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    WatchedFolder folder;
    folder.path = key.substr(kPrefix.size());
    folder.subfolders = object.value(QStringLiteral("subfolders")).toBool();
    folder.after = enumOf(object.value(QStringLiteral("after")), AfterAdding::Delete, AfterAdding::Rename);
    folder.savePath = object.value(QStringLiteral("savePath")).toString().toStdString();
    folder.category = object.value(QStringLiteral("category")).toString().toStdString();
    for (const QJsonValue &tag : object.value(QStringLiteral("tags")).toArray())
        folder.tags.push_back(tag.toString().toStdString());
    folder.stopped = object.value(QStringLiteral("stopped")).toBool();
    folder.layout = enumOf(object.value(QStringLiteral("layout")), ContentLayout::NoSubfolder, ContentLayout::Original);
    auto checked = checkWatched(std::move(folder));
    return checked ? std::optional(std::move(*checked)) : std::nullopt;
}

Result<WatchedFolder> checkWatched(WatchedFolder folder)
{
    auto path = tidyPath(folder.path);
    if (!path)
        return failure(std::move(path.error()));
    folder.path = std::move(*path);
    if (!folder.savePath.empty()) {
        auto savePath = tidyPath(folder.savePath);
        if (!savePath)
            return failure(std::move(savePath.error()));
        folder.savePath = std::move(*savePath);
    }
    if (!folder.category.empty() && !isCategoryName(folder.category))
        return failure(EngineErrc::NameInvalid, folder.category);
    const auto wrong = std::ranges::find_if_not(folder.tags, [](const std::string &tag) { return isTagName(tag); });
    if (wrong != folder.tags.end())
        return failure(EngineErrc::NameInvalid, *wrong);
    folder.tags = splitTags(joinTags(folder.tags));
    return folder;
}

} // namespace trib::torrent
