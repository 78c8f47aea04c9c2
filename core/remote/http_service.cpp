#include "core/remote/http_service.h"

#include "core/base/ascii.h"
#include "core/remote/remote_error.h"

#include <algorithm>
#include <array>

namespace trib::remote {

Result<> putHeader(RequestHead &head, std::string_view name, std::string_view value)
{
    constexpr std::array<std::string_view, 8> kSingle{
        "host", "origin", "referer", "sec-fetch-site", "authorization", "content-type", "expect", "content-length"};
    std::string key(name);
    std::transform(key.begin(), key.end(), key.begin(), toLowerAscii);
    const auto [header, isNew] = head.headers.try_emplace(std::move(key), value);
    if (isNew)
        return success();
    if (std::find(kSingle.begin(), kSingle.end(), header->first) != kSingle.end())
        return failure(RemoteErrc::BadRequest, "A header stands in the request twice.");
    header->second.append(header->first == "cookie" ? "; " : ", ").append(value);
    return success();
}

HttpResponse plainResponse(int status, std::string_view text)
{
    HttpResponse response;
    response.status = status;
    response.body = text;
    return response;
}

HttpResponse responseTo(const Error &error)
{
    return plainResponse(error.code == RemoteErrc::TooLarge ? 413 : 400, error.detail);
}

} // namespace trib::remote
