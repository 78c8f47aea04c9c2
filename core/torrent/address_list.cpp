#include "core/torrent/address_list.h"

#include "core/torrent/address_lines.h"
#include "core/torrent/inflater.h"

#include <algorithm>
#include <utility>

namespace trib::torrent {
namespace {

constexpr std::size_t kMaxLine = 4096;

[[nodiscard]] std::uint64_t after(std::uint32_t address) { return std::uint64_t{address} + 1; }

// Whether `next` begins no later than right behind `last`.
[[nodiscard]] bool touches(std::uint32_t last, std::uint32_t next) { return next <= after(last); }

[[nodiscard]] bool touches(const Bytes6 &last, const Bytes6 &next)
{
    if (next <= last)
        return true;
    Bytes6 one = last;
    for (auto byte = one.rbegin(); byte != one.rend() && ++*byte == 0; ++byte) { }
    return one == next;
}

template <class Address>
void mergeRanges(std::vector<std::pair<Address, Address>> &ranges)
{
    std::ranges::sort(ranges);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (kept > 0 && touches(ranges[kept - 1].second, ranges[i].first))
            ranges[kept - 1].second = std::max(ranges[kept - 1].second, ranges[i].second);
        else
            ranges[kept++] = ranges[i];
    }
    ranges.resize(kept);
    ranges.shrink_to_fit();
}

// Cuts what comes in pieces into lines.
class Lines {
public:
    // False: too many ranges.
    [[nodiscard]] bool push(std::string_view piece)
    {
        while (!piece.empty()) {
            const auto end = piece.find('\n');
            const std::string_view part = piece.substr(0, end);
            if (end == std::string_view::npos) {
                keep(part);
                return true;
            }
            piece.remove_prefix(end + 1);
            const bool whole = m_line.empty() && !m_tooLong;
            if (!whole)
                keep(part);
            if (!(whole ? take(part) : take()))
                return false;
        }
        return true;
    }

    // Of the last line, which need not end.
    [[nodiscard]] bool take()
    {
        const std::string line = std::exchange(m_line, {});
        return std::exchange(m_tooLong, false) ? ++m_list.skipped > 0 : take(line);
    }

    [[nodiscard]] AddressList &list() { return m_list; }

private:
    void keep(std::string_view part)
    {
        m_tooLong = m_tooLong || m_line.size() + part.size() > kMaxLine;
        if (!m_tooLong)
            m_line.append(part);
    }

    // A line, or several that end as on old Macs.
    [[nodiscard]] bool take(std::string_view line)
    {
        if (line.size() > kMaxLine)
            return ++m_list.skipped > 0;
        while (!line.empty()) {
            const auto end = std::min(line.find('\r'), line.size());
            m_list.skipped += readAddressLine(line.substr(0, end), m_list.ranges) == LineKind::Junk;
            line.remove_prefix(std::min(end + 1, line.size()));
        }
        return m_list.ranges.size() <= kMaxAddressRanges;
    }

    AddressList m_list;
    std::string m_line; // its beginning, of an earlier piece
    bool m_tooLong = false;
};

} // namespace

void AddressRanges::merge()
{
    mergeRanges(v4);
    mergeRanges(v6);
}

void AddressRanges::append(const AddressRanges &other)
{
    v4.insert(v4.end(), other.v4.begin(), other.v4.end());
    v6.insert(v6.end(), other.v6.begin(), other.v6.end());
}

Result<AddressList> parseAddressList(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() > kMaxAddressList)
        return failure(EngineErrc::AddressListUnusable, "larger than 64 MiB");
    Lines lines;
    bool room = true;
    const auto push = [&](std::string_view piece) { return room = lines.push(piece); };
    if (isGzip(bytes)) {
        if (const auto inflated = inflate(bytes, kMaxInflatedList, push); !inflated && room)
            return failure(EngineErrc::AddressListUnusable, inflated.error().detail);
    } else {
        push({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
    }
    room = room && lines.take();
    if (!room)
        return failure(EngineErrc::AddressListUnusable, "more than five million ranges");
    AddressList list = std::move(lines.list());
    if (list.ranges.size() == 0)
        return failure(EngineErrc::AddressListUnusable, std::to_string(list.skipped) + " lines, none of them a range of addresses");
    list.ranges.merge();
    return list;
}

} // namespace trib::torrent
