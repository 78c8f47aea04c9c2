// A request's head and body from a stranger ("METHOD TARGET", header lines, an empty line, the body): what is decided and decoded of it is
// within its bounds, a foreign host never passes, and what a form says is said again in the same words.
#include "tests/fuzz/fuzz.h"

#include "core/base/ascii.h"
#include "core/base/hex.h"
#include "core/remote/form_decoder.h"
#include "core/remote/header_value.h"
#include "core/remote/request_decoder.h"
#include "core/remote/request_guard.h"

#include <algorithm>
#include <array>

namespace {

using namespace trib::remote;

// False for what a connection would have refused.
[[nodiscard]] bool readHead(std::string_view &text, RequestHead &head)
{
    for (bool first = true;; first = false) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.empty())
            return !first;
        const std::size_t space = line.find(first ? ' ' : ':');
        const std::string_view rest = line.substr(std::min(space + 1, line.size()));
        if (first) {
            head.method = line.substr(0, space);
            head.target = rest;
        } else if (!putHeader(head, line.substr(0, space), trimmedValue(rest))) {
            return false;
        }
    }
}

[[nodiscard]] std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), trib::toLowerAscii);
    return text;
}

[[nodiscard]] std::string encoded(const Fields &fields)
{
    const auto hex = [](const std::string &text) {
        std::string result;
        for (const char c : text)
            result.append("%").append(trib::toHex(std::array{static_cast<std::uint8_t>(c)}));
        return result;
    };
    std::string form;
    for (const auto &[name, value] : fields)
        form.append(hex(name)).append("=").append(hex(value)).append("&");
    return form;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace trib;
    std::string_view text = test::textOf(data, size);
    RequestHead head;
    if (!readHead(text, head))
        return 0;
    const RequestGuard guard({"nas.example"}, "127.0.0.1", 8080);
    if (!guard.refusal(head)) {
        const std::string host = lowered(*head.header("host"));
        constexpr std::array<std::string_view, 5> kOurs{"127.0.0.1:8080", "localhost:8080", "[::1]:8080", "nas.example", "nas.example:8080"};
        TRIB_ASSERT(std::find(kOurs.begin(), kOurs.end(), host) != kOurs.end());
        const std::string origin = head.header("origin") ? lowered(*head.header("origin")) : "http://" + host;
        TRIB_ASSERT(origin.starts_with("http://" + host) || origin.starts_with("https://" + host));
    }
    if (const std::string *cookies = head.header("cookie"); cookies && cookieValue(*cookies, "SID"))
        TRIB_ASSERT(cookieValue(*cookies, "SID")->find(';') == std::string::npos);
    const auto request = decodeHttpRequest(head, std::string(text));
    if (!request) {
        TRIB_ASSERT(request.error().detail.ends_with('.'));
        return 0;
    }
    TRIB_ASSERT(request->path.starts_with('/') && request->path.size() <= 2048 && isCleanText(request->path));
    TRIB_ASSERT(request->fields.size() <= kMaxFields);
    for (const auto &[name, value] : request->fields)
        TRIB_ASSERT(isCleanText(name) && isCleanText(value));
    Fields again;
    TRIB_ASSERT(decodeForm(encoded(request->fields), again) && again == request->fields);
    return 0;
}
