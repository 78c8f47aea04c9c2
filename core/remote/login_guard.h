// LoginGuard: who may try a password. Five wrong ones from an address ban it for a quarter of an hour; an IPv6 address stands for its /64, of
// which one machine has as many as it likes. Bounded. Lives on the API's thread.
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <map>
#include <string>

namespace trib::remote {

class LoginGuard {
public:
    static constexpr int kMaxFailures = 5;
    static constexpr std::chrono::minutes kBan{15}; // wrong passwords older than this are forgotten, too
    static constexpr std::size_t kMaxAddresses = 4096;

    explicit LoginGuard(const Clock &clock) : m_clock(clock) {}

    [[nodiscard]] bool isBanned(const std::string &address) const;
    // True when this one brought the ban.
    bool failed(const std::string &address);
    void succeeded(const std::string &address);

private:
    struct Record {
        int failures = 0;
        SteadyTime last;
    };

    void makeRoom();

    const Clock &m_clock;
    std::map<std::string, Record> m_records;
};

} // namespace trib::remote
