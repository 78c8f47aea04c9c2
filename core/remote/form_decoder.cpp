#include "core/remote/form_decoder.h"

#include "core/remote/remote_error.h"

#include <QStringDecoder>

#include <algorithm>

namespace trib::remote {
namespace {

// The digit's value, or -1.
[[nodiscard]] int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

Result<std::string> percentDecoded(std::string_view text, Plus plus)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::IsSpace) {
            decoded.push_back(' ');
        } else if (text[i] != '%') {
            decoded.push_back(text[i]);
        } else {
            const int high = i + 1 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return failure(RemoteErrc::BadRequest, "A percent sign is not followed by two hexadecimal digits.");
            decoded.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        }
    }
    return decoded;
}

bool isCleanText(std::string_view text)
{
    if (text.find('\0') != std::string_view::npos)
        return false;
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return true;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError();
}

Result<> putField(Fields &fields, std::string name, std::string value)
{
    if (name.size() > kMaxFieldName || fields.size() >= kMaxFields)
        return failure(RemoteErrc::TooLarge, "The request has too many fields, or one whose name is too long.");
    if (!isCleanText(name) || !isCleanText(value))
        return failure(RemoteErrc::BadRequest, "A field is not valid UTF-8 text.");
    fields.insert_or_assign(std::move(name), std::move(value));
    return success();
}

Result<> decodeForm(std::string_view text, Fields &fields)
{
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        if (pair.empty())
            continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = percentDecoded(pair.substr(0, equals), Plus::IsSpace);
        if (!name)
            return failure(name.error());
        auto value = percentDecoded(pair.substr(std::min(equals + 1, pair.size())), Plus::IsSpace);
        if (!value)
            return failure(value.error());
        if (auto put = putField(fields, std::move(*name), std::move(*value)); !put)
            return put;
    }
    return success();
}

} // namespace trib::remote
