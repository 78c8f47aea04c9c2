#include "ui/settings/preferences.h"
#include "ui/settings/validation.h"

#include <QTest>

using namespace trib;
using namespace trib::ui;

class TestValidation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrongInWords_data()
    {
        QTest::addColumn<QString>("problem");
        QTest::addColumn<bool>("fine");
        const auto add = [](const char *name, const QString &problem, bool fine) { QTest::newRow(name) << problem << fine; };
        add("no folder", folderProblem({}), true);
        add("whole path", folderProblem(QStringLiteral("/data")), true);
        add("relative path", folderProblem(QStringLiteral("data")), false);
        add("all interfaces", interfacesProblem({}), true);
        add("names and addresses", interfacesProblem(QStringLiteral("wg0, 198.18.7.2,2001:db8::1")), true);
        add("a space in a name", interfacesProblem(QStringLiteral("my vpn")), false);
        add("a semicolon", interfacesProblem(QStringLiteral("wg0;eth0")), false);
        add("no nodes", nodesProblem({}), true);
        add("two nodes", nodesProblem(QStringLiteral("dht.example:6881, [2001:db8::1]:25401")), true);
        add("node without port", nodesProblem(QStringLiteral("dht.example")), false);
        add("node with a path", nodesProblem(QStringLiteral("dht.example:1/x")), false);
        add("no proxy", proxyProblem({}), true);
        add("SOCKS", proxyProblem(QStringLiteral("socks5://127.0.0.1:9050")), true);
        add("with password", proxyProblem(QStringLiteral("socks5://user:secret@proxy.example:1080")), true);
        add("HTTP", proxyProblem(QStringLiteral("http://proxy.example:8080/")), true);
        add("another scheme", proxyProblem(QStringLiteral("ftp://proxy.example:21")), false);
        add("without scheme", proxyProblem(QStringLiteral("proxy.example:8080")), false);
        add("without port", proxyProblem(QStringLiteral("socks5://proxy.example")), false);
        add("without host", proxyProblem(QStringLiteral("socks5://:1080")), false);
        add("no file", fileProblem({}), true);
        add("relative file", fileProblem(QStringLiteral("key.pem")), false);
        add("no program", programProblem({}), true);
        add("program with arguments", programProblem(QStringLiteral("/usr/bin/tell --name %N")), true);
        add("program in quotes", programProblem(QStringLiteral("\"/opt/my tools/tell\" %F")), true);
        add("program by its name alone", programProblem(QStringLiteral("tell %N")), false);
        add("program with an open quote", programProblem(QStringLiteral("/usr/bin/tell \"%N")), false);
        add("program that is too long", programProblem(u'/' + QString(5000, u'x')), false);
        add("no lists", listsProblem({}), true);
        add("a file and an address", listsProblem({QStringLiteral("/lists/a.p2p.gz"), QStringLiteral("https://lists.example/b?x=1")}), true);
        add("a relative list", listsProblem({QStringLiteral("a.p2p")}), false);
        add("a list by FTP", listsProblem({QStringLiteral("ftp://lists.example/a")}), false);
        add("an address that is only begun", listsProblem({QStringLiteral("https://")}), false);
        add("host names", hostNamesProblem(QStringLiteral("nas.local, nas:8080")), true);
        add("a host name with a path", hostNamesProblem(QStringLiteral("nas.local/x")), false);
        add("a short password", passwordProblem(QStringLiteral("11 letters.")), false);
        add("a password", passwordProblem(QStringLiteral("12 letters..")), true);
        add("a password with a line break", passwordProblem(QStringLiteral("12 letters.\n")), false);
        add("a password of 1025 bytes", passwordProblem(QString(1025, u'x')), false);
        add("loopback without a password", apiAddressProblem(QStringLiteral("127.0.0.1"), false), true);
        add("IPv6 loopback without a password", apiAddressProblem(QStringLiteral("::1"), false), true);
        add("any address without a password", apiAddressProblem(QStringLiteral("0.0.0.0"), false), false);
        add("any address with a password", apiAddressProblem(QStringLiteral("::"), true), true);
        add("a name as an address", apiAddressProblem(QStringLiteral("localhost"), true), false);
        add("with a path", proxyProblem(QStringLiteral("http://proxy.example:1/x")), false);
    }
    void saysWhatIsWrongInWords()
    {
        QFETCH(QString, problem);
        QFETCH(bool, fine);
        QCOMPARE(problem.isEmpty(), fine);
    }

    void rangesAreThoseOfTheFields()
    {
        QCOMPARE(rangeOf(&settings::TransferSettings::activeDownloads).lowest, std::int64_t(1));
        QCOMPARE(rangeOf(&settings::NetworkSettings::port).highest, std::int64_t(65535));
        QCOMPARE(rangeOf(&settings::TransferSettings::activeChecks).highest, std::int64_t(64));
    }

    void whatWasEditedWinsAndTheRestFollows()
    {
        const Preferences base;
        Preferences edited = base;
        edited.engine.network.port = 7000;
        edited.ui.density = Density::Compact;
        Preferences latest = base;
        latest.engine.network.port = 8000;
        latest.engine.transfer.useAlternativeLimits = true;
        latest.ui.showDetails = false;
        const Preferences result = merged(base, edited, latest);
        QCOMPARE(result.engine.network.port, 7000);
        QVERIFY(result.engine.transfer.useAlternativeLimits);
        QCOMPARE(result.ui.density, Density::Compact);
        QVERIFY(!result.ui.showDetails);
        QVERIFY(merged(base, base, latest) == latest);
    }
};

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
