#include "core/base/json_text.h"

#include "core/base/utf8.h"

#include <array>
#include <charconv>

namespace trib {
namespace {

void appendEscaped(std::string &out, char c)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
}

[[nodiscard]] bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7f;
}

// The part at the beginning that can be written as it is.
[[nodiscard]] std::size_t plainLength(std::string_view text)
{
    std::size_t plain = 0;
    while (plain < text.size()) {
        if (static_cast<unsigned char>(text[plain]) < 0x80) {
            if (needsEscape(text[plain]))
                break;
            ++plain;
            continue;
        }
        const DecodedCharacter next = decodeUtf8(text.substr(plain));
        if (next.character == kInvalidCharacter)
            break;
        plain += next.length;
    }
    return plain;
}

void appendQuoted(std::string &out, std::string_view text)
{
    out += '"';
    while (!text.empty()) {
        const std::size_t plain = plainLength(text);
        out.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty())
            break;
        if (static_cast<unsigned char>(text.front()) < 0x80)
            appendEscaped(out, text.front());
        else
            out.append(kReplacementCharacter);
        text.remove_prefix(1);
    }
    out += '"';
}

void appendNumber(std::string &out, std::int64_t number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

} // namespace

JsonText &JsonText::key(std::string_view name)
{
    separate();
    m_out.append("\"").append(name).append("\":");
    m_needsComma = false;
    return *this;
}

JsonText &JsonText::textKey(std::string_view name)
{
    separate();
    appendQuoted(m_out, name);
    m_out += ':';
    m_needsComma = false;
    return *this;
}

JsonText &JsonText::value(std::string_view text)
{
    separate();
    appendQuoted(m_out, text);
    m_needsComma = true;
    return *this;
}

JsonText &JsonText::value(std::int64_t number)
{
    separate();
    appendNumber(m_out, number);
    m_needsComma = true;
    return *this;
}

JsonText &JsonText::value(Decimal number)
{
    constexpr std::int64_t kOne = 1'000'000;
    separate();
    if (number.millionths < 0 && number.millionths > -kOne)
        m_out += '-'; // there is no whole part to carry the sign
    appendNumber(m_out, number.millionths / kOne);
    if (std::int64_t fraction = number.millionths % kOne; fraction != 0) {
        fraction = fraction < 0 ? -fraction : fraction;
        m_out += '.';
        for (std::int64_t digit = kOne / 10; fraction > 0; fraction %= digit, digit /= 10)
            m_out += static_cast<char>('0' + fraction / digit);
    }
    m_needsComma = true;
    return *this;
}

JsonText &JsonText::raw(std::string_view json)
{
    separate();
    m_out.append(json);
    m_needsComma = true;
    return *this;
}

JsonText &JsonText::open(char bracket)
{
    separate();
    m_out += bracket;
    m_needsComma = false;
    return *this;
}

JsonText &JsonText::close(char bracket)
{
    m_out += bracket;
    m_needsComma = true;
    return *this;
}

void JsonText::separate()
{
    if (m_needsComma)
        m_out += ',';
}

} // namespace trib
