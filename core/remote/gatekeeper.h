// Gatekeeper: who may ask what. Decides by a request's head, keeps sessions, logs in and out, and hands what is left to the methods: these are
// called for authenticated requests alone. Lives on the API's thread, which outlives its answers or drops them.
//
// Three ways in, all with what the user has set: a session's cookie, the password as HTTP Basic, or the key as a bearer token. Without any of
// them everything answers 403, app/webapiVersion included, and never 401: Sonarr and its family log in again on 403 and give up on 401 or 404.
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/remote/credential_checker.h"
#include "core/remote/http_limits.h"
#include "core/remote/http_service.h"
#include "core/remote/login_guard.h"
#include "core/remote/request_guard.h"
#include "core/remote/server_rules.h"
#include "core/remote/session_book.h"

#include <memory>

namespace trib::remote {

// What outlives the server.
struct ServerContext {
    const Clock &clock;
    Random &random;
    Log &log;
};

class Gatekeeper final : public HttpService {
public:
    // `port` is the one that is listened on.
    Gatekeeper(const ServerConfig &config, std::uint16_t port, const HttpLimits &limits, const ServerContext &context, const Post &post,
        RequestHandler methods);

    void admit(const RequestHead &head, const std::function<void(Admission)> &answer) override;
    void carryOut(const RequestHead &head, const Admission &admission, const std::string &body, const Respond &respond) override;

private:
    using Admit = std::function<void(Admission)>;

    [[nodiscard]] std::optional<HttpResponse> refusalOf(const RequestHead &head, const std::string &path) const;
    [[nodiscard]] std::optional<std::string> sessionOf(const RequestHead &head);
    void authenticate(const RequestHead &head, Admission admission, const Admit &answer);
    void checkSecret(const std::string &address, const std::string &secret, const std::string &hash, const CredentialChecker::Answer &answer);
    void logIn(const RequestHead &head, const std::string &body, const Respond &respond);
    void finishLogin(const std::string &address, Verdict verdict, const Respond &respond);

    const ServerConfig m_config;
    const HttpLimits m_limits;
    const ServerContext m_context;
    const std::string m_cookieName;
    RequestGuard m_guard;
    LoginGuard m_logins;
    SessionBook m_sessions;
    CredentialChecker m_credentials; // goes before what its answers use
    RequestHandler m_methods;
};

} // namespace trib::remote
