#include "app/restore_command.h"

#include "app/argument_parser.h"
#include "app/control_output.h"
#include "app/profile_lock.h"
#include "app/run_command.h"
#include "core/base/remote_text.h"
#include "core/torrent/backup_restore.h"
#include "core/torrent/profile_lock.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <cstdio>

namespace trib::app {
namespace {

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

[[nodiscard]] QJsonObject manifestJson(const torrent::BackupManifest &manifest)
{
    QJsonArray files;
    for (const std::string &file : manifest.files)
        files.append(QString::fromStdString(file));
    return {{QStringLiteral("torrents"), qint64{manifest.torrents}}, {QStringLiteral("made"), qint64{manifest.made.time_since_epoch().count()}},
        {QStringLiteral("version"), QString::fromStdString(remoteText(manifest.version))},
        {QStringLiteral("profile"), QString::fromStdString(remoteText(manifest.profile))}, {QStringLiteral("files"), files}};
}

[[nodiscard]] Result<QJsonObject> restore(const ProfilePaths &paths, const std::filesystem::path &file)
{
    if (auto prepared = prepareProfile(paths); !prepared)
        return failure(prepared.error());
    const auto program = ProfileLock::acquire(paths);
    if (!program)
        return failure(program.error());
    const auto engine = torrent::ProfileLock::take(paths.folder);
    if (!engine)
        return failure(engine.error());
    const SystemClock clock;
    if (auto earlier = torrent::finishRestore(paths.folder, clock); !earlier)
        return failure(earlier.error());
    const auto staged = torrent::stageRestore(paths.folder, file);
    if (!staged)
        return failure(staged.error());
    auto done = torrent::commitRestore(paths.folder).and_then([&](std::monostate) { return torrent::finishRestore(paths.folder, clock); });
    if (!done)
        return failure(done.error());
    QJsonObject object = manifestJson(staged->manifest);
    object[QStringLiteral("toCheck")] = static_cast<qint64>(staged->toCheck);
    return object;
}

} // namespace

Result<RestoreCommand> parseRestore(const QStringList &arguments, const QString &folder)
{
    const auto parsed = parseArguments(arguments, {{"dry-run", false}, {"json", false}}, After::ReadAll);
    if (!parsed)
        return failure(parsed.error());
    if (parsed->positional.size() != 1 || parsed->positional.first().isEmpty())
        return wrong(QStringLiteral("restore takes one file, a backup"));
    return RestoreCommand{QDir::cleanPath(QDir(folder).absoluteFilePath(parsed->positional.first())), parsed->has("dry-run"), parsed->has("json")};
}

int runRestore(const ProfilePaths &paths, const RestoreCommand &command)
{
    const std::filesystem::path file = QFile::encodeName(command.file).toStdString();
    const auto result = command.dryRun ? torrent::verifyBackup(file).map(manifestJson) : restore(paths, file);
    if (!result) {
        write(stderr, errorText(command.json, result.error()));
        return kExitFailed;
    }
    write(stdout, textOf({QLatin1String(kRestore), {}, command.json, {}}, *result));
    return kExitDone;
}

QString restoreHelp()
{
    return QStringLiteral("\nPutting a backup in the place of what the profile holds (no program may have it open):\n\n"
                          "  restore [--dry-run] FILE\n"
                          "      checks all of FILE first; what was there is set aside in the profile's folder \"replaced-...\", never deleted.\n"
                          "      Torrents whose files are newer than the backup are checked when the program starts\n");
}

} // namespace trib::app
