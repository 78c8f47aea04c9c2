// SideFilters: all that filters the list from the left: states, categories, tags and trackers. They scroll as one. GUI thread.
#pragma once

#include "core/model/labels.h"
#include "ui/models/transfer_filter.h"
#include "ui/transfers/label_tree.h"

#include <QScrollArea>

namespace trib::ui {

class StatusFilterList;
class TransferModel;

class SideFilters : public QScrollArea {
    Q_OBJECT

public:
    explicit SideFilters(QWidget *parent);

    void setLabels(const Labels &labels, const TransferModel &model);
    void setCounts(const TransferModel &model);
    void setLabelCounts(const TransferModel &model);
    void setCompact(bool compact);
    void reset(); // all torrents

    [[nodiscard]] TransferFilter filter(const QString &text, bool isExpression) const;
    [[nodiscard]] int preferredWidth() const;

Q_SIGNALS:
    void chosen();
    void menuWanted(trib::ui::LabelKind kind, const trib::ui::LabelChoice &choice, const QPoint &globalPosition);

private:
    void connectTree(LabelTree &tree);

    StatusFilterList *m_statuses;
    LabelTree *m_categories;
    LabelTree *m_tags;
    LabelTree *m_trackers;
    QStringList m_hosts; // those that m_trackers shows
};

} // namespace trib::ui
