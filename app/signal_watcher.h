// SignalWatcher: SIGTERM, SIGINT and SIGHUP as a Qt signal in the event loop, once. Another one of the same kind ends the process at
// once, as if nobody watched. One object a process, on the main thread; it puts the defaults back when it goes.
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace trib::app {

class SignalWatcher final : public QObject {
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void asked(int signal);

private:
    void read();

    QSocketNotifier m_notifier{QSocketNotifier::Read};
};

} // namespace trib::app
