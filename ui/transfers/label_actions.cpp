#include "ui/transfers/label_actions.h"

#include "ui/dialogs/label_dialog.h"
#include "ui/dialogs/remove_label_dialog.h"
#include "ui/models/transfer_model.h"
#include "ui/shell/feature.h"
#include "ui/shell/submit.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"
#include "ui/transfers/transfer_view.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace trib::ui {
namespace {

// A name as it is: what users chose holds no keys.
QString asIs(const QString &name)
{
    return QString(name).replace(u'&', QStringLiteral("&&"));
}

QAction *addCheckable(QMenu &menu, const QString &text, bool checked)
{
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(checked);
    return action;
}

TransferFilter filterOf(LabelKind kind, const LabelChoice &choice)
{
    TransferFilter filter;
    (kind == LabelKind::Category ? filter.category : kind == LabelKind::Tag ? filter.tag : filter.tracker) = choice;
    return filter;
}

} // namespace

LabelActions::LabelActions(Shell &shell, TransferModel &model, TransferView &view, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_model(model)
    , m_view(view)
{
    addMenu("transfers.category", TrTransfers::tr("Category"), &LabelActions::fillCategories);
    addMenu("transfers.tags", TrTransfers::tr("Tags"), &LabelActions::fillTags);
    connect(&shell.engine(), &engine::TorrentEngine::labelsChanged, this, [this](const Labels &labels) {
        m_labels = labels;
        Q_EMIT labelsChanged();
    });
}

void LabelActions::addMenu(const char *id, const QString &text, void (LabelActions::*fill)(QMenu &))
{
    QAction *action = m_shell.actionRegistry().add({QString::fromLatin1(id), text, {}, {}, TrTransfers::tr("Torrents"), {}, &m_view});
    auto *menu = new QMenu(&m_view);
    action->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] {
        menu->clear();
        (this->*fill)(*menu);
    });
}

std::vector<const TorrentSnapshot *> LabelActions::selected() const
{
    std::vector<const TorrentSnapshot *> torrents;
    for (const TorrentId &id : m_view.selectedIds()) {
        if (const TorrentSnapshot *torrent = m_model.find(id))
            torrents.push_back(torrent);
    }
    return torrents;
}

void LabelActions::fillCategories(QMenu &menu)
{
    const auto torrents = selected();
    const auto add = [&](const QString &text, const QString &name) {
        const std::string category = name.toStdString();
        const bool checked = !torrents.empty() && std::ranges::all_of(torrents, [&](const TorrentSnapshot *t) { return t->category == category; });
        connect(addCheckable(menu, text, checked), &QAction::triggered, this, [this, category] { submit(m_shell, SetCategory{m_view.selectedIds(), category}); });
    };
    add(TrTransfers::tr("None", "no category"), {});
    menu.addSeparator();
    for (const QString &name : categoryNames(m_labels))
        add(asIs(name), name);
    menu.addSeparator();
    connect(menu.addAction(icon(QStringLiteral("add")), TrTransfers::tr("New category…")), &QAction::triggered, this, [this] { askNew(LabelKind::Category, {}, m_view.selectedIds()); });
}

// What some of them have, is given to all by a click.
void LabelActions::fillTags(QMenu &menu)
{
    const auto torrents = selected();
    for (const QString &name : tagNames(m_labels)) {
        const std::string tag = name.toStdString();
        const auto having = std::ranges::count_if(torrents, [&](const TorrentSnapshot *t) { return std::ranges::find(t->tags, tag) != t->tags.end(); });
        const auto all = std::ssize(torrents);
        const bool some = having > 0 && having < all;
        // A box is either checked or not, and would say of some of them that they have it not.
        const QString text = TrTransfers::tr("Give ‘%1’ to all (%2 of %3 have it)", "a tag, and how many of the selected torrents have it").arg(asIs(name), formatCount(having), formatCount(all));
        QAction *action = some ? menu.addAction(text) : addCheckable(menu, asIs(name), having > 0);
        connect(action, &QAction::triggered, this, [this, tag, had = having == all] {
            const std::vector<std::string> tags{tag};
            submit(m_shell, had ? ChangeTags{m_view.selectedIds(), {}, tags} : ChangeTags{m_view.selectedIds(), tags, {}});
        });
    }
    menu.addSeparator();
    connect(menu.addAction(icon(QStringLiteral("add")), TrTransfers::tr("New tag…")), &QAction::triggered, this, [this] { askNew(LabelKind::Tag, {}, m_view.selectedIds()); });
}

