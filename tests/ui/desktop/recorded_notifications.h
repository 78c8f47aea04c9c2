// RecordedNotifications: a desktop's notifications that only remember. GUI thread.
#pragma once

#include "ui/desktop/notifications.h"

#include <vector>

namespace trib::test {

class RecordedNotifications final : public ui::Notifications {
public:
    struct Shown {
        quint64 ticket;
        ui::Notification notification;
    };

    void show(quint64 ticket, const ui::Notification &notification) override { shown.push_back({ticket, notification}); }
    void withdrawAll() override { ++withdrawn; }

    std::vector<Shown> shown;
    int withdrawn = 0;
};

} // namespace trib::test
