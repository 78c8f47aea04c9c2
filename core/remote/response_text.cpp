#include "core/remote/response_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace trib::remote {
namespace {

// Answers are data for programs: nothing in them is to be run, framed, kept or guessed at by a browser.
constexpr std::string_view kSafety =
    "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"
    "X-Frame-Options: DENY\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Cache-Control: no-store\r\n";

[[nodiscard]] std::string_view reasonOf(int status)
{
    switch (status) {
    case 200: return "OK";
    case 204: return "No Content";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "-";
    }
}

[[nodiscard]] bool isHeaderText(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

// "Mon, 23 Nov 2026 15:04:05 GMT", whatever the locale.
[[nodiscard]] std::string httpDate(WallTime now)
{
    constexpr std::array<const char *, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char *, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(now - day);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT", kDays[std::chrono::weekday(day).c_encoding() % 7],
        static_cast<unsigned>(date.day()), kMonths[(static_cast<unsigned>(date.month()) - 1) % 12], static_cast<int>(date.year()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return text.data();
}

} // namespace

std::string responseHead(const HttpResponse &response, bool keepAlive, WallTime now)
{
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head.append(reasonOf(response.status)).append("\r\nDate: ").append(httpDate(now)).append("\r\n");
    if (isHeaderText(response.contentType))
        head.append("Content-Type: ").append(response.contentType).append("\r\n");
    head.append("Content-Length: ").append(std::to_string(response.body.size())).append("\r\n");
    head.append(keepAlive ? "Connection: keep-alive\r\n" : "Connection: close\r\n").append(kSafety);
    for (const auto &[name, value] : response.headers) {
        if (isHeaderText(name) && isHeaderText(value))
            head.append(name).append(": ").append(value).append("\r\n");
    }
    return head.append("\r\n");
}

} // namespace trib::remote
