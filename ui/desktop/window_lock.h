// WindowLock: hides everything behind a page that asks for the password: pages, dialogs, menus and whatever opens meanwhile. GUI thread.
// Against glances, not against programs: what is stored is not encrypted. It stays locked over a restart.
#pragma once

#include "core/base/clock.h"
#include "ui/desktop/unlock_delay.h"
#include "ui/shell/password_hashing.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace trib::ui {

class LockPage;
class UiSettingsStore;
class WindowFrame;

// It is that window, in it, or one of its dialogs and menus. (QWidget::isAncestorOf ends at the next window.)
[[nodiscard]] bool belongsTo(const QWidget &widget, const QWidget &window);

class WindowLock final : public QObject {
    Q_OBJECT

public:
    // All outlive it. `window`: the one that stays to be seen.
    WindowLock(WindowFrame &frame, QWidget &window, UiSettingsStore &settings, PasswordHashing hashing, const Clock &clock, QObject *parent = nullptr);
    ~WindowLock() override;

    [[nodiscard]] bool canLock() const; // there is a password
    [[nodiscard]] bool isLocked() const { return m_page != nullptr; }
    void lock();                        // nothing without a password
    void lockIfItWas();                 // at the end of the last start
    void setWaitingLinks(int count);
    void check();                       // idle time and delay; done by timers, too

Q_SIGNALS:
    void lockedChanged(bool locked);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tryPassword(const QString &password);
    void takeAnswer();
    void unlock();
    void showDelay();
    void hideOthers();
    [[nodiscard]] bool showsContent(const QWidget &widget) const;
    void keepAway(QWidget &widget);
    void followSettings();

    WindowFrame &m_frame;
    QWidget &m_window;
    UiSettingsStore &m_settings;
    PasswordHashing m_hashing;
    const Clock &m_clock;
    LockPage *m_page = nullptr; // the window's
    QFutureWatcher<bool> m_answer;
    UnlockDelay m_delay;
    QTimer m_delayTimer;
    QTimer m_idleTimer;
    SteadyTime m_lastInput;
    QList<QPointer<QWidget>> m_hidden; // dialogs, to be shown again
    int m_waitingLinks = 0;
};

} // namespace trib::ui
