// The server over TLS: the certificate that is set, TLS 1.2 or newer, and no start with files that do not fit.
#include "core/remote/remote_error.h"
#include "tests/core/remote/http_client.h"

#include <QProcess>
#include <QSslConfiguration>
#include <QTemporaryDir>

using namespace trib;
using namespace trib::remote;
using test::ApiServer;
using test::HttpAnswer;
using test::HttpClient;

namespace {

constexpr const char *kVersion = "/api/v2/app/version";

} // namespace

class TestServerTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"server", "other"}) {
            QProcess openssl;
            openssl.setWorkingDirectory(m_folder.path());
            const QString base = QString::fromLatin1(name);
            openssl.start(QStringLiteral("openssl"), {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"),
                QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                QStringLiteral("-keyout"), base + QStringLiteral(".key"), QStringLiteral("-out"), base + QStringLiteral(".pem")});
            QVERIFY(openssl.waitForFinished(20'000) && openssl.exitCode() == 0);
        }
    }

    void servesOverTls()
    {
        ApiServer api({}, [&](ServerConfig &config) { useCertificate(config, "server", "server"); });
        QVERIFY(api.start());
        HttpClient client = tlsClient(api, QSsl::SecureProtocols);
        const HttpAnswer answer = client.post("/api/v2/auth/login", QByteArray("username=admin&password=") + test::kPassword);
        QCOMPARE(answer.body, QByteArray("Ok."));
        const QByteArray cookie = answer.headers.value("set-cookie");
        QVERIFY(cookie.endsWith("; Secure"));
        const QByteArray header = "Cookie: " + cookie.left(cookie.indexOf(';')) + "\r\n";
        QCOMPARE(client.get(kVersion, header).status, 200);
        QCOMPARE(client.get("/api/v2/large", header).body.size(), qsizetype(8 << 20));
        QByteArray body(1 << 20, 'x');
        body.prepend("a=");
        QCOMPARE(client.post("/api/v2/a", body, header).body.size(), body.size() + qsizetype(sizeof "POST /api/v2/a"));
    }

    void takesNothingOlderThanTls12_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<bool>("accepted");
        QTest::addRow("TLS 1.3") << int(QSsl::TlsV1_3) << true;
        QTest::addRow("TLS 1.2") << int(QSsl::TlsV1_2) << true;
        QTest::addRow("TLS 1.1") << 1 << false; // QSsl::TlsV1_1, which Qt advises against naming
        QTest::addRow("TLS 1.0") << 0 << false;
    }
    void takesNothingOlderThanTls12()
    {
        QFETCH(int, protocol);
        QFETCH(bool, accepted);
        ApiServer api({}, [&](ServerConfig &config) { useCertificate(config, "server", "server"); });
        QVERIFY(api.start());
        HttpClient client = tlsClient(api, static_cast<QSsl::SslProtocol>(protocol));
        QCOMPARE(qobject_cast<QSslSocket *>(&client.socket())->isEncrypted(), accepted);
        QVERIFY(tlsClient(api, QSsl::SecureProtocols).get("/").status == 404);
    }

    void whoSpeaksPlainHttpGetsNoAnswer()
    {
        ApiServer api({}, [&](ServerConfig &config) { useCertificate(config, "server", "server"); });
        QVERIFY(api.start());
        HttpClient client = api.client();
        QCOMPARE(client.get("/").status, 0);
        QVERIFY(client.isClosed());
    }

    void doesNotStartWithFilesThatDoNotFit_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        QTest::addRow("another certificate's key") << QByteArray("server.pem") << QByteArray("other.key");
        QTest::addRow("no key") << QByteArray("server.pem") << QByteArray();
        QTest::addRow("no certificate") << QByteArray() << QByteArray("server.key");
        QTest::addRow("a certificate that is not there") << QByteArray("none.pem") << QByteArray("server.key");
        QTest::addRow("a key that is not there") << QByteArray("server.pem") << QByteArray("none.key");
        QTest::addRow("a key for a certificate") << QByteArray("server.key") << QByteArray("server.key");
    }
    void doesNotStartWithFilesThatDoNotFit()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, key);
        ApiServer api({}, [&](ServerConfig &config) {
            config.certificate = certificate.isEmpty() ? std::string() : path(certificate);
            config.privateKey = key.isEmpty() ? std::string() : path(key);
        });
        const auto started = api.start();
        QVERIFY(!started && started.error().code == RemoteErrc::InvalidSetting);
        QVERIFY(started.error().detail.find("remote/") == 0);
    }

private:
    [[nodiscard]] std::string path(const QByteArray &name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }

    void useCertificate(ServerConfig &config, const QByteArray &certificate, const QByteArray &key) const
    {
        config.certificate = path(certificate + ".pem");
        config.privateKey = path(key + ".key");
    }

    [[nodiscard]] HttpClient tlsClient(const ApiServer &api, QSsl::SslProtocol protocol) const
    {
        auto socket = std::make_unique<QSslSocket>();
        QSslConfiguration configuration = socket->sslConfiguration();
        configuration.setProtocol(protocol);
        configuration.setCaCertificates(QSslCertificate::fromPath(m_folder.filePath(QStringLiteral("server.pem"))));
        socket->setSslConfiguration(configuration);
        return HttpClient(api.server->port(), std::move(socket));
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestServerTls)
#include "tst_server_tls.moc"
