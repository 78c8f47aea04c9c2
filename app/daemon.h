// Daemon: the composition root of tributaryd: the engine and its control socket without a window. Main thread; owned by main().
#pragma once

#include "app/engine_host.h"

#include <QObject>
#include <QTimer>

namespace trib::app {

class Daemon final : public QObject {
    Q_OBJECT

public:
    // `start` holds the profile's lock; `sources` are added when the list is loaded.
    Daemon(Start start, QStringList sources, const MakeEngine &makeEngine = torrent::createEngine);

    // The event loop ends with the program's exit status afterwards. Prints "tributaryd VERSION ready" when the list is loaded.
    [[nodiscard]] Result<> start();

private:
    void announceReady();
    void addSources();
    void fail(const Error &error);

    EngineHost m_host;
    QStringList m_sources;
    QTimer m_quiet; // runs while someone has used the control socket lately
};

} // namespace trib::app
