// Every method that there is, asked for without credentials: none is reached (S5).
#include "core/remote/api.h"
#include "tests/core/remote/http_client.h"

using namespace trib;
using namespace trib::remote;
using test::ApiServer;
using test::HttpClient;

class TestClosedRoutes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noMethodIsReachedWithoutCredentials_data()
    {
        QTest::addColumn<QByteArray>("path");
        QVERIFY(Api::routes().size() > 60);
        for (const RouteInfo &route : Api::routes())
            QTest::addRow("%s", std::string(route.path).c_str()) << QByteArray::fromStdString(std::string(route.path));
    }
    void noMethodIsReachedWithoutCredentials()
    {
        QFETCH(QByteArray, path);
        QVERIFY(path.startsWith("/api/v2/") && !path.startsWith("/api/v2/auth/"));
        HttpClient client = m_api.client();
        for (const char *method : {"GET", "POST"}) {
            for (const QByteArray &headers : {QByteArray(), QByteArray("Cookie: QBT_SID_" + QByteArray::number(m_api.server->port()) + "=" + QByteArray(64, '0') + "\r\n"),
                     QByteArray("X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-User: admin\r\n")})
                QCOMPARE(client.ask(client.request(method, path, {}, headers)).status, 403);
        }
        QVERIFY(m_api.requests().empty());
    }

    void initTestCase() { QVERIFY(m_api.start()); }

private:
    ApiServer m_api;
};

QTEST_GUILESS_MAIN(TestClosedRoutes)
#include "tst_closed_routes.moc"
