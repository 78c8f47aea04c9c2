#include "app/create_command.h"

#include "app/argument_parser.h"
#include "app/command_line.h"
#include "app/control_client.h"
#include "app/control_output.h"
#include "app/run_command.h"
#include "core/torrent/torrent_making.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <cstdio>
#include <optional>
#include <unistd.h>

namespace trib::app {
namespace {

void say(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

[[nodiscard]] std::optional<TorrentFormat> formatOf(const QString &word)
{
    if (word == QStringLiteral("v1"))
        return TorrentFormat::V1;
    if (word == QStringLiteral("v2"))
        return TorrentFormat::V2;
    return word == QStringLiteral("hybrid") ? std::optional(TorrentFormat::Hybrid) : std::nullopt;
}

[[nodiscard]] std::vector<std::string> wordsOf(const QString &text)
{
    std::vector<std::string> words;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    return words;
}

[[nodiscard]] Result<> readOptions(const ParsedArguments &parsed, CreateRequest &request)
{
    if (parsed.has("format")) {
        const auto format = formatOf(parsed.value("format"));
        if (!format)
            return wrong(QStringLiteral("--format is v1, v2 or hybrid"));
        request.format = *format;
    }
    if (parsed.has("piece-size")) {
        const auto size = parseRate(parsed.value("piece-size"));
        if (!size)
            return wrong(QStringLiteral("--piece-size is bytes, or 512K, 4M"));
        request.pieceSize = Bytes(*size);
    }
    for (const QString &tier : parsed.values("tracker"))
        request.trackers.push_back(wordsOf(tier));
    for (const QString &url : parsed.values("web-seed"))
        request.webSeeds.push_back(url.toStdString());
    request.isPrivate = parsed.has("private");
    request.skipDotFiles = !parsed.has("dot-files");
    request.replace = parsed.has("replace");
    request.withDate = !parsed.has("no-date");
    request.comment = parsed.value("comment").toStdString();
    request.source = parsed.value("source").toStdString();
    return success();
}

// On one line of a terminal, and not at all elsewhere.
[[nodiscard]] torrent::MakingProgress progressLine(bool wanted)
{
    return [wanted, last = std::int64_t{-1}](Bytes hashed, Bytes total) mutable {
        const std::int64_t percent = total.count() > 0 ? hashed.count() / std::max<std::int64_t>(total.count() / 100, 1) : 0;
        if (wanted && percent != last) {
            last = percent;
            say(stderr, QStringLiteral("\r%1 %").arg(qMin<qint64>(percent, 100)) + (total.count() > 0 && hashed == total ? QStringLiteral("\n") : QString()));
        }
        return true;
    };
}

[[nodiscard]] QJsonObject createdJson(const CreatedTorrent &made)
{
    QJsonObject object{{QStringLiteral("file"), QString::fromStdString(made.output)}, {QStringLiteral("name"), QString::fromStdString(made.name)},
        {QStringLiteral("size"), qint64{made.size.count()}}, {QStringLiteral("pieceSize"), qint64{made.pieceSize.count()}},
        {QStringLiteral("pieces"), made.pieces}, {QStringLiteral("files"), made.files}, {QStringLiteral("skipped"), made.skipped}};
    if (made.infoHash.v1)
        object[QStringLiteral("infoHashV1")] = QString::fromStdString(made.infoHash.v1->toHex());
    if (made.infoHash.v2)
        object[QStringLiteral("infoHashV2")] = QString::fromStdString(made.infoHash.v2->toHex());
    return object;
}

[[nodiscard]] int seedIt(const ProfilePaths &paths, const CreatedTorrent &made, bool json)
{
    Invocation add{QStringLiteral("add"), {1, QStringLiteral("add"), {}}, json, {}};
    add.request.params = {{QStringLiteral("sources"), QJsonArray{QString::fromStdString(made.output)}},
        {QStringLiteral("savePath"), QString::fromStdString(made.savePath)}, {QStringLiteral("seedMode"), true},
        {QStringLiteral("onPathConflict"), QStringLiteral("refuse")}};
    return runCommand(paths, add);
}

} // namespace

Result<CreateCommand> parseCreate(const QStringList &arguments, const QString &folder)
{
    const auto parsed = parseArguments(arguments,
        {{"format", true}, {"piece-size", true}, {"tracker", true, true}, {"web-seed", true, true}, {"private", false}, {"dot-files", false},
            {"replace", false}, {"no-date", false}, {"comment", true}, {"source", true}, {"seed", false}, {"json", false}},
        After::ReadAll);
    if (!parsed)
        return failure(parsed.error());
    if (parsed->positional.isEmpty() || parsed->positional.size() > 2)
        return wrong(QStringLiteral("create takes what to share and, if wanted, the .torrent to write"));
    CreateCommand command;
    if (auto read = readOptions(*parsed, command.request); !read)
        return failure(read.error());
    const QString content = QDir::cleanPath(QDir(folder).absoluteFilePath(parsed->positional.first()));
    const QString output = parsed->positional.size() == 2 ? parsed->positional.last() : QFileInfo(content).fileName() + QStringLiteral(".torrent");
    command.request.content = content.toStdString();
    command.request.output = QDir::cleanPath(QDir(folder).absoluteFilePath(output)).toStdString();
    command.seed = parsed->has("seed");
    command.json = parsed->has("json");
    return command;
}

int runCreate(const ProfilePaths &paths, const CreateCommand &command)
{
    const auto made = torrent::makeTorrent(command.request, progressLine(!command.json && ::isatty(STDERR_FILENO) == 1));
    if (!made) {
        say(stderr, errorText(command.json, made.error()));
        return kExitFailed;
    }
    const Invocation shown{QLatin1String(kCreate), {}, command.json, {}};
    say(stdout, textOf(shown, createdJson(*made)));
    return command.seed ? seedIt(paths, *made, command.json) : kExitDone;
}

QString createHelp()
{
    return QStringLiteral("\nNeeds no running program:\n\n"
                          "  create [--format v1|v2|hybrid] [--piece-size SIZE] [--tracker \"URL...\"]... [--web-seed URL]... [--private]\n"
                          "      [--comment TEXT] [--source TAG] [--dot-files] [--no-date] [--replace] [--seed] PATH [FILE.torrent]\n"
                          "      each --tracker is a tier of one or more; --seed adds it to the program that runs on this profile\n");
}

} // namespace trib::app
