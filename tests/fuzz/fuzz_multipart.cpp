// A multipart form from a stranger, its first line the Content-Type: it is refused with a sentence, or its parts lie within the body, and written
// again they are read as the same.
#include "tests/fuzz/fuzz.h"

#include "core/remote/multipart.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace trib;
    using namespace trib::remote;
    const std::string_view text = test::textOf(data, size);
    const std::string_view type = text.substr(0, text.find('\n'));
    const std::string_view body = text.substr(std::min(type.size() + 1, text.size()));
    const auto boundary = multipartBoundary(type);
    if (!boundary) {
        TRIB_ASSERT(boundary.error().detail.ends_with('.'));
        return 0;
    }
    TRIB_ASSERT(!boundary->empty() && boundary->size() <= 70);
    MultipartForm form;
    const auto decoded = decodeMultipart(body, *boundary, form);
    if (!decoded) {
        TRIB_ASSERT(decoded.error().detail.ends_with('.'));
        return 0;
    }
    std::size_t total = 0;
    std::string again;
    for (const auto &[name, value] : form.fields) {
        TRIB_ASSERT(isCleanText(name) && isCleanText(value) && name.size() <= kMaxFieldName);
        total += value.size();
    }
    for (const UploadedFile &file : form.files) {
        TRIB_ASSERT(isCleanText(file.name));
        TRIB_ASSERT(file.bytes.find("\r\n--" + *boundary) == std::string::npos);
        total += file.bytes.size();
        again += "--" + *boundary + "\r\nContent-Disposition: form-data; name=f; filename=f\r\n\r\n" + file.bytes + "\r\n";
    }
    TRIB_ASSERT(total <= body.size());
    MultipartForm reread;
    TRIB_ASSERT(decodeMultipart(again + "--" + *boundary + "--", *boundary, reread));
    TRIB_ASSERT(reread.files.size() == form.files.size());
    for (std::size_t i = 0; i < form.files.size(); ++i)
        TRIB_ASSERT(reread.files[i].bytes == form.files[i].bytes);
    return 0;
}
