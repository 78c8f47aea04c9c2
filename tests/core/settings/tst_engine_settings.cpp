// Every property here is checked for every field of every area: a new field needs no new test.
#include "core/settings/engine_settings.h"

#include "tests/support/for_all.h"

#include <QTest>

#include <set>

using namespace trib::settings;
using trib::EngineErrc;
using trib::test::forAll;
using trib::test::SeededRandom;
using trib::test::seeds;

namespace {

struct Anything {
    template <class T>
    operator T() const; // NOLINT(google-explicit-constructor): stands for a value of any type, unevaluated
};

template <class T, std::size_t... I>
[[nodiscard]] constexpr bool takes(std::index_sequence<I...>)
{
    return requires { T{(static_cast<void>(I), Anything())...}; };
}

// How many members the aggregate has: the most values that it can be initialised with.
template <class T, std::size_t Count = 40>
[[nodiscard]] constexpr std::size_t memberCount()
{
    if constexpr (takes<T>(std::make_index_sequence<Count>()))
        return Count;
    else
        return memberCount<T, Count - 1>();
}

template <class Visit>
void forEachField(EngineSettings &settings, Visit visit)
{
    const auto area = [&](auto &values) {
        std::apply([&](const auto &...field) { (visit(field, values.*field.member), ...); }, std::remove_reference_t<decltype(values)>::fields());
    };
    area(settings.storage);
    area(settings.transfer);
    area(settings.network);
    area(settings.remote);
    area(settings.schedule);
    area(settings.completion);
    area(settings.feeds);
    area(settings.filter);
    area(settings.backup);
}

[[nodiscard]] std::int64_t edgeOrInside(SeededRandom &random, std::int64_t lowest, std::int64_t highest)
{
    const auto choice = random.number(0, 3);
    return choice == 0 ? lowest : choice == 1 ? highest : random.number(lowest, highest);
}

// Any settings whose values are in range.
[[nodiscard]] EngineSettings anySettings(SeededRandom &random)
{
    EngineSettings settings;
    forEachField(settings, [&]<class Field, class T>(const Field &field, T &value) {
        if constexpr (std::is_same_v<T, std::string>)
            value = random.text(random.number<std::size_t>(0, 20), "abc /:=#,.\xC3\xA9");
        else if constexpr (std::is_same_v<T, bool>)
            value = random.oneIn(2);
        else
            value = static_cast<T>(edgeOrInside(random, field.range.lowest, field.range.highest));
    });
    return settings;
}

} // namespace

class TestEngineSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsUniqueAndWellFormed()
    {
        EngineSettings settings;
        std::set<std::string_view> keys;
        forEachField(settings, [&](const auto &field, const auto &) {
            QVERIFY2(keys.insert(field.key).second, field.key.data());
            QVERIFY(field.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_/") == std::string_view::npos);
            QVERIFY(field.key.find('/') != std::string_view::npos && field.key.find('/') == field.key.rfind('/'));
        });
        QCOMPARE(toMap(settings).size(), keys.size());
        QVERIFY(keys.size() > 30);
    }

    void everyAreaHasOneName()
    {
        const auto areaOf = [](const auto &fields) {
            return std::apply([](const auto &...field) { return std::set<std::string_view>{field.key.substr(0, field.key.find('/'))...}; }, fields);
        };
        QVERIFY(areaOf(StorageSettings::fields()) == std::set<std::string_view>{"storage"});
        QVERIFY(areaOf(TransferSettings::fields()) == std::set<std::string_view>{"transfer"});
        QVERIFY(areaOf(NetworkSettings::fields()) == std::set<std::string_view>{"network"});
        QVERIFY(areaOf(RemoteSettings::fields()) == std::set<std::string_view>{"remote"});
        QVERIFY(areaOf(ScheduleSettings::fields()) == std::set<std::string_view>{"schedule"});
        QVERIFY(areaOf(CompletionSettings::fields()) == std::set<std::string_view>{"completion"});
        QVERIFY(areaOf(FeedSettings::fields()) == std::set<std::string_view>{"feeds"});
        QVERIFY(areaOf(FilterSettings::fields()) == std::set<std::string_view>{"filter"});
        QVERIFY(areaOf(BackupSettings::fields()) == std::set<std::string_view>{"backup"});
    }

    // A member without a field would be neither loaded nor stored.
    void everyMemberHasAField()
    {
        static_assert(memberCount<StorageSettings>() == std::tuple_size_v<decltype(StorageSettings::fields())>);
        static_assert(memberCount<TransferSettings>() == std::tuple_size_v<decltype(TransferSettings::fields())>);
        static_assert(memberCount<NetworkSettings>() == std::tuple_size_v<decltype(NetworkSettings::fields())>);
        static_assert(memberCount<RemoteSettings>() == std::tuple_size_v<decltype(RemoteSettings::fields())>);
        static_assert(memberCount<ScheduleSettings>() == std::tuple_size_v<decltype(ScheduleSettings::fields())>);
        static_assert(memberCount<CompletionSettings>() == std::tuple_size_v<decltype(CompletionSettings::fields())>);
        static_assert(memberCount<FeedSettings>() == std::tuple_size_v<decltype(FeedSettings::fields())>);
        static_assert(memberCount<FilterSettings>() == std::tuple_size_v<decltype(FilterSettings::fields())>);
        static_assert(memberCount<BackupSettings>() == std::tuple_size_v<decltype(BackupSettings::fields())>);
        static_assert(memberCount<EngineSettings>() == 9);
    }

    void everyDefaultIsAcceptable()
    {
        QVERIFY(validate(EngineSettings()));
    }

    void everyFieldIsDocumented()
    {
        const std::string text = documentedDefaults();
        EngineSettings settings;
        forEachField(settings, [&](const auto &field, const auto &value) {
            const std::string entry = "# " + std::string(field.help) + "\n" + std::string(field.key) + " = " + toText(value) + "\n";
            QVERIFY2(text.find(entry) != std::string::npos, field.key.data());
            QVERIFY2(field.help.size() > 5 && field.help.ends_with('.'), field.key.data());
            QVERIFY(field.help.find('\n') == std::string_view::npos);
        });
    }

    void whatIsStoredIsWhatIsLoaded()
    {
        forAll(seeds(300), anySettings, [](const EngineSettings &settings) {
            QVERIFY(validate(settings));
            TextMap refused;
            QVERIFY(fromMap(toMap(settings), {}, &refused) == settings);
            QVERIFY(refused.empty());
        });
    }

    void whatIsOutOfRangeIsRefusedAndChangesNothing()
    {
        EngineSettings shape;
        forAll(seeds(50), anySettings, [&](const EngineSettings &before) {
            forEachField(shape, [&]<class Field, class T>(const Field &field, const T &) {
                std::vector<std::string> bad;
                if constexpr (std::is_same_v<T, bool>)
                    bad = {"", "yes", "TRUE", "2", "true "};
                else if constexpr (!std::is_same_v<T, std::string>)
                    bad = {std::to_string(field.range.lowest - 1), std::to_string(field.range.highest + 1), "9223372036854775808", "-9223372036854775809",
                           "99999999999999999999999", "", " 1", "1 ", "+1", "1.5", "1e3", "0x1", "one", "1\n"};
                for (const std::string &text : bad) {
                    EngineSettings after = before;
                    const auto result = set(after, field.key, text);
                    QVERIFY2(!result, (std::string(field.key) + " = " + text).c_str());
                    QVERIFY(result.error().code == EngineErrc::InvalidSetting);
                    QVERIFY(result.error().detail.find(field.key) != std::string::npos);
                    QVERIFY(after == before);
                }
            });
        });
    }

    void valuesOutOfRangeDoNotValidate()
    {
        EngineSettings shape;
        std::size_t tried = 0;
        forEachField(shape, [&]<class Field, class T>(const Field &field, T &value) {
            if constexpr (!std::is_same_v<T, bool> && !std::is_same_v<T, std::string> && !std::is_enum_v<T>) {
                const T good = value;
                value = static_cast<T>(field.range.highest + 1);
                const auto result = validate(shape);
                QVERIFY2(!result && result.error().detail.find(field.key) != std::string::npos, field.key.data());
                value = good;
                ++tried;
            }
        });
        QVERIFY(tried > 10);
        shape.network.encryption = static_cast<Encryption>(3);
        QVERIFY(!validate(shape));
    }

    void unknownKeysAreRefusedAndNamed_data()
    {
        QTest::addColumn<QByteArray>("key");
        for (const char *key : {"", "/", "network", "network/", "network/none", "Network/port", "network/port ", "none/port", "port", "transfer/port"})
            QTest::addRow("'%s'", key) << QByteArray(key);
    }
    void unknownKeysAreRefusedAndNamed()
    {
        QFETCH(QByteArray, key);
        EngineSettings settings;
        QVERIFY(!set(settings, key.toStdString(), "1"));
        QVERIFY(settings == EngineSettings());
        TextMap refused;
        const auto loaded = fromMap({{key.toStdString(), "1"}, {"network/port", "51413"}}, {}, &refused);
        QCOMPARE(loaded.network.port, 51413);
        QCOMPARE(refused.size(), std::size_t(1));
        QVERIFY(refused.contains(key.toStdString()));
    }

    void whatIsMissingKeepsItsValue()
    {
        EngineSettings base;
        base.network.port = 1234;
        base.storage.savePath = "/data";
        const auto loaded = fromMap({{"storage/save_path", "/other"}, {"network/port", "70000"}}, base);
        QCOMPARE(loaded.network.port, 1234);
        QVERIFY(loaded.storage.savePath == "/other");
    }
};

QTEST_GUILESS_MAIN(TestEngineSettings)
#include "tst_engine_settings.moc"
