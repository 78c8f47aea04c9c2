// LogModel: the newest log entries, oldest first. LogFilter: those of them that are wanted. GUI thread.
// Invariant: numbers rise from row to row; at most `most` rows.
#pragma once

#include "core/base/log.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <deque>
#include <vector>

namespace trib::ui {

class LogModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Level, Text, ColumnCount };
    enum Role { LevelRole = Qt::UserRole + 1 }; // int, LogLevel

    explicit LogModel(std::size_t most = 5000, QObject *parent = nullptr);

    // What is not newer than what was added before is passed over.
    void add(std::vector<LogEntry> entries);
    void clear(); // what is there; what was there does not come back

    [[nodiscard]] std::uint64_t last() const { return m_last; } // the number of the newest that was ever added

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] QString line(int row) const; // as it is copied

private:
    [[nodiscard]] QString text(const LogEntry &entry, int column) const;
    void dropOldest(std::size_t count);

    const std::size_t m_most;
    std::deque<LogEntry> m_entries;
    std::uint64_t m_last = 0;
};

class LogFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setLeast(LogLevel level);
    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    LogLevel m_least = LogLevel::Debug;
    QString m_text;
};

[[nodiscard]] QString levelText(LogLevel level);

} // namespace trib::ui
