// TorrentPane: what is known of one torrent that may be added: name, size, origin, what is the matter, and its files.
// GUI thread. Shows one PendingTorrent at a time, which it does not own.
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;

namespace trib::ui {

class FileChoice;
class NoticeBar;
class PendingTorrent;

class TorrentPane final : public QWidget {
    Q_OBJECT

public:
    explicit TorrentPane(QWidget *parent = nullptr);

    void setTorrent(PendingTorrent *torrent); // null: nothing
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }
    [[nodiscard]] FileChoice *files() const { return m_files; }

Q_SIGNALS:
    void folderWanted(); // the remedy is another folder

private:
    void refresh();
    void showNotice();
    void act();

    QPointer<PendingTorrent> m_torrent;
    QLabel *m_title;
    QLabel *m_summary;
    QLabel *m_comment;
    NoticeBar *m_notice;
    FileChoice *m_files;
};

// "631 MiB of 1.2 GiB · 3 of 14 files · private", as far as it is known.
[[nodiscard]] QString summaryOf(PendingTorrent &torrent);

// The host of the first tracker and how many more there are; empty without trackers.
[[nodiscard]] QString trackersOf(const PendingTorrent &torrent);

} // namespace trib::ui
