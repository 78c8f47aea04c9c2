// ScreenLockWatcher: tells when the session's screen is locked or the machine goes to sleep. GUI thread. Silent where the system does not
// say.
#pragma once

#include <QObject>

namespace trib::ui {

class ScreenLockWatcher : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void locked();
};

} // namespace trib::ui
