// FilterStatusRow: what has become of the lists of blocked addresses, with a button that reads them anew. GUI thread.
#pragma once

#include "core/model/session_status.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace trib::ui {

class FilterStatusRow final : public QWidget {
    Q_OBJECT

public:
    explicit FilterStatusRow(QWidget *parent = nullptr);

    void setStatus(const SessionStatus &status);
    void setInForce(bool on); // whether the lists are, as applied

Q_SIGNALS:
    void updateWanted();

private:
    void refresh();

    QLabel *m_words;
    QPushButton *m_button;
    SessionStatus m_status;
    bool m_inForce = false;
};

} // namespace trib::ui
