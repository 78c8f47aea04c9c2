// KeyedTableModel: a small table of values with a key each (peers, trackers), replaced as a whole and announced as the difference.
// GUI thread. For up to some thousand rows; rows keep their place until their key goes, new ones come at the end.
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace trib::ui {

template <class Row>
class KeyedTableModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

    [[nodiscard]] const Row *at(int row) const
    {
        return row >= 0 && static_cast<std::size_t>(row) < m_rows.size() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
    }

protected:
    // Of several rows with one key the last counts.
    template <class Key>
    void replace(std::vector<Row> rows, Key key)
    {
        std::unordered_map<std::string, std::size_t> wanted;
        for (std::size_t i = 0; i < rows.size(); ++i)
            wanted.insert_or_assign(key(rows[i]), i);
        std::vector<bool> known(rows.size(), false);
        for (std::size_t row = m_rows.size(); row-- > 0;) {
            const auto found = wanted.find(key(m_rows[row]));
            if (found == wanted.end())
                removeRow(row);
            else
                known[found->second] = true;
        }
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            const Row &value = rows[wanted.at(key(m_rows[row]))];
            if (m_rows[row] == value)
                continue;
            m_rows[row] = value;
            Q_EMIT dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), columnCount() - 1));
        }
        std::vector<Row> fresh;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!known[i] && wanted.at(key(rows[i])) == i)
                fresh.push_back(std::move(rows[i]));
        }
        append(std::move(fresh));
    }

private:
    void removeRow(std::size_t row)
    {
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(row));
        endRemoveRows();
    }

    void append(std::vector<Row> fresh)
    {
        if (fresh.empty())
            return;
        const auto first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        std::move(fresh.begin(), fresh.end(), std::back_inserter(m_rows));
        endInsertRows();
    }

    std::vector<Row> m_rows;
};

} // namespace trib::ui
