// LockPage: all that a locked window shows: its name and a field for the password. GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace trib::ui {

class LockPage final : public QWidget {
    Q_OBJECT

public:
    explicit LockPage(QWidget *parent = nullptr);

    void setBusy();                              // a password is being checked
    void setReady(const QString &message = {});  // for the next one; a message says why, and clears the field
    void setWaiting(const QString &message);     // not yet; it may be typed meanwhile
    void setWaitingLinks(int count);             // what was handed over meanwhile

Q_SIGNALS:
    void entered(const QString &password);

private:
    void enter();
    void say(const QString &message);

    QLineEdit *m_password;
    QPushButton *m_unlock;
    QLabel *m_message;
    QLabel *m_links;
};

} // namespace trib::ui
