#include "core/torrent/feed_codec.h"

#include "core/base/json_text.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace trib::torrent {
namespace {

[[nodiscard]] QJsonDocument parsedJson(std::string_view text)
{
    return QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
}

[[nodiscard]] std::string textAt(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString().toStdString();
}

[[nodiscard]] std::vector<std::string> textsAt(const QJsonObject &object, QLatin1StringView key)
{
    std::vector<std::string> texts;
    for (const QJsonValue &value : object.value(key).toArray())
        texts.push_back(value.toString().toStdString());
    return texts;
}

[[nodiscard]] std::optional<WallTime> timeAt(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional(WallTime(std::chrono::seconds(value.toInteger()))) : std::nullopt;
}

void addTime(JsonText &json, std::string_view key, const std::optional<WallTime> &time)
{
    if (time)
        json.field(key, std::int64_t{time->time_since_epoch().count()});
}

void addTexts(JsonText &json, std::string_view key, const std::vector<std::string> &texts)
{
    json.key(key).beginArray();
    for (const std::string &text : texts)
        json.value(text);
    json.endArray();
}

} // namespace

bool isFeedKey(std::string_view key)
{
    return key.starts_with(kFeedKey) || key.starts_with(kItemsKey) || key.starts_with(kRuleKey);
}

std::string encodeFeed(const Feed &feed, bool fromPublic)
{
    std::string text;
    JsonText json(text);
    json.beginObject().field("name", feed.name).field("title", feed.title);
    addTime(json, "updated", feed.updated);
    json.field("public", fromPublic).endObject();
    return text;
}

std::optional<StoredFeed> decodeFeed(std::string_view url, std::string_view text)
{
    const QJsonDocument document = parsedJson(text);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    StoredFeed stored;
    stored.feed.url = url;
    stored.feed.name = textAt(object, QLatin1StringView("name"));
    stored.feed.title = textAt(object, QLatin1StringView("title"));
    stored.feed.updated = timeAt(object, QLatin1StringView("updated"));
    stored.fromPublic = object.value(QLatin1StringView("public")).toBool();
    return stored;
}

std::string encodeItems(const std::vector<FeedItem> &items)
{
    std::string text;
    JsonText json(text);
    json.beginArray();
    for (const FeedItem &item : items) {
        json.beginObject().field("id", item.id).field("title", item.title).field("torrent", item.torrent).field("page", item.page);
        addTime(json, "published", item.published);
        if (item.size)
            json.field("size", std::int64_t{item.size->count()});
        json.field("read", item.read).field("added", item.added).endObject();
    }
    json.endArray();
    return text;
}

std::vector<FeedItem> decodeItems(std::string_view text)
{
    std::vector<FeedItem> items;
    for (const QJsonValue &value : parsedJson(text).array()) {
        const QJsonObject object = value.toObject();
        FeedItem item;
        item.id = textAt(object, QLatin1StringView("id"));
        item.title = textAt(object, QLatin1StringView("title"));
        item.torrent = textAt(object, QLatin1StringView("torrent"));
        item.page = textAt(object, QLatin1StringView("page"));
        item.published = timeAt(object, QLatin1StringView("published"));
        if (const QJsonValue size = object.value(QLatin1StringView("size")); size.isDouble())
            item.size = Bytes(std::max<qint64>(size.toInteger(), 0));
        item.read = object.value(QLatin1StringView("read")).toBool();
        item.added = object.value(QLatin1StringView("added")).toBool();
        if (!item.id.empty())
            items.push_back(std::move(item));
    }
    return items;
}

std::string encodeRule(const FeedRule &rule)
{
    std::string text;
    JsonText json(text);
    json.beginObject().field("on", rule.on);
    addTexts(json, "feeds", rule.feeds);
    json.field("must", rule.must).field("must_not", rule.mustNot).field("regex", rule.regex).field("episodes", rule.episodes);
    json.field("once_each", rule.onceEach).field("pause_days", std::int64_t{rule.pauseDays});
    json.field("save_path", rule.savePath).field("category", rule.category);
    addTexts(json, "tags", rule.tags);
    json.field("stopped", rule.stopped).field("layout", static_cast<std::int64_t>(rule.layout));
    addTime(json, "last_added", rule.lastAdded);
    addTexts(json, "seen", rule.seenEpisodes);
    json.endObject();
    return text;
}

std::optional<FeedRule> decodeRule(std::string_view name, std::string_view text)
{
    const QJsonDocument document = parsedJson(text);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    FeedRule rule;
    rule.name = name;
    rule.on = object.value(QLatin1StringView("on")).toBool();
    rule.feeds = textsAt(object, QLatin1StringView("feeds"));
    rule.must = textAt(object, QLatin1StringView("must"));
    rule.mustNot = textAt(object, QLatin1StringView("must_not"));
    rule.regex = object.value(QLatin1StringView("regex")).toBool();
    rule.episodes = textAt(object, QLatin1StringView("episodes"));
    rule.onceEach = object.value(QLatin1StringView("once_each")).toBool();
    rule.pauseDays = object.value(QLatin1StringView("pause_days")).toInt();
    rule.savePath = textAt(object, QLatin1StringView("save_path"));
    rule.category = textAt(object, QLatin1StringView("category"));
    rule.tags = textsAt(object, QLatin1StringView("tags"));
    rule.stopped = object.value(QLatin1StringView("stopped")).toBool();
    const int layout = object.value(QLatin1StringView("layout")).toInt();
    rule.layout = layout >= 0 && layout <= static_cast<int>(ContentLayout::NoSubfolder) ? static_cast<ContentLayout>(layout) : ContentLayout::Original;
    rule.lastAdded = timeAt(object, QLatin1StringView("last_added"));
    rule.seenEpisodes = textsAt(object, QLatin1StringView("seen"));
    return rule;
}

} // namespace trib::torrent
