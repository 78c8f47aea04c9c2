// SignalWatcher: SIGTERM, SIGINT and SIGHUP as a Qt signal in the event loop. After SIGTERM or SIGINT another one of these ends the
// process at once, as if nobody watched. SIGHUP is no impatience and never does: a session that ends sends it together with SIGTERM, and a
// terminal that closes sends it twice. One object a process, on the main thread; it puts the defaults back when it goes.
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
    void asked(int signal); // perhaps more than once

private:
    void read();

    QSocketNotifier m_notifier{QSocketNotifier::Read};
};

} // namespace trib::app
