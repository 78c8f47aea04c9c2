#include "app/xdg_default_program.h"

#include <QStandardPaths>

#include <utility>

namespace trib::app {
namespace {

using ui::DefaultProgramState;

[[nodiscard]] QString starter() { return QStringLiteral("tributary.desktop"); }

[[nodiscard]] QStringList types()
{
    return {QStringLiteral("x-scheme-handler/magnet"), QStringLiteral("application/x-bittorrent")};
}

[[nodiscard]] bool isInstalled()
{
    return !QStandardPaths::locate(QStandardPaths::ApplicationsLocation, starter()).isEmpty();
}

} // namespace

XdgDefaultProgram::XdgDefaultProgram(std::chrono::milliseconds patience)
{
    m_process.setProgram(QStringLiteral("xdg-mime"));
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::finished, this,
        [this](int code, QProcess::ExitStatus status) { finish(status == QProcess::NormalExit && code == 0); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(false);
    });
}

XdgDefaultProgram::~XdgDefaultProgram()
{
    m_process.disconnect(this);
    m_process.kill(); // QProcess waits for what it has killed: a moment
}

void XdgDefaultProgram::ask()
{
    if (!isInstalled())
        Q_EMIT stateChanged(DefaultProgramState::NotInstalled);
    else if (m_then)
        m_askAgain = true;
    else
        askAbout(types());
}

void XdgDefaultProgram::askAbout(const QStringList &left)
{
    if (left.isEmpty()) {
        Q_EMIT stateChanged(DefaultProgramState::Ours);
        return;
    }
    run({QStringLiteral("query"), QStringLiteral("default"), left.first()}, [this, left](bool good, const QString &output) {
        if (good && output.trimmed() == starter())
            askAbout(left.mid(1));
        else
            Q_EMIT stateChanged(good ? DefaultProgramState::Others : DefaultProgramState::Unknown);
    });
}

void XdgDefaultProgram::makeOurs()
{
    if (!isInstalled() || m_then) {
        ask();
        return;
    }
    run(QStringList{QStringLiteral("default"), starter()} + types(), [this](bool good, const QString &) {
        if (good)
            askAbout(types());
        else
            Q_EMIT stateChanged(DefaultProgramState::Unknown);
    });
}

void XdgDefaultProgram::run(const QStringList &arguments, Then then)
{
    m_then = std::move(then);
    m_process.setArguments(arguments);
    m_patience.start();
    m_process.start(QIODevice::ReadOnly);
}

void XdgDefaultProgram::finish(bool good)
{
    m_patience.stop();
    const Then then = std::exchange(m_then, nullptr);
    if (then)
        then(good, good ? QString::fromLocal8Bit(m_process.readAllStandardOutput()) : QString());
    if (!m_then && std::exchange(m_askAgain, false))
        ask();
}

} // namespace trib::app
