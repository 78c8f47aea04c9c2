#include "ui/feeds/rule_matches.h"

#include "ui/dialogs/parts.h"
#include "ui/feeds/feed_text.h"
#include "ui/feeds/words.h"
#include "ui/text/tr.h"
#include "ui/widgets/hinted_table.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/table_header.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kShown = 500;              // matches; all of them are counted
constexpr qint64 kAtATime = 8;           // milliseconds
constexpr std::chrono::milliseconds kSoon{150};
constexpr int kRowsShown = 4;

} // namespace

void RuleMatchModel::clear()
{
    beginResetModel();
    m_matches.clear();
    endResetModel();
}

void RuleMatchModel::append(std::vector<RuleMatch> matches)
{
    if (matches.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(matches.size()) - 1);
    std::move(matches.begin(), matches.end(), std::back_inserter(m_matches));
    endInsertRows();
}

int RuleMatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matches.size());
}

int RuleMatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RuleMatchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    const RuleMatch &match = m_matches.at(static_cast<std::size_t>(index.row()));
    const QString text = index.column() == Title ? fromUtf8(match.feed->items[match.index].title) : index.column() == Source ? feedName(*match.feed) : match.state;
    if (role == Qt::AccessibleTextRole)
        return TrFeeds::tr("%1: %2", "column: value, for screen readers").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), text);
    return role == Qt::ToolTipRole ? plainToolTip(text) : text;
}

QVariant RuleMatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Title ? TrFeeds::tr("Title") : section == Source ? TrFeeds::tr("Feed") : TrFeeds::tr("What would happen");
}

RuleMatches::RuleMatches(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_feeds(std::make_shared<const Feeds>())
    , m_model(new RuleMatchModel(this))
    , m_summary(plainLabel({}, this))
    , m_table(new HintedTable(this))
{
    auto *column = new QVBoxLayout(this);
    onGrid(*column, 0, 4);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    auto *header = new TableHeader(m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(TrFeeds::tr("What the rule asks for"));
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setHorizontalHeader(header);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(RuleMatchModel::Title, QHeaderView::Stretch);
    m_table->setColumnWidth(RuleMatchModel::Source, textWidth(*this, 18));
    m_table->setColumnWidth(RuleMatchModel::State, textWidth(*this, 34));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(true, fontMetrics()));
    m_table->setMinimumHeight(kRowsShown * rowHeight(true, fontMetrics()) + header->sizeHint().height());
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    m_work.setInterval(0);
    m_summary->hide();
    connect(&m_soon, &QTimer::timeout, this, &RuleMatches::begin);
    connect(&m_work, &QTimer::timeout, this, &RuleMatches::goOn);
}

void RuleMatches::setFeeds(engine::FeedsPointer feeds)
{
    const bool same = m_feeds->feeds == feeds->feeds;
    m_feeds = std::move(feeds);
    if (same)
        return;
    m_work.stop(); // it stands in what was
    m_soon.start();
}

void RuleMatches::setRule(const FeedRule *rule)
{
    m_rule = rule ? std::optional(*rule) : std::nullopt;
    m_soon.start();
}

QString RuleMatches::summary() const
{
    return m_summary->text();
}

void RuleMatches::begin()
{
    m_work.stop();
    m_model->clear();
    m_matcher.reset();
    m_feed = m_item = 0;
    m_count = 0;
    m_table->setHint({});
    m_summary->setVisible(m_rule.has_value());
    if (!m_rule)
        return;
    auto matcher = engine::FeedMatcher::make(*m_rule);
    if (!matcher) {
        m_summary->setText(TrFeeds::tr("The rule cannot be understood yet."));
        return;
    }
    m_matcher = std::move(*matcher);
    m_work.start();
}

void RuleMatches::goOn()
{
    QElapsedTimer time;
    time.start();
    std::vector<RuleMatch> found;
    while (m_feed < m_feeds->feeds.size() && time.elapsed() < kAtATime) {
        const FeedPointer &feed = m_feeds->feeds[m_feed];
        if (m_item < feed->items.size())
            look(feed, m_item++, found);
        else
            ++m_feed, m_item = 0;
    }
    const bool done = m_feed >= m_feeds->feeds.size();
    m_model->append(std::move(found));
    showSummary(done);
    if (!done)
        return;
    m_work.stop();
    Q_EMIT finished();
}

void RuleMatches::look(const FeedPointer &feed, std::size_t index, std::vector<RuleMatch> &found)
{
    const FeedItem &item = feed->items[index];
    if (!sourceOf(item) || !m_matcher->matches(feed->url, item))
        return;
    ++m_count;
    if (m_count > kShown)
        return;
    const QString state = item.added            ? TrFeeds::tr("Was added already")
        : item.read                             ? TrFeeds::tr("Nothing: it was read")
        : !m_rule->on                           ? TrFeeds::tr("Nothing: the rule is off")
        : engine::wasSeen(*m_rule, item)        ? TrFeeds::tr("Nothing: the episode was added")
        : engine::isPaused(*m_rule, item, m_clock.wallNow()) ? TrFeeds::tr("Nothing: within the pause")
                                                : TrFeeds::tr("Would be added");
    found.push_back({feed, index, state});
}

void RuleMatches::showSummary(bool done)
{
    QString text = TrFeeds::tr("%n item(s) of the feeds match.", nullptr, m_count);
    if (m_count > kShown)
        text += u' ' + TrFeeds::tr("The first %n are shown.", nullptr, kShown);
    m_summary->setText(done ? text : text + u' ' + TrFeeds::tr("Looking for more…"));
    if (done)
        m_table->setHint(TrFeeds::tr("No item of the feeds matches now."));
}

} // namespace trib::ui
