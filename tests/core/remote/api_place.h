// An Api on a bridge on a FakeEngine, all on the test's thread, and requests to it.
#pragma once

#include "core/remote/api.h"
#include "core/remote/engine_bridge.h"
#include "tests/support/fake_engine.h"
#include "tests/support/manual_clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trib::test {

using Fields = std::map<std::string, std::string>;

inline const std::string kFirst(40, 'a');
inline const std::string kSecond(40, 'b');
inline const std::string kThird(40, 'c');

inline TorrentId idOf(const std::string &hex) { return *TorrentId::fromHex(hex); }

inline TorrentSnapshot torrentOf(const std::string &hex, const std::string &name = "name")
{
    TorrentSnapshot row;
    row.id = idOf(hex);
    row.infoHash.v1 = *Sha1::fromHex(hex);
    row.name = name;
    row.savePath = "/data";
    row.contentPath = "/data/" + name;
    row.hasMetadata = true;
    row.state = TorrentState::Downloading;
    row.size = Bytes(1000);
    row.wanted = Bytes(1000);
    row.fileCount = 1;
    row.added = WallTime(std::chrono::seconds(1'700'000'000));
    return row;
}

struct ApiPlace {
    FakeEngine engine;
    remote::EngineBridge bridge{engine};
    std::unique_ptr<remote::Api> api;
    bool shutDown = false;
    ManualClock clock;
    NullLog nowhere;
    LogHistory log{clock, nowhere};

    ApiPlace()
    {
        Q_EMIT engine.settingsChanged(settings::EngineSettings());
        open();
    }
    ~ApiPlace() { bridge.close(); }

    void open()
    {
        api = std::make_unique<remote::Api>(bridge.open([](const std::function<void()> &f) { f(); }),
            remote::ApiOptions{"/downloads", "2.0.8.0", [this] { shutDown = true; }, &log});
        QCoreApplication::processEvents();
    }

    // Begins a request; the answer comes into the optional.
    std::shared_ptr<std::optional<remote::HttpResponse>> begin(const std::string &method, const std::string &path, Fields fields = {},
        std::vector<remote::UploadedFile> files = {})
    {
        auto answer = std::make_shared<std::optional<remote::HttpResponse>>();
        remote::HttpRequest request;
        request.method = method;
        request.path = "/api/v2/" + path;
        request.fields = std::move(fields);
        request.files = std::move(files);
        request.session = "session 3";
        request.address = "192.0.2.7";
        api->handler()(request, [answer](remote::HttpResponse response) { *answer = std::move(response); });
        return answer;
    }

    // Status 0: no answer.
    remote::HttpResponse ask(const std::string &method, const std::string &path, Fields fields = {}, std::vector<remote::UploadedFile> files = {})
    {
        const auto answer = begin(method, path, std::move(fields), std::move(files));
        remote::HttpResponse none;
        none.status = 0;
        return QTest::qWaitFor([&] { return answer->has_value(); }, 2000) ? **answer : none;
    }
    remote::HttpResponse post(const std::string &path, Fields fields = {}) { return ask("POST", path, std::move(fields)); }
    QJsonDocument get(const std::string &path, Fields fields = {})
    {
        return QJsonDocument::fromJson(QByteArray::fromStdString(ask("GET", path, std::move(fields)).body));
    }
    QJsonArray list(Fields fields = {}) { return get("torrents/info", std::move(fields)).array(); }

    // The names in the list, in its order.
    std::string names(Fields fields = {})
    {
        std::string names;
        for (const auto &row : list(std::move(fields)))
            names += row.toObject().value(QStringLiteral("name")).toString().toStdString();
        return names;
    }
    QJsonObject row(const TorrentSnapshot &snapshot)
    {
        engine.publish({snapshot});
        QCoreApplication::processEvents();
        return list({{"hashes", snapshot.id.toHex()}}).at(0).toObject();
    }
    void publish(std::vector<TorrentSnapshot> rows, std::vector<TorrentId> removed = {})
    {
        engine.publish(std::move(rows), std::move(removed));
        QCoreApplication::processEvents();
    }
};

} // namespace trib::test
