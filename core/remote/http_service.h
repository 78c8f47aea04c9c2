// HttpService: what a connection asks of those who decide: first with the head of a request, before a byte of its body is read or stored; then
// with the body. All on the API's thread.
#pragma once

#include "core/base/result.h"
#include "core/remote/http_message.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace trib::remote {

struct RequestHead {
    std::string method;
    std::string target;  // as it was sent: path and query
    std::string address; // the client's, without its port
    std::map<std::string, std::string> headers; // names in lower case

    // nullptr where there is none.
    [[nodiscard]] const std::string *header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? nullptr : &found->second;
    }
};

// BadRequest for a second of those headers that decide something: programs on the way might read the other one.
[[nodiscard]] Result<> putHeader(RequestHead &head, std::string_view name, std::string_view value);

struct Admission {
    enum class To { Methods, Login, Logout };

    std::optional<HttpResponse> refusal; // then the rest does not matter
    To to = To::Methods;
    std::size_t bodyLimit = 0;           // bytes
    std::string session;                 // see HttpRequest; empty for a login
};

class HttpService {
public:
    virtual ~HttpService() = default;

    // Answers once, at once or later.
    virtual void admit(const RequestHead &head, const std::function<void(Admission)> &answer) = 0;
    virtual void carryOut(const RequestHead &head, const Admission &admission, const std::string &body, const Respond &respond) = 0;
};

// A plain sentence with a status.
[[nodiscard]] HttpResponse plainResponse(int status, std::string_view text);

// 413 or 400, by the error.
[[nodiscard]] HttpResponse responseTo(const Error &error);

} // namespace trib::remote
