// DaysEdit: days of the week as a row of boxes, in the locale's order. GUI thread. Bit 0 is Monday.
#pragma once

#include <QWidget>

#include <array>

class QCheckBox;

namespace trib::ui {

class DaysEdit final : public QWidget {
    Q_OBJECT

public:
    explicit DaysEdit(QWidget *parent = nullptr);

    void setDays(int days);
    [[nodiscard]] int days() const;

Q_SIGNALS:
    void daysChanged();

private:
    static constexpr int kDays = 7;

    std::array<QCheckBox *, kDays> m_boxes{}; // Monday first
};

} // namespace trib::ui
