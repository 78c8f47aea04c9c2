// HttpRequest and HttpResponse: what passes between the server (sockets, limits, sessions) and the methods of the API. Values; what a
// stranger sent is decoded and bounded here, but still what a stranger sent.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace trib::remote {

struct UploadedFile {
    std::string name;
    std::string bytes;
};

struct HttpRequest {
    std::string method;                      // "GET" or "POST"
    std::string path;                        // decoded, without the query: "/api/v2/torrents/info"
    std::map<std::string, std::string> fields; // of the query, an urlencoded form or a multipart form; the last of a name counts; valid UTF-8
    std::vector<UploadedFile> files;         // of a multipart form; any bytes
    std::string session;                     // whose request: of a login "session 7", else "password" or "key"; never a secret
    std::string address;                     // of the machine it came from

    // The field's text, or empty.
    [[nodiscard]] const std::string &field(const std::string &name) const
    {
        static const std::string none;
        const auto found = fields.find(name);
        return found == fields.end() ? none : found->second;
    }
};

struct HttpResponse {
    int status = 200;
    std::string contentType{"text/plain; charset=UTF-8"};
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers; // beside the server's own
};

// Called once, on the API's thread, at once or later.
using Respond = std::function<void(HttpResponse)>;
using RequestHandler = std::function<void(const HttpRequest &, Respond)>;

// Runs a function on the API's thread, in order; from any thread, and at any time: what comes after the server's end is dropped.
using Post = std::function<void(std::function<void()>)>;

} // namespace trib::remote
