// multipart/form-data (RFC 7578), strict: any part that is not understood refuses the whole. Pure; any thread.
#pragma once

#include "core/remote/form_decoder.h"
#include "core/remote/http_message.h"

#include <string>
#include <string_view>
#include <vector>

namespace trib::remote {

struct MultipartForm {
    Fields fields;
    std::vector<UploadedFile> files; // parts with a file name, in order, whatever their field is called
};

inline constexpr std::size_t kMaxParts = 10'000;

// The boundary that a Content-Type names. BadRequest when it names none, or one that RFC 2046 does not allow.
[[nodiscard]] Result<std::string> multipartBoundary(std::string_view contentType);

// Adds what `body` holds to `form`; the last field of a name counts. BadRequest, TooLarge.
[[nodiscard]] Result<> decodeMultipart(std::string_view body, std::string_view boundary, MultipartForm &form);

} // namespace trib::remote
