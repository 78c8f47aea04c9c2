#include "ui/feeds/feeds_page.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/feeds/feed_text.h"
#include "ui/feeds/words.h"
#include "ui/shell/feature.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_delegate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/hinted_table.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/table_header.h"
#include "ui/widgets/tool_buttons.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace trib::ui {
namespace {

const auto kSideKey = QStringLiteral("feeds/side");
const auto kColumnsKey = QStringLiteral("feeds/columns");
constexpr int kToolIcon = 16;
constexpr int kFilterWidth = 260;
constexpr int kSideMargin = 8;
constexpr int kNarrowestSide = 20; // average characters
constexpr int kNarrowestColumn = 56;

void setUp(HintedTable &table, const QString &name)
{
    table.setAccessibleName(name);
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

} // namespace

FeedsPage::FeedsPage(Shell &shell, OfferSources offer, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_feeds(std::make_shared<const Feeds>())
    , m_entries(new FeedListModel(this))
    , m_sortedEntries(new QSortFilterProxyModel(this))
    , m_items(new FeedItemModel(this))
    , m_order(new FeedItemOrder(*m_items, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_list(new HintedTable(this))
    , m_tools(new QToolBar(this))
    , m_text(new QLineEdit(this))
    , m_noticePlace(new QWidget(this))
    , m_notice(new NoticeBar(this))
    , m_centre(new QStackedWidget(this))
    , m_table(new HintedTable(this))
    , m_empty(new EmptyState(QStringLiteral("feed"), TrFeeds::tr("Add a feed and its new torrents appear here"), TrFeeds::tr("Add feed…"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
    setUpList();
    setUpTable();
    m_actions = new FeedActions(shell, {this, m_list, m_table}, [this] { return selection(); }, std::move(offer));
    auto *side = new QWidget(this);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, kSideMargin, 0, kSideMargin);
    sideColumn->addWidget(m_list);
    m_columns->addWidget(side);
    m_columns->addWidget(makeMain());
    m_columns->setCollapsible(1, false);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    makeToolBar();
    connectEverything();
    restoreLayout();
    applySettings(shell.uiSettings().values());
    m_items->show({}, true);
    m_list->setCurrentIndex(m_sortedEntries->index(0, 0)); // selectRow() finds no column before the first layout when mirrored
    setFeeds(m_feeds);
    setFocusProxy(m_centre);
}

void FeedsPage::setUpList()
{
    m_sortedEntries->setSourceModel(m_entries);
    m_sortedEntries->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sortedEntries->setSortLocaleAware(true);
    m_sortedEntries->setSortRole(FeedListModel::SortRole);
    m_sortedEntries->sort(0);
    setUp(*m_list, TrFeeds::tr("Feeds"));
    m_list->setModel(m_sortedEntries);
    m_list->setItemDelegate(new FilterDelegate(m_list));
    m_list->horizontalHeader()->hide();
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAutoFillBackground(false);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setMinimumWidth(kNarrowestSide * fontMetrics().averageCharWidth());
}

void FeedsPage::setUpTable()
{
    auto *header = new TableHeader(m_table);
    setUp(*m_table, TrFeeds::tr("Items of the feeds"));
    m_table->setModel(m_order);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setHorizontalHeader(header);
    header->setMinimumSectionSize(kNarrowestColumn);
    header->setSectionsMovable(true);
    header->setSectionResizeMode(FeedItemModel::Title, QHeaderView::Stretch);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(FeedItemModel::Published, Qt::DescendingOrder);
    const auto width = [&](int column, int characters) { m_table->setColumnWidth(column, characters * fontMetrics().averageCharWidth() + 2 * kCellMargin); };
    width(FeedItemModel::Source, 15);
    width(FeedItemModel::Published, 19);
    width(FeedItemModel::Size, 10);
    width(FeedItemModel::State, 11);
}

QWidget *FeedsPage::makeMain()
{
    auto *main = new QWidget(this);
    auto *layout = new QVBoxLayout(main);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(new Hairline(Qt::Horizontal, main));
    auto *notice = new QVBoxLayout(m_noticePlace);
    notice->setContentsMargins(kSideMargin, kSideMargin / 2, kSideMargin, kSideMargin / 2);
    notice->addWidget(m_notice);
    layout->addWidget(m_noticePlace);
    m_centre->addWidget(m_table);
    m_centre->addWidget(m_empty);
    layout->addWidget(m_centre, 1);
    return main;
}

void FeedsPage::makeToolBar()
{
    m_tools->setIconSize({kToolIcon, kToolIcon});
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->setAccessibleName(TrFeeds::tr("Tools"));
    makeFilter(*m_text, TrFeeds::tr("Filter by title"));
    m_text->setAcceptDrops(false);
    m_text->setMaximumWidth(kFilterWidth);
    const ActionRegistry &registry = m_shell.actionRegistry();
    for (const char *id : {"feeds.add", "feeds.refresh", "feeds.download", "feeds.rules"})
        m_tools->addAction(registry.find(QString::fromLatin1(id)));
    auto *space = new QWidget(m_tools);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_tools->addWidget(space);
    m_tools->addWidget(m_text);
    makeTabStops(*m_tools);
}

void FeedsPage::connectEverything()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FeedsPage::showChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, m_actions, &FeedActions::update);
    connect(m_table, &QAbstractItemView::doubleClicked, m_actions, &FeedActions::download);
    connect(m_list, &HintedTable::menuWanted, this, [this](const QPoint &place) { popUp(m_actions->makeFeedMenu(this), place); });
    connect(m_table, &HintedTable::menuWanted, this, [this](const QPoint &place) {
        if (m_table->selectionModel()->hasSelection())
            popUp(m_actions->makeItemMenu(this), place);
    });
    connect(m_empty, &EmptyState::clicked, m_shell.actionRegistry().find(QStringLiteral("feeds.add")), &QAction::trigger);
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] { m_actions->refresh(m_failing); });
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_order->setWords(text);
        showHint();
    });
    connect(m_text, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(new QShortcut(Qt::Key_Down, m_text, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, [this] { m_table->setFocus(); });
    connect(new QShortcut(Qt::Key_Escape, m_text, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, [this] {
        m_text->clear();
        m_table->setFocus();
    });
    connect(&m_shell.uiSettings(), &UiSettingsStore::changed, this, [this](const UiSettings &, const UiSettings &after) { applySettings(after); });
    const auto saveSoon = [this] { m_layout.saveSoon(); };
    connect(m_columns, &QSplitter::splitterMoved, this, saveSoon);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionMoved, this, saveSoon);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, saveSoon);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, saveSoon);
}

