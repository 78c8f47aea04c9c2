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

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    // What is left out where the room is narrow, one after the other; tool-tips say it all the same.
    enum class Brevity { Whole, NoLimits, NoWords, NoFreeSpace };

    void showConnection();
    void showSpeeds(Brevity brevity);
    void fit(Brevity first);

    QHBoxLayout *m_layout;
    QLabel *m_connectionIcon;
    QLabel *m_connection;
    QLabel *m_message;
    QLabel *m_down;
    QLabel *m_up;
    QToolButton *m_limits;
    QLabel *m_free;
    QTimer m_forget;
    SessionStatus m_status;
    Brevity m_brevity = Brevity::Whole;
};

struct ConnectionWords {
    QString text;
    QString detail;
    QString icon;
    bool good = false;
};
[[nodiscard]] ConnectionWords connectionWords(const SessionStatus &status);

} // namespace trib::ui
