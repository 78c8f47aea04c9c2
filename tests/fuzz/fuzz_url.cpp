// What is accepted as a URL, by itself or as a redirect, can be put on the wire as it is, and reads as the same URL again.
#include "tests/fuzz/fuzz.h"

#include "core/torrent/fetch_rules.h"
#include "core/torrent/url.h"

#include <algorithm>

using namespace trib::torrent;

namespace {

void check(const trib::Result<Url> &url)
{
    if (!url)
        return;
    const auto isPlain = [](char c) { return c > 0x20 && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\'; };
    TRIB_ASSERT(url->target.starts_with('/') && std::all_of(url->target.begin(), url->target.end(), isPlain));
    TRIB_ASSERT(!url->host.empty() && std::all_of(url->host.begin(), url->host.end(), isPlain));
    TRIB_ASSERT(url->host.find_first_of("@/?#%[]") == std::string::npos && url->port != 0);
    TRIB_ASSERT(parseUrl(url->text()) == url);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = trib::test::textOf(data, size);
    check(parseUrl(text));
    const Url secure{UrlScheme::Https, "example.org", false, 443, "/a/b?c"};
    check(resolveUrl(secure, text));
    const auto followed = followRedirect(secure, true, text);
    TRIB_ASSERT(!followed || (followed->scheme == UrlScheme::Https && isPublicHost(*followed)));
    if (const auto proxy = parseProxyUrl(text))
        TRIB_ASSERT(proxy->port != 0 && !proxy->host.empty() && proxy->user.size() < 256 && proxy->password.size() < 256);
    return 0;
}
