#include "app/request_params.h"

#include <QJsonArray>

namespace trib::app {
namespace {

constexpr qsizetype kMaxIds = 1'000'000;

} // namespace

bool RequestParams::has(const QString &key)
{
    m_known.insert(key);
    return m_object.contains(key);
}

void RequestParams::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void RequestParams::refuse(const QString &key, const QString &why)
{
    fail(Error{make_error_code(ControlErrc::InvalidRequest), QStringLiteral("\"%1\" %2").arg(key, why).toStdString()});
}

QJsonValue RequestParams::value(const QString &key)
{
    if (!has(key))
        refuse(key, QStringLiteral("is missing"));
    return m_object.value(key);
}

QString RequestParams::text(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isString())
        refuse(key, QStringLiteral("must be a text"));
    return found.toString();
}

bool RequestParams::boolean(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isBool())
        refuse(key, QStringLiteral("must be true or false"));
    return found.toBool();
}

std::int64_t RequestParams::integer(const QString &key, std::int64_t lowest, std::int64_t highest)
{
    const QJsonValue found = value(key);
    const qint64 number = found.toInteger(lowest - 1); // lowest is never the smallest number there is
    if (!found.isDouble() || number < lowest || number > highest) {
        refuse(key, QStringLiteral("must be a whole number from %1 to %2").arg(lowest).arg(highest));
        return lowest;
    }
    return number;
}

std::optional<std::int64_t> RequestParams::optionalInteger(const QString &key, std::int64_t lowest, std::int64_t highest)
{
    return has(key) ? std::optional(integer(key, lowest, highest)) : std::nullopt;
}

QJsonArray RequestParams::array(const QString &key, qsizetype most)
{
    const QJsonValue found = value(key);
    const QJsonArray items = found.toArray();
    if (!found.isArray())
        refuse(key, QStringLiteral("must be an array"));
    else if (items.isEmpty() || items.size() > most)
        refuse(key, QStringLiteral("must hold 1 to %1 items").arg(most));
    return items;
}

QJsonObject RequestParams::object(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isObject())
        refuse(key, QStringLiteral("must be an object"));
    return found.toObject();
}

std::vector<std::string> RequestParams::texts(const QString &key, qsizetype most)
{
    std::vector<std::string> list;
    for (const QJsonValue &value : array(key, most)) {
        if (!value.isString()) {
            refuse(key, QStringLiteral("must hold texts only"));
            break;
        }
        list.push_back(value.toString().toStdString());
    }
    return list;
}

TorrentId RequestParams::id()
{
    auto id = m_resolve(text(QStringLiteral("id")).toStdString());
    if (!id)
        fail(id.error());
    return id.value_or(TorrentId());
}

TorrentIds RequestParams::ids()
{
    TorrentIds ids;
    for (const std::string &text : texts(QStringLiteral("ids"), kMaxIds)) {
        auto id = m_resolve(text);
        if (!id) {
            fail(id.error());
            break;
        }
        ids.push_back(*id);
    }
    return ids;
}

Result<> RequestParams::finish()
{
    for (auto member = m_object.begin(); member != m_object.end(); ++member) {
        if (!m_known.contains(member.key()))
            refuse(member.key().left(40), QStringLiteral("is not known"));
    }
    return m_error ? Result<>(failure(*m_error)) : success();
}

} // namespace trib::app
