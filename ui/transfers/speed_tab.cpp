#include "ui/transfers/speed_tab.h"

#include "ui/models/speed_monitor.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/speed_graph.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace trib::ui {
namespace {

constexpr int kSpeedMargin = 8;
enum Subject { OneTorrent, AllTorrents };

QString rangeText(SpeedRange range)
{
    switch (range) {
    case SpeedRange::Minute: return TrTransfers::tr("Last minute");
    case SpeedRange::FiveMinutes: return TrTransfers::tr("Last 5 minutes");
    case SpeedRange::HalfHour: return TrTransfers::tr("Last 30 minutes");
    case SpeedRange::ThreeHours: return TrTransfers::tr("Last 3 hours");
    case SpeedRange::Day: return TrTransfers::tr("Last 24 hours");
    }
    return {};
}

// A line in the colour of the graph before the words.
QString legend(const QString &words, const QColor &colour)
{
    return QStringLiteral("<span style='color:%1'>&#9632;</span> %2").arg(colour.name(), words.toHtmlEscaped());
}

QString withLimit(const QString &rate, BytesPerSecond limit)
{
    return limit.count() == 0 ? rate : TrTransfers::tr("%1 (limit %2)").arg(rate, formatLimit(limit));
}

} // namespace

SpeedTab::SpeedTab(SpeedMonitor &monitor, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_clock(clock)
    , m_subject(new QComboBox(this))
    , m_range(new QComboBox(this))
    , m_down(new QLabel(this))
    , m_up(new QLabel(this))
    , m_graph(new SpeedGraph(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_subject->addItems({TrTransfers::tr("The selected torrent"), TrTransfers::tr("All torrents")});
    m_subject->setAccessibleName(TrTransfers::tr("Whose speed"));
    for (const SpeedRange range : kSpeedRanges)
        m_range->addItem(rangeText(range));
    m_range->setCurrentIndex(static_cast<int>(SpeedRange::FiveMinutes));
    m_range->setAccessibleName(TrTransfers::tr("Range of time"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kSpeedMargin, kSpeedMargin, kSpeedMargin, 0);
    row->setSpacing(kSpeedMargin);
    row->addWidget(m_subject);
    row->addWidget(m_range);
    row->addStretch(1);
    row->addWidget(m_down);
    row->addSpacing(kSpeedMargin);
    row->addWidget(m_up);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_graph, 1);
    setFocusProxy(m_subject);
    connect(m_subject, &QComboBox::currentIndexChanged, this, &SpeedTab::refresh);
    connect(m_range, &QComboBox::currentIndexChanged, this, &SpeedTab::refresh);
    connect(m_range, &QComboBox::currentIndexChanged, this, &SpeedTab::rangeChanged);
    connect(&m_monitor, &SpeedMonitor::sampled, this, &SpeedTab::refresh);
    refresh();
}

int SpeedTab::range() const
{
    return m_range->currentIndex();
}

void SpeedTab::setRange(int range)
{
    if (range >= 0 && range < m_range->count())
        m_range->setCurrentIndex(range);
}

void SpeedTab::setTorrent(const TorrentSnapshot *torrent)
{
    const std::optional<TorrentId> id = torrent ? std::optional(torrent->id) : std::nullopt;
    m_limits = torrent ? torrent->limits : TorrentLimits();
    if (id == m_id)
        return;
    m_id = id;
    if (id)
        m_monitor.follow(*id);
    m_subject->setEnabled(id.has_value());
    refresh();
}

bool SpeedTab::showsTorrent() const
{
    return m_id && m_subject->currentIndex() == OneTorrent;
}

void SpeedTab::refresh()
{
    if (!isVisible())
        return;
    const SpeedHistory *history = showsTorrent() ? m_monitor.torrent(*m_id) : &m_monitor.session();
    SpeedLines lines;
    const auto range = kSpeedRanges.at(static_cast<std::size_t>(m_range->currentIndex()));
    if (history) {
        for (const SpeedSample &sample : history->samples(range, m_clock.steadyNow())) {
            lines.down.push_back(sample.down);
            lines.up.push_back(sample.up);
        }
    }
    lines.span = spanOf(range);
    lines.downLimit = showsTorrent() ? m_limits.download : m_monitor.status().downloadLimit;
    lines.upLimit = showsTorrent() ? m_limits.upload : m_monitor.status().uploadLimit;
    const auto now = [](const std::vector<std::int64_t> &rates) { return formatRate(BytesPerSecond(rates.empty() ? 0 : std::max<std::int64_t>(rates.back(), 0))); };
    m_down->setAccessibleName(TrTransfers::tr("Down %1").arg(withLimit(now(lines.down), lines.downLimit)));
    m_up->setAccessibleName(TrTransfers::tr("Up %1").arg(withLimit(now(lines.up), lines.upLimit)));
    m_down->setText(legend(TrTransfers::tr("Down %1").arg(withLimit(now(lines.down), lines.downLimit)), toneColour(StateTone::Working, palette())));
    m_up->setText(legend(TrTransfers::tr("Up %1").arg(withLimit(now(lines.up), lines.upLimit)), toneColour(StateTone::Done, palette())));
    m_graph->setLines(std::move(lines));
}

void SpeedTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void SpeedTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace trib::ui
