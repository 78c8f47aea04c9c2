#include "app/import_command.h"

#include "app/argument_parser.h"
#include "app/control_client.h"
#include "app/control_error.h"
#include "app/control_output.h"
#include "app/run_command.h"
#include "core/base/remote_text.h"
#include "core/torrent/import_places.h"
#include "core/torrent/torrent_importer_lt.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <cstdio>

namespace trib::app {
namespace {

constexpr std::array kStates{"complete", "partial", "to-check", "missing", "no-data"};
constexpr std::array kNotes{"category-name-invalid", "tag-name-invalid", "bandwidth-group"};

[[nodiscard]] QString shown(const std::string &text) { return QString::fromStdString(remoteText(text)); }
[[nodiscard]] QString wordOf(ImportState state) { return QLatin1String(kStates.at(static_cast<std::size_t>(state))); }
[[nodiscard]] QString wordOf(ImportNote note) { return QLatin1String(kNotes.at(static_cast<std::size_t>(note))); }

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

[[nodiscard]] QJsonArray textsOf(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &text : texts)
        array.append(shown(text));
    return array;
}

[[nodiscard]] QJsonObject torrentJson(const ImportedTorrent &torrent)
{
    const TakenOver known = torrent.request.takenOver.value_or(TakenOver{});
    QJsonArray notes;
    for (const ImportNote note : torrent.notes)
        notes.append(wordOf(note));
    return {{QStringLiteral("file"), shown(torrent.file)}, {QStringLiteral("id"), QString::fromStdString(torrent.infoHash.toId().toHex())},
        {QStringLiteral("name"), shown(torrent.name)}, {QStringLiteral("size"), qint64{torrent.size.count()}},
        {QStringLiteral("state"), wordOf(torrent.state)}, {QStringLiteral("savePath"), shown(torrent.request.savePath)},
        {QStringLiteral("category"), shown(torrent.request.category)}, {QStringLiteral("tags"), textsOf(torrent.request.tags)},
        {QStringLiteral("stopped"), torrent.request.stopped}, {QStringLiteral("forced"), known.forced},
        {QStringLiteral("uploaded"), qint64{known.uploaded.count()}}, {QStringLiteral("downloaded"), qint64{known.downloaded.count()}},
        {QStringLiteral("notes"), notes}};
}

[[nodiscard]] int showPlan(const ImportCommand &command, const std::string &folder)
{
    const auto plan = torrent::readOtherClient(command.client, folder, [](std::size_t, std::size_t) { return true; });
    if (!plan) {
        write(stderr, errorText(command.json, plan.error()));
        return kExitFailed;
    }
    write(stdout, command.json ? QString::fromUtf8(QJsonDocument(toJson(*plan)).toJson(QJsonDocument::Compact)) + u'\n' : textOf(*plan));
    return kExitDone;
}

} // namespace

Result<ImportCommand> parseImport(const QStringList &arguments, const QString &folder)
{
    const auto parsed = parseArguments(arguments, {{"from", true}, {"dry-run", false}, {"json", false}}, After::ReadAll);
    if (!parsed)
        return failure(parsed.error());
    const auto client = parsed->positional.size() == 1 ? clientNamed(parsed->positional.first()) : std::nullopt;
    if (!client)
        return wrong(QStringLiteral("import takes the name of a client: qbittorrent or transmission"));
    ImportCommand command{*client, {}, parsed->has("dry-run"), parsed->has("json")};
    if (parsed->has("from"))
        command.folder = QDir::cleanPath(QDir(folder).absoluteFilePath(parsed->value("from")));
    return command;
}

std::optional<OtherClient> clientNamed(const QString &name)
{
    if (name == QStringLiteral("qbittorrent"))
        return OtherClient::QBittorrent;
    return name == QStringLiteral("transmission") ? std::optional(OtherClient::Transmission) : std::nullopt;
}

QString nameOf(OtherClient client)
{
    return client == OtherClient::QBittorrent ? QStringLiteral("qbittorrent") : QStringLiteral("transmission");
}

QJsonObject toJson(const ImportPlan &plan)
{
    QJsonArray torrents, categories, unreadable;
    for (const ImportedTorrent &torrent : plan.torrents)
        torrents.append(torrentJson(torrent));
    for (const Category &category : plan.categories)
        categories.append(QJsonObject{{QStringLiteral("name"), shown(category.name)}, {QStringLiteral("savePath"), shown(category.savePath)}});
    for (const auto &[file, error] : plan.unreadable)
        unreadable.append(QJsonObject{{QStringLiteral("file"), shown(file)}, {QStringLiteral("code"), QString::fromStdString(codeName(error))},
            {QStringLiteral("detail"), shown(error.detail)}});
    return {{QStringLiteral("store"), shown(plan.store)}, {QStringLiteral("torrents"), torrents}, {QStringLiteral("categories"), categories},
        {QStringLiteral("unreadable"), unreadable}};
}

QString textOf(const ImportPlan &plan)
{
    QString text;
    std::array<int, kStates.size()> counts{};
    for (const ImportedTorrent &torrent : plan.torrents) {
        ++counts.at(static_cast<std::size_t>(torrent.state));
        text += QStringLiteral("%1  %2  %3\n").arg(wordOf(torrent.state).leftJustified(8), shown(torrent.name), shown(torrent.request.savePath));
        for (const ImportNote note : torrent.notes)
            text += QStringLiteral("          %1\n").arg(wordOf(note));
    }
    for (const auto &[file, error] : plan.unreadable)
        text += QStringLiteral("unreadable  %1: %2 %3\n").arg(shown(file), QString::fromStdString(codeName(error)), shown(error.detail));
    text += QStringLiteral("%1:").arg(shown(plan.store));
    for (std::size_t i = 0; i < kStates.size(); ++i)
        text += QStringLiteral(" %1 %2,").arg(counts.at(i)).arg(QLatin1String(kStates.at(i)));
    return text + QStringLiteral(" %1 unreadable\n").arg(plan.unreadable.size());
}

int runImport(const ProfilePaths &paths, const ImportCommand &command)
{
    const std::string folder = command.folder.isEmpty() ? torrent::usualImportFolder(command.client) : command.folder.toStdString();
    if (folder.empty()) {
        write(stderr, errorText(command.json, wrong(QStringLiteral("%1 is not found here; --from names its folder").arg(nameOf(command.client))).value()));
        return kExitFailed;
    }
    if (command.dryRun)
        return showPlan(command, folder);
    Invocation carryOut{QLatin1String(kImport), {1, QLatin1String(kImport), {}}, command.json, {}};
    carryOut.request.params = {{QStringLiteral("client"), nameOf(command.client)}, {QStringLiteral("folder"), QString::fromStdString(folder)}};
    return runCommand(paths, carryOut);
}

QString importHelp()
{
    return QStringLiteral("\nTaking torrents over from another client, with their places, progress, history and labels:\n\n"
                          "  import qbittorrent|transmission [--from DIR] [--dry-run]\n"
                          "      --dry-run shows what would be taken over and changes nothing; close the other client first\n");
}

} // namespace trib::app
