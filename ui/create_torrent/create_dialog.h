// CreateDialog: asks what to share, makes the .torrent in the background, shows how far it is, and seeds it if that is wanted. GUI thread.
// open() it; it deletes itself. Closing it while it works calls the work off.
#pragma once

#include "core/engine/torrent_creator.h"
#include "core/engine/torrent_engine.h"

#include <QDialog>

class QProgressBar;
class QPushButton;

namespace trib::ui {

class CreateForm;
class NoticeBar;

class CreateDialog final : public QDialog {
    Q_OBJECT

public:
    CreateDialog(engine::TorrentEngine &engine, std::unique_ptr<engine::TorrentCreator> creator, QWidget *parent);
    ~CreateDialog() override;

    [[nodiscard]] CreateForm &form() { return *m_form; }

Q_SIGNALS:
    void created(const QString &file, bool seeding);

private:
    void create(bool replace);
    void showProgress(Bytes hashed, Bytes total);
    void finish(const Result<CreatedTorrent> &result);
    void seed(const CreatedTorrent &made);
    void work(bool on);
    void refuse(const Error &error);

    engine::TorrentEngine &m_engine;
    std::unique_ptr<engine::TorrentCreator> m_creator;
    CreateForm *m_form;
    NoticeBar *m_notice;
    QProgressBar *m_progress;
    QPushButton *m_create;
};

} // namespace trib::ui
