// AddTorrentDialog: what is about to be added, from where to where. One torrent, or several with a list at the left; more may come
// while it is open. GUI thread; open() it, it deletes itself. Nothing is added before the user says so.
#pragma once

#include "core/model/labels.h"
#include "ui/add_torrent/add_choices.h"

#include <QDialog>

#include <memory>
#include <vector>

class QCheckBox;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace trib::engine {
class TorrentEngine;
}

namespace trib::ui {

class OptionsPanel;
class PendingTorrent;
class TorrentPane;

class AddTorrentDialog final : public QDialog {
    Q_OBJECT

public:
    AddTorrentDialog(engine::TorrentEngine &engine, const AddChoices &choices, Bytes reserve, QWidget *parent = nullptr, const Labels &labels = {});
    ~AddTorrentDialog() override;

    void addSources(const std::vector<TorrentSource> &sources);
    void setShowAgain(bool show);
    void setLabels(const Labels &labels); // those that there are have changed

    [[nodiscard]] int count() const;
    [[nodiscard]] PendingTorrent *torrentAt(int row) const;

Q_SIGNALS:
    void added(const QString &title, const trib::TorrentSource &source);
    // When the window closes; `used`: something was added with them.
    void choicesMade(const trib::ui::AddChoices &choices, bool used);
    void showAgainChanged(bool show);

protected:
    void done(int result) override;

private:
    void buildList();
    void buildButtons();
    void showCurrent();
    void refreshItem(PendingTorrent *torrent);
    void refreshButtons();
    void addChosen();
    void takeAdded(PendingTorrent *torrent);
    [[nodiscard]] bool isChosen(int row) const;
    [[nodiscard]] std::vector<PendingTorrent *> chosen() const;

    engine::TorrentEngine &m_engine;
    Bytes m_reserve;
    bool m_used = false; // something was added
    std::vector<std::unique_ptr<PendingTorrent>> m_torrents; // as in the list
    QListWidget *m_list;
    TorrentPane *m_pane;
    OptionsPanel *m_options;
    QCheckBox *m_showAgain;
    QPushButton *m_add;
    QPushButton *m_cancel;
};

} // namespace trib::ui
