// DbusSleepBlocker: asks org.freedesktop.PowerManagement (KDE, Xfce, LXQt), then org.gnome.SessionManager (GNOME, MATE, Cinnamon), then
// logind, in this order, and keeps what the first of them gives. GUI thread; calls do not wait. Each of them forgets us when we are gone.
#pragma once

#include "ui/desktop/sleep_blocker.h"

#include <QDBusServiceWatcher>
#include <QDBusUnixFileDescriptor>
#include <QObject>

class QDBusMessage;
class QDBusPendingCallWatcher;

namespace trib::ui {

class DbusSleepBlocker final : public QObject, public SleepBlocker {
    Q_OBJECT

public:
    explicit DbusSleepBlocker(QObject *parent = nullptr);
    ~DbusSleepBlocker() override;

    void block(const QString &why) override;
    void release() override;

private:
    enum class Way { PowerManagement, SessionManager, Logind, None };

    void ask(Way way);
    void take(Way way, const QDBusMessage &answer);
    void giveBack();
    [[nodiscard]] QDBusMessage question(Way way) const;

    QString m_why;
    bool m_wanted = false;
    bool m_asking = false;
    Way m_held = Way::None;
    uint m_cookie = 0;
    QDBusUnixFileDescriptor m_descriptor; // logind's: closed, it is released
    QDBusServiceWatcher m_services;       // whoever starts anew has forgotten us
};

} // namespace trib::ui
