// PreviewPage: what would be taken over, to choose from. GUI thread. Nothing has been added yet.
#pragma once

#include "ui/import/import_plan_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;

namespace trib::ui {

class HintedTable;

class PreviewPage final : public QWidget {
    Q_OBJECT

public:
    explicit PreviewPage(QWidget *parent);

    void setPlan(std::shared_ptr<const ImportPlan> plan, const ImportGround &ground);
    void setHint(const QString &hint); // while there is none

    [[nodiscard]] ImportPlanModel &model() { return *m_model; }
    [[nodiscard]] HintedTable &table() { return *m_table; }

Q_SIGNALS:
    void chosenChanged();

private:
    void setUpTable();
    void showTotals();
    void toggleSelected();

    ImportPlanModel *m_model;
    QSortFilterProxyModel *m_order;
    QLabel *m_totals;
    QLineEdit *m_filter;
    HintedTable *m_table;
};

} // namespace trib::ui
