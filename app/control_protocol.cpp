#include "app/control_protocol.h"

#include "core/base/json_text.h"

#include <QJsonDocument>

namespace trib::app {
namespace {

[[nodiscard]] std::optional<QJsonObject> parseObject(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line); // nested deeper than 1024 is an error there
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

void writeId(JsonText &json, const QJsonValue &id)
{
    json.key("id");
    if (id.isString())
        json.value(std::string_view(id.toString().toStdString()));
    else if (id.isDouble())
        json.value(std::int64_t{id.toInteger()});
    else
        json.null();
}

[[nodiscard]] QByteArray line(const std::string &text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

Result<ControlRequest> parseRequest(const QByteArray &text)
{
    const auto object = parseObject(text);
    if (!object)
        return failure(ControlErrc::NotJson, "a request is one JSON object a line");
    ControlRequest request{object->value(QStringLiteral("id")), object->value(QStringLiteral("method")).toString(), {}};
    const QJsonValue params = object->value(QStringLiteral("params"));
    const bool wholeId = request.id.isDouble() && QJsonValue(request.id.toInteger()) == request.id;
    if (object->contains(QStringLiteral("id")) && !wholeId && !(request.id.isString() && request.id.toString().size() <= 100))
        return failure(ControlErrc::InvalidRequest, "\"id\" must be a whole number or a short text");
    if (request.method.isEmpty())
        return failure(ControlErrc::InvalidRequest, "\"method\" must be a text");
    if (!params.isUndefined() && !params.isObject())
        return failure(ControlErrc::InvalidRequest, "\"params\" must be an object");
    for (const QString &key : object->keys()) {
        if (key != QStringLiteral("id") && key != QStringLiteral("method") && key != QStringLiteral("params"))
            return failure(ControlErrc::InvalidRequest, "a request has \"id\", \"method\" and \"params\" only");
    }
    request.params = params.toObject();
    return request;
}

QByteArray requestLine(const ControlRequest &request)
{
    const QJsonObject object{
        {QStringLiteral("id"), request.id}, {QStringLiteral("method"), request.method}, {QStringLiteral("params"), request.params}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray resultLine(const QJsonValue &id, std::string_view result)
{
    std::string out;
    out.reserve(result.size() + 64);
    JsonText json(out);
    json.beginObject();
    writeId(json, id);
    json.key("result").raw(result).endObject();
    return line(out += '\n');
}

QByteArray errorLine(const QJsonValue &id, const Error &error, std::string_view extra)
{
    std::string out;
    JsonText json(out);
    json.beginObject();
    writeId(json, id);
    json.key("error").beginObject().field("code", codeName(error)).field("detail", error.detail);
    out.append(extra);
    json.endObject().endObject();
    return line(out += '\n');
}

Result<ControlAnswer> parseAnswer(const QByteArray &text)
{
    const auto object = parseObject(text);
    if (!object)
        return failure(ControlErrc::ConnectionLost, "the answer is no JSON object");
    const QJsonValue result = object->value(QStringLiteral("result"));
    const QJsonValue error = object->value(QStringLiteral("error"));
    if (!result.isObject() && !error.isObject())
        return failure(ControlErrc::ConnectionLost, "the answer has neither a result nor an error");
    return ControlAnswer{object->value(QStringLiteral("id")), result.toObject(), error.toObject()};
}

} // namespace trib::app
