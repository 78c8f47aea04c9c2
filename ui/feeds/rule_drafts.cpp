#include "ui/feeds/rule_drafts.h"

#include "core/model/labels.h"
#include "ui/feeds/words.h"
#include "ui/text/tr.h"

#include <algorithm>

namespace trib::ui {
namespace {

void keepWhatTheEngineKeeps(FeedRule &rule, const FeedRule &from)
{
    rule.lastAdded = from.lastAdded;
    rule.seenEpisodes = from.seenEpisodes;
}

} // namespace

bool RuleDrafts::isEdited(const Draft &draft)
{
    return !draft.saved || *draft.saved != draft.rule;
}

void RuleDrafts::take(const std::vector<FeedRule> &rules)
{
    const auto find = [&](const std::string &name) { return std::ranges::find(rules, name, &FeedRule::name); };
    for (int row = rowCount(); row-- > 0;) {
        Draft &draft = m_drafts[static_cast<std::size_t>(row)];
        if (!draft.saved)
            continue;
        const auto now = find(draft.saved->name);
        if (now == rules.end()) {
            if (isEdited(draft)) { // removed elsewhere while it was edited here: saving makes it anew
                draft.saved.reset();
                continue;
            }
            beginRemoveRows({}, row, row);
            m_drafts.erase(m_drafts.begin() + row);
            endRemoveRows();
            continue;
        }
        if (isEdited(draft))
            keepWhatTheEngineKeeps(draft.rule, *now);
        else
            draft.rule = *now;
        draft.saved = *now;
        Q_EMIT dataChanged(index(row), index(row));
    }
    for (const FeedRule &rule : rules) {
        const bool known = std::ranges::any_of(m_drafts, [&](const Draft &draft) { return draft.saved && draft.saved->name == rule.name; });
        if (known || std::ranges::find(m_removed, rule.name) != m_removed.end())
            continue;
        beginInsertRows({}, rowCount(), rowCount());
        m_drafts.push_back({rule, rule});
        endInsertRows();
    }
}

bool RuleDrafts::isTaken(const std::string &name, int butRow) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const Draft &draft = m_drafts[static_cast<std::size_t>(row)];
        // A name that another one had until now is free only when that one was saved.
        if (row != butRow && (draft.rule.name == name || (draft.saved && draft.saved->name == name)))
            return true;
    }
    return false;
}

int RuleDrafts::add(FeedRule rule)
{
    const std::string wanted = rule.name;
    for (int number = 2; isTaken(rule.name, -1); ++number)
        rule.name = wanted + ' ' + std::to_string(number);
    keepWhatTheEngineKeeps(rule, {});
    beginInsertRows({}, rowCount(), rowCount());
    m_drafts.push_back({std::nullopt, std::move(rule)});
    endInsertRows();
    Q_EMIT edited(rowCount() - 1);
    return rowCount() - 1;
}

void RuleDrafts::remove(int row)
{
    if (!at(row))
        return;
    beginRemoveRows({}, row, row);
    const auto place = m_drafts.begin() + row;
    if (place->saved)
        m_removed.push_back(place->saved->name);
    m_drafts.erase(place);
    endRemoveRows();
    Q_EMIT edited(-1);
}

void RuleDrafts::change(int row, const FeedRule &rule)
{
    if (!at(row) || *at(row) == rule)
        return;
    m_drafts[static_cast<std::size_t>(row)].rule = rule;
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT edited(row);
}

const FeedRule *RuleDrafts::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_drafts[static_cast<std::size_t>(row)].rule : nullptr;
}

QString RuleDrafts::nameFault(int row, const std::string &name) const
{
    if (name.empty())
        return TrFeeds::tr("A rule needs a name.");
    if (name.size() > kMaxLabel)
        return TrFeeds::tr("The name is too long.");
    return isTaken(name, row) ? TrFeeds::tr("Another rule has this name.") : QString();
}

std::optional<Command> RuleDrafts::nextCommand() const
{
    if (!m_removed.empty())
        return RemoveFeedRules{m_removed};
    const auto place = std::ranges::find_if(m_drafts, isEdited);
    if (place == m_drafts.end())
        return std::nullopt;
    return SaveFeedRule{place->saved ? place->saved->name : std::string(), place->rule};
}

void RuleDrafts::wasSaved()
{
    if (!m_removed.empty())
        return m_removed.clear();
    if (const auto place = std::ranges::find_if(m_drafts, isEdited); place != m_drafts.end())
        place->saved = place->rule;
}

int RuleDrafts::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_drafts.size());
}

QVariant RuleDrafts::data(const QModelIndex &index, int role) const
{
    const FeedRule *rule = index.isValid() ? at(index.row()) : nullptr;
    if (!rule)
        return {};
    switch (role) {
    case Qt::DisplayRole: return fromUtf8(rule->name);
    case Qt::ToolTipRole: return plainToolTip(fromUtf8(rule->name));
    case Qt::CheckStateRole: return rule->on ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole: return rule->on ? TrFeeds::tr("%1, on", "a rule").arg(fromUtf8(rule->name)) : TrFeeds::tr("%1, off", "a rule").arg(fromUtf8(rule->name));
    default: return {};
    }
}

bool RuleDrafts::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !at(index.row()))
        return false;
    FeedRule rule = *at(index.row());
    rule.on = value.toInt() == Qt::Checked;
    change(index.row(), rule);
    return true;
}

Qt::ItemFlags RuleDrafts::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

} // namespace trib::ui
