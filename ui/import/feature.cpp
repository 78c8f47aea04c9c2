#include "ui/import/feature.h"

#include "ui/import/import_dialog.h"
#include "ui/import/words.h"

#include <QAction>

namespace trib::ui {

void ImportFeature::install(Shell &shell)
{
    m_shell = &shell;
    connect(shell.actionRegistry().add({QStringLiteral("torrent.import"), TrImport::tr("&Import from another client…"), QStringLiteral("import"),
                {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)}, TrImport::tr("Torrents"),
                TrImport::tr("Takes torrents over from qBittorrent or Transmission, with their places, progress and labels"), nullptr}),
        &QAction::triggered, this, &ImportFeature::ask);
    connect(&shell.engine(), &engine::TorrentEngine::labelsChanged, this, [this](const Labels &labels) { m_ground.labels = labels; });
    connect(&shell.engine(), &engine::TorrentEngine::changed, this, [this](const engine::DeltaPointer &delta) {
        for (const TorrentId &id : delta->removed)
            m_ground.torrents.erase(id);
        for (const SnapshotPointer &torrent : delta->upserted) {
            const auto [known, isNew] = m_ground.torrents.try_emplace(torrent->id, torrent->infoHash);
            if (!isNew && known->second != torrent->infoHash) // a hybrid's second hash comes with its metadata
                known->second = torrent->infoHash;
        }
    });
}

void ImportFeature::ask()
{
    if (m_dialog) { // one at a time
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new ImportDialog(m_makeImporter, m_ground, m_shell->dialogParent());
    connect(m_dialog, &ImportDialog::imported, this,
        [this](int torrents) { m_shell->announce(TrImport::tr("%n torrent(s) have been taken over.", nullptr, torrents)); });
    m_dialog->open();
}

} // namespace trib::ui
