// Checksum: a CRC-32 over values, kept beside what it protects so that a flipped bit is noticed. Against accidents, not attackers.
#pragma once

#include <boost/crc.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace trib::torrent {

class Checksum {
public:
    // Each value goes in with its kind and length, so that two sequences of values with the same bytes differ.
    void addNull() { addHead('n', 0); }
    void addInt(std::int64_t value)
    {
        addHead('i', sizeof value);
        m_crc.process_bytes(&value, sizeof value);
    }
    void addText(std::string_view text)
    {
        addHead('t', text.size());
        m_crc.process_bytes(text.data(), text.size());
    }
    void addBlob(std::span<const std::uint8_t> bytes)
    {
        addHead('b', bytes.size());
        m_crc.process_bytes(bytes.data(), bytes.size());
    }

    [[nodiscard]] std::int64_t value() const { return static_cast<std::int64_t>(m_crc.checksum()); }

private:
    void addHead(char kind, std::uint64_t size)
    {
        m_crc.process_byte(static_cast<unsigned char>(kind));
        m_crc.process_bytes(&size, sizeof size);
    }

    boost::crc_32_type m_crc;
};

} // namespace trib::torrent
