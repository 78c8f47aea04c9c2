#include "app/json_text.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>

namespace trib::app {
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

void appendQuoted(std::string &out, std::string_view text)
{
    out += '"';
    while (!text.empty()) {
        const auto plain = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), needsEscape) - text.begin());
        out.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (!text.empty()) {
            appendEscaped(out, text.front());
            text.remove_prefix(1);
        }
    }
    out += '"';
}

} // namespace

JsonText &JsonText::key(std::string_view name)
{
    separate();
    m_out.append("\"").append(name).append("\":");
    m_needsComma = false;
    return *this;
}

JsonText &JsonText::value(std::string_view text)
{
    separate();
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    appendQuoted(m_out, ascii ? text : std::string_view(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString()));
    m_needsComma = true;
    return *this;
}

JsonText &JsonText::value(std::int64_t number)
{
    separate();
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    m_out.append(digits.data(), end);
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

} // namespace trib::app
