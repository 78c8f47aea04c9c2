#include "ui/desktop/notification_queue.h"

#include <algorithm>
#include <utility>

namespace trib::ui {

void NotificationQueue::add(Happening happening, SteadyTime now)
{
    if (m_batch.count++ == 0)
        m_first = now;
    if (m_batch.named.size() < kMostNamed)
        m_batch.named.push_back(std::move(happening));
}

std::optional<SteadyTime> NotificationQueue::due() const
{
    if (m_batch.count == 0)
        return std::nullopt;
    const SteadyTime gathered = m_first + kGather;
    return m_taken ? std::max(gathered, *m_taken + kBetweenNotifications) : gathered;
}

std::optional<HappeningBatch> NotificationQueue::take(SteadyTime now)
{
    const auto when = due();
    if (!when || now < *when)
        return std::nullopt;
    m_taken = now;
    return std::exchange(m_batch, {});
}

} // namespace trib::ui
