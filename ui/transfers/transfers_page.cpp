#include "ui/transfers/transfers_page.h"

#include "ui/models/transfer_model.h"
#include "ui/shell/feature.h"
#include "ui/text/tr.h"
#include "ui/transfers/columns_dialog.h"
#include "ui/transfers/details_pane.h"
#include "ui/widgets/empty_state.h"
#include "ui/transfers/label_actions.h"
#include "ui/transfers/side_filters.h"
#include "ui/transfers/transfer_actions.h"
#include "ui/transfers/transfer_view.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tool_buttons.h"

#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

const auto kTransfersPage = QStringLiteral("transfers");
const auto kColumnsKey = QStringLiteral("transfers/columns");
const auto kSideKey = QStringLiteral("transfers/side");
const auto kDetailsKey = QStringLiteral("transfers/details");
const auto kDetailColumnsKey = QStringLiteral("transfers/detail_columns");
constexpr int kDetailsHeight = 230;
constexpr int kFilterWidth = 330;
constexpr int kToolIcon = 16;

} // namespace

TransfersPage::TransfersPage(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_model(new TransferModel(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
    , m_side(new SideFilters(this))
    , m_tools(new QToolBar(this))
    , m_add(new QToolButton(this))
    , m_text(new QLineEdit(this))
    , m_centre(new QStackedWidget(this))
    , m_view(new TransferView(*m_model, this))
    , m_reading(new EmptyState(QStringLiteral("transfers"), TrTransfers::tr("Reading your torrents…"), {}, this))
    , m_empty(new EmptyState(QStringLiteral("transfers"), TrTransfers::tr("Drop a torrent or magnet link here, or press Ctrl+V"),
                             TrTransfers::tr("Add torrent…"), this))
    , m_noMatch(new EmptyState(QStringLiteral("search"), TrTransfers::tr("No torrent matches the filter"), TrTransfers::tr("Show all"), this))
    , m_details(new DetailsPane(shell, *m_model, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
    m_columns->setHandleWidth(1);
    m_rows->setHandleWidth(1);
    m_columns->addWidget(m_side);
    m_columns->addWidget(makeMain());
    m_columns->setCollapsible(1, false);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    m_actions = new TransferActions(m_shell, *m_model, *m_view, this);
    addViewActions();
    makeToolBar();
    connectEverything();
    restoreLayout();
    applySettings(m_shell.uiSettings().values());
    m_side->setCounts(*m_model);
    showListOrHint();
}

QWidget *TransfersPage::makeMain()
{
    auto *main = new QWidget(this);
    auto *layout = new QVBoxLayout(main);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(new Hairline(Qt::Horizontal, main));
    m_centre->addWidget(m_view);
    m_centre->addWidget(m_reading);
    m_centre->addWidget(m_empty);
    m_centre->addWidget(m_noMatch);
    m_rows->addWidget(m_centre);
    m_rows->addWidget(m_details);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    m_rows->setCollapsible(0, false);
    layout->addWidget(m_rows, 1);
    return main;
}

void TransfersPage::addViewActions()
{
    ActionRegistry &registry = m_shell.actionRegistry();
    const QString category = TrTransfers::tr("View");
    QAction *find = registry.add({QStringLiteral("transfers.filter"), TrTransfers::tr("Filter the list"), QStringLiteral("search"), {QKeySequence::Find}, category, {}, nullptr});
    connect(find, &QAction::triggered, this, [this] { m_shell.showPage(kTransfersPage); m_text->setFocus(Qt::ShortcutFocusReason); m_text->selectAll(); });
    m_showDetails = registry.add({QStringLiteral("transfers.details"), TrTransfers::tr("Details"), QStringLiteral("details"), {QKeySequence(Qt::CTRL | Qt::Key_D)}, category, TrTransfers::tr("Show or hide the details"), this});
    m_showDetails->setCheckable(true);
    m_showFilters = registry.add({QStringLiteral("transfers.side"), TrTransfers::tr("Filters"), QStringLiteral("filter"), {QKeySequence(Qt::CTRL | Qt::Key_B)}, category, TrTransfers::tr("Show or hide the filters"), this});
    m_showFilters->setCheckable(true);
    QAction *menu = registry.add({QStringLiteral("transfers.menu"), TrTransfers::tr("Menu of the selection"), QStringLiteral("more"), {QKeySequence(Qt::SHIFT | Qt::Key_F10)}, category, {}, m_view});
    connect(menu, &QAction::triggered, m_view, &TransferView::wantMenu);
    QAction *columns = registry.add({QStringLiteral("transfers.columns"), TrTransfers::tr("Columns of the list…"), QStringLiteral("columns"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, category, TrTransfers::tr("Choose, order and sort the columns of the list"), this});
    connect(columns, &QAction::triggered, this, [this] { (new ColumnsDialog(*m_view, m_shell.dialogParent()))->open(); });
    m_expression = registry.add({QStringLiteral("transfers.expression"), TrTransfers::tr("Filter by regular expression"), QStringLiteral("expression"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, category, {}, this});
    m_expression->setCheckable(true);
    connect(m_expression, &QAction::toggled, this, &TransfersPage::applyFilter);
    connect(m_showDetails, &QAction::triggered, this, [this](bool on) {
        UiSettings settings = m_shell.uiSettings().values();
        settings.showDetails = on;
        m_shell.uiSettings().update(settings);
    });
    connect(m_showFilters, &QAction::triggered, this, [this](bool on) {
        UiSettings settings = m_shell.uiSettings().values();
        settings.showFilters = on;
        m_shell.uiSettings().update(settings);
    });
}

void TransfersPage::makeToolBar()
{
    m_tools->setIconSize({kToolIcon, kToolIcon});
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->setAccessibleName(TrTransfers::tr("Tools"));
    makeFilter(*m_text, TrTransfers::tr("Filter by name, path, hash, tracker"));
    m_text->setAcceptDrops(false);
    m_text->setMaximumWidth(kFilterWidth);
    m_text->addAction(m_expression, QLineEdit::TrailingPosition);
    m_addPlace = m_tools->addWidget(m_add);
    m_tools->addSeparator();
    const ActionRegistry &registry = m_shell.actionRegistry();
    for (const char *id : {"transfers.start", "transfers.stop", "transfers.remove"})
        m_tools->addAction(registry.find(QString::fromLatin1(id)));
    auto *space = new QWidget(m_tools);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_tools->addWidget(space);
    m_tools->addWidget(m_text);
    makeTabStops(*m_tools);
    // Another feature brings the ways to add, before or after this page.
    connect(&registry, &ActionRegistry::added, this, &TransfersPage::fillAddButton);
    fillAddButton();
}

// "Add" opens files; its arrow shows the other ways.
void TransfersPage::fillAddButton()
{
    if (m_shell.actionRegistry().find(QStringLiteral("torrent.import")))
        m_empty->setOtherWay(TrTransfers::tr("Import from another client…"));
    QAction *add = m_shell.actionRegistry().find(QStringLiteral("torrent.add"));
    QAction *link = m_shell.actionRegistry().find(QStringLiteral("torrent.add_link"));
    m_addPlace->setVisible(add);
    if (!add || (m_add->menu() && m_add->menu()->actions().contains(link)))
        return;
    m_add->setDefaultAction(add);
    m_add->setText(TrTransfers::tr("Add"));
    m_add->setAccessibleName(TrTransfers::tr("Add"));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (!link)
        return;
    auto *menu = new QMenu(m_add);
    menu->addActions({add, link});
    m_add->setMenu(menu);
    m_add->setPopupMode(QToolButton::MenuButtonPopup);
}

void TransfersPage::connectEverything()
{
    engine::TorrentEngine &engine = m_shell.engine();
    connect(&engine, &engine::TorrentEngine::changed, this, &TransfersPage::takeDelta);
    connect(&engine, &engine::TorrentEngine::listed, this, [this] {
        m_listed = true;
        showListOrHint();
    });
    connect(&engine, &engine::TorrentEngine::settingsChanged, this, [this](const settings::EngineSettings &settings) { m_actions->setUseTrash(settings.storage.useTrash); });
    connect(&engine, &engine::TorrentEngine::finished, this, [this](const TorrentSnapshot &torrent) {
        if (m_shell.uiSettings().values().notifyFinished)
            m_shell.announce(TrTransfers::tr("‘%1’ is complete.").arg(fromUtf8(torrent.name)));
    });
    connect(m_model, &TransferModel::countsChanged, this, [this] { m_side->setCounts(*m_model); });
    connect(m_model, &TransferModel::labelCountsChanged, this, [this] { m_side->setLabelCounts(*m_model); });
    connect(&m_actions->labels(), &LabelActions::labelsChanged, this, [this] { m_side->setLabels(m_actions->labels().labels(), *m_model); });
    connect(m_side, &SideFilters::chosen, this, &TransfersPage::applyFilter);
    connect(m_side, &SideFilters::menuWanted, this, [this](LabelKind kind, const LabelChoice &choice, const QPoint &position) {
        QMenu *menu = m_actions->labels().makeMenu(kind, choice, this);
        menu->isEmpty() ? menu->deleteLater() : popUp(*menu, position);
    });
    connect(m_text, &QLineEdit::textChanged, this, &TransfersPage::applyFilter);
    connect(m_text, &QLineEdit::returnPressed, this, [this] { m_view->setFocus(); });
    connect(new QShortcut(Qt::Key_Down, m_text, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, [this] { m_centre->currentWidget()->setFocus(); });
    connect(new QShortcut(Qt::Key_Escape, m_text, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, [this] {
        m_text->clear();
        m_centre->currentWidget()->setFocus();
    });
    connect(m_view, &TransferView::selectionChangedByUser, this, &TransfersPage::takeSelection);
    connect(m_view, &TransferView::actionWanted, m_actions, &TransferActions::carryOut);
    connect(m_view, &TransferView::menuWanted, this, &TransfersPage::openMenu);
    connect(m_view, &QAbstractItemView::doubleClicked, this, [this] { m_shell.actionRegistry().find(QStringLiteral("transfers.open"))->trigger(); });
    connect(m_details, &DetailsPane::actionWanted, m_actions, &TransferActions::carryOut);
    connect(m_noMatch, &EmptyState::clicked, this, &TransfersPage::clearFilter);
    connect(m_empty, &EmptyState::clicked, this, [this] {
        if (QAction *add = m_shell.actionRegistry().find(QStringLiteral("torrent.add")))
            add->trigger();
    });
    connect(m_empty, &EmptyState::otherWayClicked, this, [this] { m_shell.actionRegistry().find(QStringLiteral("torrent.import"))->trigger(); });
    connect(&m_shell.uiSettings(), &UiSettingsStore::changed, this, [this](const UiSettings &, const UiSettings &after) { applySettings(after); });
    const auto saveSoon = [this] { m_layout.saveSoon(); };
    connect(m_view, &TransferView::columnsChanged, this, saveSoon);
    connect(m_details, &DetailsPane::stateChanged, this, saveSoon);
    connect(m_columns, &QSplitter::splitterMoved, this, saveSoon);
    connect(m_rows, &QSplitter::splitterMoved, this, saveSoon);
}

void TransfersPage::takeDelta(const engine::DeltaPointer &delta)
{
    m_model->apply(*delta);
    m_details->refresh();
    m_actions->update();
    showListOrHint();
    m_shell.engine().acknowledge(delta->sequence);
}

void TransfersPage::takeSelection()
{
    m_actions->update();
    m_details->setSelection(m_view->selectedIds());
}

void TransfersPage::applyFilter()
{
    const TransferFilter filter = m_side->filter(m_text->text().trimmed(), m_expression->isChecked());
    const QString fault = filterFault(filter);
    m_text->setToolTip(plainToolTip(fault.isEmpty() ? m_text->placeholderText() : TrTransfers::tr("This is no regular expression yet: %1").arg(fault)));
    m_text->setAccessibleDescription(fault);
    m_noMatch->setText(fault.isEmpty() ? TrTransfers::tr("No torrent matches the filter") : TrTransfers::tr("This is no regular expression yet: %1").arg(fault));
    m_model->setFilter(filter);
    showListOrHint();
}

void TransfersPage::clearFilter()
{
    m_text->clear();
    m_expression->setChecked(false);
    m_side->reset();
    m_view->setFocus();
}

void TransfersPage::showListOrHint()
{
    QWidget *shown = m_view;
    if (m_model->total() == 0)
        shown = m_listed ? m_empty : m_reading;
    else if (m_model->rowCount() == 0)
        shown = m_noMatch;
    showInCentre(*shown);
    m_details->setVisible(m_model->total() > 0 && m_shell.uiSettings().values().showDetails);
}

// The focus goes along: what is hidden would keep it from everyone.
void TransfersPage::showInCentre(QWidget &shown)
{
    const QWidget *before = m_centre->currentWidget();
    const QWidget *focus = window()->focusWidget();
    const bool follow = !focus || focus == before || before->isAncestorOf(focus);
    setFocusProxy(&shown);
    m_centre->setCurrentWidget(&shown);
    if (before != &shown && follow)
        shown.setFocus();
}

void TransfersPage::openMenu(const QPoint &position)
{
    popUp(*m_actions->makeMenu(this), position);
}

// Nothing moves under an open menu.
void TransfersPage::popUp(QMenu &menu, const QPoint &position)
{
    m_model->setOrderHeld(true);
    menu.setAttribute(Qt::WA_DeleteOnClose);
    connect(&menu, &QMenu::aboutToHide, this, [this] { m_model->setOrderHeld(false); });
    menu.popup(position);
}

void TransfersPage::applySettings(const UiSettings &settings)
{
    const bool compact = settings.density == Density::Compact;
    m_view->setCompact(compact);
    m_details->setCompact(compact);
    m_side->setCompact(compact);
    m_showDetails->setChecked(settings.showDetails);
    m_showFilters->setChecked(settings.showFilters);
    m_side->setVisible(settings.showFilters);
    showListOrHint();
}

void TransfersPage::restoreLayout()
{
    UiSettingsStore &store = m_shell.uiSettings();
    m_view->restoreColumns(store.state(kColumnsKey));
    if (!m_columns->restoreState(store.state(kSideKey)))
        m_columns->setSizes({m_side->preferredWidth(), 1000});
    if (!m_rows->restoreState(store.state(kDetailsKey)))
        m_rows->setSizes({1000, kDetailsHeight});
    m_details->restoreState(store.state(kDetailColumnsKey));
    m_columns->setHandleWidth(1);
    m_rows->setHandleWidth(1);
}

void TransfersPage::saveLayout()
{
    UiSettingsStore &store = m_shell.uiSettings();
    store.setState(kColumnsKey, m_view->saveColumns());
    store.setState(kSideKey, m_columns->saveState());
    store.setState(kDetailsKey, m_rows->saveState());
    store.setState(kDetailColumnsKey, m_details->saveState());
}

void TransfersPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (m_showFilters && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange))
        applySettings(m_shell.uiSettings().values());
}

} // namespace trib::ui
