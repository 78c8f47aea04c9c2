// FeedsPage: feeds at the left, their items at the right. GUI thread. The shell outlives it.
#pragma once

#include "ui/feeds/feed_actions.h"
#include "ui/feeds/feed_list_model.h"
#include "ui/shell/layout_saver.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QSplitter;
class QStackedWidget;
class QToolBar;

namespace trib::ui {

class EmptyState;
class HintedTable;
class NoticeBar;
struct UiSettings;

class FeedsPage final : public QWidget {
    Q_OBJECT

public:
    FeedsPage(Shell &shell, OfferSources offer, QWidget *parent);

    void setFeeds(const engine::FeedsPointer &feeds);

    [[nodiscard]] FeedActions &actions() { return *m_actions; }
    [[nodiscard]] HintedTable &feedList() { return *m_list; }
    [[nodiscard]] HintedTable &itemList() { return *m_table; }
    [[nodiscard]] FeedItemModel &items() { return *m_items; }

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpList();
    void setUpTable();
    QWidget *makeMain();
    void makeToolBar();
    void connectEverything();
    [[nodiscard]] FeedSelection selection() const;
    [[nodiscard]] bool showsUnread() const; // "All unread", or nothing, is chosen
    [[nodiscard]] std::vector<FeedPointer> shownFeeds() const;
    void showChosen();
    void showProblem();
    void showHint();
    void popUp(QMenu *menu, const QPoint &place);
    void applySettings(const UiSettings &settings);
    void restoreLayout();
    void saveLayout();

    Shell &m_shell;
    engine::FeedsPointer m_feeds;
    FeedListModel *m_entries;
    QSortFilterProxyModel *m_sortedEntries;
    FeedItemModel *m_items;
    FeedItemOrder *m_order;
    QSplitter *m_columns;
    HintedTable *m_list;
    QToolBar *m_tools;
    QLineEdit *m_text;
    QWidget *m_noticePlace; // gone with it
    NoticeBar *m_notice;
    QStackedWidget *m_centre;
    HintedTable *m_table;
    EmptyState *m_empty;
    FeedActions *m_actions = nullptr;
    std::vector<FeedPointer> m_failing; // of those shown
    LayoutSaver m_layout{*this, [this] { saveLayout(); }};
};

} // namespace trib::ui
