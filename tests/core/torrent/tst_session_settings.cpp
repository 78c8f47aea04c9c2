#include "core/torrent/session_settings.h"

#include <QTest>

using namespace trib;
using namespace trib::torrent;
using Pack = lt::settings_pack;

// What libtorrent is told of our settings.
class tst_session_settings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheRates();
    void tellsTheAlternativeRatesWhileTheyAreOn();
    void tellsTheQueue();
    void tellsTheNetwork();
    void tellsWhatEncryptionMeans_data();
    void tellsWhatEncryptionMeans();
    void saysWhoWeAre();
    void asksNoNameThatAProxyCannotAsk();
    void keepsWhatProtectsUsOn();
    void tellsTheProxy_data();
    void tellsTheProxy();
};

void tst_session_settings::tellsTheRates()
{
    settings::EngineSettings settings;
    QCOMPARE(changedSettings(settings).get_int(Pack::download_rate_limit), 0); // none
    settings.transfer.downloadLimit = BytesPerSecond(111'000);
    settings.transfer.uploadLimit = BytesPerSecond(std::int64_t{1} << 40); // more than libtorrent can count
    const Pack pack = changedSettings(settings);
    QCOMPARE(pack.get_int(Pack::download_rate_limit), 111'000);
    QCOMPARE(pack.get_int(Pack::upload_rate_limit), std::numeric_limits<int>::max());
}

void tst_session_settings::tellsTheAlternativeRatesWhileTheyAreOn()
{
    settings::EngineSettings settings;
    settings.transfer.downloadLimit = BytesPerSecond(111'000);
    settings.transfer.alternativeDownloadLimit = BytesPerSecond(22'000);
    settings.transfer.alternativeUploadLimit = BytesPerSecond(3'000);
    settings.transfer.useAlternativeLimits = true;
    QCOMPARE(changedSettings(settings).get_int(Pack::download_rate_limit), 22'000);
    QCOMPARE(changedSettings(settings).get_int(Pack::upload_rate_limit), 3'000);
    settings.transfer.useAlternativeLimits = false;
    QCOMPARE(changedSettings(settings).get_int(Pack::download_rate_limit), 111'000);
    QCOMPARE(changedSettings(settings).get_int(Pack::upload_rate_limit), 0);
}

void tst_session_settings::tellsTheQueue()
{
    settings::EngineSettings settings;
    settings.transfer.activeDownloads = 3;
    settings.transfer.activeSeeds = 4;
    settings.transfer.activeTotal = 6;
    settings.transfer.activeChecks = 2;
    const Pack pack = changedSettings(settings);
    QCOMPARE(pack.get_int(Pack::active_downloads), 3);
    QCOMPARE(pack.get_int(Pack::active_seeds), 4);
    QCOMPARE(pack.get_int(Pack::active_limit), 6);
    QCOMPARE(pack.get_int(Pack::active_checking), 2);
}

void tst_session_settings::tellsTheNetwork()
{
    settings::EngineSettings settings;
    settings.network.port = 7000;
    settings.network.interfaces = "eth0, 198.18.0.1,2001:db8::1";
    settings.network.connections = 321;
    settings.network.dht = false;
    settings.network.lsd = false;
    settings.network.portMapping = false;
    Pack pack = changedSettings(settings);
    QCOMPARE(pack.get_str(Pack::listen_interfaces), std::string("eth0:7000,198.18.0.1:7000,[2001:db8::1]:7000"));
    QCOMPARE(pack.get_int(Pack::connections_limit), 321);
    for (const int off : {Pack::enable_dht, Pack::enable_lsd, Pack::enable_upnp, Pack::enable_natpmp})
        QVERIFY(!pack.get_bool(off));
    QVERIFY(pack.get_bool(Pack::enable_incoming_utp) && pack.get_bool(Pack::enable_outgoing_tcp));
    settings.network.utp = false;
    settings.network.interfaces.clear();
    pack = changedSettings(settings);
    QVERIFY(!pack.get_bool(Pack::enable_incoming_utp) && !pack.get_bool(Pack::enable_outgoing_utp));
    QCOMPARE(pack.get_str(Pack::listen_interfaces), std::string("0.0.0.0:7000,[::]:7000"));
}

void tst_session_settings::tellsWhatEncryptionMeans_data()
{
    QTest::addColumn<int>("encryption");
    QTest::addColumn<int>("policy");
    QTest::newRow("prefer") << int(settings::Encryption::Prefer) << int(Pack::pe_enabled);
    QTest::newRow("require") << int(settings::Encryption::Require) << int(Pack::pe_forced);
    QTest::newRow("disable") << int(settings::Encryption::Disable) << int(Pack::pe_disabled);
}

void tst_session_settings::tellsWhatEncryptionMeans()
{
    QFETCH(int, encryption);
    QFETCH(int, policy);
    settings::EngineSettings settings;
    settings.network.encryption = static_cast<settings::Encryption>(encryption);
    QCOMPARE(changedSettings(settings).get_int(Pack::in_enc_policy), policy);
    QCOMPARE(changedSettings(settings).get_int(Pack::out_enc_policy), policy);
}

void tst_session_settings::saysWhoWeAre()
{
    const Pack pack = startSettings({});
    QCOMPARE(pack.get_str(Pack::user_agent), std::string("Tributary/" TRIB_VERSION));
    QCOMPARE(pack.get_str(Pack::handshake_client_version), std::string("Tributary/" TRIB_VERSION));
    QString digits = QStringLiteral(TRIB_VERSION).remove(QLatin1Char('.'));
    QCOMPARE(pack.get_str(Pack::peer_fingerprint), (QStringLiteral("-TY") + digits + QStringLiteral("0-")).toStdString());
}

void tst_session_settings::asksNoNameThatAProxyCannotAsk()
{
    settings::EngineSettings settings;
    settings.network.dhtBootstrap = "dht.example:25401,198.18.0.7:6881,router.example:6881,[2001:db8::7]:6881";
    QCOMPARE(changedSettings(settings).get_str(Pack::dht_bootstrap_nodes), settings.network.dhtBootstrap);
    settings.network.proxy = "socks5://198.18.0.9:1080";
    Pack pack = changedSettings(settings);
    QCOMPARE(pack.get_str(Pack::dht_bootstrap_nodes), std::string("198.18.0.7:6881,[2001:db8::7]:6881"));
    QVERIFY(pack.get_bool(Pack::enable_dht));
    settings.network.proxy = "http://198.18.0.9:1080";
    QVERIFY(!changedSettings(settings).get_bool(Pack::enable_dht));
}

void tst_session_settings::keepsWhatProtectsUsOn()
{
    const Pack pack = startSettings({});
    QVERIFY(pack.get_bool(Pack::validate_https_trackers) && pack.get_bool(Pack::ssrf_mitigation));
    QVERIFY(!pack.get_bool(Pack::allow_idna));
}

void tst_session_settings::tellsTheProxy_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<int>("type");
    QTest::newRow("none") << QString() << int(Pack::none);
    QTest::newRow("socks5") << QStringLiteral("socks5://198.18.0.9:1080") << int(Pack::socks5);
    QTest::newRow("socks5 with a password") << QStringLiteral("socks5://me:secret@198.18.0.9:1080") << int(Pack::socks5_pw);
    QTest::newRow("http") << QStringLiteral("http://198.18.0.9:1080") << int(Pack::http);
    QTest::newRow("http with a password") << QStringLiteral("http://me:secret@198.18.0.9:1080") << int(Pack::http_pw);
}

void tst_session_settings::tellsTheProxy()
{
    QFETCH(QString, proxy);
    QFETCH(int, type);
    settings::EngineSettings settings;
    settings.network.proxy = proxy.toStdString();
    const Pack pack = changedSettings(settings);
    QCOMPARE(pack.get_int(Pack::proxy_type), type);
    QCOMPARE(pack.get_str(Pack::proxy_hostname), std::string(proxy.isEmpty() ? "" : "198.18.0.9"));
    QCOMPARE(pack.get_int(Pack::proxy_port), proxy.isEmpty() ? 0 : 1080);
    QCOMPARE(pack.get_str(Pack::proxy_password), std::string(proxy.contains(u"secret") ? "secret" : ""));
    QVERIFY(pack.get_bool(Pack::proxy_hostnames) && pack.get_bool(Pack::proxy_tracker_connections) && pack.get_bool(Pack::proxy_peer_connections));
}

QTEST_GUILESS_MAIN(tst_session_settings)
#include "tst_session_settings.moc"
