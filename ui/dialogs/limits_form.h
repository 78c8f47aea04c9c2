// LimitsForm: the controls of LimitsDialog. Each shows the common value or that values differ. GUI thread.
#pragma once

#include "ui/dialogs/limits_dialog.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace trib::ui {

class RateEdit;

class LimitsForm final : public QWidget {
    Q_OBJECT

public:
    explicit LimitsForm(const std::vector<LimitedTorrent> &torrents, QWidget *parent = nullptr);

    // What one torrent would have: its own value wherever nothing common was chosen.
    [[nodiscard]] LimitedTorrent applied(LimitedTorrent torrent) const;

private:
    struct Condition {
        QCheckBox *on = nullptr;
        QSpinBox *whole = nullptr; // minutes
    };

    void addRates(const std::vector<LimitedTorrent> &torrents, QFormLayout &form);
    void addCounts(const std::vector<LimitedTorrent> &torrents, QFormLayout &form);
    void addConditions(const std::vector<LimitedTorrent> &torrents, QFormLayout &form);

    RateEdit *m_download = nullptr;
    RateEdit *m_upload = nullptr;
    QSpinBox *m_connections = nullptr;
    QSpinBox *m_slots = nullptr;
    QCheckBox *m_ratioOn = nullptr;
    QDoubleSpinBox *m_ratio = nullptr;
    Condition m_seeding;
    Condition m_inactive;
    QComboBox *m_action = nullptr;
};

} // namespace trib::ui
