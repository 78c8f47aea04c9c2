#include "ui/transfers/save_torrent.h"

#include "ui/shell/feature.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDir>
#include <QFileDialog>
#include <QRegularExpression>
#include <QSaveFile>

namespace trib::ui {
namespace {

const auto kTorrentsTo = QStringLiteral("transfers/torrents_to");
constexpr qsizetype kLongestName = 200; // bytes of UTF-8, so that name and ending are a component on every file system

[[nodiscard]] QString written(const std::vector<std::uint8_t> &bytes, const QString &path)
{
    QSaveFile file(path);
    const QByteArray content(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return TrTransfers::tr("Saved: %1").arg(QDir::toNativeSeparators(path));
    return TrTransfers::tr("‘%1’ could not be written: %2. Choose another folder.").arg(QDir::toNativeSeparators(path), file.errorString());
}

} // namespace

QString torrentFileName(const QString &name)
{
    static const QRegularExpression kForbidden(QStringLiteral("[\\x00-\\x1f\\x7f/\\\\:*?\"<>|]"));
    QString usable = name.trimmed();
    usable.replace(kForbidden, QStringLiteral("_"));
    while (usable.toUtf8().size() > kLongestName)
        usable.chop(1);
    while (usable.startsWith(u'.'))
        usable.remove(0, 1);
    return (usable.isEmpty() ? QStringLiteral("torrent") : usable) + QStringLiteral(".torrent");
}

void saveTorrent(Shell &shell, const TorrentId &id, const QString &path)
{
    whenAnswered(shell.engine().exportTorrent(id), shell.engine(), shell.dialogParent(),
        [&shell, path](const Result<std::vector<std::uint8_t>> &bytes) {
            shell.announce(bytes ? written(*bytes, path) : errorWords(bytes.error()).sentence());
        });
}

void askWhereToSaveTorrent(Shell &shell, const TorrentSnapshot &torrent)
{
    auto *dialog = new QFileDialog(shell.dialogParent(), TrTransfers::tr("Save the torrent file"), QString::fromUtf8(shell.uiSettings().state(kTorrentsTo)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({TrTransfers::tr("Torrents (*.torrent)")});
    dialog->setDefaultSuffix(QStringLiteral("torrent"));
    dialog->selectFile(torrentFileName(fromUtf8(torrent.name)));
    QObject::connect(dialog, &QFileDialog::fileSelected, shell.dialogParent(), [&shell, dialog, id = torrent.id](const QString &path) {
        shell.uiSettings().setState(kTorrentsTo, dialog->directory().absolutePath().toUtf8());
        saveTorrent(shell, id, path);
    });
    dialog->open();
}

} // namespace trib::ui
