// JsonText: writes compact JSON into a string, one pass, no tree: the list of 10,000 torrents is made with it. A value's user owns
// the string. Text that is no valid UTF-8 is repaired, so that the output is JSON whatever a file name holds.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace trib {

// A number with at most six digits behind the point: no floating-point text, whose digits nobody chose.
struct Decimal {
    std::int64_t millionths = 0;

    auto operator<=>(const Decimal &) const = default;
};

class JsonText {
public:
    explicit JsonText(std::string &out) : m_out(out) {}

    JsonText &beginObject() { return open('{'); }
    JsonText &endObject() { return close('}'); }
    JsonText &beginArray() { return open('['); }
    JsonText &endArray() { return close(']'); }

    // `name` is one of ours: ASCII, nothing to escape.
    JsonText &key(std::string_view name);
    // The same for any text.
    JsonText &textKey(std::string_view name);

    JsonText &value(std::string_view text);
    JsonText &value(std::int64_t number);
    JsonText &value(Decimal number);
    JsonText &value(std::same_as<bool> auto boolean) { return raw(boolean ? "true" : "false"); }
    JsonText &null() { return raw("null"); }
    // JSON that is ready.
    JsonText &raw(std::string_view json);

    template <class T>
    JsonText &field(std::string_view name, const T &v)
    {
        key(name);
        return value(v);
    }
    JsonText &nullField(std::string_view name) { return key(name).null(); }

private:
    JsonText &open(char bracket);
    JsonText &close(char bracket);
    void separate();

    std::string &m_out;
    bool m_needsComma = false;
};

} // namespace trib
