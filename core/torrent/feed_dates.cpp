// The dates of feeds: RFC 822 with what writers made of it, and RFC 3339.
#include "core/torrent/feed_parser.h"

#include "core/base/ascii.h"

#include <array>
#include <charconv>
#include <chrono>

namespace trib::torrent {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

struct Zone {
    std::string_view name;
    int hours;
};
constexpr Zone kZones[] = {{"est", -5}, {"edt", -4}, {"cst", -6}, {"cdt", -5}, {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}};

// Takes its parts from the front of a text.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    // A number of `least` to `most` digits.
    [[nodiscard]] std::optional<int> number(std::size_t least, std::size_t most)
    {
        std::size_t digits = 0;
        while (digits < m_rest.size() && digits < most && m_rest[digits] >= '0' && m_rest[digits] <= '9')
            ++digits;
        if (digits < least)
            return std::nullopt;
        int value = 0;
        std::from_chars(m_rest.data(), m_rest.data() + digits, value);
        m_rest.remove_prefix(digits);
        return value;
    }

    [[nodiscard]] std::string_view word()
    {
        std::size_t letters = 0;
        while (letters < m_rest.size() && toLowerAscii(m_rest[letters]) >= 'a' && toLowerAscii(m_rest[letters]) <= 'z')
            ++letters;
        const std::string_view found = m_rest.substr(0, letters);
        m_rest.remove_prefix(letters);
        return found;
    }

    bool skip(char c)
    {
        if (!m_rest.starts_with(c))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    // Spaces, and the dashes of "02-Oct-2002".
    void skipGap()
    {
        while (skip(' ') || skip('\t') || skip('-')) { }
    }
    void skipSpace()
    {
        while (skip(' ') || skip('\t')) { }
    }
    void skipDigits()
    {
        while (number(1, 9)) { }
    }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

struct Clock24 {
    int hour = 0;
    int minute = 0;
    int second = 0;
};

[[nodiscard]] std::optional<WallTime> timeOf(int year, int month, int day, const Clock24 &time, std::chrono::minutes zone)
{
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok() || year < 1970 || year > 9999 || time.hour > 24 || time.minute > 59 || time.second > 60)
        return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::hours(time.hour) + std::chrono::minutes(time.minute) + std::chrono::seconds(time.second) - zone;
}

// "13:00" or "13:00:00" or "13:00:00.5"
[[nodiscard]] std::optional<Clock24> readClock(Scanner &scan)
{
    const auto hour = scan.number(1, 2);
    if (!hour || !scan.skip(':'))
        return std::nullopt;
    const auto minute = scan.number(2, 2);
    if (!minute)
        return std::nullopt;
    std::optional<int> second = 0;
    if (scan.skip(':'))
        second = scan.number(2, 2);
    if (second && scan.skip('.'))
        scan.skipDigits();
    return second ? std::optional(Clock24{*hour, *minute, *second}) : std::nullopt;
}

// "+0200", "+02:00", "Z", "GMT", "EST"; another name or none means UTC, as RFC 2822 has it.
[[nodiscard]] std::optional<std::chrono::minutes> readZone(Scanner &scan)
{
    const bool plus = scan.skip('+');
    if (plus || scan.skip('-')) {
        const auto hours = scan.number(2, 2);
        scan.skip(':');
        const auto minutes = scan.number(2, 2);
        if (!hours || !minutes || *hours > 23 || *minutes > 59)
            return std::nullopt;
        const auto zone = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
        return plus ? zone : -zone;
    }
    const std::string_view name = scan.word();
    for (const Zone &zone : kZones) {
        if (equalsNoCase(name, zone.name))
            return std::chrono::hours(zone.hours);
    }
    return std::chrono::minutes(0);
}

// "2002-10-02T13:00:00Z"; a date alone is its beginning.
[[nodiscard]] std::optional<WallTime> parseInternetDate(std::string_view text)
{
    Scanner scan(text);
    const auto year = scan.number(4, 4);
    if (!year || !scan.skip('-'))
        return std::nullopt;
    const auto month = scan.number(2, 2);
    if (!month || !scan.skip('-'))
        return std::nullopt;
    const auto day = scan.number(2, 2);
    if (!day)
        return std::nullopt;
    if (scan.atEnd())
        return timeOf(*year, *month, *day, {}, {});
    if (!scan.skip('T') && !scan.skip('t') && !scan.skip(' '))
        return std::nullopt;
    const auto time = readClock(scan);
    scan.skipSpace();
    const auto zone = readZone(scan);
    return time && zone ? timeOf(*year, *month, *day, *time, *zone) : std::nullopt;
}

[[nodiscard]] std::optional<int> monthOf(std::string_view name)
{
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (name.size() >= 3 && startsWithNoCase(name, kMonths[i]))
            return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

// "Wed, 02 Oct 2002 13:00:00 GMT", without the day of the week, with two digits of the year, with dashes.
[[nodiscard]] std::optional<WallTime> parseMailDate(std::string_view text)
{
    Scanner scan(text);
    static_cast<void>(scan.word());
    scan.skip(',');
    scan.skipSpace();
    const auto day = scan.number(1, 2);
    scan.skipGap();
    const auto month = monthOf(scan.word());
    scan.skipGap();
    auto year = scan.number(2, 4);
    scan.skipSpace();
    const auto time = readClock(scan);
    scan.skipSpace();
    const auto zone = readZone(scan);
    if (!day || !month || !year || !time || !zone)
        return std::nullopt;
    if (*year < 100)
        *year += *year < 70 ? 2000 : 1900;
    return timeOf(*year, *month, *day, *time, *zone);
}

} // namespace

std::optional<WallTime> parseFeedDate(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
        text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    if (const auto time = parseInternetDate(text))
        return time;
    return parseMailDate(text);
}

} // namespace trib::torrent
