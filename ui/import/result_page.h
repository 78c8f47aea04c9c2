// ResultPage: what has been taken over, and what has not, with its reason. GUI thread.
#pragma once

#include "core/engine/torrent_importer.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <utility>

class QLabel;
class QPushButton;

namespace trib::ui {

class HintedTable;

// Names and why.
class ReasonModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setReasons(QList<std::pair<QString, QString>> reasons);
    [[nodiscard]] const QList<std::pair<QString, QString>> &reasons() const { return m_reasons; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<std::pair<QString, QString>> m_reasons;
};

class ResultPage final : public QWidget {
    Q_OBJECT

public:
    explicit ResultPage(QWidget *parent);

    // `plan`: what was to be taken over.
    void show(const ImportPlan &plan, const engine::ImportOutcome &outcome);

    [[nodiscard]] const ReasonModel &model() const { return *m_model; }
    [[nodiscard]] QString summary() const;

private:
    ReasonModel *m_model;
    QLabel *m_summary;
    HintedTable *m_table;
    QPushButton *m_copy;
};

} // namespace trib::ui
