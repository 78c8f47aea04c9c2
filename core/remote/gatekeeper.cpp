#include "core/remote/gatekeeper.h"

#include "core/base/ascii.h"
#include "core/remote/header_value.h"
#include "core/remote/password_hash.h"
#include "core/remote/request_decoder.h"

#include <QByteArray>

namespace trib::remote {
namespace {

constexpr std::string_view kRoot = "/api/v2/";
constexpr std::string_view kLogin = "/api/v2/auth/login";
constexpr std::string_view kLogout = "/api/v2/auth/logout";
constexpr std::string_view kAdd = "/api/v2/torrents/add";
constexpr std::string_view kBanned = "Your IP address has been banned after too many failed authentication attempts.";
constexpr std::string_view kForbidden = "Forbidden";

struct Credentials {
    std::string secret; // empty: none that are usable
    bool isKey = false;
};

[[nodiscard]] Credentials credentialsOf(const RequestHead &head, const std::string &user)
{
    const std::string *header = head.header("authorization");
    const std::string_view value = header ? trimmedValue(*header) : std::string_view();
    if (startsWithNoCase(value, "bearer "))
        return {std::string(trimmedValue(value.substr(7))), true};
    if (!startsWithNoCase(value, "basic "))
        return {};
    const std::string_view encoded = trimmedValue(value.substr(6));
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray(encoded.data(), static_cast<qsizetype>(encoded.size())), QByteArray::AbortOnBase64DecodingErrors);
    const std::string text = decoded ? (*decoded).toStdString() : std::string();
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos || !equalsInConstantTime(text.substr(0, colon), user))
        return {};
    return {text.substr(colon + 1), false};
}

[[nodiscard]] HttpResponse tooBusy()
{
    HttpResponse response = plainResponse(503, "Too many logins are being checked. Try again in a moment.");
    response.headers.emplace_back("Retry-After", "2");
    return response;
}

[[nodiscard]] HttpResponse wrongMethod(const char *allowed)
{
    HttpResponse response = plainResponse(405, "This is not asked for in that way.");
    response.headers.emplace_back("Allow", allowed);
    return response;
}

[[nodiscard]] Admission refused(HttpResponse response)
{
    Admission admission;
    admission.refusal = std::move(response);
    return admission;
}

} // namespace

Gatekeeper::Gatekeeper(const ServerConfig &config, std::uint16_t port, const HttpLimits &limits, const ServerContext &context, const Post &post,
    RequestHandler methods)
    : m_config(config), m_limits(limits), m_context(context), m_cookieName("QBT_SID_" + std::to_string(port)),
      m_guard(config.hostNames, config.address, port), m_logins(context.clock), m_sessions(context.clock, context.random),
      m_credentials(post, context.random), m_methods(std::move(methods))
{
}

std::optional<HttpResponse> Gatekeeper::refusalOf(const RequestHead &head, const std::string &path) const
{
    if (const char *why = m_guard.refusal(head))
        return plainResponse(403, why);
    if (!path.starts_with(kRoot))
        return plainResponse(404, "Not Found");
    const bool isPost = head.method == "POST";
    if (!isPost && head.method != "GET")
        return wrongMethod("GET, POST");
    if (!isPost && (path == kLogin || path == kLogout))
        return wrongMethod("POST");
    if (path == kLogin && m_logins.isBanned(head.address))
        return plainResponse(403, kBanned);
    return std::nullopt;
}

void Gatekeeper::admit(const RequestHead &head, const std::function<void(Admission)> &answer)
{
    const auto path = pathOf(head.target);
    if (!path)
        return answer(refused(responseTo(path.error())));
    if (auto refusal = refusalOf(head, *path))
        return answer(refused(std::move(*refusal)));
    Admission admission;
    if (*path == kLogin) {
        admission.to = Admission::To::Login;
        admission.bodyLimit = m_limits.loginBody;
        return answer(std::move(admission));
    }
    if (*path == kLogout)
        admission.to = Admission::To::Logout;
    if (head.method == "POST")
        admission.bodyLimit = *path == kAdd ? m_limits.uploadBody : m_limits.body;
    authenticate(head, std::move(admission), answer);
}

