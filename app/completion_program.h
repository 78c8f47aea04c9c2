// CompletionProgram: starts the program of the setting completion/program when a download completes. Never a shell: what a stranger named
// stays within one argument, and is no option. Main thread; programs are started by a thread of its own, and not waited for.
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/engine/torrent_engine.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <utility>
#include <vector>

namespace trib::app {

struct ProgramCall {
    QString program; // absolute
    QStringList arguments;
    std::vector<std::pair<QString, QString>> environment; // TRIBUTARY_NAME and so on, beside our own
};

// `setting`: as of completion/program, not empty. InvalidSetting with the reason in English.
[[nodiscard]] Result<ProgramCall> programCall(const std::string &setting, const TorrentSnapshot &torrent);

// At most 8 at once, then one a second.
class StartRate {
public:
    static constexpr int kBurst = 8;
    static constexpr std::chrono::seconds kEach{1};

    [[nodiscard]] bool take(SteadyTime now);

private:
    int m_left = kBurst;
    SteadyTime m_counted{};
};

class CompletionProgram final : public QObject {
    Q_OBJECT

public:
    // The clock and the log outlive it.
    CompletionProgram(engine::TorrentEngine &engine, const Clock &clock, Log &log);
    ~CompletionProgram() override; // waits for a start under way; what has still to be started is not

private:
    void finished(const TorrentSnapshot &torrent);
    void startSome();
    void start(ProgramCall call);

    const Clock &m_clock;
    Log &m_log;
    std::string m_setting;
    std::deque<ProgramCall> m_waiting;
    StartRate m_rate;
    QTimer m_timer;
    QThreadPool m_starter;
};

} // namespace trib::app
