#include "app/config_file.h"
#include "app/control_error.h"
#include "core/settings/engine_settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace trib;
using namespace trib::app;

class ConfigFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsKeysValuesAndComments()
    {
        const auto map = parseConfig("# a comment\n\n  network/port = 6881  \r\nstorage/save_path=/data/a = b # c\nnetwork/proxy =\n");
        QVERIFY2(map.has_value(), map ? "" : map.error().detail.c_str());
        const settings::TextMap expected{{"network/port", "6881"}, {"storage/save_path", "/data/a = b # c"}, {"network/proxy", ""}};
        QCOMPARE(*map, expected);
    }

    void namesTheLineThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *title, const QByteArray &text, const char *detail) {
            QTest::newRow(title) << text << QString::fromLatin1(detail);
        };
        row("unknown key", "\nnetwork/porrt = 1\n", "line 2: unknown key network/porrt");
        row("unknown area", "wallet/seed = 1", "line 1: unknown key wallet/seed");
        row("no equals sign", "# c\n# d\nnetwork/port 6881", "line 3: not of the form key = value");
        row("no key", "= 5", "line 1: unknown key ");
        row("twice", "network/port = 1\nnetwork/port = 2", "line 2: network/port stands in the file twice");
        row("not a number", "network/port = many", "line 1: network/port: not a whole number");
        row("out of range", "network/port = 65536", "line 1: network/port: must be from 0 to 65535");
        row("negative limit", "transfer/download_limit = -1", "line 1: transfer/download_limit: must be from 0 to");
        row("not a boolean", "network/dht = yes", "line 1: network/dht: must be true or false");
        row("enum", "network/encryption = 3", "line 1: network/encryption: must be from 0 to 2");
        row("number too large for its type", "network/port = 99999999999999999999", "line 1: network/port: not a whole number");
        row("zero byte", QByteArray("network/proxy = a\0b", 19), "line 1: control characters");
        row("escape", "network/proxy = \x1b[2J", "line 1: control characters");
        row("section of an INI file", "[network]\nport = 1", "line 1: not of the form");
        row("byte-order mark", "\xef\xbb\xbfnetwork/port = 1", "line 1: unknown key");
    }
    void namesTheLineThatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, detail);
        const auto map = parseConfig({text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY(!map);
        QVERIFY(map.error().code == ControlErrc::InvalidConfig);
        QVERIFY2(QString::fromStdString(map.error().detail).startsWith(detail), map.error().detail.c_str());
    }

    void whatItPrintsIsWhatItReads()
    {
        const auto map = parseConfig(documentedConfig());
        QVERIFY2(map.has_value(), map ? "" : map.error().detail.c_str());
        QCOMPARE(*map, settings::toMap(settings::EngineSettings()));
    }

    void theExampleInThePackageIsWhatItPrints()
    {
        QFile example(QStringLiteral(TRIB_SOURCE_DIR "/packaging/linux/tributaryd.conf.example"));
        QVERIFY(example.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(example.readAll()), QString::fromStdString(documentedConfig()));
    }

    void refusesAFileThatIsMissingTooLargeOrAFolder()
    {
        const QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString());
        QVERIFY(readConfigFile(path / "none").error().code == ControlErrc::InvalidConfig);
        QVERIFY(readConfigFile(path).error().code == ControlErrc::InvalidConfig);
        QFile large(folder.filePath(QStringLiteral("large")));
        QVERIFY(large.open(QIODevice::WriteOnly));
        large.write(QByteArray(1 << 20, '#'));
        large.close();
        QVERIFY(readConfigFile(path / "large").has_value());
        QVERIFY(large.open(QIODevice::Append));
        large.write("#");
        large.close();
        QVERIFY(readConfigFile(path / "large").error().code == ControlErrc::InvalidConfig);
        QFile empty(folder.filePath(QStringLiteral("empty")));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        QVERIFY(readConfigFile(path / "empty").has_value());
    }
};

QTEST_GUILESS_MAIN(ConfigFileTest)
#include "tst_config_file.moc"
