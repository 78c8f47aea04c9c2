// FeedActions: what can be done with feeds and their items, as actions of the registry, commands to the engine and dialogs. GUI thread.
// The shell and the widgets outlive it.
#pragma once

#include "core/engine/torrent_engine.h"
#include "ui/feeds/feed_item_model.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace trib::ui {

class Shell;

using OfferSources = std::function<void(const std::vector<TorrentSource> &)>; // as if they were dropped on the window

struct FeedSelection {
    std::vector<FeedPointer> feeds; // of the list at the side; all of them while it stands on "All unread"
    bool all = false;               // "All unread"
    std::vector<FeedItemRow> items;
};

class FeedActions final : public QObject {
    Q_OBJECT

public:
    struct Places {
        QWidget *page = nullptr;
        QWidget *feeds = nullptr; // the list at the side
        QWidget *items = nullptr;
    };

    FeedActions(Shell &shell, const Places &places, std::function<FeedSelection()> selection, OfferSources offer);

    void setFeeds(engine::FeedsPointer feeds);
    void setLabels(const Labels &labels) { m_labels = labels; }
    void update(); // switches on what makes sense for the selection

    void addFeed(const QString &address);
    void refresh(const std::vector<FeedPointer> &feeds);
    void download();

    [[nodiscard]] QMenu *makeFeedMenu(QWidget *parent) const;
    [[nodiscard]] QMenu *makeItemMenu(QWidget *parent) const;

private:
    QAction *add(const char *id, const QString &text, const char *icon, const QList<QKeySequence> &keys, QWidget *scope, std::function<void()> run);
    void addForFeeds();
    void addForItems();
    void rename();
    void askRemoval();
    void openPages();
    void copyLinks();
    void mark(bool read);
    void markAllRead();
    void editRules();
    [[nodiscard]] QAction *find(const char *id) const;
    void fill(QMenu &menu, std::initializer_list<const char *> ids) const;

    Shell &m_shell;
    Places m_places;
    std::function<FeedSelection()> m_selection;
    OfferSources m_offer;
    engine::FeedsPointer m_feeds;
    Labels m_labels;
};

} // namespace trib::ui
