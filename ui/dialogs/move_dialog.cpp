#include "ui/dialogs/move_dialog.h"

#include "ui/dialogs/folder_edit.h"
#include "ui/dialogs/free_space.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {

MoveDialog::MoveDialog(engine::TorrentEngine &engine, const MovedTorrents &torrents, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_ids(torrents.ids)
    , m_from(torrents.savePath)
    , m_folder(new FolderEdit(this))
    , m_space(new SpaceLabel(this))
    , m_notice(new NoticeBar(this))
    , m_move(new QPushButton(TrDialogs::tr("&Move"), this))
{
    const QString question = TrDialogs::tr("Move the files of %n torrent(s)?", nullptr, static_cast<int>(m_ids.size()));
    prepareDialog(*this, question);
    auto *label = new QLabel(TrDialogs::tr("&To the folder"), this);
    label->setBuddy(m_folder);
    QDialogButtonBox *buttons = buttonBox(m_move, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(question, this));
    column->addWidget(plainLabel(someNames(torrents.names), this));
    column->addSpacing(kGap);
    column->addWidget(label);
    column->addWidget(m_folder);
    column->addWidget(m_space);
    column->addWidget(m_notice);
    column->addWidget(quietLabel(TrDialogs::tr("The list shows how far the move is, and you can cancel it there. Nothing in the new folder is "
                                               "overwritten, and the old files go only when all of them have arrived."), this));
    column->addStretch(1);
    column->addSpacing(kGap);
    column->addWidget(buttons);

    m_folder->setAccessibleTitle(TrDialogs::tr("Folder to move to"));
    m_folder->setHistory(torrents.history);
    m_space->setNeeded(torrents.size);
    connect(m_folder, &FolderEdit::pathChanged, this, &MoveDialog::takePath);
    connect(buttons, &QDialogButtonBox::accepted, this, &MoveDialog::submit);
    m_folder->setPath(torrents.savePath);
    takePath(torrents.savePath);
    m_folder->setFocus();
    column->addStrut(textWidth(*this, 64));
}

void MoveDialog::takePath(const QString &path)
{
    m_space->setFolder(path);
    m_move->setEnabled(QDir::isAbsolutePath(path) && (m_from.isEmpty() || QDir::cleanPath(m_from) != path));
}

void MoveDialog::submit()
{
    m_move->setEnabled(false);
    const QString path = m_folder->path();
    whenAnswered(m_engine.submit(MoveStorage{m_ids, path.toStdString()}), m_engine, this, [this, path](const Result<> &result) {
        if (result) {
            Q_EMIT moving(path);
            accept();
            return;
        }
        takePath(m_folder->path());
        m_notice->show(NoticeBar::Tone::Warning, errorWords(result.error()).sentence());
    });
}

} // namespace trib::ui
