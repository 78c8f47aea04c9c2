// NotificationQueue: makes one notification of what happens within a moment, and lets the next one wait a while. Pure; any thread.
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace trib::ui {

inline constexpr std::chrono::milliseconds kGather{1500};   // from the first of several
inline constexpr std::chrono::seconds kBetweenNotifications{10};
inline constexpr std::size_t kMostNamed = 3;

struct Happening {
    QString name;
    QString words;  // what is the matter; empty for a completion
    QString folder;
};

struct HappeningBatch {
    std::vector<Happening> named; // the first ones
    std::size_t count = 0;        // of all
};

class NotificationQueue {
public:
    void add(Happening happening, SteadyTime now);

    // When take() will give something; nullopt while nothing waits.
    [[nodiscard]] std::optional<SteadyTime> due() const;

    // Nothing before it is due.
    [[nodiscard]] std::optional<HappeningBatch> take(SteadyTime now);

private:
    HappeningBatch m_batch;
    SteadyTime m_first{};
    std::optional<SteadyTime> m_taken;
};

} // namespace trib::ui
