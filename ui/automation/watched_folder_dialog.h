// WatchedFolderDialog: a new watched folder, or another way for one that is there. GUI thread. open() it; it deletes itself. Stays open with
// the reason if it is refused.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QPushButton;

namespace trib::ui {

class FolderEdit;
class NoticeBar;
class TagEdit;

class WatchedFolderDialog final : public QDialog {
    Q_OBJECT

public:
    // nullopt: a new one.
    WatchedFolderDialog(engine::TorrentEngine &engine, std::optional<WatchedFolder> folder, const Labels &labels, QWidget *parent);

    [[nodiscard]] WatchedFolder folder() const; // as the controls say

private:
    void build();
    void addRow(QFormLayout &form, const QString &label, QWidget *control);
    void load(const WatchedFolder &folder, const Labels &labels);
    void check();
    void submit();

    engine::TorrentEngine &m_engine;
    const std::optional<WatchedFolder> m_before;
    FolderEdit *m_path;
    QCheckBox *m_subfolders;
    QComboBox *m_after;
    FolderEdit *m_savePath;
    QComboBox *m_category;
    TagEdit *m_tags;
    QComboBox *m_layout;
    QCheckBox *m_stopped;
    NoticeBar *m_notice;
    QPushButton *m_accept;
};

} // namespace trib::ui
