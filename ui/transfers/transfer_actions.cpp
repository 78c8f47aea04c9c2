#include "ui/transfers/transfer_actions.h"

#include "ui/dialogs/add_peer_dialog.h"
#include "ui/dialogs/limits_dialog.h"
#include "ui/dialogs/move_dialog.h"
#include "ui/dialogs/remove_dialog.h"
#include "ui/dialogs/rename_dialog.h"
#include "ui/models/transfer_model.h"
#include "ui/shell/feature.h"
#include "ui/shell/submit.h"
#include "ui/text/tr.h"
#include "ui/transfers/label_actions.h"
#include "ui/transfers/open_content.h"
#include "ui/transfers/save_torrent.h"
#include "ui/transfers/transfer_view.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>

#include <algorithm>

namespace trib::ui {
namespace {

using Torrents = std::vector<const TorrentSnapshot *>;

bool any(const Torrents &torrents, bool (*test)(const TorrentSnapshot &))
{
    return std::any_of(torrents.begin(), torrents.end(), [test](const TorrentSnapshot *torrent) { return test(*torrent); });
}

bool all(const Torrents &torrents, bool (*test)(const TorrentSnapshot &))
{
    return !torrents.empty() && std::all_of(torrents.begin(), torrents.end(), [test](const TorrentSnapshot *torrent) { return test(*torrent); });
}

QString hashText(const TorrentSnapshot &torrent)
{
    if (torrent.infoHash.v1)
        return fromUtf8(torrent.infoHash.v1->toHex());
    return torrent.infoHash.v2 ? fromUtf8(torrent.infoHash.v2->toHex()) : QString();
}

} // namespace

QString magnetLink(const TorrentSnapshot &torrent)
{
    QStringList parts;
    if (torrent.infoHash.v1)
        parts += QStringLiteral("xt=urn:btih:") + fromUtf8(torrent.infoHash.v1->toHex());
    if (torrent.infoHash.v2)
        parts += QStringLiteral("xt=urn:btmh:1220") + fromUtf8(torrent.infoHash.v2->toHex());
    parts += QStringLiteral("dn=") + QString::fromLatin1(QUrl::toPercentEncoding(fromUtf8(torrent.name)));
    return QStringLiteral("magnet:?") + parts.join(QLatin1Char('&'));
}

bool isStopped(const TorrentSnapshot &torrent)
{
    return torrent.state == TorrentState::Stopped || torrent.state == TorrentState::Finished || torrent.state == TorrentState::Failed;
}

TransferActions::TransferActions(Shell &shell, TransferModel &model, TransferView &view, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_model(model)
    , m_view(view)
{
    addControl();
    addContent();
    addQueue();
    addFlags();
    m_labels = new LabelActions(shell, model, view, this);
    update();
}

QAction *TransferActions::add(const char *id, const QString &text, const char *icon, const QList<QKeySequence> &keys,
                              std::function<void(const Ids &)> run)
{
    QAction *action = m_shell.actionRegistry().add({QString::fromLatin1(id), text, QString::fromLatin1(icon), keys, TrTransfers::tr("Torrents"), {}, &m_view});
    connect(action, &QAction::triggered, this, [this, run = std::move(run)] {
        const Ids ids = m_view.selectedIds();
        if (!ids.empty())
            run(ids);
    });
    return action;
}

void TransferActions::say(Command command)
{
    submit(m_shell, std::move(command));
}

void TransferActions::addControl()
{
    add("transfers.start", TrTransfers::tr("Start"), "start", {QKeySequence(Qt::CTRL | Qt::Key_S)}, [this](const Ids &ids) { say(StartTorrents{ids}); });
    add("transfers.stop", TrTransfers::tr("Stop"), "stop", {QKeySequence(Qt::CTRL | Qt::Key_P)}, [this](const Ids &ids) { say(StopTorrents{ids}); });
    add("transfers.toggle", TrTransfers::tr("Start or stop"), "", {QKeySequence(Qt::Key_Space)}, [this](const Ids &ids) { toggle(ids); });
    add("transfers.force", TrTransfers::tr("Start ahead of the queue"), "start", {}, [this](const Ids &ids) { say(StartTorrents{ids, true}); });
    add("transfers.remove", TrTransfers::tr("Remove…"), "remove", {QKeySequence(Qt::Key_Delete)}, [this](const Ids &ids) { askRemoval(ids); });
    add("transfers.recheck", TrTransfers::tr("Check the files"), "recheck", {}, [this](const Ids &ids) { say(RecheckTorrents{ids}); });
    add("transfers.reannounce", TrTransfers::tr("Ask the trackers now"), "tracker", {}, [this](const Ids &ids) { say(ReannounceTorrents{ids}); });
    add("transfers.add_peer", TrTransfers::tr("Connect to a peer…"), "peers", {}, [this](const Ids &ids) { askPeer(ids); });
    add("transfers.remedy", TrTransfers::tr("Solve the problem"), "warning", {QKeySequence(Qt::CTRL | Qt::Key_Return)}, [this](const Ids &ids) {
        if (const TorrentSnapshot *torrent = m_model.find(ids.front()))
            carryOut(ids.front(), stateWords(*torrent).action);
    });
}

void TransferActions::addContent()
{
    add("transfers.open", TrTransfers::tr("Open"), "file", {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)}, [this](const Ids &ids) {
        if (const TorrentSnapshot *torrent = m_model.find(ids.front()))
            openPath(m_shell, openedPath(*torrent));
    });
    add("transfers.folder", TrTransfers::tr("Open folder"), "folder", {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this](const Ids &ids) {
        if (const TorrentSnapshot *torrent = m_model.find(ids.front()))
            openPath(m_shell, folderOf(*torrent));
    });
    add("transfers.move", TrTransfers::tr("Move files…"), "move", {QKeySequence(Qt::Key_F6)}, [this](const Ids &ids) { askPlace(ids); });
    add("transfers.cancel_move", TrTransfers::tr("Cancel the move"), "close", {}, [this](const Ids &ids) {
        for (const TorrentSnapshot *torrent : torrents(ids)) {
            if (torrent->state == TorrentState::Moving)
                say(CancelMove{torrent->id});
        }
    });
    add("transfers.rename", TrTransfers::tr("Rename…"), "rename", {QKeySequence(Qt::Key_F2)}, [this](const Ids &ids) { askName(ids); });
    add("transfers.copy_magnet", TrTransfers::tr("Copy magnet link"), "link", {QKeySequence::Copy}, [this](const Ids &ids) { copyMagnets(ids); });
    add("transfers.copy_hash", TrTransfers::tr("Copy info-hash"), "copy", {}, [this](const Ids &ids) { copyHashes(ids); });
    add("transfers.save_torrent", TrTransfers::tr("Save torrent file…"), "disk", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, [this](const Ids &ids) {
        if (const TorrentSnapshot *torrent = m_model.find(ids.front()))
            askWhereToSaveTorrent(m_shell, *torrent);
    });
}

void TransferActions::addQueue()
{
    const auto move = [this](const char *id, const QString &text, const char *icon, Qt::Key key, QueueMove where) {
        add(id, text, icon, {QKeySequence(Qt::CTRL | Qt::SHIFT | key)}, [this, where](const Ids &ids) { say(MoveInQueue{ids, where}); });
    };
    move("transfers.queue_top", TrTransfers::tr("To the front of the queue"), "queue", Qt::Key_Home, QueueMove::Top);
    move("transfers.queue_up", TrTransfers::tr("Up in the queue"), "up", Qt::Key_Up, QueueMove::Up);
    move("transfers.queue_down", TrTransfers::tr("Down in the queue"), "down", Qt::Key_Down, QueueMove::Down);
    move("transfers.queue_bottom", TrTransfers::tr("To the end of the queue"), "queue", Qt::Key_End, QueueMove::Bottom);
    add("transfers.limits", TrTransfers::tr("Limits…"), "limits", {QKeySequence(Qt::CTRL | Qt::Key_T)}, [this](const Ids &ids) { askLimits(ids); });
}

void TransferActions::addFlags()
{
    QAction *sequential = add("transfers.sequential", TrTransfers::tr("Download in order"), "", {}, [this](const Ids &ids) {
        say(SetSequential{ids, !all(torrents(ids), [](const TorrentSnapshot &t) { return t.sequential; })});
    });
    sequential->setCheckable(true);
    QAction *ends = add("transfers.first_last", TrTransfers::tr("First and last piece first"), "", {}, [this](const Ids &ids) {
        say(SetFirstLastFirst{ids, !all(torrents(ids), [](const TorrentSnapshot &t) { return t.firstLastFirst; })});
    });
    ends->setCheckable(true);
    QAction *super = add("transfers.super_seeding", TrTransfers::tr("Super seeding"), "", {}, [this](const Ids &ids) {
        say(SetSuperSeeding{ids, !all(torrents(ids), [](const TorrentSnapshot &t) { return t.superSeeding; })});
    });
    super->setCheckable(true);
    super->setToolTip(TrTransfers::tr("Shows each peer few pieces at a time, so that a first copy spreads with less upload; slower once others have it"));
}

Torrents TransferActions::torrents(const Ids &ids) const
{
    Torrents found;
    for (const TorrentId &id : ids) {
        if (const TorrentSnapshot *torrent = m_model.find(id))
            found.push_back(torrent);
    }
    return found;
}

Torrents TransferActions::selected() const
{
    return torrents(m_view.selectedIds());
}

void TransferActions::update()
{
    const Torrents chosen = selected();
    const bool some = !chosen.empty();
    const ActionRegistry &registry = m_shell.actionRegistry();
    const auto enable = [&](const char *id, bool on) { registry.find(QString::fromLatin1(id))->setEnabled(on); };
    const bool stopped = any(chosen, isStopped);
    const bool running = any(chosen, [](const TorrentSnapshot &t) { return !isStopped(t); });
    const bool moving = any(chosen, [](const TorrentSnapshot &t) { return t.state == TorrentState::Moving; });
    const bool queued = any(chosen, [](const TorrentSnapshot &t) { return t.queuePosition.value() >= 0; });
    const bool one = chosen.size() == 1;
    const bool incomplete = any(chosen, [](const TorrentSnapshot &t) { return !t.hasMetadata || t.done < t.wanted; });
    enable("transfers.start", stopped);
    enable("transfers.stop", running);
    enable("transfers.toggle", some);
    enable("transfers.force", some && incomplete);
    enable("transfers.cancel_move", moving);
    enable("transfers.remedy", one && any(chosen, [](const TorrentSnapshot &t) { return t.problem || t.state == TorrentState::Failed; }));
    for (const char *id : {"transfers.queue_top", "transfers.queue_up", "transfers.queue_down", "transfers.queue_bottom"})
        enable(id, queued);
    for (const char *id : {"transfers.remove", "transfers.recheck", "transfers.reannounce", "transfers.move", "transfers.copy_magnet", "transfers.copy_hash", "transfers.limits", "transfers.category", "transfers.tags"})
        enable(id, some);
    for (const char *id : {"transfers.open", "transfers.folder", "transfers.rename"})
        enable(id, one);
    enable("transfers.save_torrent", one && chosen.front()->hasMetadata);
    // A private torrent meets the peers that its trackers name and no others.
    enable("transfers.add_peer", one && !chosen.front()->isPrivate && !stopped);
    for (const char *id : {"transfers.sequential", "transfers.first_last"})
        enable(id, some && incomplete);
    // Only who has everything can seed, and whoever is on still can turn it off.
    enable("transfers.super_seeding", some && all(chosen, [](const TorrentSnapshot &t) { return t.superSeeding || (t.hasMetadata && t.done >= t.size); }));
    registry.find(QStringLiteral("transfers.super_seeding"))->setChecked(all(chosen, [](const TorrentSnapshot &t) { return t.superSeeding; }));
    registry.find(QStringLiteral("transfers.sequential"))->setChecked(all(chosen, [](const TorrentSnapshot &t) { return t.sequential; }));
    registry.find(QStringLiteral("transfers.first_last"))->setChecked(all(chosen, [](const TorrentSnapshot &t) { return t.firstLastFirst; }));
}

void TransferActions::carryOut(const TorrentId &id, StateAction action)
{
    const TorrentSnapshot *torrent = m_model.find(id);
    if (!torrent)
        return;
    switch (action) {
    case StateAction::None: return;
    case StateAction::Start: return say(StartTorrents{{id}});
    case StateAction::ChoosePlace: return askPlace({id});
    case StateAction::Recheck: return say(RecheckTorrents{{id}});
    case StateAction::Repair: return say(RepairTorrent{id});
    case StateAction::OpenFolder: return openPath(m_shell, folderOf(*torrent));
    case StateAction::Remove: return askRemoval({id});
    }
}

// Like a switch on the wall: if anything runs, everything stops.
void TransferActions::toggle(const Ids &ids)
{
    if (any(torrents(ids), [](const TorrentSnapshot &t) { return !isStopped(t); }))
        say(StopTorrents{ids});
    else
        say(StartTorrents{ids});
}

void TransferActions::askRemoval(const Ids &ids)
{
    std::vector<RemovedTorrent> removed;
    for (const TorrentSnapshot *torrent : torrents(ids))
        removed.push_back({torrent->id, fromUtf8(torrent->name)});
    if (!removed.empty())
        (new RemoveDialog(m_shell.engine(), removed, m_useTrash, m_shell.dialogParent()))->open();
}

void TransferActions::askPlace(const Ids &ids)
{
    MovedTorrents moved;
    const Torrents chosen = torrents(ids);
    for (const TorrentSnapshot *torrent : chosen) {
        moved.ids.push_back(torrent->id);
        moved.names += fromUtf8(torrent->name);
        moved.size += torrent->done;
    }
    const bool onePlace = std::all_of(chosen.begin(), chosen.end(), [&](const TorrentSnapshot *t) { return t->savePath == chosen.front()->savePath; });
    if (!chosen.empty() && onePlace)
        moved.savePath = fromUtf8(chosen.front()->savePath);
    if (!chosen.empty())
        (new MoveDialog(m_shell.engine(), moved, m_shell.dialogParent()))->open();
}

void TransferActions::askLimits(const Ids &ids)
{
    std::vector<LimitedTorrent> limited;
    for (const TorrentSnapshot *torrent : torrents(ids))
        limited.push_back({torrent->id, fromUtf8(torrent->name), torrent->limits, torrent->shareLimits});
    if (!limited.empty())
        (new LimitsDialog(m_shell.engine(), std::move(limited), m_shell.dialogParent()))->open();
}

void TransferActions::askName(const Ids &ids)
{
    const Torrents chosen = torrents(ids);
    if (chosen.size() == 1)
        (new RenameDialog(m_shell.engine(), RenamedTorrent{ids.front(), fromUtf8(chosen.front()->name)}, m_shell.dialogParent()))->open();
}

void TransferActions::askPeer(const Ids &ids)
{
    const TorrentSnapshot *torrent = m_model.find(ids.front());
    if (!torrent)
        return;
    auto *dialog = new AddPeerDialog(m_shell.engine(), torrent->id, fromUtf8(torrent->name), m_shell.dialogParent());
    connect(dialog, &AddPeerDialog::asked, this, [this](const QString &endpoint) { m_shell.announce(TrTransfers::tr("Connecting to %1…").arg(endpoint)); });
    dialog->open();
}

void TransferActions::copyHashes(const Ids &ids)
{
    QStringList lines;
    for (const TorrentSnapshot *torrent : torrents(ids))
        lines += hashText(*torrent);
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void TransferActions::copyMagnets(const Ids &ids)
{
    QStringList lines;
    for (const TorrentSnapshot *torrent : torrents(ids))
        lines += magnetLink(*torrent);
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

QMenu *TransferActions::makeMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    const ActionRegistry &registry = m_shell.actionRegistry();
    const auto addAll = [&](QMenu *to, std::initializer_list<const char *> ids) {
        for (const char *id : ids)
            to->addAction(registry.find(QString::fromLatin1(id)));
    };
    const Torrents chosen = selected();
    if (registry.find(QStringLiteral("transfers.remedy"))->isEnabled()) {
        const StateAction action = stateWords(*chosen.front()).action;
        const TorrentId id = chosen.front()->id;
        QAction *remedy = menu->addAction(registry.find(QStringLiteral("transfers.remedy"))->icon(), actionText(action));
        connect(remedy, &QAction::triggered, this, [this, id, action] { carryOut(id, action); });
        menu->addSeparator();
    }
    addAll(menu, {"transfers.open", "transfers.folder"});
    menu->addSeparator();
    addAll(menu, {"transfers.start", "transfers.stop", "transfers.force"});
    menu->addSeparator();
    addAll(menu, {"transfers.limits", "transfers.move"});
    if (registry.find(QStringLiteral("transfers.cancel_move"))->isEnabled())
        addAll(menu, {"transfers.cancel_move"});
    addAll(menu, {"transfers.rename", "transfers.sequential", "transfers.first_last"});
    if (registry.find(QStringLiteral("transfers.super_seeding"))->isEnabled())
        addAll(menu, {"transfers.super_seeding"});
    addAll(menu, {"transfers.category", "transfers.tags"});
    QMenu *queue = menu->addMenu(TrTransfers::tr("Queue"));
    queue->setEnabled(registry.find(QStringLiteral("transfers.queue_up"))->isEnabled());
    addAll(queue, {"transfers.queue_top", "transfers.queue_up", "transfers.queue_down", "transfers.queue_bottom"});
    menu->addSeparator();
    addAll(menu, {"transfers.recheck", "transfers.reannounce", "transfers.add_peer"});
    menu->addSeparator();
    addAll(menu, {"transfers.copy_magnet", "transfers.copy_hash", "transfers.save_torrent"});
    menu->addSeparator();
    addAll(menu, {"transfers.remove"});
    return menu;
}

} // namespace trib::ui
