// TransferActions: what can be done with the selected torrents, as actions of the registry, commands to the engine and dialogs.
// GUI thread. Shell, model and view outlive it.
#pragma once

#include "core/model/commands.h"
#include "core/model/torrent_snapshot.h"
#include "ui/text/state_text.h"

#include <QList>
#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace trib::ui {

class LabelActions;
class Shell;
class TransferModel;
class TransferView;

class TransferActions : public QObject {
    Q_OBJECT

public:
    TransferActions(Shell &shell, TransferModel &model, TransferView &view, QObject *parent);

    // Switches on what makes sense for the selection.
    void update();

    // The remedy of a problem, for that torrent whatever is selected.
    void carryOut(const TorrentId &id, StateAction action);

    // For the context menu; parented to `parent`.
    [[nodiscard]] QMenu *makeMenu(QWidget *parent);

    [[nodiscard]] LabelActions &labels() { return *m_labels; }

    void setUseTrash(bool useTrash) { m_useTrash = useTrash; }

private:
    using Ids = TorrentIds;

    QAction *add(const char *id, const QString &text, const char *icon, const QList<QKeySequence> &keys, std::function<void(const Ids &)> run);
    void addControl();
    void addQueue();
    void addContent();
    void addFlags();
    void toggle(const Ids &ids);
    void askRemoval(const Ids &ids);
    void askPlace(const Ids &ids);
    void askLimits(const Ids &ids);
    void askName(const Ids &ids);
    void copyHashes(const Ids &ids);
    void copyMagnets(const Ids &ids);
    void askPeer(const Ids &ids);
    void say(Command command);
    [[nodiscard]] std::vector<const TorrentSnapshot *> torrents(const Ids &ids) const;
    [[nodiscard]] std::vector<const TorrentSnapshot *> selected() const;

    Shell &m_shell;
    TransferModel &m_model;
    TransferView &m_view;
    LabelActions *m_labels = nullptr;
    bool m_useTrash = true;
};

// A link that finds the torrent by its hashes and name; trackers of private torrents never leave the program.
[[nodiscard]] QString magnetLink(const TorrentSnapshot &torrent);

[[nodiscard]] bool isStopped(const TorrentSnapshot &torrent);

} // namespace trib::ui
