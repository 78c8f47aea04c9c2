#include "core/torrent/url.h"

#include <QString>
#include <QUrl>

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace trib::torrent {
namespace {

constexpr std::size_t kMaxHost = 253;
constexpr std::size_t kMaxLabel = 63;

[[nodiscard]] char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
    return result;
}

[[nodiscard]] bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

[[nodiscard]] bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

[[nodiscard]] bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

[[nodiscard]] Failure invalid(const char *why)
{
    return failure(EngineErrc::UrlInvalid, why);
}

struct Host {
    std::string text;
    bool isAddress = false;
};

// A label that is all digits, or hexadecimal behind 0x: a resolver reads a name that ends in one as an IPv4 address ("127.1").
[[nodiscard]] bool looksNumeric(std::string_view label)
{
    if (label.starts_with("0x"))
        return label.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos;
    return std::all_of(label.begin(), label.end(), isDigit);
}

[[nodiscard]] bool isName(std::string_view name)
{
    if (name.empty() || name.size() > kMaxHost)
        return false;
    std::string_view label;
    while (true) {
        const auto dot = name.find('.');
        label = name.substr(0, dot);
        const bool characters = label.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string_view::npos;
        if (label.empty() || label.size() > kMaxLabel || !characters || label.front() == '-' || label.back() == '-')
            return false;
        if (dot == std::string_view::npos)
            return !looksNumeric(label);
        name.remove_prefix(dot + 1);
    }
}

[[nodiscard]] std::optional<Host> parseAddress6(std::string_view text)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address_v6(std::string(text), error);
    if (error || text.find('%') != std::string_view::npos)
        return std::nullopt;
    return Host{address.to_string(), true};
}

[[nodiscard]] std::optional<Host> parseHost(std::string_view text)
{
    if (text.starts_with('['))
        return text.ends_with(']') ? parseAddress6(text.substr(1, text.size() - 2)) : std::nullopt;
    std::string name = isAscii(text) ? lower(text) : QUrl::toAce(QString::fromUtf8(text.data(), qsizetype(text.size()))).toLower().toStdString();
    if (name.ends_with('.'))
        name.pop_back();
    boost::system::error_code error;
    if (const auto address = boost::asio::ip::make_address_v4(name, error); !error)
        return Host{address.to_string(), true};
    return isName(name) ? std::optional(Host{name, false}) : std::nullopt;
}

// Digits from 1 to 65535.
[[nodiscard]] std::optional<std::uint16_t> parsePort(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || end != text.data() + text.size() || port == 0 || text.size() > 5)
        return std::nullopt;
    return port;
}

struct Authority {
    std::optional<std::string_view> userInfo;
    std::string_view host;
    std::optional<std::string_view> port; // nullopt: no colon
};

[[nodiscard]] Authority splitAuthority(std::string_view text)
{
    Authority parts;
    if (const auto at = text.rfind('@'); at != std::string_view::npos) {
        parts.userInfo = text.substr(0, at);
        text.remove_prefix(at + 1);
    }
    const auto colon = text.find(':', text.starts_with('[') ? std::min(text.find(']'), text.size()) : 0);
    parts.host = text.substr(0, colon);
    if (colon != std::string_view::npos)
        parts.port = text.substr(colon + 1);
    return parts;
}

void appendEncoded(std::string &out, std::string_view text)
{
    static constexpr char kDigits[] = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::string_view(" \"<>\\^`{|}").find(c) != std::string_view::npos)
            out.append({'%', kDigits[byte >> 4], kDigits[byte & 15]});
        else
            out.push_back(c);
    }
}

// RFC 3986, 5.2.4, for a path that begins with '/'; "%2e" counts as a dot, as it does in browsers and servers.
[[nodiscard]] std::string withoutDotSegments(std::string_view path)
{
    std::vector<std::string_view> kept;
    bool folder = false;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::string_view segment = path.substr(0, path.find('/'));
        path.remove_prefix(segment.size());
        std::string plain = lower(segment);
        for (auto at = plain.find("%2e"); at != std::string::npos; at = plain.find("%2e"))
            plain.replace(at, 3, ".");
        folder = plain == "." || plain == "..";
        if (!folder)
            kept.push_back(segment);
        else if (plain == ".." && !kept.empty())
            kept.pop_back();
    }
    std::string result;
    for (const std::string_view segment : kept)
        result.append("/").append(segment);
    return folder || result.empty() ? result + "/" : result;
}

// `rest` is what stands behind the authority: path, query and fragment.
[[nodiscard]] std::string makeTarget(std::string_view rest)
{
    rest = rest.substr(0, rest.find('#'));
    const auto query = rest.find('?');
    std::string path;
    appendEncoded(path, rest.substr(0, query));
    std::string target = withoutDotSegments(path.empty() ? "/" : path);
    if (query != std::string_view::npos)
        appendEncoded(target, rest.substr(query));
    return target;
}

