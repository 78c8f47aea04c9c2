#include "core/remote/preferences.h"
#include "tests/core/remote/api_place.h"

#include <set>

using namespace trib;
using namespace trib::test;

namespace {

// Every method there is. A new one must be thought about here: can it reach a program, a path of one, money, or the API itself?
const std::set<std::string> kMethods{
    "app/buildInfo", "app/defaultSavePath", "app/preferences", "app/setPreferences", "app/shutdown", "app/version", "app/webapiVersion",
    "sync/maindata", "sync/torrentPeers",
    "torrents/add", "torrents/addPeers", "torrents/addTags", "torrents/addTrackers", "torrents/addWebSeeds", "torrents/bottomPrio", "torrents/categories",
    "torrents/count", "torrents/createCategory", "torrents/createTags", "torrents/decreasePrio", "torrents/delete", "torrents/deleteTags",
    "torrents/downloadLimit", "torrents/editCategory", "torrents/editTracker", "torrents/editWebSeed", "torrents/export", "torrents/filePrio",
    "torrents/files", "torrents/increasePrio", "torrents/info", "torrents/pause", "torrents/pieceHashes", "torrents/pieceStates", "torrents/properties",
    "torrents/reannounce", "torrents/recheck", "torrents/removeCategories", "torrents/removeTags", "torrents/removeTrackers", "torrents/removeWebSeeds",
    "torrents/rename", "torrents/renameFile", "torrents/renameFolder", "torrents/resume", "torrents/setAutoManagement", "torrents/setCategory",
    "torrents/setDownloadLimit", "torrents/setForceStart", "torrents/setLocation", "torrents/setShareLimits", "torrents/setSuperSeeding", "torrents/setTags",
    "torrents/setUploadLimit", "torrents/start", "torrents/stop", "torrents/tags", "torrents/toggleFirstLastPiecePrio",
    "torrents/toggleSequentialDownload", "torrents/topPrio", "torrents/trackers", "torrents/uploadLimit", "torrents/webseeds",
    "transfer/banPeers", "transfer/downloadLimit", "transfer/info", "transfer/setDownloadLimit", "transfer/setSpeedLimitsMode", "transfer/setUploadLimit",
    "transfer/speedLimitsMode", "transfer/toggleSpeedLimitsMode", "transfer/uploadLimit"};

// What tells and changes nothing.
const std::set<std::string> kReads{
    "app/buildInfo", "app/defaultSavePath", "app/preferences", "app/version", "app/webapiVersion", "sync/maindata", "sync/torrentPeers",
    "torrents/categories", "torrents/count", "torrents/downloadLimit", "torrents/export", "torrents/files", "torrents/info", "torrents/pieceHashes",
    "torrents/pieceStates", "torrents/properties", "torrents/tags", "torrents/trackers", "torrents/uploadLimit", "torrents/webseeds",
    "transfer/downloadLimit", "transfer/info", "transfer/speedLimitsMode", "transfer/uploadLimit"};

// And every preference that can be changed.
const std::set<std::string> kChangeable{
    "save_path", "add_stopped_enabled", "start_paused_enabled", "dl_limit", "up_limit", "alt_dl_limit", "alt_up_limit", "max_active_downloads",
    "max_active_uploads", "max_active_torrents", "max_active_checking_torrents", "queueing_enabled", "max_ratio", "max_ratio_enabled", "max_seeding_time",
    "max_seeding_time_enabled", "max_inactive_seeding_time", "max_inactive_seeding_time_enabled", "max_ratio_act", "dht", "pex", "lsd", "upnp",
    "listen_port", "encryption", "bittorrent_protocol", "max_connec", "max_connec_per_torrent", "max_uploads_per_torrent",
    "scheduler_enabled", "schedule_from_hour", "schedule_from_min", "schedule_to_hour", "schedule_to_min", "scheduler_days"};

QString json(const char *key, const char *value) { return QStringLiteral("{\"%1\":%2}").arg(QLatin1String(key), QLatin1String(value)); }

} // namespace

class ApiSafetyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAreNoMethodsButThese()
    {
        std::set<std::string> found;
        for (const remote::RouteInfo &route : remote::Api::routes())
            found.insert(std::string(route.path).substr(std::string("/api/v2/").size()));
        std::set<std::string> unexpected = found;
        for (const std::string &method : kMethods)
            unexpected.erase(method);
        QVERIFY2(unexpected.empty(), unexpected.empty() ? "" : unexpected.begin()->c_str());
        QCOMPARE(found.size(), kMethods.size());
    }

    void whatChangesSomethingIsNotToBeHadByGet()
    {
        ApiPlace place;
        int refused = 0;
        for (const remote::RouteInfo &route : remote::Api::routes()) {
            const std::string method = std::string(route.path).substr(std::string("/api/v2/").size());
            const int status = place.ask("GET", method, {{"hashes", "all"}, {"hash", kFirst}, {"limit", "1"}, {"mode", "1"}, {"json", "{}"}}).status;
            QVERIFY2((status == 405) == !kReads.contains(method), method.c_str());
            QCOMPARE(route.postOnly, !kReads.contains(method));
            refused += status == 405;
        }
        QVERIFY(refused > 40);
        QVERIFY(place.engine.commands.empty() && place.engine.adds.empty() && place.engine.configurations.empty() && !place.shutDown);
    }

    void everyChangeIsNotedAndNothingThatWasSent()
    {
        ApiPlace place;
        place.engine.publish({torrentOf(kFirst)});
        QCoreApplication::processEvents();
        int changes = 0;
        for (const remote::RouteInfo &route : remote::Api::routes()) {
            const std::string method = std::string(route.path).substr(std::string("/api/v2/").size());
            const std::uint64_t before = place.log.since(0).empty() ? 0 : place.log.since(0).back().number;
            Fields fields{{"hashes", kFirst + "|" + kSecond}, {"hash", kFirst}, {"limit", "1"}, {"mode", "1"}};
            for (const char *name : {"urls", "url", "newUrl", "origUrl", "peers", "cookie", "json", "category", "tags", "name", "location", "savepath", "newPath", "oldPath", "id", "SECRETname"})
                fields[name] = "https://user:SECRET@tracker.example/SECRET/announce?passkey=SECRET";
            const int status = place.ask(route.postOnly ? "POST" : "GET", method, fields, {{"SECRET.torrent", "SECRET"}}).status;
            const auto noted = place.log.since(before);
            if (status == 0)
                continue; // the answer waits for the list
            QVERIFY2(noted.size() == std::size_t(route.postOnly), method.c_str());
            if (!route.postOnly)
                continue;
            ++changes;
            const std::string &text = noted.front().text;
            QVERIFY2(text.starts_with("API: " + method + " by session 3 from 192.0.2.7, torrents: 2"), text.c_str());
            QVERIFY2(text.find("SECRET") == std::string::npos && text.find("tracker.example") == std::string::npos, text.c_str());
        }
        QVERIFY2(changes > 45, qPrintable(QString::number(changes)));
    }

    void aRefusedChangeIsAWarning()
    {
        ApiPlace place;
        QVERIFY(place.ask("POST", "torrents/setLocation", {{"hashes", kFirst}}).status >= 400);
        QCOMPARE(place.log.since(0).at(0).level, LogLevel::Warning);
        QVERIFY2(place.log.since(0).at(0).text.ends_with(": refused with 400"), place.log.since(0).at(0).text.c_str());
    }

    void anUnknownMethodIsNotFound_data()
    {
        QTest::addColumn<QString>("method");
        for (const char *method : {"", "torrents", "torrents/", "torrents/format", "app/sendTestEmail", "app/setCookies", "rss/addFeed", "search/installPlugin",
                 "torrentcreator/addTask", "app/getDirectoryContent", "torrents/info/", "Torrents/Info", "log/main"})
            QTest::newRow(method) << QString::fromLatin1(method);
    }
    void anUnknownMethodIsNotFound()
    {
        QFETCH(QString, method);
        QCOMPARE(ApiPlace().ask("POST", method.toStdString()).status, 404);
    }

    void noPreferenceButTheseCanBeChanged()
    {
        std::set<std::string> found;
        for (const remote::PreferenceInfo &preference : remote::preferenceKeys()) {
            if (preference.changeable)
                found.insert(std::string(preference.key));
        }
        QVERIFY(found == kChangeable);
        for (const std::string &key : found) {
            for (const char *part : {"run", "prog", "exec", "python", "web_ui", "proxy", "script", "wallet", "pay", "price", "pass", "address", "interface", "scan", "mail"})
                QVERIFY2(key.find(part) == std::string::npos, key.c_str());
        }
    }

    // By no method and under no name: it is set in the window or by the configuration file.
    void noMethodReachesTheProgramOfACompletion()
    {
        ApiPlace place;
        settings::EngineSettings settings;
        settings.completion.program = "/usr/bin/true %N";
        Q_EMIT place.engine.settingsChanged(settings);
        std::set<std::string> keys{"completion/program", "completion_program", "completion", "program", "autorun_enabled", "autorun_program",
            "autorun_on_torrent_added_enabled", "autorun_on_torrent_added_program"};
        for (const remote::PreferenceInfo &preference : remote::preferenceKeys())
            keys.insert(std::string(preference.key));
        for (const std::string &key : keys) {
            for (const char *value : {"\"/bin/sh\"", "true", "1", "{\"program\":\"/bin/sh\"}"})
                static_cast<void>(place.ask("POST", "app/setPreferences", {{"json", json(key.c_str(), value).toStdString()}}));
        }
        QVERIFY(!place.engine.configurations.empty()); // some of them can be changed
        Fields fields{{"hashes", "all"}, {"hash", kFirst}, {"json", R"({"up_limit":7})"}};
        for (const std::string &key : keys)
            fields[key] = "/bin/sh";
        for (const remote::RouteInfo &route : remote::Api::routes())
            static_cast<void>(place.ask("POST", std::string(route.path).substr(std::string("/api/v2/").size()), fields));
        for (const settings::EngineSettings &configured : place.engine.configurations)
            QCOMPARE(configured.completion.program, settings.completion.program);
    }

    void whatCouldRunAProgramOrOpenTheDoorIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *key, const char *value) { QTest::newRow(key) << QString::fromLatin1(key) << QString::fromLatin1(value); };
        row("autorun_enabled", "true");
        row("autorun_program", "\"/bin/sh\"");
        row("autorun_on_torrent_added_enabled", "true");
        row("autorun_on_torrent_added_program", "\"/bin/sh\"");
        row("python_executable_path", "\"/tmp/x\"");
        row("web_ui_password", "\"adminadmin\"");
        row("web_ui_username", "\"admin\"");
        row("web_ui_address", "\"*\"");
        row("web_ui_port", "80");
        row("web_ui_domain_list", "\"*\"");
        row("web_ui_api_key", "\"k\"");
        row("web_ui_upnp", "true");
        row("web_ui_host_header_validation_enabled", "false");
        row("web_ui_csrf_protection_enabled", "false");
        row("web_ui_max_auth_fail_count", "0");
        row("bypass_local_auth", "true");
        row("bypass_auth_subnet_whitelist_enabled", "true");
        row("alternative_webui_enabled", "true");
        row("alternative_webui_path", "\"/etc\"");
        row("use_https", "false");
        row("web_ui_https_key_path", "\"/etc/shadow\"");
        row("scan_dirs", "{\"/tmp\":0}");
        row("mail_notification_enabled", "true");
        row("mail_notification_smtp", "\"h\"");
        row("proxy_ip", "\"198.18.0.1\"");
        row("proxy_type", "1");
        row("current_network_interface", "\"\"");
        row("current_interface_address", "\"\"");
        row("export_dir", "\"/tmp\"");
        row("temp_path", "\"/tmp\"");
        row("auto_tmm_enabled", "true");
        row("wallet_limit", "1");
        row("price", "1");
        row("network/proxy", "\"socks5://h:1\"");
        row("nothing_that_exists", "1");
    }
    void whatCouldRunAProgramOrOpenTheDoorIsRefused()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        ApiPlace place;
        const auto answer = place.post("app/setPreferences", {{"json", QStringLiteral("{\"dl_limit\":5,\"%1\":%2}").arg(key, value).toStdString()}});
        QCOMPARE(answer.status, 403);
        QVERIFY(place.engine.configurations.empty()); // nor the rest of the request
    }

    void aPreferenceIsReadAsItWasSet_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *key, const char *value) { QTest::newRow(qPrintable(json(key, value))) << QString::fromLatin1(key) << QString::fromLatin1(value); };
        row("save_path", "\"/new\"");
        row("add_stopped_enabled", "true");
        row("start_paused_enabled", "true");
        row("dl_limit", "10240");
        row("up_limit", "10240");
        row("alt_dl_limit", "7");
        row("alt_up_limit", "8");
        row("max_active_downloads", "9");
        row("max_active_downloads", "-1");
        row("max_active_uploads", "9");
        row("max_active_torrents", "9");
        row("max_active_checking_torrents", "2");
        row("queueing_enabled", "false");
        row("max_ratio", "1.5");
        row("max_ratio", "-1");
        row("max_seeding_time", "60");
        row("max_inactive_seeding_time", "60");
        row("max_ratio_act", "1");
        row("max_ratio_act", "3");
        row("dht", "false");
        row("pex", "false");
        row("lsd", "false");
        row("upnp", "false");
        row("listen_port", "6881");
        row("encryption", "1");
        row("bittorrent_protocol", "2");
        row("max_connec", "77");
        row("max_connec_per_torrent", "77");
        row("max_uploads_per_torrent", "7");
    }
    void aPreferenceIsReadAsItWasSet()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        ApiPlace place;
        const QString text = QStringLiteral("{\"%1\":%2}").arg(key, value);
        QCOMPARE(place.post("app/setPreferences", {{"json", text.toStdString()}}).status, 200);
        QCOMPARE(place.get("app/preferences").object().value(key), QJsonDocument::fromJson(text.toUtf8()).object().value(key));
    }

    void refusesAValueThatIsOfNoUse_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {R"({"dl_limit":"fast"})", R"({"dht":1})", R"({"save_path":"relative"})", R"({"max_ratio_act":2})", R"({"max_active_downloads":0})",
                 R"({"listen_port":70000})", R"({"max_ratio_enabled":true})", R"({"max_seeding_time_enabled":true})", "[]", "rubbish"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesAValueThatIsOfNoUse()
    {
        QFETCH(QString, text);
        ApiPlace place;
        QCOMPARE(place.post("app/setPreferences", {{"json", text.toStdString()}}).status, 400);
        QVERIFY(place.engine.configurations.empty());
    }

    void allThatWasReadCanBeSentBack()
    {
        ApiPlace place;
        const std::string all = place.ask("GET", "app/preferences").body;
        QCOMPARE(place.post("app/setPreferences", {{"json", all}}).status, 200);
        QVERIFY(place.engine.configurations.empty()); // nothing changed
    }

    void aLimitIsTakenBackByItsSwitch()
    {
        ApiPlace place;
        QCOMPARE(place.post("app/setPreferences", {{"json", R"({"max_ratio_enabled":true,"max_ratio":2})"}}).status, 200);
        QCOMPARE(place.engine.configurations.back().transfer.ratioPermille, 2000);
        QCOMPARE(place.post("app/setPreferences", {{"json", R"({"max_ratio_enabled":false,"max_ratio":2})"}}).status, 200);
        QCOMPARE(place.engine.configurations.back().transfer.ratioPermille, 0);
    }
};

QTEST_GUILESS_MAIN(ApiSafetyTest)
#include "tst_api_safety.moc"
