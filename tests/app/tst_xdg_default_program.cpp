#include "app/xdg_default_program.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using trib::app::XdgDefaultProgram;
using trib::ui::DefaultProgramState;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

DefaultProgramState last(const QSignalSpy &spy)
{
    return spy.isEmpty() ? DefaultProgramState::Unknown : spy.last().first().value<DefaultProgramState>();
}

} // namespace

// With Debian's xdg-mime, in folders of its own.
class TestXdgDefaultProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
        m_path = qgetenv("PATH");
        qputenv("HOME", QFile::encodeName(m_home->path()));
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->filePath(QStringLiteral("data"))));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->filePath(QStringLiteral("config"))));
        for (const char *name : {"XDG_CURRENT_DESKTOP", "KDE_FULL_SESSION", "DESKTOP_SESSION", "GNOME_DESKTOP_SESSION_ID"})
            qunsetenv(name);
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("xdg-mime")).isEmpty(), "xdg-utils is not installed");
    }

    void cleanup() { qputenv("PATH", m_path); }

    void aProgramThatIsNotInstalledIsSaidToBeSo()
    {
        XdgDefaultProgram program;
        QSignalSpy spy(&program, &XdgDefaultProgram::stateChanged);
        program.ask();
        QCOMPARE(spy.size(), 1);
        QCOMPARE(last(spy), DefaultProgramState::NotInstalled);
        program.makeOurs();
        QCOMPARE(last(spy), DefaultProgramState::NotInstalled);
    }

    void becomesTheDefaultOfLinksAndFiles()
    {
        install();
        installOther("other.desktop");
        XdgDefaultProgram program;
        QSignalSpy spy(&program, &XdgDefaultProgram::stateChanged);
        program.ask();
        QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 1, 30'000);
        QCOMPARE(last(spy), DefaultProgramState::Others);
        program.makeOurs();
        QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 2, 30'000);
        QCOMPARE(last(spy), DefaultProgramState::Ours);
    }

    void linksWithoutFilesAreNotEnough()
    {
        install();
        installOther("tributary.desktop");
        XdgDefaultProgram program;
        QSignalSpy spy(&program, &XdgDefaultProgram::stateChanged);
        program.ask();
        QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 1, 30'000);
        QCOMPARE(last(spy), DefaultProgramState::Others);
    }

    void aDesktopWithoutTheToolIsUnknown()
    {
        install();
        qputenv("PATH", QFile::encodeName(m_home->path()));
        XdgDefaultProgram program;
        QSignalSpy spy(&program, &XdgDefaultProgram::stateChanged);
        program.ask();
        QTRY_COMPARE(spy.size(), 1);
        QCOMPARE(last(spy), DefaultProgramState::Unknown);
        program.makeOurs();
        QTRY_COMPARE(spy.size(), 2);
        QCOMPARE(last(spy), DefaultProgramState::Unknown);
    }

    void aToolThatHangsIsGivenUp()
    {
        install();
        tool("#!/bin/sh\nexec sleep 1000\n");
        XdgDefaultProgram program(std::chrono::milliseconds(200));
        QSignalSpy spy(&program, &XdgDefaultProgram::stateChanged);
        program.makeOurs();
        QTRY_COMPARE(spy.size(), 1);
        QCOMPARE(last(spy), DefaultProgramState::Unknown);
    }

    void aQuestionDuringAnotherIsAnsweredAfterwards()
    {
        install();
        tool("#!/bin/sh\necho tributary.desktop\n");
        XdgDefaultProgram program;
        QSignalSpy spy(&program, &XdgDefaultProgram::stateChanged);
        program.makeOurs();
        program.ask();
        program.ask();
        QTRY_COMPARE(spy.size(), 2);
        QCOMPARE(last(spy), DefaultProgramState::Ours);
    }

    void mayGoWhileTheToolRuns()
    {
        install();
        tool("#!/bin/sh\nexec sleep 1000\n");
        auto program = std::make_unique<XdgDefaultProgram>();
        program->ask();
        program.reset(); // neither waits for the tool nor is called by it
    }

private:
    void install()
    {
        write(m_home->filePath(QStringLiteral("data/applications/tributary.desktop")),
            "[Desktop Entry]\nType=Application\nName=Tributary\nExec=tributary %U\nMimeType=application/x-bittorrent;x-scheme-handler/magnet;\n");
    }

    // The default of torrent files; of links whatever `links` is.
    void installOther(const QByteArray &links)
    {
        write(m_home->filePath(QStringLiteral("config/mimeapps.list")),
            "[Default Applications]\nx-scheme-handler/magnet=" + links + "\napplication/x-bittorrent=other.desktop\n");
        write(m_home->filePath(QStringLiteral("data/applications/other.desktop")), "[Desktop Entry]\nType=Application\nName=Other\nExec=true\n");
    }

    void tool(const QByteArray &script)
    {
        const QString path = m_home->filePath(QStringLiteral("bin/xdg-mime"));
        write(path, script);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("PATH", QFile::encodeName(QFileInfo(path).path()) + ':' + m_path);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_path;
};

QTEST_GUILESS_MAIN(TestXdgDefaultProgram)
#include "tst_xdg_default_program.moc"
