// StatusStrip: the one line at the foot of the window: connection, what was last said, speeds with their limits, free disk space.
// GUI thread. Shows SessionStatus values; asks for the other set of limits by signal.
#pragma once

#include "core/model/session_status.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace trib::ui {

class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void setStatus(const SessionStatus &status);
    void announce(const QString &text); // for some seconds, and to screen readers at once
    void addPlace(QWidget *widget);

Q_SIGNALS:
    void alternativeLimitsWanted(bool on);

private:
    void showConnection(const SessionStatus &status);

    QHBoxLayout *m_layout;
    QLabel *m_connectionIcon;
    QLabel *m_connection;
    QLabel *m_message;
    QLabel *m_down;
    QLabel *m_up;
    QToolButton *m_limits;
    QLabel *m_free;
    QTimer m_forget;
};

struct ConnectionWords {
    QString text;
    QString detail;
    QString icon;
    bool good = false;
};
[[nodiscard]] ConnectionWords connectionWords(const SessionStatus &status);

} // namespace trib::ui
