// CommandReader: the arguments of one command of `tributaryd`, taken one after the other into the parameters of a request. A value; any thread.
#pragma once

#include "app/argument_parser.h"
#include "app/command_line.h"
#include "app/control_error.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <utility>

namespace trib::app {

// What a command's function reads from and writes to. The first failure stays; `params` then does not matter.
class CommandReader {
public:
    CommandReader(ParsedArguments arguments, QString folder) : m_arguments(std::move(arguments)), m_folder(std::move(folder)) {}

    QJsonObject params;

    [[nodiscard]] bool has(const char *option) const { return m_arguments.has(option); }
    [[nodiscard]] QString value(const char *option) const { return m_arguments.value(option); }
    [[nodiscard]] QString absolute(const QString &path) const { return QDir::cleanPath(QDir(m_folder).absoluteFilePath(path)); }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    void wrong(const QString &why)
    {
        if (!m_error)
            m_error = Error{make_error_code(ControlErrc::WrongUsage), why.toStdString()};
    }

    // The next argument that is no option.
    [[nodiscard]] QString take(const QString &what)
    {
        if (m_arguments.positional.isEmpty()) {
            wrong(QStringLiteral("%1 is missing").arg(what));
            return {};
        }
        return m_arguments.positional.takeFirst();
    }
    // All that are left, at least one.
    [[nodiscard]] QStringList takeAll(const QString &what)
    {
        if (m_arguments.positional.isEmpty())
            wrong(QStringLiteral("%1 is missing").arg(what));
        return std::exchange(m_arguments.positional, {});
    }
    void noMore()
    {
        if (!m_arguments.positional.isEmpty())
            wrong(QStringLiteral("%1 is not expected").arg(m_arguments.positional.first()));
    }
    [[nodiscard]] bool anyLeft() const { return !m_arguments.positional.isEmpty(); }

    void takeId() { params[QStringLiteral("id")] = take(QStringLiteral("the id of a torrent")); }
    void takeIds() { params[QStringLiteral("ids")] = QJsonArray::fromStringList(takeAll(QStringLiteral("the id of a torrent"))); }

    void takeOnOff()
    {
        const QString word = take(QStringLiteral("on or off"));
        if (word != QStringLiteral("on") && word != QStringLiteral("off"))
            wrong(QStringLiteral("%1 is neither on nor off").arg(word));
        params[QStringLiteral("on")] = word == QStringLiteral("on");
    }
    [[nodiscard]] QString source(const QString &text)
    {
        auto found = absoluteSource(text, m_folder);
        if (!found && !m_error)
            m_error = found.error();
        return found.value_or(QString());
    }
    void flag(const char *option, const QString &key)
    {
        if (has(option))
            params[key] = true;
    }
    void text(const char *option, const QString &key)
    {
        if (has(option))
            params[key] = value(option);
    }
    void list(const char *option, const QString &key) // "a,b"
    {
        if (!has(option))
            return;
        QJsonArray words;
        for (const QString &word : value(option).split(u',', Qt::SkipEmptyParts))
            words.append(word.trimmed());
        params[key] = words;
    }
    void number(const char *option, const QString &key, const Result<std::int64_t> &number)
    {
        if (!has(option))
            return;
        if (!number)
            wrong(QStringLiteral("--%1: %2").arg(QString::fromLatin1(option), QString::fromStdString(number.error().detail)));
        else
            params[key] = qint64{*number};
    }

private:
    ParsedArguments m_arguments;
    QString m_folder;
    std::optional<Error> m_error;
};

} // namespace trib::app