std::optional<std::string> Gatekeeper::sessionOf(const RequestHead &head)
{
    const std::string *cookies = head.header("cookie");
    const auto token = cookies ? cookieValue(*cookies, m_cookieName) : std::nullopt;
    return token ? m_sessions.find(*token) : std::nullopt;
}

// A session first: clients that send the password with everything send the cookie as well.
void Gatekeeper::authenticate(const RequestHead &head, Admission admission, const Admit &answer)
{
    if (auto session = sessionOf(head)) {
        admission.session = std::move(*session);
        return answer(std::move(admission));
    }
    if (!head.header("authorization"))
        return answer(refused(plainResponse(403, kForbidden)));
    if (m_logins.isBanned(head.address))
        return answer(refused(plainResponse(403, kBanned)));
    const Credentials credentials = credentialsOf(head, m_config.user);
    admission.session = credentials.isKey ? "key" : "password";
    checkSecret(head.address, credentials.secret, credentials.isKey ? m_config.apiKeyHash : m_config.passwordHash,
        [answer, admission = std::move(admission)](Verdict verdict) {
            if (verdict == Verdict::Right)
                answer(admission);
            else
                answer(refused(verdict == Verdict::Busy ? tooBusy() : plainResponse(403, kForbidden)));
        });
}

void Gatekeeper::checkSecret(
    const std::string &address, const std::string &secret, const std::string &hash, const CredentialChecker::Answer &answer)
{
    m_credentials.check(secret, hash, [this, address, answer](Verdict verdict) {
        if (verdict == Verdict::Right)
            m_logins.succeeded(address);
        else if (verdict == Verdict::Wrong && m_logins.failed(address))
            m_context.log.warning("API: " + address + " is banned for a while after too many wrong passwords");
        answer(verdict);
    });
}

void Gatekeeper::carryOut(const RequestHead &head, const Admission &admission, const std::string &body, const Respond &respond)
{
    if (admission.to == Admission::To::Login)
        return logIn(head, body, respond);
    if (admission.to == Admission::To::Logout) {
        m_sessions.close(admission.session);
        m_context.log.info("API: logout of " + admission.session + " from " + head.address);
        return respond(plainResponse(200, "Ok."));
    }
    auto request = decodeHttpRequest(head, body);
    if (!request)
        return respond(responseTo(request.error()));
    request->session = admission.session;
    request->address = head.address;
    m_methods(*request, respond);
}

// A wrong name takes as long as a wrong password.
void Gatekeeper::logIn(const RequestHead &head, const std::string &body, const Respond &respond)
{
    const auto request = decodeHttpRequest(head, body);
    if (!request)
        return respond(responseTo(request.error()));
    const bool isUser = equalsInConstantTime(request->field("username"), m_config.user);
    const auto before = sessionOf(head);
    checkSecret(head.address, (isUser ? "" : "\x01") + request->field("password"), m_config.passwordHash,
        [this, address = head.address, before, respond](Verdict verdict) {
            if (verdict == Verdict::Right && before)
                m_sessions.close(*before); // the new one takes its place
            finishLogin(address, verdict, respond);
        });
}

void Gatekeeper::finishLogin(const std::string &address, Verdict verdict, const Respond &respond)
{
    if (verdict == Verdict::Busy)
        return respond(tooBusy());
    if (verdict == Verdict::Wrong) {
        m_context.log.warning("API: a login from " + address + " failed");
        return respond(plainResponse(401, "Fails."));
    }
    const auto token = m_sessions.open();
    if (!token) {
        m_context.log.error("API: no session can be made: " + token.error().detail);
        return respond(plainResponse(500, "The server has no random numbers."));
    }
    m_context.log.info("API: login from " + address);
    HttpResponse response = plainResponse(200, "Ok.");
    const std::string secure = m_config.certificate.empty() ? "" : "; Secure";
    response.headers.emplace_back("Set-Cookie", m_cookieName + "=" + *token + "; HttpOnly; SameSite=Strict; Path=/" + secure);
    respond(std::move(response));
}

} // namespace trib::remote
