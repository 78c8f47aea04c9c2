#include "core/remote/multipart.h"

#include "core/base/ascii.h"
#include "core/remote/header_value.h"
#include "core/remote/remote_error.h"

#include <algorithm>

namespace trib::remote {
namespace {

constexpr std::size_t kMaxBoundary = 70;      // RFC 2046 5.1.1
constexpr std::size_t kMaxPartHeader = 4096;  // bytes: a name, a file name and a type
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeaderEnd = "\r\n\r\n";

[[nodiscard]] Failure malformedPart(const char *why)
{
    return failure(RemoteErrc::BadRequest, why);
}

[[nodiscard]] bool isBoundaryCharacter(char c)
{
    return (c >= '0' && c <= '9') || (toLowerAscii(c) >= 'a' && toLowerAscii(c) <= 'z')
        || std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos;
}

struct PartHeader {
    std::string name;
    std::string fileName;
    bool isFile = false;
    bool isNamed = false;
};

[[nodiscard]] Result<> readDisposition(std::string_view value, PartHeader &header)
{
    const auto disposition = parseHeaderValue(value);
    if (!disposition || !equalsNoCase(disposition->word, "form-data") || header.isNamed)
        return malformedPart("A part of the form has no usable Content-Disposition.");
    for (const auto &[name, text] : disposition->parameters) {
        if (name == "name") {
            header.isNamed = true;
            header.name = text;
        } else if (name == "filename") {
            header.isFile = true;
            header.fileName = text;
        } else if (name == "filename*") {
            header.isFile = true; // RFC 7578 4.2: not to be used; some send it beside the plain one
        }
    }
    return header.isNamed ? success() : Result<>(malformedPart("A part of the form has no name."));
}

[[nodiscard]] Result<PartHeader> readPartHeader(std::string_view text)
{
    PartHeader header;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find(kLineEnd));
        text.remove_prefix(std::min(line.size() + kLineEnd.size(), text.size()));
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0)
            return malformedPart("A part of the form has a malformed header.");
        const std::string_view value = trimmedValue(line.substr(colon + 1));
        if (equalsNoCase(line.substr(0, colon), "content-disposition")) {
            if (auto read = readDisposition(value, header); !read)
                return failure(read.error());
        } else if (equalsNoCase(line.substr(0, colon), "content-transfer-encoding")) {
            if (!equalsNoCase(value, "binary") && !equalsNoCase(value, "8bit") && !equalsNoCase(value, "7bit"))
                return malformedPart("A part of the form is encoded in a way that is not supported.");
        }
    }
    if (!header.isNamed)
        return malformedPart("A part of the form has no Content-Disposition.");
    return header;
}

[[nodiscard]] Result<> takePart(std::string_view header, std::string_view content, MultipartForm &form)
{
    auto read = readPartHeader(header);
    if (!read)
        return failure(read.error());
    if (!read->isFile)
        return putField(form.fields, std::move(read->name), std::string(content));
    if (!isCleanText(read->fileName) || read->fileName.size() > kMaxPartHeader)
        return malformedPart("A file's name is not valid UTF-8 text.");
    form.files.push_back({std::move(read->fileName), std::string(content)});
    return success();
}

// Behind a boundary: "--" and the end, or the end of the line and a part. Blanks may stand before the end of the line.
enum class Next { Part, End, Neither };

[[nodiscard]] Next behindBoundary(std::string_view &rest)
{
    if (rest.starts_with("--")) {
        rest.remove_prefix(2);
        return rest.find_first_not_of(" \t\r\n") == std::string_view::npos ? Next::End : Next::Neither;
    }
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (!rest.starts_with(kLineEnd))
        return Next::Neither;
    rest.remove_prefix(kLineEnd.size());
    return Next::Part;
}

} // namespace

Result<std::string> multipartBoundary(std::string_view contentType)
{
    const auto value = parseHeaderValue(contentType);
    const auto none = malformedPart("The form's boundary is missing or malformed.");
    if (!value)
        return none;
    const auto boundary = value->parameters.find("boundary");
    if (boundary == value->parameters.end() || boundary->second.empty() || boundary->second.size() > kMaxBoundary)
        return none;
    if (boundary->second.back() == ' ' || !std::all_of(boundary->second.begin(), boundary->second.end(), isBoundaryCharacter))
        return none;
    return boundary->second;
}

Result<> decodeMultipart(std::string_view body, std::string_view boundary, MultipartForm &form)
{
    const std::string separator = "\r\n--" + std::string(boundary);
    const std::string_view opening = std::string_view(separator).substr(kLineEnd.size());
    if (!body.starts_with(opening))
        return malformedPart("The form does not begin with its boundary.");
    std::string_view rest = body.substr(opening.size());
    for (std::size_t parts = 0;; ++parts) {
        const Next next = behindBoundary(rest);
        if (next == Next::End)
            return success();
        if (next == Next::Neither)
            return malformedPart("Something stands behind a boundary of the form.");
        if (parts >= kMaxParts)
            return failure(RemoteErrc::TooLarge, "The form has too many parts.");
        const std::size_t headerSize = rest.substr(0, kMaxPartHeader).find(kHeaderEnd);
        if (headerSize == std::string_view::npos)
            return malformedPart("The header of a part of the form is too long or has no end.");
        const std::string_view content = rest.substr(headerSize + kHeaderEnd.size());
        const std::size_t size = content.find(separator);
        if (size == std::string_view::npos || content.starts_with(opening)) // a part without content, or a content that is a boundary?
            return malformedPart("The form breaks off.");
        if (auto taken = takePart(rest.substr(0, headerSize), content.substr(0, size), form); !taken)
            return taken;
        rest = content.substr(size + separator.size());
    }
}

} // namespace trib::remote
