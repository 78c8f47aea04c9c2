// HttpLimits: how much of the server one client may use. Every size is bounded before memory is taken for it, every wait has an end.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace trib::remote {

struct HttpLimits {
    std::size_t connections = 256;           // in all; the longest-waiting one makes room
    std::size_t connectionsPerAddress = 128;
    std::uint32_t header = 16u << 10;        // bytes, with the request line
    std::size_t loginBody = 4u << 10;
    std::size_t body = 10u << 20;
    std::size_t uploadBody = 32u << 20;      // of torrent files
    std::size_t bodiesTogether = 96u << 20;  // of all connections
    std::chrono::milliseconds headerTime{10'000};  // from its first byte; for the first one from the connection on
    std::chrono::milliseconds idleTime{60'000};    // between two requests
    std::chrono::milliseconds bodyIdleTime{20'000};
    std::chrono::milliseconds bodyTime{300'000};
    std::chrono::milliseconds writeTime{120'000};
    std::chrono::milliseconds lingerTime{2'000};   // a client that is still sending gets to read why it was refused
    std::size_t lingerBytes = 1u << 20;
};

} // namespace trib::remote
