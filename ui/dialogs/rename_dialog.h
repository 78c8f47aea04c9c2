// RenameDialog: a new name for a torrent, or for one of its files or folders on the disk. GUI thread. open() it; it deletes itself.
// Submits the command; stays open with the reason if it is refused.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QDialog>

#include <variant>

class QLineEdit;
class QPushButton;

namespace trib::ui {

class NoticeBar;

struct RenamedTorrent { TorrentId id; QString name; };
struct RenamedFile { TorrentId id; FileIndex file; QString path; }; // relative to the save path
struct RenamedFolder { TorrentId id; QString path; };
using RenameTarget = std::variant<RenamedTorrent, RenamedFile, RenamedFolder>;

class RenameDialog final : public QDialog {
    Q_OBJECT

public:
    RenameDialog(engine::TorrentEngine &engine, RenameTarget target, QWidget *parent);

    // The command for a name as it was typed: for a file or folder its last component changes.
    [[nodiscard]] static Command commandFor(const RenameTarget &target, const QString &name);

private:
    void checkName(const QString &name);
    void submit();

    engine::TorrentEngine &m_engine;
    RenameTarget m_target;
    QString m_before;
    QLineEdit *m_name;
    NoticeBar *m_notice;
    QPushButton *m_rename;
};

} // namespace trib::ui
