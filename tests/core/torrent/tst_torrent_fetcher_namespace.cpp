// Runs itself again within a network namespace whose loopback interface has public and private addresses of its own, and whose hosts file
// names them: the rules for addresses from end to end, without a seam in the product and without a packet that leaves.
#include "core/torrent/torrent_fetcher.h"

#include "tests/core/torrent/fetch_check.h"
#include "tests/core/torrent/loopback_server.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <vector>

using namespace trib::test;
using trib::torrent::FetchPolicy;

namespace {

// 8.8.4.4 and 2606:4700::1 stand for hosts on the internet, 10.1.2.3 for one at home. "both.example" has an address of each kind.
// The mounts are private where the root is a mount, which it is not in a chroot.
constexpr char kSetUp[] = R"(set -e
! grep -q '^[^ ]* [^ ]* [^ ]* [^ ]* / ' /proc/self/mountinfo || mount --make-rprivate /
printf '8.8.4.4 files.example\n10.1.2.3 inside.example\n8.8.4.4 both.example\n10.1.2.3 both.example\n' > "$1/hosts"
mount --bind "$1/hosts" /etc/hosts
ip link set lo up
ip address add 8.8.4.4/32 dev lo
ip address add 10.1.2.3/32 dev lo
ip -6 address add 2606:4700::1/128 dev lo nodad
ip link add other0 type veth peer name other1
ip address add 10.9.9.9/24 dev other0
ip link set other0 up
ip link set other1 up
)";

constexpr std::uint16_t kPort = 8080;

[[nodiscard]] LoopbackServer::Script answering(std::string answer)
{
    return [answer = std::move(answer)](Peer &peer) {
        if (!peer.readHead().empty())
            peer.write(answer);
    };
}

} // namespace

class TestTorrentFetcherNamespace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesToLeadFromPublicToPrivate_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("location");
        for (const char *start : {"http://8.8.4.4:8080/", "http://files.example:8080/", "http://[2606:4700::1]:8080/"}) {
            for (const char *location : {"http://10.1.2.3:8081/", "http://inside.example:8081/", "http://127.0.0.1:8081/", "http://[::1]:8081/", "http://[::ffff:10.1.2.3]:8081/"})
                QTest::addRow("%s to %s", start, location) << QByteArray(start) << QByteArray(location);
        }
    }
    void refusesToLeadFromPublicToPrivate()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, location);
        LoopbackServer inside(answering(okAnswer("inside")), {}, "::", 8081);
        const std::string host = start.contains('[') ? "2606:4700::1" : "8.8.4.4";
        LoopbackServer outside(answering(redirectTo(location.toStdString())), {}, host, kPort);
        QCOMPARE(fetched(start.toStdString()), QStringLiteral("url-refused"));
        QCOMPARE(outside.connections(), 1);
        QCOMPARE(inside.connections(), 0);
    }

    void refusesItWithAPublicHopBetween()
    {
        LoopbackServer inside(answering(okAnswer("inside")), {}, "10.1.2.3", 8081);
        LoopbackServer outside(answering(redirectTo("http://10.1.2.3:8081/")), {}, "8.8.4.4", kPort);
        LoopbackServer first(answering(redirectTo("http://files.example:8080/")), {}, "2606:4700::1", kPort);
        QCOMPARE(fetched("http://[2606:4700::1]:8080/"), QStringLiteral("url-refused"));
        QCOMPARE(outside.connections(), 1);
        QCOMPARE(inside.connections(), 0);
    }

    void ofANameWithBothOnlyThePublicAddressIsUsed()
    {
        LoopbackServer inside(answering(okAnswer("inside")), {}, "10.1.2.3", 8081);
        LoopbackServer outside(answering(okAnswer("outside")), {}, "8.8.4.4", 8081);
        LoopbackServer first(answering(redirectTo("http://both.example:8081/")), {}, "8.8.4.4", kPort);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(fetched("http://files.example:8080/"), QStringLiteral("body: outside"));
        QCOMPARE(inside.connections(), 0);
    }

    void whatTheUserTypedMayBePrivate()
    {
        LoopbackServer inside(answering(okAnswer("inside")), {}, "10.1.2.3", kPort);
        QCOMPARE(fetched("http://inside.example:8080/"), QStringLiteral("body: inside"));
    }

    void aPrivateOriginMayLeadToAPrivateAddress()
    {
        LoopbackServer second(answering(okAnswer("second")), {}, "127.0.0.1", 8081);
        LoopbackServer first(answering(redirectTo("http://127.0.0.1:8081/")), {}, "10.1.2.3", kPort);
        QCOMPARE(fetched("http://inside.example:8080/"), QStringLiteral("body: second"));
    }

    void anInterfaceThatDoesNotLeadThereIsNotLeft()
    {
        LoopbackServer server(answering(okAnswer("x")), {}, "8.8.4.4", kPort);
        FetchPolicy policy;
        policy.interfaces = "lo";
        QCOMPARE(fetched("http://8.8.4.4:8080/", policy), QStringLiteral("body: x"));
        policy.interfaces = "10.9.9.9";
        QCOMPARE(fetched("http://8.8.4.4:8080/", policy), QStringLiteral("body: x")); // an address of ours: the answer finds its way back
        policy.interfaces = "other0";
        policy.idleTimeout = std::chrono::milliseconds(300);
        const QString outcome = fetched("http://8.8.4.4:8080/", policy);
        QVERIFY2(outcome == QStringLiteral("connect-failed") || outcome == QStringLiteral("timed-out"), qPrintable(outcome));
        QCOMPARE(server.connections(), 2);
    }
};

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsSet("TRIB_IN_NAMESPACE")) {
        QCoreApplication application(argc, argv);
        TestTorrentFetcherNamespace test;
        return QTest::qExec(&test, argc, argv);
    }
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const std::string script = std::string(kSetUp) + "shift\nTRIB_IN_NAMESPACE=1 exec \"$@\"\n";
    std::vector<const char *> words{"unshare", geteuid() == 0 ? "-nm" : "-Urnm", "--propagation", "unchanged", "--", "sh", "-c", script.c_str(), "sh", path.c_str()};
    words.insert(words.end(), argv, argv + argc);
    words.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        execvp("unshare", const_cast<char **>(words.data()));
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

#include "tst_torrent_fetcher_namespace.moc"
