// SleepGuard: keeps the machine awake while torrents transfer, as the settings say, and for some minutes longer, so that a download which
// waits for its peers is not cut short. GUI thread. The blocker and the clock outlive it.
#pragma once

#include "core/base/clock.h"
#include "ui/shell/ui_settings.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace trib::ui {

class SleepBlocker;

inline constexpr std::chrono::minutes kStaysAwake{5}; // after the last data

class SleepGuard final : public QObject {
    Q_OBJECT

public:
    SleepGuard(SleepBlocker &blocker, const Clock &clock, QObject *parent = nullptr);
    ~SleepGuard() override;

    void setMode(KeepAwake mode);
    void setActivity(bool downloading, bool uploading);
    void check(); // done by a timer, too

    [[nodiscard]] bool isBlocking() const { return m_blocking; }

private:
    [[nodiscard]] bool isWanted() const;
    void setBlocking(bool blocking);

    SleepBlocker &m_blocker;
    const Clock &m_clock;
    QTimer m_timer;
    KeepAwake m_mode = KeepAwake::Never;
    bool m_downloading = false;
    bool m_uploading = false;
    bool m_blocking = false;
    SteadyTime m_lastWanted{};
};

} // namespace trib::ui