void FeedsPage::setFeeds(const engine::FeedsPointer &feeds)
{
    m_feeds = feeds;
    m_entries->setFeeds(feeds->feeds);
    m_items->update(shownFeeds());
    m_actions->setFeeds(feeds);
    showProblem();
    showHint();
    QWidget *shown = feeds->feeds.empty() ? static_cast<QWidget *>(m_empty) : m_table;
    if (shown == m_centre->currentWidget())
        return;
    const bool follow = m_centre->isAncestorOf(window()->focusWidget());
    m_centre->setCurrentWidget(shown);
    m_text->setEnabled(shown == m_table);
    m_centre->setFocusProxy(shown);
    if (follow)
        shown->setFocus();
}

bool FeedsPage::showsUnread() const
{
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    return rows.isEmpty() || std::ranges::any_of(rows, [this](const QModelIndex &row) { return !m_entries->at(m_sortedEntries->mapToSource(row).row())->feed; });
}

// In the order of their addresses, as they are now.
std::vector<FeedPointer> FeedsPage::shownFeeds() const
{
    if (showsUnread())
        return m_feeds->feeds;
    std::vector<FeedPointer> feeds;
    for (const QModelIndex &row : m_list->selectionModel()->selectedRows())
        feeds.push_back(m_entries->at(m_sortedEntries->mapToSource(row).row())->feed);
    std::ranges::sort(feeds, {}, [](const FeedPointer &feed) -> const std::string & { return feed->url; });
    return feeds;
}

FeedSelection FeedsPage::selection() const
{
    FeedSelection chosen{shownFeeds(), showsUnread(), {}};
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        chosen.items.push_back(*m_order->at(index.row()));
    return chosen;
}

void FeedsPage::showChosen()
{
    m_items->show(shownFeeds(), showsUnread());
    m_table->setColumnHidden(FeedItemModel::Source, !showsUnread() && shownFeeds().size() == 1); // all are its
    m_table->scrollToTop();
    m_actions->update();
    showProblem();
    showHint();
}

void FeedsPage::showProblem()
{
    m_failing.clear();
    std::ranges::copy_if(shownFeeds(), std::back_inserter(m_failing), [](const FeedPointer &feed) { return feed->error && !feed->loading; });
    m_noticePlace->setVisible(!m_failing.empty());
    if (m_failing.empty())
        return m_notice->clear();
    const QString text = m_failing.size() == 1 ? TrFeeds::tr("‘%1’: %2", "a feed and its problem").arg(feedName(*m_failing.front()), feedProblem(*m_failing.front()))
                                               : TrFeeds::tr("%n feed(s) cannot be read.", nullptr, static_cast<int>(m_failing.size()));
    m_notice->show(NoticeBar::Tone::Warning, text, TrFeeds::tr("Try again"));
}

void FeedsPage::showHint()
{
    m_table->setHint(m_items->rowCount() > 0 ? TrFeeds::tr("No item matches the filter")
            : showsUnread()                  ? TrFeeds::tr("Everything is read")
                                             : TrFeeds::tr("Nothing in this feed yet"));
}

void FeedsPage::popUp(QMenu *menu, const QPoint &place)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(place);
}

// The window's key for the filter belongs to the list of transfers; on this page it is that of the items.
bool FeedsPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FeedsPage::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Find))
        return QWidget::keyPressEvent(event);
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FeedsPage::applySettings(const UiSettings &settings)
{
    const int height = rowHeight(settings.density == Density::Compact, fontMetrics());
    m_entries->setRowHeight(height);
    for (HintedTable *table : {m_list, m_table}) {
        table->verticalHeader()->setMinimumSectionSize(1);
        table->verticalHeader()->setDefaultSectionSize(height);
    }
}

void FeedsPage::restoreLayout()
{
    UiSettingsStore &store = m_shell.uiSettings();
    if (!m_columns->restoreState(store.state(kSideKey)))
        m_columns->setSizes({FilterDelegate::widthFor(fontMetrics(), QString(12, u'n')), 1000});
    m_columns->setHandleWidth(1);
    m_table->horizontalHeader()->restoreState(store.state(kColumnsKey));
    m_layout.forget();
}

void FeedsPage::saveLayout()
{
    UiSettingsStore &store = m_shell.uiSettings();
    store.setState(kSideKey, m_columns->saveState());
    store.setState(kColumnsKey, m_table->horizontalHeader()->saveState());
}

void FeedsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (m_actions && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange))
        applySettings(m_shell.uiSettings().values());
}

} // namespace trib::ui
