// RequestParams: takes typed members out of a request's "params" one after the other and remembers the first that does not fit, so
// that a decoder reads like a list of what it wants and asks once at the end. A value for one decode.
#pragma once

#include "app/control_protocol.h"

#include <QJsonArray>
#include <QSet>

#include <optional>
#include <utility>

namespace trib::app {

class RequestParams {
public:
    RequestParams(const QJsonObject &object, const ResolveId &resolve) : m_object(object), m_resolve(resolve) {}

    // Missing is wrong for these.
    [[nodiscard]] QString text(const QString &key);
    [[nodiscard]] bool boolean(const QString &key);
    [[nodiscard]] std::int64_t integer(const QString &key, std::int64_t lowest, std::int64_t highest);
    [[nodiscard]] std::vector<std::string> texts(const QString &key, qsizetype most);
    [[nodiscard]] TorrentId id();
    [[nodiscard]] TorrentIds ids();
    [[nodiscard]] QJsonArray array(const QString &key, qsizetype most);
    [[nodiscard]] QJsonObject object(const QString &key);
    [[nodiscard]] QJsonValue value(const QString &key);

    // Missing is false, empty or nullopt for these.
    [[nodiscard]] bool flag(const QString &key) { return has(key) && boolean(key); }
    [[nodiscard]] QString optionalText(const QString &key) { return has(key) ? text(key) : QString(); }
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(const QString &key, std::int64_t lowest, std::int64_t highest);

    // One of `names`, or the first of them when missing: its value.
    template <class T, std::size_t N>
    [[nodiscard]] T oneOf(const QString &key, const std::pair<const char *, T> (&names)[N])
    {
        if (!has(key))
            return names[0].second;
        return named(key, text(key), names);
    }
    template <class T, std::size_t N>
    [[nodiscard]] T named(const QString &key, const QString &word, const std::pair<const char *, T> (&names)[N])
    {
        for (const auto &[name, value] : names) {
            if (word == QLatin1String(name))
                return value;
        }
        refuse(key, QStringLiteral("has no meaning \"%1\"").arg(word.left(40)));
        return names[0].second;
    }

    // Marks the key as known; true when it is there.
    [[nodiscard]] bool has(const QString &key);
    void refuse(const QString &key, const QString &why);
    void fail(Error error);

    // The first failure, or InvalidRequest when a member was not asked for.
    [[nodiscard]] Result<> finish();

private:
    const QJsonObject &m_object;
    const ResolveId &m_resolve;
    QSet<QString> m_known;
    std::optional<Error> m_error;
};

} // namespace trib::app
