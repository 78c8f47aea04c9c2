#include "ui/transfers/details_pane.h"

#include "ui/models/speed_monitor.h"
#include "ui/models/transfer_model.h"
#include "ui/shell/feature.h"
#include "ui/text/tr.h"
#include "ui/transfers/files_tab.h"
#include "ui/transfers/general_tab.h"
#include "ui/transfers/peer_tab.h"
#include "ui/transfers/speed_tab.h"
#include "ui/transfers/tracker_tab.h"
#include "ui/transfers/web_seed_tab.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/table_header.h"

#include <QDataStream>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr quint32 kStateFormat = 2;
constexpr std::chrono::seconds kSpeedStep{1};

} // namespace

DetailsPane::DetailsPane(Shell &shell, TransferModel &model, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_model(model)
    , m_tabs(new QTabWidget(this))
    , m_monitor(new SpeedMonitor(shell.clock(), model, this))
    , m_general(new GeneralTab(this))
    , m_trackers(new TrackerTab(shell, this))
    , m_peers(new PeerTab(shell, this))
    , m_files(new FilesTab(shell, this))
    , m_webSeeds(new WebSeedTab(shell, this))
    , m_speed(new SpeedTab(*m_monitor, shell.clock(), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(TrTransfers::tr("Details"));
    addPage(*m_general, QStringLiteral("info"), TrTransfers::tr("General"));
    addList(*m_trackers, QStringLiteral("tracker"), TrTransfers::tr("Trackers"));
    addList(*m_peers, QStringLiteral("peers"), TrTransfers::tr("Peers"));
    addPage(*m_files, QStringLiteral("file"), TrTransfers::tr("Files"));
    remember(*m_files->header());
    addList(*m_webSeeds, QStringLiteral("network"), TrTransfers::tr("Web seeds"));
    m_tabs->addTab(m_speed, icon(QStringLiteral("speed")), TrTransfers::tr("Speed"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailsPane::watch);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailsPane::stateChanged);
    connect(m_speed, &SpeedTab::rangeChanged, this, &DetailsPane::stateChanged);
    connect(m_general, &GeneralTab::actionWanted, this, [this](StateAction action) {
        if (m_id)
            Q_EMIT actionWanted(*m_id, action);
    });
    connect(&m_shell.engine(), &engine::TorrentEngine::detailChanged, this, &DetailsPane::takeDetail);
    connect(&m_shell.engine(), &engine::TorrentEngine::statusChanged, m_monitor, &SpeedMonitor::setStatus);
    connect(&m_second, &QTimer::timeout, m_monitor, &SpeedMonitor::sample);
    m_second.start(kSpeedStep);
    setSelection({});
}

// What a page would show of no torrent, or of many, is said in its place; the tabs stay where they are.
void DetailsPane::addPage(QWidget &page, const QString &iconName, const QString &title)
{
    auto *stack = new QStackedWidget(m_tabs);
    auto *hint = new QLabel(stack);
    hint->setAlignment(Qt::AlignCenter);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setAutoFillBackground(true);
    hint->setBackgroundRole(QPalette::Base);
    stack->addWidget(hint);
    stack->addWidget(&page);
    m_hints += hint;
    m_pages += stack;
    m_tabs->addTab(stack, icon(iconName), title);
}

void DetailsPane::addList(DetailList &list, const QString &iconName, const QString &title)
{
    m_lists += &list;
    remember(list.header());
    addPage(list, iconName, title);
}

void DetailsPane::remember(QHeaderView &header)
{
    m_headers += &header;
    connect(&header, &QHeaderView::sectionResized, this, &DetailsPane::stateChanged);
    connect(&header, &QHeaderView::sortIndicatorChanged, this, &DetailsPane::stateChanged);
}

QByteArray DetailsPane::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << kStateFormat << static_cast<qint32>(m_tabs->currentIndex()) << static_cast<qint32>(m_speed->range());
    for (const QHeaderView *header : m_headers)
        out << header->saveState();
    return state;
}

void DetailsPane::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    quint32 format = 0;
    qint32 tab = 0;
    qint32 range = 0;
    in >> format >> tab >> range;
    if (format != kStateFormat)
        return;
    m_tabs->setCurrentIndex(tab);
    m_speed->setRange(range);
    for (QHeaderView *header : m_headers) {
        QByteArray columns;
        in >> columns;
        header->restoreState(columns);
    }
    m_peers->takeRestoredColumns();
}

void DetailsPane::setCompact(bool compact)
{
    for (DetailList *list : m_lists)
        list->setCompact(compact);
    m_files->setCompact(compact);
}

void DetailsPane::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
}

void DetailsPane::setSelection(const TorrentIds &ids)
{
    const std::optional<TorrentId> id = ids.size() == 1 ? std::optional(ids.front()) : std::nullopt;
    const auto count = static_cast<int>(ids.size());
    const QString hint = ids.empty() ? TrTransfers::tr("Select a torrent to see its details") : TrTransfers::tr("%n torrent(s) selected", nullptr, count);
    for (qsizetype page = 0; page < m_pages.size(); ++page) {
        m_hints.at(page)->setText(hint);
        m_pages.at(page)->setCurrentIndex(id ? 1 : 0);
    }
    if (id == m_id)
        return;
    m_id = id;
    clear();
    refresh();
    watch();
}

void DetailsPane::clear()
{
    const TorrentSnapshot *torrent = m_id ? m_model.find(*m_id) : nullptr;
    m_general->setDetail(nullptr);
    m_trackers->setTorrent(torrent);
    m_peers->setTorrent(torrent);
    m_files->setTorrent(torrent);
    m_webSeeds->setTorrent(torrent);
    m_speed->setTorrent(torrent);
}

void DetailsPane::refresh()
{
    const TorrentSnapshot *torrent = m_id ? m_model.find(*m_id) : nullptr;
    if (!torrent)
        return;
    m_general->setTorrent(*torrent);
    m_trackers->setTorrent(torrent);
    m_peers->setTorrent(torrent);
    m_files->setTorrent(torrent);
    m_webSeeds->setTorrent(torrent);
    m_speed->setTorrent(torrent);
}

void DetailsPane::watch()
{
    const int tab = m_tabs->currentIndex();
    DetailParts parts;
    parts.general = tab == General || tab == WebSeeds;
    parts.trackers = tab == Trackers;
    parts.peers = tab == Peers || tab == WebSeeds;
    parts.files = tab == Files;
    if (!m_id || !isVisible() || !parts.any())
        return m_shell.engine().watch(std::nullopt, {});
    m_shell.engine().watch(m_id, parts);
}

void DetailsPane::takeDetail(const engine::DetailPointer &detail)
{
    if (!m_id || detail->id != *m_id)
        return;
    if (detail->general)
        m_general->setDetail(&*detail->general);
    if (detail->trackers)
        m_trackers->setTrackers(*detail->trackers);
    if (detail->peers)
        m_peers->setPeers(*detail->peers);
    if (detail->general && detail->peers)
        m_webSeeds->setWebSeeds(detail->general->webSeeds, *detail->peers);
    m_files->setDetail(*detail);
}

void DetailsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    watch();
}

void DetailsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    watch();
}

} // namespace trib::ui
