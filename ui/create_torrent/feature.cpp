#include "ui/create_torrent/feature.h"

#include "ui/create_torrent/create_dialog.h"
#include "ui/create_torrent/create_form.h"
#include "ui/create_torrent/words.h"

#include <QAction>
#include <QFileInfo>

namespace trib::ui {

void CreateTorrentFeature::install(Shell &shell)
{
    m_shell = &shell;
    connect(shell.actionRegistry().add({QStringLiteral("torrent.create"), TrCreateTorrent::tr("&Create torrent…"), QStringLiteral("file"),
                {QKeySequence::New}, TrCreateTorrent::tr("Torrents"), TrCreateTorrent::tr("Makes a torrent of a file or folder on this computer"), nullptr}),
        &QAction::triggered, this, &CreateTorrentFeature::ask);
}

void CreateTorrentFeature::ask()
{
    if (m_dialog) { // one at a time: each reads a drive from end to end
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new CreateDialog(m_shell->engine(), m_makeCreator(), m_shell->dialogParent());
    m_dialog->form().setUnseedable(m_unseedable);
    connect(m_dialog, &CreateDialog::created, this, [this](const QString &file, bool seeding) {
        const QString name = QFileInfo(file).fileName();
        m_shell->announce(seeding ? TrCreateTorrent::tr("%1 has been made and seeds").arg(name) : TrCreateTorrent::tr("%1 has been made").arg(name));
    });
    m_dialog->open();
}

} // namespace trib::ui
