#include "app/completion_program.h"
#include "tests/support/fake_engine.h"
#include "tests/support/for_all.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>

using namespace trib;
using namespace trib::app;
using namespace std::chrono_literals;

namespace {

class MemoryLog final : public Log {
public:
    void write(LogLevel level, std::string_view text) override
    {
        const std::scoped_lock lock(m_mutex);
        if (level == LogLevel::Error)
            m_errors += std::string(text) + "\n";
    }
    QString errors() const
    {
        const std::scoped_lock lock(m_mutex);
        return QString::fromStdString(m_errors);
    }
    void forget()
    {
        const std::scoped_lock lock(m_mutex);
        m_errors.clear();
    }

private:
    mutable std::mutex m_mutex;
    std::string m_errors;
};

TorrentSnapshot torrentNamed(const std::string &name)
{
    TorrentSnapshot torrent;
    torrent.id = *TorrentId::fromHex(std::string(40, 'a'));
    torrent.infoHash.v1 = *Sha1::fromHex(std::string(40, 'b'));
    torrent.name = name;
    torrent.savePath = "/data";
    torrent.contentPath = "/data/" + name;
    torrent.category = "Films";
    torrent.tags = {"kept", "new"};
    torrent.size = Bytes(123'456);
    return torrent;
}

// What people put into names when they want a program to do something else.
std::string hostileName(test::SeededRandom &random)
{
    static const std::vector<std::string> pieces{"\"", "'", ";", "$(touch pwned)", "`id`", "\n", "-", "--help", " ", "  ", "%F", "%N", "%%", "%", "\\", "|", "&",
        ">", "*", "~", "name", "日本", "\t", "@", "+x", "\"\"\"", "#", "=", "/", ".."};
    std::string name;
    const int count = random.number(1, 9);
    for (int i = 0; i < count; ++i)
        name += random.pick(pieces);
    return name;
}

} // namespace

class TestCompletionProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replacesPlaceholders_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *setting, const QStringList &arguments) { QTest::newRow(setting) << QString::fromUtf8(setting) << arguments; };
        row("/bin/x", {});
        row("/bin/x %N", {QStringLiteral("a film")});
        row("/bin/x --name=%N \"in %D\"", {QStringLiteral("--name=a film"), QStringLiteral("in /data")});
        row("/bin/x %F %C %G %Z", {QStringLiteral("/data/a film"), QStringLiteral("Films"), QStringLiteral("kept,new"), QStringLiteral("123456")});
        row("/bin/x %I [%J] %K", {QString(40, u'b'), QStringLiteral("[]"), QString(40, u'a')});
        row("/bin/x 100%% %x %", {QStringLiteral("100%"), QStringLiteral("%x"), QStringLiteral("%")});
        row("\"/opt/my programs/x\" %Z", {QStringLiteral("123456")});
    }
    void replacesPlaceholders()
    {
        QFETCH(QString, setting);
        QFETCH(QStringList, arguments);
        const auto call = programCall(setting.toStdString(), torrentNamed("a film"));
        QVERIFY(call);
        QCOMPARE(call->arguments, arguments);
        QVERIFY(QDir::isAbsolutePath(call->program) && !call->program.contains(u'%'));
    }

    void whateverTheNameIsItStaysWithinItsArgument()
    {
        test::forAll(test::seeds(2000), hostileName, [](const std::string &name) {
            const auto call = programCall("/bin/x before %N --name=%N \"%C %N\" after", torrentNamed(name));
            QVERIFY(call);
            const QString value = QString::fromStdString(name);
            const bool special = value.startsWith(u'-') || value.startsWith(u'+') || value.startsWith(u'@');
            QCOMPARE(call->arguments, (QStringList{QStringLiteral("before"), (special ? QStringLiteral("./") : QString()) + value,
                QStringLiteral("--name=") + value, QStringLiteral("Films ") + value, QStringLiteral("after")}));
            QVERIFY(!call->arguments[1].startsWith(u'-'));
            QCOMPARE(call->environment.front(), (std::pair{QStringLiteral("TRIBUTARY_NAME"), value}));
        });
    }

    void anEmptyValueBeforeADashIsNoWayRound()
    {
        TorrentSnapshot torrent = torrentNamed("--help");
        torrent.category.clear();
        const auto call = programCall("/bin/x %C%N", torrent);
        QVERIFY(call);
        QCOMPARE(call->arguments, QStringList{QStringLiteral("./--help")});
    }

    void wantsAnAbsolutePath_data()
    {
        QTest::addColumn<QString>("setting");
        for (const char *setting : {"notify-send %N", "./x", "~/x", "%F", "   ", "\"\" x"})
            QTest::newRow(setting) << QString::fromLatin1(setting);
    }
    void wantsAnAbsolutePath()
    {
        QFETCH(QString, setting);
        const auto call = programCall(setting.toStdString(), torrentNamed("a"));
        QVERIFY(!call);
        QVERIFY(call.error().detail.find("absolute path") != std::string::npos);
    }

    void startsItWithArgumentsAndEnvironment()
    {
        const QString seen = m_folder.filePath(QStringLiteral("seen"));
        const QString program = script(QStringLiteral("tell"),
            "#!/bin/sh\n{ for a in \"$@\"; do printf '<%s>\\n' \"$a\"; done\nprintf '%s|%s|%s|%s|%s|%s|%s|%s|%s\\n' \"$TRIBUTARY_NAME\" \"$TRIBUTARY_PATH\" "
            "\"$TRIBUTARY_SAVE_PATH\" \"$TRIBUTARY_CATEGORY\" \"$TRIBUTARY_TAGS\" \"$TRIBUTARY_SIZE\" \"$TRIBUTARY_INFO_HASH_V1\" \"$TRIBUTARY_INFO_HASH_V2\" \"$TRIBUTARY_ID\"; } "
            "> '" + seen.toUtf8() + ".part'\nmv '" + seen.toUtf8() + ".part' '" + seen.toUtf8() + "'\n");
        set(QStringLiteral("\"%1\" %N '%F' x%Zx").arg(program));
        Q_EMIT m_engine.finished(torrentNamed("it's $(touch pwned); \"a\"\n-rf"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(seen), 20'000);
        QFile file(seen);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray name = "it's $(touch pwned); \"a\"\n-rf";
        const QByteArray b(40, 'b');
        const QByteArray a(40, 'a');
        QCOMPARE(file.readAll(), "<" + name + ">\n<'/data/" + name + "'>\n<x123456x>\n" + name + "|/data/" + name + "|/data|Films|kept,new|123456|" + b + "||" + a + "\n");
        QVERIFY(m_log.errors().isEmpty());
    }

    void saysInTheLogWhatIsWrong()
    {
        set(QStringLiteral("relative %N"));
        Q_EMIT m_engine.finished(torrentNamed("a"));
        QVERIFY2(m_log.errors().contains(QStringLiteral("absolute path")), qPrintable(m_log.errors()));
        set(m_folder.filePath(QStringLiteral("not there")).prepend(u'"').append(u'"'));
        Q_EMIT m_engine.finished(torrentNamed("a"));
        QTRY_VERIFY(m_log.errors().contains(QStringLiteral("not there")));
    }

    void nothingIsStartedWithoutASetting()
    {
        set({});
        Q_EMIT m_engine.finished(torrentNamed("a"));
        QVERIFY(m_log.errors().isEmpty());
    }

    void manyAtOnceAreStartedOneAfterTheOther()
    {
        StartRate rate;
        const SteadyTime start = m_clock.steadyNow();
        int taken = 0;
        while (rate.take(start))
            ++taken;
        QCOMPARE(taken, StartRate::kBurst);
        QVERIFY(!rate.take(start + 999ms));
        QVERIFY(rate.take(start + 1s));
        QVERIFY(!rate.take(start + 1s));
        for (int i = 0; i < StartRate::kBurst; ++i)
            QVERIFY(rate.take(start + 10min));
        QVERIFY(!rate.take(start + 10min));
    }

    void whatWaitsIsStartedWhenItsTimeComes()
    {
        const QString seen = m_folder.filePath(QStringLiteral("count"));
        const QString program = script(QStringLiteral("count.sh"), "#!/bin/sh\necho x >> '" + seen.toUtf8() + "'\n");
        set(program);
        for (int i = 0; i < StartRate::kBurst + 2; ++i)
            Q_EMIT m_engine.finished(torrentNamed("a"));
        const auto count = [&] {
            QFile file(seen);
            return file.open(QIODevice::ReadOnly) ? file.readAll().count('x') : 0;
        };
        QTRY_COMPARE_WITH_TIMEOUT(count(), StartRate::kBurst, 20'000);
        m_clock.advance(5s);
        QTRY_COMPARE_WITH_TIMEOUT(count(), StartRate::kBurst + 2, 20'000);
    }

    void init()
    {
        m_completion = std::make_unique<CompletionProgram>(m_engine, m_clock, m_log);
    }
    void cleanup()
    {
        m_completion.reset();
        m_log.forget();
    }

private:
    void set(const QString &program)
    {
        settings::EngineSettings settings;
        settings.completion.program = program.toStdString();
        Q_EMIT m_engine.settingsChanged(settings);
    }
    QString script(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no script");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    QTemporaryDir m_folder;
    test::FakeEngine m_engine;
    test::ManualClock m_clock;
    MemoryLog m_log;
    std::unique_ptr<CompletionProgram> m_completion;
};

QTEST_GUILESS_MAIN(TestCompletionProgram)
#include "tst_completion_program.moc"