QMenu *LabelActions::makeMenu(LabelKind kind, const LabelChoice &choice, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    if (choice) {
        addTransferActions(*menu, m_model.idsOf(filterOf(kind, choice)));
        menu->addSeparator(); // at the end none is shown
    }
    if (kind != LabelKind::Tracker) // these come with the torrents
        addLabelActions(*menu, kind, choice ? fromUtf8(*choice) : QString());
    return menu;
}

void LabelActions::addTransferActions(QMenu &menu, const TorrentIds &ids)
{
    const int count = static_cast<int>(ids.size());
    QAction *start = menu.addAction(icon(QStringLiteral("start")), TrTransfers::tr("Start %n torrent(s)", nullptr, count));
    QAction *stop = menu.addAction(icon(QStringLiteral("stop")), TrTransfers::tr("Stop %n torrent(s)", nullptr, count));
    start->setEnabled(count > 0);
    stop->setEnabled(count > 0);
    connect(start, &QAction::triggered, this, [this, ids] { submit(m_shell, StartTorrents{ids}); });
    connect(stop, &QAction::triggered, this, [this, ids] { submit(m_shell, StopTorrents{ids}); });
}

void LabelActions::addLabelActions(QMenu &menu, LabelKind kind, const QString &name)
{
    const bool category = kind == LabelKind::Category;
    QAction *create = menu.addAction(icon(QStringLiteral("add")), category ? TrTransfers::tr("New category…") : TrTransfers::tr("New tag…"));
    connect(create, &QAction::triggered, this, [this, kind, name] { askNew(kind, name, {}); });
    if (name.isEmpty())
        return;
    if (category)
        connect(menu.addAction(icon(QStringLiteral("folder")), TrTransfers::tr("Change folder…")), &QAction::triggered, this, [this, name] { askFolder(name); });
    menu.addSeparator();
    QAction *removal = menu.addAction(icon(QStringLiteral("remove")), category ? TrTransfers::tr("Remove category…") : TrTransfers::tr("Remove tag…"));
    connect(removal, &QAction::triggered, this, [this, kind, name] { askRemoval(kind, name); });
}

void LabelActions::askNew(LabelKind kind, const QString &above, const TorrentIds &ids)
{
    const LabelTask task = kind == LabelKind::Category ? LabelTask(NewCategory{above, ids}) : LabelTask(NewTag{ids});
    (new LabelDialog(m_shell.engine(), task, m_labels, m_shell.dialogParent()))->open();
}

void LabelActions::askFolder(const QString &name)
{
    (new LabelDialog(m_shell.engine(), CategoryFolder{name}, m_labels, m_shell.dialogParent()))->open();
}

void LabelActions::askRemoval(LabelKind kind, const QString &name)
{
    const std::string bytes = name.toStdString();
    RemovedLabel label{kind, name, m_model.labelCounts().withTag(bytes), 0};
    if (kind == LabelKind::Category) {
        label.torrents = m_model.labelCounts().inCategory(bytes);
        label.below = static_cast<int>(std::ranges::count_if(m_labels.categories, [&](const Category &c) { return c.name != bytes && isInCategory(c.name, bytes); }));
    }
    (new RemoveLabelDialog(m_shell.engine(), label, m_shell.dialogParent()))->open();
}

} // namespace trib::ui
