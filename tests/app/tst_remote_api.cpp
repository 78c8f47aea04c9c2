// The API of the built program, switched on, guarded and used as a user does it.
#include "tests/core/remote/http_client.h"

#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

using trib::test::HttpAnswer;
using trib::test::HttpClient;

namespace {

constexpr int kPatience = 30'000;
constexpr const char *kVersion = "/api/v2/app/version";
const QByteArray kNew = "another horse battery";

struct Output {
    int status;
    QByteArray out;
    QByteArray error;
};

[[nodiscard]] std::uint16_t freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : std::uint16_t{0};
}

class Profile {
public:
    Profile()
    {
        write("network/interfaces = 127.0.0.1\nnetwork/dht = false\nnetwork/lsd = false\nnetwork/port_mapping = false\nstorage/save_path = "
            + m_folder.path().toUtf8() + "\n");
    }

    void write(const QByteArray &more)
    {
        QFile file(config);
        if (!file.open(QIODevice::Append) || file.write(more) != more.size())
            qFatal("%s cannot be written", qPrintable(config));
    }

    void setUp(QProcess &process, const QStringList &arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        process.setProcessEnvironment(environment);
        process.setProgram(QStringLiteral(TRIBUTARYD));
        process.setArguments(QStringList{QStringLiteral("--profile"), path} + arguments);
    }

    [[nodiscard]] Output run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        setUp(process, arguments);
        process.start();
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(kPatience) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(), process.readAllStandardError() + " (did not end by itself)"};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    [[nodiscard]] Output set(const QByteArray &keyValue) const { return run({QStringLiteral("set"), QString::fromUtf8(keyValue)}); }
    [[nodiscard]] Output setPassword(const QByteArray &password) const { return run({QStringLiteral("--set-api-password")}, password + "\n"); }

    [[nodiscard]] QByteArray log() const
    {
        QFile file(path + QStringLiteral("/tributary.log"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;

public:
    const QString path = m_folder.filePath(QStringLiteral("profile"));
    const QString config = m_folder.filePath(QStringLiteral("tributaryd.conf"));
    const std::uint16_t port = freePort();
};

// Ended in order at the end of its scope.
class Running {
public:
    explicit Running(const Profile &profile)
    {
        profile.setUp(m_process, {QStringLiteral("--config"), profile.config});
        m_process.start();
        while (!m_process.canReadLine() && m_process.waitForReadyRead(kPatience)) { }
        isReady = m_process.readLine().endsWith(" ready\n");
    }
    ~Running()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.terminate();
        if (!m_process.waitForFinished(kPatience))
            m_process.kill();
    }
    // The exit status of a program that ends by itself; -1 else.
    [[nodiscard]] int end()
    {
        const bool isOver = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(kPatience);
        return isOver && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    // What the program has said on its standard error up to and with `text`.
    [[nodiscard]] QByteArray errorWith(const QByteArray &text)
    {
        QByteArray error;
        m_process.setReadChannel(QProcess::StandardError);
        while (!error.contains(text) && (m_process.bytesAvailable() > 0 || m_process.waitForReadyRead(kPatience)))
            error += m_process.readAllStandardError();
        return error;
    }

    bool isReady = false;

private:
    QProcess m_process;
};

// A terminal, and what a person at it types and sees.
class Terminal {
public:
    Terminal() : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK))
    {
        if (m_master >= 0 && ::grantpt(m_master) == 0 && ::unlockpt(m_master) == 0)
            m_slave = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY | O_CLOEXEC); // kept, so that it lives on when the program ends
    }
    ~Terminal()
    {
        ::close(m_slave);
        ::close(m_master);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    [[nodiscard]] bool isOpen() const { return m_slave >= 0; }
    [[nodiscard]] QString path() const { return QString::fromLocal8Bit(::ptsname(m_master)); }
    void type(const QByteArray &text) const
    {
        if (::write(m_master, text.constData(), static_cast<std::size_t>(text.size())) != text.size())
            qFatal("the terminal takes nothing");
    }
    [[nodiscard]] QByteArray shown()
    {
        char bytes[4096];
        for (ssize_t size = 0; (size = ::read(m_master, bytes, sizeof bytes)) > 0;)
            m_shown.append(bytes, size);
        return m_shown;
    }

private:
    int m_master;
    int m_slave = -1;
    QByteArray m_shown;
};

