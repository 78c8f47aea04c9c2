// MacosSleepBlocker: by an assertion of IOKit against sleep for want of a user; a closed lid still sleeps. GUI thread.
#pragma once

#include "ui/desktop/sleep_blocker.h"

#include <cstdint>
#include <optional>

namespace trib::ui {

class MacosSleepBlocker final : public SleepBlocker {
public:
    ~MacosSleepBlocker() override;

    void block(const QString &why) override;
    void release() override;

private:
    std::optional<std::uint32_t> m_assertion; // an IOPMAssertionID
};

} // namespace trib::ui
