#include "core/remote/request_decoder.h"

#include "core/base/ascii.h"
#include "core/remote/form_decoder.h"
#include "core/remote/header_value.h"
#include "core/remote/multipart.h"
#include "core/remote/remote_error.h"

#include <algorithm>

namespace trib::remote {
namespace {

constexpr std::size_t kMaxPath = 2048;

[[nodiscard]] Result<> decodeBody(std::string_view contentType, const std::string &body, HttpRequest &request)
{
    const std::string_view type = trimmedValue(contentType.substr(0, contentType.find(';')));
    if (equalsNoCase(type, "application/x-www-form-urlencoded"))
        return decodeForm(body, request.fields);
    if (!equalsNoCase(type, "multipart/form-data"))
        return failure(RemoteErrc::BadRequest, "The body is neither an urlencoded nor a multipart form.");
    const auto boundary = multipartBoundary(contentType);
    if (!boundary)
        return failure(boundary.error());
    MultipartForm form{std::move(request.fields), {}};
    auto decoded = decodeMultipart(body, *boundary, form);
    request.fields = std::move(form.fields);
    request.files = std::move(form.files);
    return decoded;
}

} // namespace

Result<std::string> pathOf(std::string_view target)
{
    const std::string_view path = target.substr(0, target.find('?'));
    if (!path.starts_with('/') || path.size() > kMaxPath || path.find('#') != std::string_view::npos)
        return failure(RemoteErrc::BadRequest, "The request's target is not a path.");
    auto decoded = percentDecoded(path, Plus::IsItself);
    if (!decoded)
        return decoded;
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (!isCleanText(*decoded) || std::any_of(decoded->begin(), decoded->end(), isControl))
        return failure(RemoteErrc::BadRequest, "The request's path is not plain text.");
    return decoded;
}

Result<HttpRequest> decodeHttpRequest(const RequestHead &head, const std::string &body)
{
    auto path = pathOf(head.target);
    if (!path)
        return failure(path.error());
    HttpRequest request;
    request.method = head.method;
    request.path = std::move(*path);
    const std::string_view target = head.target;
    if (const std::size_t query = target.find('?'); query != std::string_view::npos) {
        if (auto decoded = decodeForm(target.substr(query + 1), request.fields); !decoded)
            return failure(decoded.error());
    }
    if (body.empty())
        return request;
    const std::string *contentType = head.header("content-type");
    if (auto decoded = decodeBody(contentType ? *contentType : std::string(), body, request); !decoded)
        return failure(decoded.error());
    return request;
}

} // namespace trib::remote
