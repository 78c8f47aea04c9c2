#include "app/run_command.h"

#include "app/api_secret.h"
#include "app/config_file.h"
#include "app/control_client.h"
#include "app/control_output.h"
#include "app/versions.h"
#include "core/base/clock.h"
#include "core/torrent/backup_restore.h"

#include <QFile>
#include <QJsonArray>

#include <chrono>
#include <cstdio>
#include <thread>

namespace trib::app {
namespace {

using namespace std::chrono_literals;

constexpr auto kForever = std::chrono::milliseconds(-1);
constexpr auto kClaimPatience = 60s; // an orderly end writes what is verified to disk first
constexpr auto kClaimPause = 50ms;

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

[[nodiscard]] int fail(bool json, const Error &error, int status)
{
    print(stderr, errorText(json, error));
    return status;
}

// Never over a file that is there: a command line that is typed wrong must not cost one.
[[nodiscard]] Result<> writeNewFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return failure(ControlErrc::FileNotWritten, (path + QStringLiteral(": ") + file.errorString()).toStdString());
    return success();
}

[[nodiscard]] int finishExport(const Invocation &invocation, const QJsonObject &result)
{
    const auto bytes = QByteArray::fromBase64(result.value(QStringLiteral("metainfo")).toString().toLatin1());
    if (auto written = writeNewFile(invocation.exportTo, bytes); !written)
        return fail(invocation.json, written.error(), kExitFailed);
    if (invocation.json)
        print(stdout, textOf(invocation, {{QStringLiteral("file"), invocation.exportTo}, {QStringLiteral("size"), bytes.size()}}));
    return kExitDone;
}

struct Claim {
    std::optional<ProfileLock> lock;
    bool otherHasWindow = false;
};

[[nodiscard]] Result<Claim> handOver(const ProfilePaths &paths, const QStringList &sources)
{
    ControlClient client;
    if (auto connected = client.connect(paths); !connected)
        return failure(connected.error());
    QJsonObject params;
    if (!sources.isEmpty())
        params[QStringLiteral("sources")] = QJsonArray::fromStringList(sources);
    const auto answer = client.ask({1, QStringLiteral("activate"), params}, kClaimPatience);
    if (!answer)
        return failure(answer.error());
    if (answer->error.isEmpty())
        return Claim{std::nullopt, answer->result.value(QStringLiteral("window")).toBool()};
    return failure(ControlErrc::InvalidRequest, errorText(false, answer->error).trimmed().toStdString());
}

[[nodiscard]] Result<Claim> claimProfile(const ProfilePaths &paths, const QStringList &sources)
{
    const auto deadline = std::chrono::steady_clock::now() + kClaimPatience;
    for (;;) {
        auto lock = ProfileLock::acquire(paths);
        if (lock)
            return Claim{std::move(*lock), false};
        if (lock.error().code != EngineErrc::AlreadyRunning)
            return failure(lock.error());
        auto handed = handOver(paths, sources);
        const bool gone = !handed && (handed.error().code == ControlErrc::NotRunning || handed.error().code == ControlErrc::ConnectionLost);
        if (!gone)
            return handed;
        if (std::chrono::steady_clock::now() > deadline)
            return failure(EngineErrc::AlreadyRunning, "the program that has this profile open does not answer");
        std::this_thread::sleep_for(kClaimPause);
    }
}

} // namespace

int runCommand(const ProfilePaths &paths, const Invocation &invocation)
{
    ControlClient client;
    if (auto connected = client.connect(paths); !connected)
        return fail(invocation.json, connected.error(), kExitNotRunning);
    const auto answer = client.ask(invocation.request, kForever);
    if (!answer)
        return fail(invocation.json, answer.error(), kExitFailed);
    if (!answer->error.isEmpty()) {
        if (!invocation.json)
            print(stdout, textOf(invocation, {{QStringLiteral("ids"), answer->error.value(QStringLiteral("ids"))}}));
        print(stderr, errorText(invocation.json, answer->error));
        return kExitFailed;
    }
    if (!invocation.exportTo.isEmpty())
        return finishExport(invocation, answer->result);
    print(stdout, textOf(invocation, answer->result));
    if (invocation.command == QStringLiteral("shutdown"))
        client.waitForEnd();
    return kExitDone;
}

std::optional<int> answerAtOnce(const CommandLine &line, const QString &help)
{
    switch (line.action) {
    case CommandLine::Action::Version: print(stdout, versionLine() + u'\n'); return kExitDone;
    case CommandLine::Action::Help: print(stdout, help); return kExitDone;
    case CommandLine::Action::SetApiPassword: return setApiPassword(profilePaths(line.profile));
    case CommandLine::Action::NewApiKey: return newApiKey(profilePaths(line.profile));
    case CommandLine::Action::Restore: return runRestore(profilePaths(line.profile), line.restore);
    case CommandLine::Action::Import: return runImport(profilePaths(line.profile), line.import);
    case CommandLine::Action::PrintConfig: print(stdout, QString::fromStdString(documentedConfig())); return kExitDone;
    case CommandLine::Action::Command: return runCommand(profilePaths(line.profile), line.invocation);
    case CommandLine::Action::Create: return runCreate(profilePaths(line.profile), line.create);
    case CommandLine::Action::Run: break;
    }
    return std::nullopt;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

Error noDisplay()
{
    return {make_error_code(ControlErrc::NoDisplay),
        "there is no display for a window (neither DISPLAY nor WAYLAND_DISPLAY is set); tributaryd does the same without one"};
}

int failStart(const QString &program, const Error &error)
{
    print(stderr, program + QStringLiteral(": ") + errorText(false, error));
    return error.code == ControlErrc::WrongUsage ? kExitWrongUsage : kExitFailed;
}

Result<Start> prepareStart(const CommandLine &line)
{
    Start start{profilePaths(line.profile), {}, std::nullopt, false};
    if (!line.config.empty()) {
        auto overrides = readConfigFile(line.config);
        if (!overrides)
            return failure(overrides.error());
        start.overrides = std::move(*overrides);
    }
    if (auto prepared = prepareProfile(start.paths); !prepared)
        return failure(prepared.error());
    auto claim = claimProfile(start.paths, line.sources);
    if (!claim)
        return failure(claim.error());
    start.lock = std::move(claim->lock);
    if (start.lock) { // before anyone reads a file of the profile
        if (auto restored = torrent::finishRestore(start.paths.folder, SystemClock()); !restored)
            return failure(restored.error());
    }
    start.otherHasWindow = claim->otherHasWindow;
    return start;
}

int reportHandOver(const QString &program, const Start &start)
{
    const QString how = start.otherHasWindow ? QStringLiteral("its window comes to the front") : QStringLiteral("it has no window");
    print(stderr, QStringLiteral("%1: runs on this profile already; %2\n").arg(program, how));
    return kExitDone;
}

} // namespace trib::app
