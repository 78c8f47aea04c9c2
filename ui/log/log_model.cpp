#include "ui/log/log_model.h"

#include "ui/log/words.h"
#include "ui/text/tr.h"

#include <QDateTime>

#include <algorithm>

namespace trib::ui {

LogModel::LogModel(std::size_t most, QObject *parent)
    : QAbstractTableModel(parent)
    , m_most(most)
{
}

void LogModel::dropOldest(std::size_t count)
{
    if (count == 0)
        return;
    beginRemoveRows({}, 0, static_cast<int>(count) - 1);
    m_entries.erase(m_entries.begin(), m_entries.begin() + static_cast<std::ptrdiff_t>(count));
    endRemoveRows();
}

void LogModel::add(std::vector<LogEntry> entries)
{
    std::erase_if(entries, [this](const LogEntry &entry) { return entry.number <= m_last; });
    if (entries.empty())
        return;
    m_last = entries.back().number;
    if (entries.size() > m_most)
        entries.erase(entries.begin(), entries.end() - static_cast<std::ptrdiff_t>(m_most));
    const std::size_t together = m_entries.size() + entries.size();
    dropOldest(together > m_most ? together - m_most : 0);
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(entries.size()) - 1);
    std::ranges::move(entries, std::back_inserter(m_entries));
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LogModel::text(const LogEntry &entry, int column) const
{
    switch (column) {
    case Time: return QDateTime::fromSecsSinceEpoch(entry.time.time_since_epoch().count()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case Level: return levelText(entry.level);
    default: return fromUtf8(entry.text);
    }
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const LogEntry &entry = m_entries.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole: return text(entry, index.column());
    case Qt::ToolTipRole: return index.column() == Text ? plainToolTip(text(entry, Text)) : QString();
    case Qt::AccessibleTextRole:
        return index.column() == Time ? TrLog::tr("%1, %2: %3", "level, time: text; for screen readers").arg(levelText(entry.level), text(entry, Time), text(entry, Text))
                                      : text(entry, index.column());
    case LevelRole: return static_cast<int>(entry.level);
    default: return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return TrLog::tr("Time");
    case Level: return TrLog::tr("Level");
    case Text: return TrLog::tr("What happened");
    default: return {};
    }
}

QString LogModel::line(int row) const
{
    const LogEntry &entry = m_entries.at(static_cast<std::size_t>(row));
    return QStringList{text(entry, Time), text(entry, Level), text(entry, Text)}.join(u'\t');
}

void LogFilter::setLeast(LogLevel level)
{
    m_least = level;
    invalidateRowsFilter();
}

void LogFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateRowsFilter();
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, LogModel::Text, parent);
    return index.data(LogModel::LevelRole).toInt() >= static_cast<int>(m_least)
        && (m_text.isEmpty() || index.data().toString().contains(m_text, Qt::CaseInsensitive));
}

QString levelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return TrLog::tr("Detail");
    case LogLevel::Info: return TrLog::tr("Information");
    case LogLevel::Warning: return TrLog::tr("Warning");
    case LogLevel::Error: return TrLog::tr("Error");
    }
    return {};
}

} // namespace trib::ui
