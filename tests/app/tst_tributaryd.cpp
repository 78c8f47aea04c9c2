// The built program, run as a user runs it. Without the network: its configuration keeps it to the loopback device.
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

namespace {

constexpr int kPatience = 30'000;

struct Output {
    int status;
    QByteArray out;
    QByteArray error;
};

// A torrent of one file of 5 bytes, made here: its pieces are the SHA-1 of "hello".
QByteArray smallTorrent(const QByteArray &name)
{
    const QByteArray pieces = QCryptographicHash::hash("hello", QCryptographicHash::Sha1);
    return "d4:infod6:lengthi5e4:name" + QByteArray::number(name.size()) + ":" + name + "12:piece lengthi16384e6:pieces20:" + pieces + "ee";
}

struct Profile {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("profile"));
    QString config = folder.filePath(QStringLiteral("tributaryd.conf"));
    QString downloads = folder.filePath(QStringLiteral("downloads"));

    Profile()
    {
        QDir().mkpath(downloads);
        write(config, "network/interfaces = 127.0.0.1\nnetwork/dht = false\nnetwork/lsd = false\nnetwork/port_mapping = false\nstorage/save_path = "
                + downloads.toUtf8() + "\nstorage/start_when_added = false\n");
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(path));
    }
    QString torrent(const QByteArray &name)
    {
        const QString file = folder.filePath(QString::fromUtf8(name) + QStringLiteral(".torrent"));
        write(file, smallTorrent(name));
        return file;
    }
};

void setUp(QProcess &process, const Profile &profile, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), profile.folder.path());
    process.setProcessEnvironment(environment);
    process.setProgram(QStringLiteral(TRIBUTARYD));
    process.setArguments(QStringList{QStringLiteral("--profile"), profile.path} + arguments);
}

Output run(const Profile &profile, const QStringList &arguments)
{
    QProcess process;
    setUp(process, profile, arguments);
    process.start();
    if (!process.waitForFinished(kPatience) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError() + " (did not end by itself)"};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

// A running tributaryd; killed when the test leaves without ending it.
class Running {
public:
    explicit Running(const Profile &profile, const QStringList &more = {})
    {
        setUp(m_process, profile, QStringList{QStringLiteral("--config"), profile.config} + more);
        m_process.start();
    }
    ~Running()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished(kPatience);
        }
    }

    bool isReady()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(kPatience)) { }
        return m_process.readLine().endsWith(" ready\n");
    }
    void signal(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }
    // The exit status, or -1 when it did not end in time or by itself.
    int end()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kPatience))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    QByteArray error() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
};

QJsonObject json(const Output &output) { return QJsonDocument::fromJson(output.out).object(); }

unsigned mode(const QString &path)
{
    struct stat entry{};
    return ::stat(qPrintable(path), &entry) == 0 ? entry.st_mode & 0777 : 0;
}

} // namespace

class TributarydTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsInOrderOnASignal_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void endsInOrderOnASignal()
    {
        QFETCH(int, signal);
        Profile profile;
        Running daemon(profile);
        QVERIFY2(daemon.isReady(), daemon.error().constData());
        daemon.signal(signal);
        QCOMPARE(daemon.end(), 0);
        QVERIFY(!QFile::exists(profile.path + QStringLiteral("/control.sock")));
    }

    void keepsItsFilesToItsUser()
    {
        Profile profile;
        QDir().mkpath(profile.path);
        QVERIFY(QFile::setPermissions(profile.path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ReadOther));
        Running daemon(profile);
        QVERIFY2(daemon.isReady(), daemon.error().constData());
        QCOMPARE(mode(profile.path), 0700u);
        QCOMPARE(mode(profile.path + QStringLiteral("/control.sock")), 0600u);
        daemon.signal(SIGTERM);
        QCOMPARE(daemon.end(), 0);
    }

    void backsUpAndRestores()
    {
        Profile profile;
        const QString file = profile.path + QStringLiteral("-one.backup");
        {
            Running daemon(profile);
            QVERIFY2(daemon.isReady(), daemon.error().constData());
            QCOMPARE(run(profile, {QStringLiteral("add"), QStringLiteral("--stopped"), profile.torrent("kept")}).status, 0);
            QCOMPARE(run(profile, {QStringLiteral("watch"), QStringLiteral("add"), QStringLiteral("/nowhere/in")}).status, 0);
            const Output made = run(profile, {QStringLiteral("backup"), file});
            QVERIFY2(made.status == 0, made.error.constData());
            const Output again = run(profile, {QStringLiteral("backup"), file});
            QVERIFY(again.status == 1 && again.error.startsWith("target-exists"));
            QCOMPARE(run(profile, {QStringLiteral("watch"), QStringLiteral("remove"), QStringLiteral("/nowhere/in")}).status, 0);
            QCOMPARE(run(profile, {QStringLiteral("add"), QStringLiteral("--stopped"), profile.torrent("later")}).status, 0);
            const Output refused = run(profile, {QStringLiteral("restore"), file});
            QVERIFY(refused.status == 1 && refused.error.startsWith("already-running"));
            daemon.signal(SIGTERM);
            QCOMPARE(daemon.end(), 0);
        }
        QCOMPARE(json(run(profile, {QStringLiteral("restore"), QStringLiteral("--json"), file})).value(QStringLiteral("torrents")).toInt(), 1);
        Running daemon(profile);
        QVERIFY2(daemon.isReady(), daemon.error().constData());
        const auto torrents = json(run(profile, {QStringLiteral("list"), QStringLiteral("--json")})).value(QStringLiteral("torrents")).toArray();
        QCOMPARE(torrents.size(), 1);
        QCOMPARE(torrents.first().toObject().value(QStringLiteral("name")).toString(), QStringLiteral("kept"));
        const auto folders = json(run(profile, {QStringLiteral("watch"), QStringLiteral("list"), QStringLiteral("--json")})).value(QStringLiteral("folders")).toArray();
        QCOMPARE(folders.size(), 1);
        daemon.signal(SIGTERM);
        QCOMPARE(daemon.end(), 0);
    }

    void aSecondStartHandsItsSourcesToTheFirst()
    {
        Profile profile;
        Running first(profile);
        QVERIFY2(first.isReady(), first.error().constData());
        const Output empty = run(profile, {});
        QCOMPARE(empty.status, 0);
        QVERIFY(empty.out.isEmpty());
        const Output second = run(profile, {profile.torrent("handed-over")});
        QVERIFY2(second.status == 0, second.error.constData());
        const auto torrents = json(run(profile, {QStringLiteral("list"), QStringLiteral("--json")})).value(QStringLiteral("torrents")).toArray();
        QCOMPARE(torrents.size(), 1);
        QCOMPARE(torrents.first().toObject().value(QStringLiteral("name")).toString(), QStringLiteral("handed-over"));
        const Output third = run(profile, {profile.torrent("handed-over")});
        QCOMPARE(third.status, 1);
        QVERIFY2(third.error.contains("duplicate-torrent"), third.error.constData());
        first.signal(SIGTERM);
        QCOMPARE(first.end(), 0);
    }

    void ofTwoStartsAtOnceOneRuns()
    {
        Profile profile;
        Running one(profile);
        Running two(profile, {profile.torrent("at-once")});
        QTRY_VERIFY_WITH_TIMEOUT(run(profile, {QStringLiteral("list")}).out.contains("at-once"), kPatience);
        QCOMPARE(run(profile, {QStringLiteral("shutdown")}).status, 0);
        QCOMPARE(one.end(), 0);
        QCOMPARE(two.end(), 0);
    }

    void startsWhereOneWasKilled()
    {
        Profile profile;
        {
            Running daemon(profile);
            QVERIFY2(daemon.isReady(), daemon.error().constData());
            QCOMPARE(run(profile, {QStringLiteral("add"), profile.torrent("kept")}).status, 0);
            daemon.signal(SIGKILL);
            QCOMPARE(daemon.end(), -1);
        }
        QVERIFY(QFileInfo::exists(profile.path + QStringLiteral("/control.sock")));
        Running again(profile);
        QVERIFY2(again.isReady(), again.error().constData());
        QVERIFY(run(profile, {QStringLiteral("list")}).out.contains("kept"));
        again.signal(SIGTERM);
        QCOMPARE(again.end(), 0);
    }

    void itsCommandsWork()
    {
        Profile profile;
        Running daemon(profile);
        QVERIFY2(daemon.isReady(), daemon.error().constData());
        const Output added = run(profile, {QStringLiteral("add"), profile.torrent("a")});
        QVERIFY2(added.status == 0, added.error.constData());
        const QString id = QString::fromLatin1(added.out.trimmed());
        QCOMPARE(id.size(), 40);
        const Output shown = run(profile, {QStringLiteral("show"), id.left(8), QStringLiteral("--json"), QStringLiteral("--files"), QStringLiteral("--general")});
        QVERIFY2(shown.status == 0, shown.error.constData());
        QCOMPARE(json(shown).value(QStringLiteral("files")).toArray().first().toObject().value(QStringLiteral("path")).toString(), QStringLiteral("a"));
        QCOMPARE(json(shown).value(QStringLiteral("general")).toObject().value(QStringLiteral("pieceCount")).toInteger(), 1);

        QCOMPARE(run(profile, {QStringLiteral("rename"), id, QStringLiteral("b")}).status, 0);
        QTRY_VERIFY(run(profile, {QStringLiteral("list")}).out.endsWith("  b\n"));
        QCOMPARE(run(profile, {QStringLiteral("set"), QStringLiteral("transfer/active_downloads=3")}).status, 0);
        QVERIFY(run(profile, {QStringLiteral("settings")}).out.contains("transfer/active_downloads = 3\n"));

        QCOMPARE(run(profile, {QStringLiteral("save-category"), QStringLiteral("video"), QStringLiteral("--save-path"), QStringLiteral("/v")}).status, 0);
        QCOMPARE(run(profile, {QStringLiteral("tag"), QStringLiteral("--add"), QStringLiteral("good"), id}).status, 0);
        QCOMPARE(run(profile, {QStringLiteral("labels"), QStringLiteral("--json")}).out,
            QByteArray(R"({"categories":[{"name":"video","savePath":"/v"}],"tags":["good"]})") + '\n');

        const QString file = profile.folder.filePath(QStringLiteral("out.torrent"));
        const Output exported = run(profile, {QStringLiteral("export"), id, file});
        QVERIFY2(exported.status == 0, exported.error.constData());
        QVERIFY(QFileInfo(file).size() > 0);
        const Output twice = run(profile, {QStringLiteral("export"), id, file});
        QCOMPARE(twice.status, 1);
        QVERIFY(twice.error.startsWith("file-not-written"));

        QCOMPARE(run(profile, {QStringLiteral("remove"), id}).status, 0);
        QCOMPARE(run(profile, {QStringLiteral("list")}).out, QByteArray());
        const Output gone = run(profile, {QStringLiteral("stop"), QStringLiteral("--json"), id});
        QCOMPARE(gone.status, 1);
        QCOMPARE(QJsonDocument::fromJson(gone.error).object().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
            QStringLiteral("no-such-torrent"));
        QCOMPARE(run(profile, {QStringLiteral("shutdown")}).status, 0);
        QCOMPARE(daemon.end(), 0);
    }

    void tellsFailuresApartByItsExitStatus()
    {
        const Profile profile;
        QCOMPARE(run(profile, {QStringLiteral("list")}).status, 3);
        QCOMPARE(run(profile, {QStringLiteral("frobnicate")}).status, 2);
        QCOMPARE(run(profile, {QStringLiteral("stop")}).status, 2);
        QCOMPARE(run(profile, {QStringLiteral("--config"), QStringLiteral("none")}).status, 1);
        QVERIFY(!QFile::exists(profile.path));
    }

    void refusesAConfigurationThatIsWrongByItsLine()
    {
        const Profile profile;
        Profile::write(profile.config, "network/dht = false\nnetwork/port = x\n");
        const Output output = run(profile, {QStringLiteral("--config"), profile.config});
        QCOMPARE(output.status, 1);
        QVERIFY2(output.error.contains("line 2: network/port: not a whole number"), output.error.constData());
    }

    void aProfileWithALongPathStillHasASocket()
    {
        Profile profile;
        profile.path += QStringLiteral("/") + QString(100, u'x') + QStringLiteral("/y");
        Running daemon(profile);
        QVERIFY2(daemon.isReady(), daemon.error().constData());
        QCOMPARE(run(profile, {QStringLiteral("list")}).status, 0);
        QFile pointer(profile.path + QStringLiteral("/control.path"));
        QVERIFY(pointer.open(QIODevice::ReadOnly));
        QCOMPARE(mode(QString::fromUtf8(pointer.readAll())), 0600u);
        daemon.signal(SIGTERM);
        QCOMPARE(daemon.end(), 0);
    }

    void printsItsVersionAndTheVersionsOfItsLibraries()
    {
        const Output output = run(Profile(), {QStringLiteral("--version")});
        QCOMPARE(output.status, 0);
        const QString line = QString::fromUtf8(output.out);
        QVERIFY2(line.startsWith(QStringLiteral("Tributary " TRIB_VERSION " (libtorrent 2.")), qPrintable(line));
        QVERIFY2(line.contains(QStringLiteral("Qt 6.")) && line.contains(QStringLiteral("OpenSSL 3.")) && line.contains(QStringLiteral("SQLite 3.")),
            qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(TributarydTest)
#include "tst_tributaryd.moc"
