#include "core/remote/preferences.h"

#include "core/base/json_text.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

#include <algorithm>
#include <array>
#include <optional>

namespace trib::remote {
namespace {

using settings::EngineSettings;
using Change = std::function<void(EngineSettings &)>;

constexpr int kNoQueue = 100'000; // the most that the settings take: nothing waits

struct Source {
    const EngineSettings &values;
    const std::string &defaultSavePath;
    [[nodiscard]] const EngineSettings &settings() const { return values; }
};

struct Preference {
    std::string_view key;
    FieldValue (*read)(const Source &source);
    std::optional<Change> (*parse)(const QJsonValue &value); // null: it cannot be changed
};

[[nodiscard]] std::optional<std::int64_t> integerOf(const QJsonValue &value, std::int64_t least, std::int64_t most)
{
    constexpr auto kNone = INT64_MIN;
    const std::int64_t number = value.toInteger(kNone);
    return number == kNone || number < least || number > most ? std::nullopt : std::optional(number);
}

template <auto Area, auto Member>
FieldValue readFlag(const Source &source) { return source.settings().*Area.*Member; }
template <auto Area, auto Member>
FieldValue readNumber(const Source &source) { return static_cast<std::int64_t>(source.settings().*Area.*Member); }
template <auto Area, auto Member>
FieldValue readRate(const Source &source) { return std::int64_t{(source.settings().*Area.*Member).count()}; }

template <auto Area, auto Member>
std::optional<Change> parseFlag(const QJsonValue &value)
{
    if (!value.isBool())
        return std::nullopt;
    return [on = value.toBool()](EngineSettings &s) { s.*Area.*Member = on; };
}

template <auto Area, auto Member, std::int64_t Least, std::int64_t Most>
std::optional<Change> parseInt(const QJsonValue &value)
{
    const auto number = integerOf(value, Least, Most);
    if (!number)
        return std::nullopt;
    return [number = static_cast<int>(*number)](EngineSettings &s) { s.*Area.*Member = number; };
}

template <auto Area, auto Member>
std::optional<Change> parseRate(const QJsonValue &value)
{
    const auto rate = integerOf(value, -1, std::int64_t{1} << 40);
    if (!rate)
        return std::nullopt;
    return [rate = std::max<std::int64_t>(*rate, 0)](EngineSettings &s) { s.*Area.*Member = BytesPerSecond(rate); };
}

// -1: no limit, both in what is read and in what is set.
template <auto Member>
FieldValue readActive(const Source &source)
{
    const int active = source.settings().transfer.*Member;
    return std::int64_t{active >= kNoQueue ? -1 : active};
}

template <auto Member>
std::optional<Change> parseActive(const QJsonValue &value)
{
    const auto active = integerOf(value, -1, kNoQueue);
    if (!active || *active == 0)
        return std::nullopt;
    return [active = *active < 0 ? kNoQueue : static_cast<int>(*active)](EngineSettings &s) { s.transfer.*Member = active; };
}

template <auto Member>
FieldValue readMinutes(const Source &source)
{
    const auto minutes = static_cast<std::int64_t>((source.settings().transfer.*Member).count());
    return minutes > 0 ? minutes : std::int64_t{-1};
}
template <auto Member>
FieldValue readMinutesEnabled(const Source &source) { return (source.settings().transfer.*Member).count() > 0; }

template <auto Member>
std::optional<Change> parseMinutes(const QJsonValue &value)
{
    const auto minutes = integerOf(value, -1, 10'000'000);
    if (!minutes)
        return std::nullopt;
    return [minutes = std::chrono::minutes(std::max<std::int64_t>(*minutes, 0))](EngineSettings &s) { s.transfer.*Member = minutes; };
}

// A limit is on by having a value; what is on without one says nothing new.
template <auto Member>
std::optional<Change> parseEnabled(const QJsonValue &value)
{
    if (!value.isBool())
        return std::nullopt;
    return [on = value.toBool()](EngineSettings &s) {
        if (!on)
            s.transfer.*Member = {};
    };
}

using S = settings::StorageSettings;
using T = settings::TransferSettings;
using N = settings::NetworkSettings;
constexpr auto kStorage = &EngineSettings::storage;
constexpr auto kTransfer = &EngineSettings::transfer;
constexpr auto kNetwork = &EngineSettings::network;

FieldValue readQueueing(const Source &source) { return isQueueing(source.settings().transfer); }

std::optional<Change> parseQueueing(const QJsonValue &value)
{
    if (!value.isBool())
        return std::nullopt;
    return [on = value.toBool()](EngineSettings &s) {
        const T defaults;
        for (const auto member : {&T::activeDownloads, &T::activeSeeds, &T::activeTotal}) {
            if (!on)
                s.transfer.*member = kNoQueue;
            else if (s.transfer.*member >= kNoQueue)
                s.transfer.*member = defaults.*member;
        }
    };
}

FieldValue readRatio(const Source &source)
{
    const std::int64_t ratio = source.settings().transfer.ratioPermille;
    return fromPermille(ratio > 0 ? ratio : -1000);
}
FieldValue readRatioEnabled(const Source &source) { return source.settings().transfer.ratioPermille > 0; }

std::optional<Change> parseRatio(const QJsonValue &value)
{
    const double ratio = value.toDouble(-2);
    if (!value.isDouble() || ratio < -1 || ratio > 1'000'000)
        return std::nullopt;
    const auto permille = static_cast<std::int64_t>(std::max(ratio, 0.0) * 1000 + 0.5);
    return [permille](EngineSettings &s) { s.transfer.ratioPermille = permille; };
}

// 0 stop, 1 remove, 3 remove with files; 2 would be super seeding.
FieldValue readRatioAct(const Source &source)
{
    switch (source.settings().transfer.shareAction) {
    case ShareLimitAction::Stop: return std::int64_t{0};
    case ShareLimitAction::Remove: return std::int64_t{1};
    case ShareLimitAction::RemoveWithFiles: return std::int64_t{3};
    }
    return std::int64_t{0};
}

std::optional<Change> parseRatioAct(const QJsonValue &value)
{
    const auto number = integerOf(value, 0, 3);
    if (!number || *number == 2)
        return std::nullopt;
    const auto action = *number == 0 ? ShareLimitAction::Stop : *number == 1 ? ShareLimitAction::Remove : ShareLimitAction::RemoveWithFiles;
    return [action](EngineSettings &s) { s.transfer.shareAction = action; };
}

FieldValue readSavePath(const Source &source)
{
    const std::string &path = source.settings().storage.savePath;
    return std::string_view(path.empty() ? source.defaultSavePath : path);
}

std::optional<Change> parseSavePath(const QJsonValue &value)
{
    const std::string path = value.toString().toStdString();
    if (!path.starts_with('/') || path.find('\0') != std::string::npos)
        return std::nullopt;
    return [path](EngineSettings &s) { s.storage.savePath = path; };
}

FieldValue readAddStopped(const Source &source) { return !source.settings().storage.startWhenAdded; }

std::optional<Change> parseAddStopped(const QJsonValue &value)
{
    if (!value.isBool())
        return std::nullopt;
    return [stopped = value.toBool()](EngineSettings &s) { s.storage.startWhenAdded = !stopped; };
}

std::optional<Change> parseEncryption(const QJsonValue &value)
{
    const auto number = integerOf(value, 0, 2);
    if (!number)
        return std::nullopt;
    return [mode = static_cast<settings::Encryption>(*number)](EngineSettings &s) { s.network.encryption = mode; };
}

// 0 both, 1 TCP, 2 uTP.
FieldValue readProtocol(const Source &source)
{
    const N &network = source.settings().network;
    return std::int64_t{network.tcp == network.utp ? 0 : network.tcp ? 1 : 2};
}

std::optional<Change> parseProtocol(const QJsonValue &value)
{
    const auto number = integerOf(value, 0, 2);
    if (!number)
        return std::nullopt;
    return [number = *number](EngineSettings &s) {
        s.network.tcp = number != 2;
        s.network.utp = number != 1;
    };
}

using P = settings::ScheduleSettings;
constexpr auto kSchedule = &EngineSettings::schedule;

template <auto Member>
FieldValue readHour(const Source &source) { return std::int64_t{(source.settings().schedule.*Member).count() / 60}; }
template <auto Member>
FieldValue readMinute(const Source &source) { return std::int64_t{(source.settings().schedule.*Member).count() % 60}; }

template <auto Member>
std::optional<Change> parseHour(const QJsonValue &value)
{
    const auto hour = integerOf(value, 0, 23);
    if (!hour)
        return std::nullopt;
    return [hour = std::chrono::hours(*hour)](EngineSettings &s) { s.schedule.*Member = hour + s.schedule.*Member % std::chrono::hours(1); };
}
template <auto Member>
std::optional<Change> parseMinute(const QJsonValue &value)
{
    const auto minute = integerOf(value, 0, 59);
    if (!minute)
        return std::nullopt;
    return [minute = std::chrono::minutes(*minute)](EngineSettings &s) { s.schedule.*Member = std::chrono::floor<std::chrono::hours>(s.schedule.*Member) + minute; };
}

// 0 every day, 1 Monday to Friday, 2 the weekend, 3 to 9 one day from Monday on. Other days cannot be said, and are read as 0.
constexpr std::array kDayChoices{127, 31, 96, 1, 2, 4, 8, 16, 32, 64};

FieldValue readDays(const Source &source)
{
    const auto choice = std::ranges::find(kDayChoices, source.settings().schedule.days);
    return std::int64_t{choice == kDayChoices.end() ? 0 : choice - kDayChoices.begin()};
}

std::optional<Change> parseDays(const QJsonValue &value)
{
    const auto choice = integerOf(value, 0, kDayChoices.size() - 1);
    if (!choice)
        return std::nullopt;
    return [days = kDayChoices.at(static_cast<std::size_t>(*choice))](EngineSettings &s) { s.schedule.days = days; };
}

FieldValue no(const Source &) { return false; }
FieldValue nothing(const Source &) { return std::string_view(); }
FieldValue original(const Source &) { return std::string_view("Original"); }

// In the order in which changes are applied: values before the switches that take them back.
constexpr std::array kPreferences{
    Preference{"save_path", readSavePath, parseSavePath},
    Preference{"add_stopped_enabled", readAddStopped, parseAddStopped},
    Preference{"start_paused_enabled", readAddStopped, parseAddStopped},
    Preference{"dl_limit", readRate<kTransfer, &T::downloadLimit>, parseRate<kTransfer, &T::downloadLimit>},
    Preference{"up_limit", readRate<kTransfer, &T::uploadLimit>, parseRate<kTransfer, &T::uploadLimit>},
    Preference{"alt_dl_limit", readRate<kTransfer, &T::alternativeDownloadLimit>, parseRate<kTransfer, &T::alternativeDownloadLimit>},
    Preference{"alt_up_limit", readRate<kTransfer, &T::alternativeUploadLimit>, parseRate<kTransfer, &T::alternativeUploadLimit>},
    Preference{"scheduler_enabled", readFlag<kSchedule, &P::enabled>, parseFlag<kSchedule, &P::enabled>},
    Preference{"schedule_from_hour", readHour<&P::from>, parseHour<&P::from>},
    Preference{"schedule_from_min", readMinute<&P::from>, parseMinute<&P::from>},
    Preference{"schedule_to_hour", readHour<&P::to>, parseHour<&P::to>},
    Preference{"schedule_to_min", readMinute<&P::to>, parseMinute<&P::to>},
    Preference{"scheduler_days", readDays, parseDays},
    Preference{"max_active_downloads", readActive<&T::activeDownloads>, parseActive<&T::activeDownloads>},
    Preference{"max_active_uploads", readActive<&T::activeSeeds>, parseActive<&T::activeSeeds>},
    Preference{"max_active_torrents", readActive<&T::activeTotal>, parseActive<&T::activeTotal>},
    Preference{"max_active_checking_torrents", readNumber<kTransfer, &T::activeChecks>, parseInt<kTransfer, &T::activeChecks, 1, 64>},
    Preference{"queueing_enabled", readQueueing, parseQueueing},
    Preference{"max_ratio", readRatio, parseRatio},
    Preference{"max_ratio_enabled", readRatioEnabled, parseEnabled<&T::ratioPermille>},
    Preference{"max_seeding_time", readMinutes<&T::seedingTime>, parseMinutes<&T::seedingTime>},
    Preference{"max_seeding_time_enabled", readMinutesEnabled<&T::seedingTime>, parseEnabled<&T::seedingTime>},
    Preference{"max_inactive_seeding_time", readMinutes<&T::inactiveTime>, parseMinutes<&T::inactiveTime>},
    Preference{"max_inactive_seeding_time_enabled", readMinutesEnabled<&T::inactiveTime>, parseEnabled<&T::inactiveTime>},
    Preference{"max_ratio_act", readRatioAct, parseRatioAct},
    Preference{"dht", readFlag<kNetwork, &N::dht>, parseFlag<kNetwork, &N::dht>},
    Preference{"pex", readFlag<kNetwork, &N::pex>, parseFlag<kNetwork, &N::pex>},
    Preference{"lsd", readFlag<kNetwork, &N::lsd>, parseFlag<kNetwork, &N::lsd>},
    Preference{"upnp", readFlag<kNetwork, &N::portMapping>, parseFlag<kNetwork, &N::portMapping>},
    Preference{"listen_port", readNumber<kNetwork, &N::port>, parseInt<kNetwork, &N::port, 1, 65535>},
    Preference{"encryption", readNumber<kNetwork, &N::encryption>, parseEncryption},
    Preference{"bittorrent_protocol", readProtocol, parseProtocol},
    Preference{"max_connec", readNumber<kNetwork, &N::connections>, parseInt<kNetwork, &N::connections, 2, 100'000>},
    Preference{"max_connec_per_torrent", readNumber<kNetwork, &N::connectionsPerTorrent>, parseInt<kNetwork, &N::connectionsPerTorrent, 2, 100'000>},
    Preference{"max_uploads_per_torrent", readNumber<kNetwork, &N::uploadSlotsPerTorrent>, parseInt<kNetwork, &N::uploadSlotsPerTorrent, 0, 10'000>},
    Preference{"auto_tmm_enabled", no, nullptr},
    Preference{"autorun_enabled", no, nullptr},
    Preference{"autorun_on_torrent_added_enabled", no, nullptr},
    Preference{"temp_path_enabled", no, nullptr},
    Preference{"temp_path", nothing, nullptr},
    Preference{"torrent_content_layout", original, nullptr},
};

[[nodiscard]] bool isRead(const Preference &preference, const Source &source, const QJsonValue &value)
{
    std::string out;
    JsonText writer(out);
    writer.beginArray();
    writeValue(writer, preference.read(source));
    writer.endArray();
    return QJsonDocument::fromJson(QByteArray::fromStdString(out))[0] == value;
}

[[nodiscard]] QLatin1String keyOf(const Preference &preference)
{
    return QLatin1String(preference.key.data(), static_cast<int>(preference.key.size()));
}

[[nodiscard]] PreferenceChange refused(std::string key, bool forbidden)
{
    return {{}, std::move(key), forbidden};
}

} // namespace

std::string preferencesJson(const ApiState &state, const std::string &defaultSavePath)
{
    const Source source{state.settings(), defaultSavePath};
    std::string out;
    JsonText writer(out);
    writer.beginObject();
    for (const Preference &preference : kPreferences)
        writeValue(writer.key(preference.key), preference.read(source));
    writer.endObject();
    return out;
}

PreferenceChange parsePreferences(const ApiState &state, const std::string &defaultSavePath, const std::string &text)
{
    const Source source{state.settings(), defaultSavePath};
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    if (!document.isObject())
        return refused("json", false);
    const QJsonObject object = document.object();
    for (const QString &key : object.keys()) {
        const auto known = std::ranges::find(kPreferences, key.toStdString(), &Preference::key);
        const bool changeable = known != kPreferences.end() && known->parse;
        if (!changeable && (known == kPreferences.end() || !isRead(*known, source, object.value(key))))
            return refused(key.toStdString(), true);
    }
    std::vector<Change> changes;
    for (const Preference &preference : kPreferences) {
        const QJsonValue value = object.value(keyOf(preference));
        if (value.isUndefined() || !preference.parse || (!value.isBool() && isRead(preference, source, value)))
            continue; // what is sent back as it was read stays as it is: a default stays a default
        auto change = preference.parse(value);
        if (!change)
            return refused(std::string(preference.key), false);
        changes.push_back(std::move(*change));
    }
    const auto apply = [changes](EngineSettings &settings) {
        for (const Change &change : changes)
            change(settings);
    };
    // A switch that would not stay as it was set (a limit that is on without a value) is refused rather than passed over.
    EngineSettings after = state.settings();
    apply(after);
    for (const Preference &preference : kPreferences) {
        const QJsonValue value = object.value(keyOf(preference));
        if (preference.parse && value.isBool() && !isRead(preference, {after, defaultSavePath}, value))
            return refused(std::string(preference.key), false);
    }
    return {apply, {}, false};
}

std::vector<PreferenceInfo> preferenceKeys()
{
    std::vector<PreferenceInfo> keys;
    for (const Preference &preference : kPreferences)
        keys.push_back({preference.key, preference.parse != nullptr});
    return keys;
}

} // namespace trib::remote
