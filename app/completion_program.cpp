#include "app/completion_program.h"

#include "core/model/engine_error.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>

#include <algorithm>

namespace trib::app {
namespace {

constexpr std::size_t kMostWaiting = 10'000;

using Values = std::vector<std::pair<QChar, QString>>;

[[nodiscard]] QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

[[nodiscard]] Values valuesOf(const TorrentSnapshot &torrent)
{
    QStringList tags;
    for (const std::string &tag : torrent.tags)
        tags += text(tag);
    return {{u'N', text(torrent.name)}, {u'F', text(torrent.contentPath)}, {u'D', text(torrent.savePath)}, {u'C', text(torrent.category)},
        {u'G', tags.join(u',')}, {u'Z', QString::number(torrent.size.count())}, {u'I', torrent.infoHash.v1 ? text(torrent.infoHash.v1->toHex()) : QString()},
        {u'J', torrent.infoHash.v2 ? text(torrent.infoHash.v2->toHex()) : QString()}, {u'K', text(torrent.id.toHex())}};
}

[[nodiscard]] QString variableOf(QChar letter)
{
    static const std::vector<std::pair<QChar, QString>> names{{u'N', QStringLiteral("NAME")}, {u'F', QStringLiteral("PATH")},
        {u'D', QStringLiteral("SAVE_PATH")}, {u'C', QStringLiteral("CATEGORY")}, {u'G', QStringLiteral("TAGS")}, {u'Z', QStringLiteral("SIZE")},
        {u'I', QStringLiteral("INFO_HASH_V1")}, {u'J', QStringLiteral("INFO_HASH_V2")}, {u'K', QStringLiteral("ID")}};
    const auto found = std::ranges::find(names, letter, &std::pair<QChar, QString>::first);
    return QStringLiteral("TRIBUTARY_") + found->second;
}

// Programs take these at the beginning of an argument for something of their own: options, commands, files of arguments.
[[nodiscard]] bool beginsSpecially(const QString &value)
{
    return !value.isEmpty() && (value.front() == u'-' || value.front() == u'+' || value.front() == u'@');
}

// In one pass: a placeholder within a value is no placeholder. "%%" is a percent sign, and what is no placeholder stays.
[[nodiscard]] QString filled(const QString &argument, const Values &values)
{
    QString result;
    for (qsizetype at = 0; at < argument.size(); ++at) {
        const QChar letter = argument[at] == u'%' && at + 1 < argument.size() ? argument[at + 1] : QChar();
        const auto found = std::ranges::find(values, letter, &std::pair<QChar, QString>::first);
        if (letter == u'%') {
            result += u'%';
        } else if (!letter.isNull() && found != values.end()) {
            if (result.isEmpty() && beginsSpecially(found->second))
                result += QStringLiteral("./");
            result += found->second;
        } else {
            result += argument[at];
            continue;
        }
        ++at;
    }
    return result;
}

[[nodiscard]] bool isForAShell([[maybe_unused]] const QString &program)
{
#if defined(Q_OS_WIN)
    const QString name = program.toLower(); // Windows hands these to cmd.exe, which reads their arguments in its own way
    return name.endsWith(QStringLiteral(".bat")) || name.endsWith(QStringLiteral(".cmd"));
#else
    return false;
#endif
}

[[nodiscard]] bool startDetached(const ProgramCall &call, QString &problem)
{
    QProcess process;
    process.setProgram(call.program);
    process.setArguments(call.arguments);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : call.environment)
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    const bool started = process.startDetached();
    problem = process.errorString();
    return started;
}

} // namespace

Result<ProgramCall> programCall(const std::string &setting, const TorrentSnapshot &torrent)
{
    QStringList parts = QProcess::splitCommand(text(setting));
    if (parts.isEmpty() || !QDir::isAbsolutePath(parts.front()))
        return failure(EngineErrc::InvalidSetting, "completion/program does not begin with the absolute path of a program");
    if (isForAShell(parts.front()))
        return failure(EngineErrc::InvalidSetting, "completion/program is a script of cmd.exe, whose arguments are not safe");
    ProgramCall call;
    call.program = parts.takeFirst();
    const Values values = valuesOf(torrent);
    for (const QString &argument : parts)
        call.arguments += filled(argument, values);
    for (const auto &[letter, value] : values)
        call.environment.emplace_back(variableOf(letter), value);
    return call;
}

bool StartRate::take(SteadyTime now)
{
    const auto gained = (now - m_counted) / kEach;
    if (gained > 0) {
        m_left = static_cast<int>(std::min<std::int64_t>(kBurst, m_left + gained));
        m_counted = now;
    }
    if (m_left == 0)
        return false;
    --m_left;
    return true;
}

CompletionProgram::CompletionProgram(engine::TorrentEngine &engine, const Clock &clock, Log &log)
    : m_clock(clock), m_log(log)
{
    m_starter.setMaxThreadCount(1); // in their order
    m_timer.setInterval(StartRate::kEach);
    connect(&m_timer, &QTimer::timeout, this, &CompletionProgram::startSome);
    connect(&engine, &engine::TorrentEngine::settingsChanged, this, [this](const settings::EngineSettings &settings) { m_setting = settings.completion.program; });
    connect(&engine, &engine::TorrentEngine::finished, this, &CompletionProgram::finished);
}

CompletionProgram::~CompletionProgram()
{
    if (!m_waiting.empty())
        m_log.warning("programs not started after their downloads, for the end came first: " + std::to_string(m_waiting.size()));
}

void CompletionProgram::finished(const TorrentSnapshot &torrent)
{
    if (m_setting.empty())
        return;
    auto call = programCall(m_setting, torrent);
    if (!call || m_waiting.size() >= kMostWaiting) {
        m_log.error("no program started after the download of " + torrent.id.toHex() + ": " + (call ? "too many wait" : call.error().detail));
        return;
    }
    m_waiting.push_back(std::move(*call));
    startSome();
}

void CompletionProgram::startSome()
{
    while (!m_waiting.empty() && m_rate.take(m_clock.steadyNow())) {
        start(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    if (m_waiting.empty())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

void CompletionProgram::start(ProgramCall call)
{
    m_starter.start([&log = m_log, call = std::move(call)] {
        QString problem;
        if (startDetached(call, problem))
            log.info("started after a download: " + call.program.toStdString());
        else
            log.error("could not start " + call.program.toStdString() + " after a download: " + problem.toStdString());
    });
}

} // namespace trib::app
