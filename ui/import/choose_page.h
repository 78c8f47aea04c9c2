// ChoosePage: which client's torrents, and from which folder. What is found at the usual places is read at once, so that it can be said
// how many there are. GUI thread.
#pragma once

#include "ui/import/import_store.h"

#include <QWidget>

#include <array>

class QLabel;
class QRadioButton;

namespace trib::ui {

class FolderEdit;

class ChoosePage final : public QWidget {
    Q_OBJECT

public:
    ChoosePage(engine::MakeTorrentImporter makeImporter, QWidget *parent);

    [[nodiscard]] bool isComplete() const; // there is a folder to read
    [[nodiscard]] ImportStore &store();    // of what is chosen; read anew if it is not what was found

Q_SIGNALS:
    void changed();

private:
    struct Client {
        OtherClient client = OtherClient::QBittorrent;
        QRadioButton *button = nullptr;
        QLabel *found = nullptr;
        ImportStore *store = nullptr; // at its usual place; null: there is none
        QString folder;               // as it was typed
    };

    void addClient(Client &client, OtherClient which, const QString &name, QLayout &column);
    void showFound(const Client &client);
    void choose(int client);

    engine::MakeTorrentImporter m_makeImporter;
    std::array<Client, 2> m_clients;
    int m_current = 0;
    FolderEdit *m_folder;
    ImportStore *m_other = nullptr; // of a folder that was typed
};

} // namespace trib::ui