[[nodiscard]] std::uint16_t defaultPort(UrlScheme scheme)
{
    return scheme == UrlScheme::Https ? 443 : 80;
}

[[nodiscard]] bool isAcceptable(std::string_view text)
{
    return text.size() <= kMaxUrl && std::none_of(text.begin(), text.end(), isControl) && text.find('\\') == std::string_view::npos;
}

// `rest` begins behind "scheme://".
[[nodiscard]] Result<Url> parseRest(UrlScheme scheme, std::string_view rest)
{
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
    const Authority parts = splitAuthority(authority);
    if (parts.userInfo)
        return invalid("a user name or password in the URL");
    const auto host = parseHost(parts.host);
    if (!host)
        return invalid("no usable host");
    const bool plainPort = !parts.port || parts.port->empty();
    const auto port = plainPort ? defaultPort(scheme) : parsePort(*parts.port);
    if (!port)
        return invalid("not a port");
    Url url{scheme, host->text, host->isAddress, *port, makeTarget(rest.substr(authority.size()))};
    return url.target.size() <= kMaxUrl ? Result<Url>(std::move(url)) : invalid("too long");
}

[[nodiscard]] std::string bracketed(const std::string &host)
{
    return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

[[nodiscard]] std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result.push_back(text[i]);
            continue;
        }
        unsigned value = 0;
        const char *const first = text.data() + i + 1;
        if (i + 2 >= text.size() || std::from_chars(first, first + 2, value, 16).ptr != first + 2)
            return std::nullopt;
        result.push_back(static_cast<char>(value));
        i += 2;
    }
    return result;
}

} // namespace

std::string Url::authority() const
{
    return port == defaultPort(scheme) ? bracketed(host) : hostAndPort();
}

std::string Url::hostAndPort() const
{
    return bracketed(host) + ":" + std::to_string(port);
}

std::string Url::text() const
{
    return (scheme == UrlScheme::Https ? "https://" : "http://") + authority() + target;
}

Result<Url> parseUrl(std::string_view text)
{
    if (!isAcceptable(text))
        return invalid("too long, or a character that no URL has");
    const std::string start = lower(text.substr(0, 8));
    if (start.starts_with("https://"))
        return parseRest(UrlScheme::Https, text.substr(8));
    if (start.starts_with("http://"))
        return parseRest(UrlScheme::Http, text.substr(7));
    return invalid("a scheme other than http and https");
}

Result<Url> resolveUrl(const Url &base, std::string_view reference)
{
    if (!isAcceptable(reference))
        return invalid("too long, or a character that no URL has");
    const std::string_view beforePath = reference.substr(0, reference.find_first_of("/?#"));
    if (beforePath.find(':') != std::string_view::npos)
        return parseUrl(reference);
    if (reference.starts_with("//"))
        return parseRest(base.scheme, reference.substr(2));
    const std::string_view oldPath = std::string_view(base.target).substr(0, base.target.find('?'));
    std::string rest;
    if (reference.starts_with('/'))
        rest = reference;
    else if (reference.starts_with('?'))
        rest = std::string(oldPath).append(reference);
    else if (reference.empty() || reference.starts_with('#'))
        rest = base.target;
    else
        rest = std::string(oldPath.substr(0, oldPath.rfind('/') + 1)).append(reference);
    Url url = base;
    url.target = makeTarget(rest);
    return url.target.size() <= kMaxUrl ? Result<Url>(std::move(url)) : invalid("too long");
}

Result<ProxyUrl> parseProxyUrl(std::string_view text)
{
    const auto refused = [](const char *why) { return failure(EngineErrc::InvalidSetting, why); };
    const auto scheme = text.find("://");
    ProxyUrl url{lower(text.substr(0, scheme)), {}, false, 0, {}, {}};
    if (!isAcceptable(text) || scheme == std::string_view::npos || (url.scheme != "socks5" && url.scheme != "http"))
        return refused("a proxy is socks5:// or http://");
    std::string_view rest = text.substr(scheme + 3);
    if (rest.ends_with('/'))
        rest.remove_suffix(1);
    const Authority parts = splitAuthority(rest);
    const auto host = parseHost(parts.host);
    const auto port = parts.port ? parsePort(*parts.port) : std::nullopt;
    if (!host || !port)
        return refused("the proxy has no usable host and port");
    const std::string_view info = parts.userInfo.value_or(std::string_view());
    const auto colon = info.find(':');
    const auto user = percentDecoded(info.substr(0, colon));
    const auto password = percentDecoded(colon == std::string_view::npos ? std::string_view() : info.substr(colon + 1));
    if (!user || !password || user->size() > 255 || password->size() > 255)
        return refused("the proxy's user name or password is malformed or too long");
    url.host = host->text;
    url.isAddress = host->isAddress;
    url.port = *port;
    url.user = *user;
    url.password = *password;
    return url;
}

} // namespace trib::torrent
