#include "ui/transfers/open_content.h"

#include "ui/shell/feature.h"
#include "ui/shell/when_answered.h"
#include "ui/text/tr.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QStringList>
#include <QUrl>
#include <QtConcurrent>

namespace trib::ui {
namespace {

QString parentFolder(const QString &path)
{
    return path.section(QLatin1Char('/'), 0, -2);
}

} // namespace

bool isDangerousToOpen(const QString &path)
{
    static const QStringList kSuffixes = QStringLiteral(
        "appimage apk app application bat bin cmd com command cpl deb desktop dll dmg elf exe flatpakref gadget hta inf jar js jse jnlp "
        "lnk msc msi msp mst out pif pkg ps1 py rpm run scf scr sh snap so url vb vbe vbs webloc wsf wsh xpi").split(QLatin1Char(' '));
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix.isEmpty() || kSuffixes.contains(suffix);
}

QString folderOf(const TorrentSnapshot &torrent)
{
    const QString content = fromUtf8(torrent.contentPath);
    if (content.isEmpty())
        return fromUtf8(torrent.savePath);
    return torrent.fileCount == 1 ? parentFolder(content) : content;
}

QString openedPath(const TorrentSnapshot &torrent)
{
    const QString content = fromUtf8(torrent.contentPath);
    const bool complete = torrent.hasMetadata && torrent.done >= torrent.wanted;
    return torrent.fileCount == 1 && complete && !isDangerousToOpen(content) ? content : folderOf(torrent);
}

void openPath(Shell &shell, const QString &path)
{
    const auto exists = [path] { return QFileInfo::exists(path); }; // may wait for a slow drive
    whenAnswered(QtConcurrent::run(exists), *qApp, shell.dialogParent(), [&shell, path](bool isThere) {
        const QString shown = QFileInfo(path).fileName();
        if (!isThere)
            shell.announce(TrTransfers::tr("‘%1’ is not there. ‘Check the files’ finds out what is missing.").arg(shown));
        else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
            shell.announce(TrTransfers::tr("No program opens ‘%1’. Choose one in the settings of your desktop.").arg(shown));
    });
}

} // namespace trib::ui
