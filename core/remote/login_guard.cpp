#include "core/remote/login_guard.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>

namespace trib::remote {
namespace {

[[nodiscard]] std::string bucketOf(const std::string &address)
{
    boost::system::error_code error;
    const auto parsed = boost::asio::ip::make_address(address, error);
    if (error || !parsed.is_v6())
        return address;
    auto bytes = parsed.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    return boost::asio::ip::address_v6(bytes).to_string();
}

} // namespace

bool LoginGuard::isBanned(const std::string &address) const
{
    const auto record = m_records.find(bucketOf(address));
    return record != m_records.end() && record->second.failures >= kMaxFailures && m_clock.steadyNow() - record->second.last < kBan;
}

bool LoginGuard::failed(const std::string &address)
{
    const std::string bucket = bucketOf(address);
    if (!m_records.contains(bucket))
        makeRoom();
    Record &record = m_records[bucket];
    const SteadyTime now = m_clock.steadyNow();
    if (now - record.last >= kBan)
        record.failures = 0;
    record.last = now;
    return ++record.failures == kMaxFailures;
}

void LoginGuard::succeeded(const std::string &address)
{
    m_records.erase(bucketOf(address));
}

void LoginGuard::makeRoom()
{
    const SteadyTime now = m_clock.steadyNow();
    if (m_records.size() < kMaxAddresses)
        return;
    std::erase_if(m_records, [&](const auto &entry) { return now - entry.second.last >= kBan; });
    if (m_records.size() >= kMaxAddresses)
        m_records.erase(std::min_element(m_records.begin(), m_records.end(), [](const auto &a, const auto &b) { return a.second.last < b.second.last; }));
}

} // namespace trib::remote
