#include "app/control_output.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace trib::app {
namespace {

[[nodiscard]] QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n';
}

[[nodiscard]] QString bytes(qint64 count)
{
    static constexpr const char *kUnits[] = {"B", "KiB", "MiB", "GiB", "TiB"};
    std::size_t unit = 0;
    qint64 tenths = count * 10;
    while (tenths >= 10240 && unit + 1 < std::size(kUnits)) {
        tenths /= 1024;
        ++unit;
    }
    const QString number = unit == 0 ? QString::number(count) : QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10);
    return QStringLiteral("%1 %2").arg(number, QLatin1String(kUnits[unit]));
}

[[nodiscard]] QString percent(qint64 permille)
{
    return QStringLiteral("%1.%2%").arg(permille / 10).arg(permille % 10);
}

[[nodiscard]] QString listText(const QJsonArray &torrents)
{
    QString text;
    for (const QJsonValue &value : torrents) {
        const QJsonObject row = value.toObject();
        const auto number = [&](const char *key) { return row.value(QLatin1String(key)).toInteger(); };
        const QString problem = row.value(QStringLiteral("problem")).toObject().value(QStringLiteral("kind")).toString();
        const QString state = row.value(QStringLiteral("state")).toString() + (problem.isEmpty() ? QString() : u':' + problem);
        text += QStringLiteral("%1  %2  %3  %4  %5/s  %6/s  %7\n")
                    .arg(row.value(QStringLiteral("id")).toString().left(10), state.leftJustified(18), percent(number("progress")).rightJustified(6),
                        bytes(number("size")).rightJustified(10), bytes(number("downloadRate")).rightJustified(10),
                        bytes(number("uploadRate")).rightJustified(10), row.value(QStringLiteral("name")).toString());
    }
    return text;
}

[[nodiscard]] QString scalar(const QJsonValue &value)
{
    if (value.isNull())
        return QStringLiteral("-");
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    return value.isString() ? value.toString() : QString::number(value.toInteger());
}

// "key: value" lines, what is inside something indented below it; the items of an array begin with a dash.
void flatten(const QString &key, const QJsonValue &value, int depth, QString &text)
{
    const QString indent(2 * depth, u' ');
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (!key.isEmpty())
            text += indent + key + QStringLiteral(":\n");
        for (auto member = object.begin(); member != object.end(); ++member)
            flatten(member.key(), *member, key.isEmpty() ? depth : depth + 1, text);
    } else if (value.isArray()) {
        text += indent + key + QStringLiteral(":\n");
        for (const QJsonValue &item : value.toArray()) {
            if (item.isObject())
                flatten(QStringLiteral("-"), item, depth + 1, text);
            else
                text += indent + QStringLiteral("  - ") + scalar(item) + u'\n';
        }
    } else {
        text += indent + key + QStringLiteral(": ") + scalar(value) + u'\n';
    }
}

[[nodiscard]] QString errorLineText(const QJsonObject &error)
{
    const QString code = error.value(QStringLiteral("code")).toString();
    const QString detail = error.value(QStringLiteral("detail")).toString();
    return (detail.isEmpty() ? code : code + QStringLiteral(": ") + detail) + u'\n';
}

} // namespace

QString textOf(const Invocation &invocation, const QJsonObject &result)
{
    if (invocation.json)
        return compact(result);
    if (invocation.command == QStringLiteral("list"))
        return listText(result.value(QStringLiteral("torrents")).toArray());
    QString text;
    if (invocation.command == QStringLiteral("add")) {
        for (const QJsonValue &id : result.value(QStringLiteral("ids")).toArray())
            text += id.isString() ? id.toString() + u'\n' : QString();
    } else if (invocation.command == QStringLiteral("settings")) {
        const QJsonObject settings = result.value(QStringLiteral("settings")).toObject();
        for (auto setting = settings.begin(); setting != settings.end(); ++setting)
            text += setting.key() + QStringLiteral(" = ") + setting->toString() + u'\n';
    } else {
        flatten({}, result, 0, text);
    }
    return text;
}

QString errorText(bool json, const QJsonObject &error)
{
    if (json)
        return compact({{QStringLiteral("error"), error}});
    const QJsonArray failed = error.value(QStringLiteral("failed")).toArray();
    if (failed.isEmpty())
        return errorLineText(error);
    QString text;
    for (const QJsonValue &one : failed)
        text += errorLineText(one.toObject());
    return text;
}

QString errorText(bool json, const Error &error)
{
    return errorText(json, QJsonObject{{QStringLiteral("code"), QString::fromStdString(codeName(error))},
                               {QStringLiteral("detail"), QString::fromStdString(error.detail)}});
}

} // namespace trib::app