[[nodiscard]] int login(const Profile &profile, const QByteArray &password)
{
    return HttpClient(profile.port).post("/api/v2/auth/login", "username=admin&password=" + password).status;
}

[[nodiscard]] bool isListening(const Profile &profile)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), profile.port);
    return socket.waitForConnected(kPatience);
}

} // namespace

class TestRemoteApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isOffUntilItIsSwitchedOn()
    {
        Profile profile;
        QVERIFY(profile.port != 0);
        profile.write("remote/port = " + QByteArray::number(profile.port) + "\n");
        Running running(profile);
        QVERIFY(running.isReady);
        QVERIFY(!isListening(profile));
        QCOMPARE(profile.set("remote/enabled=true").status, 0);
        QTRY_VERIFY(isListening(profile));
        QCOMPARE(login(profile, "adminadmin"), 401);
        QCOMPARE(login(profile, ""), 401);
        QCOMPARE(profile.set("remote/enabled=false").status, 0);
        QTRY_VERIFY(!isListening(profile));
    }

    void thePasswordIsSetWhileNothingRuns()
    {
        Profile profile;
        QCOMPARE(profile.setPassword("too short").status, 1);
        QCOMPARE(profile.setPassword(trib::test::kPassword).status, 0);
        profile.write("remote/enabled = true\nremote/port = " + QByteArray::number(profile.port) + "\n");
        Running running(profile);
        QVERIFY(running.isReady);
        QTRY_VERIFY(isListening(profile));
        QCOMPARE(login(profile, trib::test::kPassword), 200);
        QCOMPARE(login(profile, "too short"), 401);
    }

    void thePasswordIsChangedWhileTheProgramRuns()
    {
        Profile profile;
        profile.write("remote/enabled = true\nremote/port = " + QByteArray::number(profile.port) + "\n");
        QCOMPARE(profile.setPassword(trib::test::kPassword).status, 0);
        {
            Running running(profile);
            QVERIFY(running.isReady);
            HttpClient client(profile.port);
            const QByteArray cookie = client.post("/api/v2/auth/login", QByteArray("username=admin&password=") + trib::test::kPassword).headers.value("set-cookie");
            const QByteArray header = "Cookie: " + cookie.left(cookie.indexOf(';')) + "\r\n";
            QCOMPARE(client.get(kVersion, header).status, 200);
            QCOMPARE(profile.setPassword(kNew).status, 0);
            QTRY_COMPARE(login(profile, kNew), 200);
            QCOMPARE(login(profile, trib::test::kPassword), 401);
            QCOMPARE(HttpClient(profile.port).get(kVersion, header).status, 403); // the old one's sessions are over
            const QByteArray shown = profile.run({QStringLiteral("settings")}).out;
            QVERIFY2(shown.contains("remote/password_hash = set\n") && !shown.contains("pbkdf2"), shown.constData());
        }
        const QByteArray log = profile.log();
        QVERIFY(log.contains("API: listens on 127.0.0.1 port") && log.contains("API: login from 127.0.0.1"));
        for (const QByteArray &secret : {QByteArray(trib::test::kPassword), kNew, QByteArray("pbkdf2"), QByteArray("QBT_SID")})
            QVERIFY2(!log.contains(secret), secret.constData());
    }

    void onATerminalThePasswordIsAskedForTwiceAndNotShown_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("status");
        QTest::addRow("the same") << QByteArray(trib::test::kPassword) << 0;
        QTest::addRow("another") << QByteArray("correct horse batterz") << 2;
    }
    void onATerminalThePasswordIsAskedForTwiceAndNotShown()
    {
        QFETCH(QByteArray, second);
        QFETCH(int, status);
        Terminal terminal;
        QVERIFY(terminal.isOpen());
        Profile profile;
        QProcess process;
        profile.setUp(process, {QStringLiteral("--set-api-password")});
        process.setStandardInputFile(terminal.path());
        process.setReadChannel(QProcess::StandardError);
        process.start();
        QByteArray said;
        const auto waitFor = [&](const char *text) {
            while (!said.contains(text) && (process.bytesAvailable() > 0 || process.waitForReadyRead(kPatience)))
                said += process.readAllStandardError();
            return said.contains(text);
        };
        QVERIFY(waitFor("New password"));
        terminal.type(QByteArray(trib::test::kPassword) + "\n");
        QVERIFY(waitFor("The same again"));
        terminal.type(second + "\n");
        QVERIFY(process.waitForFinished(kPatience));
        QCOMPARE(process.exitCode(), status);
        QVERIFY2(!terminal.shown().contains("horse"), "what is typed is not shown");
        terminal.type("seen\n");
        QTRY_VERIFY2(terminal.shown().contains("seen"), "what is typed afterwards is shown again");
    }

    void aKeyIsShownOnceAndOpensTheMethods()
    {
        Profile profile;
        profile.write("remote/enabled = true\nremote/port = " + QByteArray::number(profile.port) + "\n");
        const Output made = profile.run({QStringLiteral("--new-api-key")});
        QCOMPARE(made.status, 0);
        const QByteArray key = made.out.trimmed();
        QCOMPARE(key.size(), 32);
        Running running(profile);
        QVERIFY(running.isReady);
        QTRY_VERIFY(isListening(profile));
        const HttpAnswer answer = HttpClient(profile.port).get(kVersion, "Authorization: Bearer " + key + "\r\n");
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.body.startsWith("v5."), answer.body.constData());
        QVERIFY(!profile.log().contains(key));
    }

    void saysWhyItDoesNotListen_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QByteArray>("why");
        QTest::addRow("everywhere without a password") << QByteArray("remote/address = 0.0.0.0\n") << QByteArray("without a password");
        QTest::addRow("no address") << QByteArray("remote/address = example.org\n") << QByteArray("remote/address: must be an IP address");
        QTest::addRow("no certificate") << QByteArray("remote/certificate = none.pem\nremote/private_key = none.key\n") << QByteArray("remote/certificate: ");
    }
    void saysWhyItDoesNotListen()
    {
        QFETCH(QByteArray, settings);
        QFETCH(QByteArray, why);
        Profile profile;
        profile.write("remote/enabled = true\nremote/port = " + QByteArray::number(profile.port) + "\n" + settings);
        Running running(profile);
        QVERIFY(running.isReady);
        QVERIFY(running.errorWith(why).contains("the API is off: "));
        QVERIFY(!isListening(profile));
        QVERIFY(profile.log().contains(why));
        QCOMPARE(profile.run({QStringLiteral("list")}).status, 0);
    }

    void aClientMayEndTheProgram()
    {
        Profile profile;
        profile.write("remote/enabled = true\nremote/port = " + QByteArray::number(profile.port) + "\n");
        QCOMPARE(profile.setPassword(trib::test::kPassword).status, 0);
        Running running(profile);
        QVERIFY(running.isReady);
        QTRY_VERIFY(isListening(profile));
        const QByteArray basic = "Authorization: Basic " + (QByteArray("admin:") + trib::test::kPassword).toBase64() + "\r\n";
        QCOMPARE(HttpClient(profile.port).post("/api/v2/app/shutdown", "", basic).status, 200);
        QCOMPARE(running.end(), 0);
        QVERIFY(profile.log().endsWith("ended\n"));
    }
};

QTEST_GUILESS_MAIN(TestRemoteApi)
#include "tst_remote_api.moc"
