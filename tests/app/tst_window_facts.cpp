// What the window is told of libtorrent and the API, and how the API's password and key are made for it.
#include "app/api_secret_maker.h"
#include "app/remote_host.h"
#include "app/window_facts.h"
#include "core/remote/password_hash.h"
#include "core/remote/remote_error.h"
#include "core/torrent/library_safety.h"
#include "core/torrent/lt_engine.h"
#include "tests/support/fake_engine.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

using namespace trib;
using namespace trib::app;

class WindowFactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheLibraryCannotSeedIsWhatItIsNotSafeWith()
    {
        const std::string version = torrent::libtorrentVersion();
        QCOMPARE(unseedableFormats().contains(TorrentFormat::V2), !torrent::isSafe(version, false, true));
        QCOMPARE(unseedableFormats().contains(TorrentFormat::Hybrid), !torrent::isSafe(version, true, true));
        QVERIFY(!unseedableFormats().contains(TorrentFormat::V1));
        QCOMPARE(aboutFacts().refusesV2Only, unseedableFormats().contains(TorrentFormat::V2));
        QVERIFY(aboutFacts().versions.contains(aboutFacts().libtorrent));
    }

    void everyTroubleOfTheApiHasWordsOfItsOwn()
    {
        QVERIFY(troubleOf(Error{remote::RemoteErrc::CannotListen, {}}) == ui::ApiTrouble::PortTaken);
        QVERIFY(troubleOf(Error{remote::RemoteErrc::NotProtected, {}}) == ui::ApiTrouble::NotProtected);
        QVERIFY(troubleOf(Error{remote::RemoteErrc::InvalidSetting, {}}) == ui::ApiTrouble::WrongSetting);
        QVERIFY(troubleOf(Error{make_error_code(EngineErrc::DiskError), {}}) == ui::ApiTrouble::Other);
    }

    void thePasswordAndTheKeyOpenWhatTheirHashesGuard()
    {
        ApiSecretMaker maker;
        const auto hash = maker.hash(QStringLiteral("correct horse battery")).result();
        QVERIFY(hash && remote::matchesHash("correct horse battery", *hash));
        const auto key = maker.makeKey().result();
        QVERIFY(key && key->key.size() == 32 && remote::matchesHash(key->key, key->hash));
        QVERIFY(!maker.hash(QStringLiteral("short")).result());
    }

    void isMadeWhileTheWindowGoesOn()
    {
        ApiSecretMaker maker;
        const QFuture<Result<std::string>> hash = maker.hash(QStringLiteral("correct horse battery"));
        QVERIFY(!hash.isFinished()); // it takes half a second, which nobody waits for here
        QTRY_VERIFY(hash.isFinished());
    }

    void itsEndWaitsForTheAnswer()
    {
        QFuture<Result<std::string>> hash;
        {
            ApiSecretMaker maker;
            hash = maker.hash(QStringLiteral("correct horse battery"));
        }
        QVERIFY(hash.isFinished());
    }

    void theWindowHearsWhetherTheApiListens()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        test::FakeEngine engine;
        test::ManualClock clock;
        NullLog nowhere;
        LogHistory log(clock, nowhere);
        RemoteHost host(engine, clock, log, "/downloads");
        QSignalSpy failed(&host, &RemoteHost::failed);
        QSignalSpy listens(&host, &RemoteHost::listens);
        host.begin();
        settings::EngineSettings settings;
        settings.remote.enabled = true;
        settings.remote.port = other.serverPort();
        Q_EMIT engine.settingsChanged(settings);
        QCOMPARE(failed.count(), 1);
        QVERIFY(troubleOf(failed.first().first().value<Error>()) == ui::ApiTrouble::PortTaken);
        other.close();
        settings.remote.user = "someone"; // anything of it that changes starts it anew
        Q_EMIT engine.settingsChanged(settings);
        QCOMPARE(listens.count(), 1);
        QCOMPARE(failed.count(), 1);
        host.end();
        const auto entries = log.since(0);
        QVERIFY(std::ranges::any_of(entries, [](const LogEntry &entry) { return entry.level == LogLevel::Error && entry.text.starts_with("API: "); }));
    }
};

QTEST_GUILESS_MAIN(WindowFactsTest)
#include "tst_window_facts.moc"
