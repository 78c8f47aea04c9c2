#include "core/torrent/share_limiter.h"

namespace trib::torrent {

ShareLimits effectiveLimits(const TorrentRecord &record, const settings::TransferSettings &settings)
{
    if (record.shareLimits)
        return *record.shareLimits;
    ShareLimits limits;
    if (settings.ratioPermille > 0)
        limits.ratioPermille = settings.ratioPermille;
    if (settings.seedingTime.count() > 0)
        limits.seedingTime = settings.seedingTime;
    if (settings.inactiveTime.count() > 0)
        limits.inactiveTime = settings.inactiveTime;
    limits.action = settings.shareAction;
    return limits;
}

bool isMet(const ShareLimits &limits, std::int64_t ratioPermille, std::chrono::seconds seedingTime, std::chrono::seconds inactive)
{
    return (limits.ratioPermille && ratioPermille >= *limits.ratioPermille)
        || (limits.seedingTime && seedingTime >= *limits.seedingTime)
        || (limits.inactiveTime && inactive >= *limits.inactiveTime);
}

} // namespace trib::torrent
