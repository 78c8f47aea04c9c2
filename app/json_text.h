// JsonText: writes compact JSON into a string, one pass, no tree: the list of 10,000 torrents is made with it. A value's user owns
// the string. Text that is no valid UTF-8 is repaired, so that the output is JSON whatever a file name holds.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace trib::app {

class JsonText {
public:
    explicit JsonText(std::string &out) : m_out(out) {}

    JsonText &beginObject() { return open('{'); }
    JsonText &endObject() { return close('}'); }
    JsonText &beginArray() { return open('['); }
    JsonText &endArray() { return close(']'); }

    // `name` is one of ours: ASCII, nothing to escape.
    JsonText &key(std::string_view name);

    JsonText &value(std::string_view text);
    JsonText &value(std::int64_t number);
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

} // namespace trib::app
