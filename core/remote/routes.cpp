#include "core/remote/routes.h"

#include "core/model/engine_error.h"

#include <algorithm>
#include <charconv>

namespace trib::remote {
namespace {

[[nodiscard]] int statusOf(const std::error_code &code)
{
    const auto is = [&](auto... errors) { return ((code == make_error_code(errors)) || ...); };
    using enum EngineErrc;
    if (is(NoSuchTorrent))
        return 404;
    if (is(NoSuchFile, NoSuchTracker, NoMetadataYet, TargetExists, PathInUse, PathInvalid, NameInvalid, DuplicateTorrent, MoveInProgress, NotMoving,
            PrivateMergeRefused, NotEnoughSpace, VolumeOffline, NoTrash, Cancelled))
        return 409;
    if (is(DiskError, StoreUnavailable, StoreDamaged, StoreNewer, AlreadyRunning, ShuttingDown, TimedOut))
        return 503;
    return 400;
}

[[nodiscard]] bool sameIgnoringCase(std::string_view text, std::string_view lower)
{
    return std::ranges::equal(text, lower, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; });
}

} // namespace

HttpResponse plainText(std::string text, int status)
{
    HttpResponse response;
    response.status = status;
    response.body = std::move(text);
    return response;
}

HttpResponse json(std::string text)
{
    HttpResponse response;
    response.contentType = "application/json";
    response.body = std::move(text);
    return response;
}

HttpResponse missing(std::string_view parameter)
{
    return plainText("Missing parameter: " + std::string(parameter), 400);
}

HttpResponse invalid(std::string_view parameter)
{
    return plainText("Invalid parameter: " + std::string(parameter), 400);
}

HttpResponse noSuchTorrent()
{
    return plainText("Torrent not found", 404);
}

HttpResponse refusal(const Error &error)
{
    const auto code = error.code.category() == make_error_code(EngineErrc::NoSuchTorrent).category()
        ? std::string(errorName(static_cast<EngineErrc>(error.code.value()))) : error.code.message();
    return plainText(code, statusOf(error.code));
}

Answered<> whenDone(const Respond &respond)
{
    return [respond](const Result<> &done) { respond(done ? HttpResponse() : refusal(done.error())); };
}

Answered<> whenDoneOrGone(const Respond &respond)
{
    return [respond](const Result<> &done) {
        respond(done || done.error().code == make_error_code(EngineErrc::NoSuchTorrent) ? HttpResponse() : refusal(done.error()));
    };
}

std::optional<TorrentIds> idsOf(const ApiContext &context, const HttpRequest &request)
{
    if (!request.fields.contains("hashes"))
        return std::nullopt;
    return idsIn(context, request.field("hashes"));
}

TorrentIds idsIn(const ApiContext &context, const std::string &hashes)
{
    TorrentIds ids;
    if (hashes == "all") {
        for (const auto &[id, row] : context.state.table().rows())
            ids.push_back(id);
        return ids;
    }
    for (const std::string &hash : splitText(hashes, '|')) {
        if (const RowTable::Row *row = context.state.table().find(hash))
            ids.push_back(row->snapshot->id);
    }
    return ids;
}

const RowTable::Row *rowOf(const ApiContext &context, const HttpRequest &request)
{
    return context.state.table().find(request.field("hash"));
}

std::optional<bool> parseFlag(std::string_view text)
{
    if (text == "1" || sameIgnoringCase(text, "true"))
        return true;
    if (text == "0" || sameIgnoringCase(text, "false"))
        return false;
    return std::nullopt;
}

std::optional<std::int64_t> parseNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return number;
}

std::optional<std::int64_t> parsePermille(std::string_view text)
{
    constexpr std::int64_t kMost = 1'000'000'000;
    const std::size_t point = std::min(text.find('.'), text.size());
    const bool negative = text.starts_with('-');
    std::string_view whole = text.substr(negative ? 1 : 0, point - (negative ? 1 : 0));
    std::string_view fraction = point < text.size() ? text.substr(point + 1) : std::string_view();
    const auto areDigits = [](std::string_view part) { return std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; }); };
    if (whole.empty() || whole.size() > 9 || fraction.size() > 20 || !areDigits(whole) || !areDigits(fraction) || (point + 1 == text.size()))
        return std::nullopt;
    std::int64_t permille = 0;
    for (const char c : whole)
        permille = permille * 10 + (c - '0');
    for (std::size_t i = 0; i < 3; ++i)
        permille = permille * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
    permille = std::min(permille, kMost);
    return negative ? -permille : permille;
}

std::vector<std::string> splitText(std::string_view text, char divider)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = text.find(divider);
        if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty())
            parts.emplace_back(part);
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

} // namespace trib::remote
