#include "core/remote/share_limits.h"

#include "core/remote/routes.h"

namespace trib::remote {
namespace {

// In thousandths for the ratio, in minutes for times. nullopt: no number, or below -2.
[[nodiscard]] std::optional<std::int64_t> limitOf(const std::string &text, bool isRatio)
{
    const std::int64_t unit = isRatio ? 1000 : 1;
    if (text.empty())
        return kSessionShareLimit * unit;
    const auto permille = parsePermille(text);
    if (!permille || *permille < kSessionShareLimit * 1000 || (!isRatio && *permille % 1000 != 0))
        return std::nullopt;
    return isRatio ? *permille : *permille / 1000;
}

template <class T>
[[nodiscard]] std::optional<T> condition(std::int64_t limit, std::int64_t unit, std::int64_t session)
{
    const std::int64_t holding = limit == kSessionShareLimit * unit ? session : limit;
    const bool none = holding < 0 || (limit == kSessionShareLimit * unit && session == 0); // zero is "none" in the settings alone
    return none ? std::nullopt : std::optional(T(holding));
}

// nullopt: unknown.
[[nodiscard]] std::optional<ShareLimitAction> actionOf(const std::string &text, ShareLimitAction session)
{
    if (text.empty() || text == "Default" || text == "-1")
        return session;
    if (text == "Stop" || text == "0")
        return ShareLimitAction::Stop;
    if (text == "Remove" || text == "1")
        return ShareLimitAction::Remove;
    if (text == "RemoveWithContent" || text == "3")
        return ShareLimitAction::RemoveWithFiles;
    return std::nullopt;
}

} // namespace

ParsedShareLimits parseShareLimits(const HttpRequest &request, const settings::TransferSettings &session)
{
    const auto ratio = limitOf(request.field("ratioLimit"), true);
    const auto seeding = limitOf(request.field("seedingTimeLimit"), false);
    const auto inactive = limitOf(request.field("inactiveSeedingTimeLimit"), false);
    const auto action = actionOf(request.field("shareLimitAction"), session.shareAction);
    if (!ratio || !seeding || !inactive || !action)
        return {false, std::nullopt};
    const bool ownAction = *action != session.shareAction;
    if (*ratio == kSessionShareLimit * 1000 && *seeding == kSessionShareLimit && *inactive == kSessionShareLimit && !ownAction)
        return {};
    ShareLimits limits;
    limits.ratioPermille = condition<std::int64_t>(*ratio, 1000, session.ratioPermille);
    limits.seedingTime = condition<std::chrono::minutes>(*seeding, 1, session.seedingTime.count());
    limits.inactiveTime = condition<std::chrono::minutes>(*inactive, 1, session.inactiveTime.count());
    limits.action = *action;
    return {true, limits};
}

} // namespace trib::remote
