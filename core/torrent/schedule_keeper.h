// ScheduleKeeper: switches the alternative limits at the boundaries of the schedule. Which boundary was acted upon last is stored, so
// that what a user has switched since holds over a restart too. Engine thread.
#pragma once

#include "core/settings/field.h"
#include "core/torrent/engine_context.h"
#include "core/torrent/speed_schedule.h"

#include <functional>
#include <optional>
#include <string_view>

namespace trib::torrent {

// Whether a setting of session.db is what the schedule remembers.
[[nodiscard]] bool isScheduleKey(std::string_view key);

class ScheduleKeeper {
public:
    // `switchLimits` does what UseAlternativeLimits does.
    ScheduleKeeper(EngineContext &context, std::function<void(bool on)> switchLimits) : m_context(context), m_switch(std::move(switchLimits)) {}

    void load(const settings::TextMap &stored);
    void tick();

private:
    void remember(std::optional<SchedulePoint> point);

    EngineContext &m_context;
    std::function<void(bool)> m_switch;
    std::optional<SchedulePoint> m_done; // the last that was acted upon; none while there is no schedule
};

} // namespace trib::torrent
