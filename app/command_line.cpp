#include "app/command_line.h"

#include "app/argument_parser.h"

#include <QDir>
#include <QFile>
#include <QUrl>

namespace trib::app {
namespace {

[[nodiscard]] std::filesystem::path toPath(const QString &path) { return QFile::encodeName(path).toStdString(); }

[[nodiscard]] Result<> takeSources(const QStringList &texts, const QString &folder, CommandLine &line)
{
    for (const QString &text : texts) {
        auto source = absoluteSource(text, folder);
        if (!source)
            return wrong(QString::fromStdString(source.error().detail));
        line.sources += *source;
    }
    return success();
}

// What both programs share: --profile, --version, --help.
[[nodiscard]] Result<CommandLine> takeCommon(const ParsedArguments &parsed, const QString &folder)
{
    CommandLine line;
    if (parsed.has("profile")) {
        if (parsed.value("profile").isEmpty())
            return wrong(QStringLiteral("--profile needs a folder"));
        line.profile = toPath(QDir(folder).absoluteFilePath(parsed.value("profile")));
    }
    if (parsed.has("config")) {
        if (parsed.value("config").isEmpty())
            return wrong(QStringLiteral("--config needs a file"));
        line.config = toPath(QDir(folder).absoluteFilePath(parsed.value("config")));
    }
    if (parsed.has("print-config"))
        line.action = CommandLine::Action::PrintConfig;
    if (parsed.has("set-api-password"))
        line.action = CommandLine::Action::SetApiPassword;
    if (parsed.has("new-api-key"))
        line.action = CommandLine::Action::NewApiKey;
    if (parsed.has("version"))
        line.action = CommandLine::Action::Version;
    if (parsed.has("help"))
        line.action = CommandLine::Action::Help;
    return line;
}

// The commands that are no request to the running program.
[[nodiscard]] bool isOwnCommand(const QString &word)
{
    return word == QLatin1String(kCreate) || word == QLatin1String(kImport) || word == QLatin1String(kRestore);
}

// "help", or "COMMAND ... --help"
[[nodiscard]] bool asksForHelp(const QStringList &words)
{
    if (words.isEmpty())
        return false;
    const QStringList options = words.mid(0, words.indexOf(QStringLiteral("--"))); // -1, none: all
    return words == QStringList{QStringLiteral("help")}
        || ((isCommand(words.first()) || isOwnCommand(words.first())) && options.contains(QStringLiteral("--help")));
}

[[nodiscard]] Result<CommandLine> takeOwnCommand(CommandLine line, const QStringList &words, bool json, const QString &folder)
{
    if (words.first() == QLatin1String(kCreate)) {
        auto create = parseCreate(words.mid(1), folder);
        if (!create)
            return failure(create.error());
        line.action = CommandLine::Action::Create;
        line.create = std::move(*create);
        line.create.json |= json;
        return line;
    }
    if (words.first() == QLatin1String(kRestore)) {
        auto restore = parseRestore(words.mid(1), folder);
        if (!restore)
            return failure(restore.error());
        line.action = CommandLine::Action::Restore;
        line.restore = std::move(*restore);
        line.restore.json |= json;
        return line;
    }
    auto import = parseImport(words.mid(1), folder);
    if (!import)
        return failure(import.error());
    line.action = CommandLine::Action::Import;
    line.import = std::move(*import);
    line.import.json |= json;
    return line;
}

} // namespace

Result<CommandLine> parseDesktopArguments(const QStringList &arguments, const QString &folder)
{
    const auto parsed = parseArguments(arguments, {{"profile", true}, {"restore", true}, {"version", false}, {"help", false}}, After::ReadAll);
    if (!parsed)
        return failure(parsed.error());
    auto line = takeCommon(*parsed, folder);
    if (!line || line->action != CommandLine::Action::Run)
        return line;
    if (parsed->has("restore")) {
        auto restore = parseRestore(QStringList{parsed->value("restore")} + parsed->positional, folder);
        if (!restore)
            return failure(restore.error());
        line->action = CommandLine::Action::Restore;
        line->restore = std::move(*restore);
        return line;
    }
    if (auto taken = takeSources(parsed->positional, folder, *line); !taken)
        return failure(taken.error());
    return line;
}

Result<CommandLine> parseDaemonArguments(const QStringList &arguments, const QString &folder)
{
    const auto parsed = parseArguments(arguments,
        {{"profile", true}, {"config", true}, {"json", false}, {"print-config", false}, {"set-api-password", false}, {"new-api-key", false}, {"version", false}, {"help", false}},
        After::StopAtFirstPositional);
    if (!parsed)
        return failure(parsed.error());
    auto line = takeCommon(*parsed, folder);
    if (!line || line->action != CommandLine::Action::Run)
        return line;
    QStringList rest = parsed->positional;
    if (asksForHelp(rest)) {
        line->action = CommandLine::Action::Help;
        return line;
    }
    if (!rest.isEmpty() && (isCommand(rest.first()) || isOwnCommand(rest.first()))) {
        if (parsed->has("config"))
            return wrong(QStringLiteral("--config is for the start, not for %1").arg(rest.first()));
        if (isOwnCommand(rest.first()))
            return takeOwnCommand(std::move(*line), rest, parsed->has("json"), folder);
        const QString command = rest.takeFirst();
        auto invocation = parseCommand(command, rest, folder);
        if (!invocation)
            return failure(invocation.error());
        line->action = CommandLine::Action::Command;
        line->invocation = std::move(*invocation);
        line->invocation.json |= parsed->has("json");
        return line;
    }
    if (parsed->has("json"))
        return wrong(QStringLiteral("--json needs a command"));
    if (!rest.isEmpty() && !absoluteSource(rest.first(), folder))
        return wrong(QStringLiteral("%1 is neither a command nor something to download").arg(rest.first()));
    if (auto taken = takeSources(rest, folder, *line); !taken)
        return failure(taken.error());
    return line;
}

Result<QString> absoluteSource(const QString &text, const QString &folder)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(QStringLiteral("file:"), Qt::CaseInsensitive)) {
        const QUrl url(trimmed);
        if (url.isLocalFile() && !url.toLocalFile().isEmpty() && url.host().isEmpty())
            return url.toLocalFile();
    }
    const auto source = recogniseSource(trimmed.toStdString());
    if (source && !std::holds_alternative<TorrentFilePath>(*source))
        return trimmed;
    const QString path = QDir::cleanPath(QDir(folder).absoluteFilePath(text));
    if (source || QFile::exists(path))
        return path;
    return failure(EngineErrc::SourceNotRecognised,
        QStringLiteral("%1 is neither a torrent file, a magnet link, a URL nor an info-hash").arg(text).toStdString());
}

QString desktopHelp()
{
    return QStringLiteral("Usage: tributary [--profile DIR] [SOURCE...]\n"
                          "Opens the window, or brings the one that is open on this profile to the front.\n\n"
                          "  SOURCE         a .torrent file, a magnet link, an http(s) URL of a torrent, or an info-hash\n"
                          "  --profile DIR  keep the list, the settings and the log in DIR\n"
                          "  --restore FILE put a backup in the place of what the profile holds, which is set aside; no window\n"
                          "  --version      print the versions of the program and its libraries\n"
                          "  --help         print this\n\n"
                          "The same without a window: tributaryd --help\n");
}

} // namespace trib::app
