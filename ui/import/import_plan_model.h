// ImportPlanModel: what would be taken over, a row each with a box to check, and what cannot be read. GUI thread. Holds no copy of the plan.
#pragma once

#include "core/model/import_plan.h"
#include "ui/import/import_ground.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace trib::ui {

class ImportPlanModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Size, There, SavePath, Here, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 1 };

    struct Totals {
        int torrents = 0;
        int chosen = 0;
        Bytes chosenSize;
        int already = 0;
        int unreadable = 0;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setPlan(std::shared_ptr<const ImportPlan> plan, const ImportGround &ground); // null: none. All that can be is chosen
    void setAllChosen(bool chosen);
    void setChosen(const std::vector<int> &rows, bool chosen);

    [[nodiscard]] Totals totals() const;
    [[nodiscard]] std::shared_ptr<const ImportPlan> chosen() const; // those alone

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    [[nodiscard]] const ImportedTorrent *torrentAt(int row) const; // null: it cannot be read
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString fate(int row) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;
    [[nodiscard]] bool canBeChosen(int row) const;

    std::shared_ptr<const ImportPlan> m_plan;
    std::vector<bool> m_already; // by row
    std::vector<bool> m_chosen;
};

} // namespace trib::ui
