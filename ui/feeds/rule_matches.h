// RuleMatches: what of the feeds' items a rule asks for, just now, with a list of them. GUI thread. Looks through the items a few
// milliseconds at a time, so that typing is never held up by 100,000 of them.
#pragma once

#include "core/base/clock.h"
#include "core/engine/feed_matcher.h"
#include "core/engine/torrent_engine.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;

namespace trib::ui {

class HintedTable;

struct RuleMatch {
    FeedPointer feed;
    std::size_t index = 0;
    QString state; // "Would be added", or why not
};

class RuleMatchModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Title, Source, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void append(std::vector<RuleMatch> matches);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<RuleMatch> m_matches;
};

class RuleMatches final : public QWidget {
    Q_OBJECT

public:
    // `clock` outlives it.
    RuleMatches(const Clock &clock, QWidget *parent);

    void setFeeds(engine::FeedsPointer feeds);
    void setRule(const FeedRule *rule); // null: none

    [[nodiscard]] QString summary() const;
    [[nodiscard]] RuleMatchModel &model() { return *m_model; }

Q_SIGNALS:
    void finished(); // all items were looked at

private:
    void begin();
    void goOn();
    void look(const FeedPointer &feed, std::size_t index, std::vector<RuleMatch> &found);
    void showSummary(bool done);

    const Clock &m_clock;
    engine::FeedsPointer m_feeds;
    std::optional<FeedRule> m_rule;
    std::optional<engine::FeedMatcher> m_matcher;
    std::size_t m_feed = 0; // where to go on
    std::size_t m_item = 0;
    int m_count = 0;
    QTimer m_soon; // typing goes on
    QTimer m_work;
    RuleMatchModel *m_model;
    QLabel *m_summary;
    HintedTable *m_table;
};

} // namespace trib::ui
