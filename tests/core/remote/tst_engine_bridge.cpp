#include "core/remote/engine_bridge.h"
#include "tests/core/remote/api_place.h"

#include <QThread>

#include <atomic>
#include <deque>
#include <map>

using namespace trib;
using namespace trib::test;
using remote::EngineNews;

namespace {

struct Feed final : remote::EngineFeed {
    void take(const EngineNews &given) override
    {
        for (const TorrentId &id : given.removed)
            rows.erase(id);
        for (const SnapshotPointer &row : given.upserted)
            rows[row->id] = row;
        if (given.labels)
            labels = *given.labels;
        if (given.status)
            status = *given.status;
        ++takes;
        thread = QThread::currentThread();
    }

    std::map<TorrentId, SnapshotPointer> rows;
    Labels labels;
    SessionStatus status;
    std::atomic<int> takes = 0;
    std::atomic<QThread *> thread = nullptr;
};

// What is posted waits until the test runs it.
struct Held {
    std::deque<std::function<void()>> jobs;
    remote::Post post() { return [this](std::function<void()> job) { jobs.push_back(std::move(job)); }; }
    void runOne()
    {
        const auto job = std::move(jobs.front());
        jobs.pop_front();
        job();
        QCoreApplication::processEvents();
    }
    void runAll()
    {
        while (!jobs.empty())
            runOne();
    }
};

} // namespace

class EngineBridgeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoeverComesLateIsToldEverything()
    {
        FakeEngine engine;
        remote::EngineBridge bridge(engine);
        engine.publish({torrentOf(kFirst), torrentOf(kSecond)});
        engine.publish({}, {idOf(kFirst)});
        engine.publishLabels({{{"tv", ""}}, {"x"}});
        SessionStatus status;
        status.dhtNodes = 9;
        engine.publishStatus(status);
        Feed feed;
        const auto port = bridge.open([](const std::function<void()> &f) { f(); });
        port->follow(feed);
        QTRY_COMPARE(feed.takes.load(), 1);
        QCOMPARE(feed.rows.size(), 1u);
        QVERIFY(feed.rows.contains(idOf(kSecond)));
        QCOMPARE(feed.labels.tags.size(), 1u);
        QCOMPARE(feed.status.dhtNodes, 9);
        bridge.close();
    }

    void changesMergeWhileTheReaderIsBusy()
    {
        FakeEngine engine;
        remote::EngineBridge bridge(engine);
        Held held;
        Feed feed;
        const auto port = bridge.open(held.post());
        port->follow(feed);
        QTRY_COMPARE(held.jobs.size(), 1u);
        for (int i = 0; i < 50; ++i)
            engine.publish({torrentOf(kFirst, std::to_string(i))});
        engine.publish({torrentOf(kSecond)});
        engine.publish({}, {idOf(kSecond)});
        QCOMPARE(held.jobs.size(), 1u);
        held.runOne();
        QCOMPARE(held.jobs.size(), 1u); // all that came meanwhile
        held.runAll();
        QCOMPARE(feed.takes.load(), 2);
        QCOMPARE(feed.rows.at(idOf(kFirst))->name, std::string("49"));
        QCOMPARE(feed.rows.size(), 1u);
        bridge.close();
    }

    void anAnswerComesBehindWhatItTellsOf()
    {
        FakeEngine engine;
        engine.manual = true;
        remote::EngineBridge bridge(engine);
        Held held;
        Feed feed;
        const auto port = bridge.open(held.post());
        port->follow(feed);
        QTRY_COMPARE(held.jobs.size(), 1u); // not taken yet: the reader is busy
        bool shown = false;
        bool answered = false;
        port->add({}, [&](const Result<TorrentId> &id) {
            answered = true;
            shown = id && feed.rows.contains(*id);
        });
        QTRY_COMPARE(engine.adds.size(), 1u);
        QVERIFY(engine.answerAdd(idOf(kFirst)));
        QCoreApplication::processEvents();
        engine.publish({torrentOf(kFirst)});
        QTRY_VERIFY(held.jobs.size() >= 3u);
        held.runAll();
        QVERIFY(answered && shown);
        bridge.close();
    }

    void theFirstFailureOfSeveralIsTheAnswer()
    {
        FakeEngine engine;
        engine.manual = true;
        remote::EngineBridge bridge(engine);
        const auto port = bridge.open([](const std::function<void()> &f) { f(); });
        std::optional<Result<>> answer;
        port->submit({StopTorrents{}, StartTorrents{}, StopTorrents{}}, [&](const Result<> &done) { answer = done; });
        QTRY_COMPARE(engine.commands.size(), 3u);
        QVERIFY(engine.answerSubmit(success()));
        QVERIFY(engine.answerSubmit(failure(EngineErrc::NameInvalid)));
        QVERIFY(!answer);
        QVERIFY(engine.answerSubmit(failure(EngineErrc::NoSuchFile)));
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().code, make_error_code(EngineErrc::NameInvalid));
        bridge.close();
    }

    void nothingIsPostedAfterTheEndNorToTheNextReader()
    {
        FakeEngine engine;
        engine.manual = true;
        remote::EngineBridge bridge(engine);
        Held held;
        Feed feed;
        bool answered = false;
        {
            const auto port = bridge.open(held.post());
            port->follow(feed);
            QTRY_COMPARE(held.jobs.size(), 1u);
            held.runAll();
            port->submit({StopTorrents{}}, [&](const Result<> &) { answered = true; });
            QTRY_COMPARE(engine.commands.size(), 1u);
            bridge.close();
        }
        Held next;
        Feed second;
        const auto port = bridge.open(next.post());
        port->follow(second);
        QVERIFY(engine.answerSubmit(success()));
        QVERIFY(QTest::qWaitFor([&] { return engine.answerDetail(failure(EngineErrc::NoSuchTorrent)); }, 1000));
        engine.publish({torrentOf(kFirst)});
        QCoreApplication::processEvents();
        QVERIFY(held.jobs.empty());
        next.runAll();
        QVERIFY(!answered);
        QCOMPARE(second.rows.size(), 1u);
        bridge.close();
    }

    void theSettingsAreChangedAsTheyAreThen()
    {
        FakeEngine engine;
        remote::EngineBridge bridge(engine);
        const auto port = bridge.open([](const std::function<void()> &f) { f(); });
        int answers = 0;
        Result<> last = success();
        const auto count = [&](const Result<> &done) {
            ++answers;
            last = done;
        };
        const auto limit = [](settings::EngineSettings &s) { s.transfer.downloadLimit = BytesPerSecond(5); };
        port->configure(limit, count);
        QTRY_COMPARE(answers, 1);
        QVERIFY(!last); // they are not loaded
        settings::EngineSettings settings;
        settings.network.dht = false;
        Q_EMIT engine.settingsChanged(settings);
        port->configure(limit, count);
        QTRY_COMPARE(answers, 2);
        QVERIFY(last.has_value());
        QVERIFY(!engine.configurations.back().network.dht);
        QCOMPARE(engine.configurations.back().transfer.downloadLimit, BytesPerSecond(5));
        port->configure(limit, count); // they are so already
        QTRY_COMPARE(answers, 3);
        QCOMPARE(engine.configurations.size(), 1u);
        bridge.close();
    }

    void theEngineIsAskedOnItsOwnThreadAndTheReaderToldOnIts()
    {
        FakeEngine engine;
        engine.detailAnswers[idOf(kFirst)].id = idOf(kFirst);
        remote::EngineBridge bridge(engine);
        QThread thread;
        QObject there;
        there.moveToThread(&thread);
        thread.start();
        Feed feed;
        const auto port = bridge.open([&there](std::function<void()> f) { QMetaObject::invokeMethod(&there, std::move(f), Qt::QueuedConnection); });
        std::atomic<QThread *> answeredOn = nullptr;
        QMetaObject::invokeMethod(&there, [&] {
            port->follow(feed);
            port->detail(idOf(kFirst), {.general = true}, [&](const auto &detail) { answeredOn = detail ? QThread::currentThread() : nullptr; });
        }, Qt::QueuedConnection);
        engine.publish({torrentOf(kFirst)});
        QTRY_COMPARE(answeredOn.load(), &thread);
        QTRY_COMPARE(feed.thread.load(), &thread);
        QCOMPARE(engine.details.size(), 1u); // by the engine's own thread, or this were a race
        thread.quit();
        QVERIFY(thread.wait(5000));
        bridge.close();
    }

    void requestsWaitForTheFirstNews()
    {
        FakeEngine engine;
        engine.publish({torrentOf(kFirst)});
        remote::EngineBridge bridge(engine);
        Held held;
        remote::Api api(bridge.open(held.post()), {});
        std::optional<remote::HttpResponse> answer;
        remote::HttpRequest request;
        request.method = "GET";
        request.path = "/api/v2/torrents/count";
        api.handler()(request, [&](remote::HttpResponse response) { answer = std::move(response); });
        QTRY_COMPARE(held.jobs.size(), 1u);
        QVERIFY(!answer);
        held.runAll();
        QVERIFY(answer && answer->body == "0"); // published before the bridge was there
        bridge.close();
    }
};

QTEST_GUILESS_MAIN(EngineBridgeTest)
#include "tst_engine_bridge.moc"
