// StatusFilterList: All, Downloading, Seeding … with how many there are of each. GUI thread.
#pragma once

#include "ui/models/transfer_filter.h"

#include <QListWidget>

namespace trib::ui {

class TransferModel;

class StatusFilterList : public QListWidget {
    Q_OBJECT

public:
    explicit StatusFilterList(QWidget *parent);

    void setCounts(const TransferModel &model);
    void setCompact(bool compact);
    [[nodiscard]] int preferredWidth() const; // of every word with a count of thousands
    [[nodiscard]] StatusFilter current() const;

Q_SIGNALS:
    void chosen(trib::ui::StatusFilter status);
};

} // namespace trib::ui
