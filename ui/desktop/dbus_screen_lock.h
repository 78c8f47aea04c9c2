// DbusScreenLock: the screen savers of KDE, Xfce and others and of GNOME on the session's bus, and logind's word for this session and for the
// machine's sleep. GUI thread; calls do not wait.
#pragma once

#include "ui/desktop/screen_lock_watcher.h"

namespace trib::ui {

class DbusScreenLock final : public ScreenLockWatcher {
    Q_OBJECT

public:
    explicit DbusScreenLock(QObject *parent = nullptr);

private:
    void watchScreenSaver(const QString &service, const QString &path, const char *interface);
    void watchLogin();
};

} // namespace trib::ui
