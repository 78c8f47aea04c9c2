#include "app/argument_parser.h"

#include "app/control_error.h"

#include <QFile>

#include <algorithm>

namespace trib::app {
namespace {

// Reads the option at `index`, which moves past its value.
[[nodiscard]] Result<> readOption(
    const QStringList &arguments, qsizetype &index, const std::vector<OptionSpec> &specs, ParsedArguments &parsed)
{
    const QString argument = arguments[index];
    const qsizetype equals = argument.indexOf(u'=');
    const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
    const auto spec = std::find_if(specs.begin(), specs.end(), [&](const OptionSpec &s) { return name == QLatin1String(s.name); });
    if (!argument.startsWith(QStringLiteral("--")) || spec == specs.end())
        return wrong(QStringLiteral("unknown option %1").arg(argument));
    if (parsed.options.contains(name) && !spec->repeats)
        return wrong(QStringLiteral("--%1 is given twice").arg(name));
    if (!spec->takesValue && equals >= 0)
        return wrong(QStringLiteral("--%1 takes no value").arg(name));
    if (spec->takesValue && equals < 0 && index + 1 >= arguments.size())
        return wrong(QStringLiteral("--%1 needs a value").arg(name));
    QString value;
    if (spec->takesValue)
        value = equals >= 0 ? argument.mid(equals + 1) : arguments[++index];
    parsed.options.insert(name, value);
    if (spec->repeats)
        parsed.repeated[name] += value;
    return success();
}

} // namespace

Failure wrong(const QString &why)
{
    return failure(ControlErrc::WrongUsage, why.toStdString());
}

Result<ParsedArguments> parseArguments(const QStringList &arguments, const std::vector<OptionSpec> &specs, After after)
{
    ParsedArguments parsed;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        const bool isOption = argument.startsWith(u'-') && argument.size() > 1;
        if (argument == QStringLiteral("--")) {
            parsed.positional += arguments.mid(i + 1);
            break;
        }
        if (!isOption && after == After::StopAtFirstPositional) {
            parsed.positional += arguments.mid(i);
            break;
        }
        if (!isOption) {
            parsed.positional += argument;
            continue;
        }
        if (auto read = readOption(arguments, i, specs, parsed); !read)
            return failure(read.error());
    }
    return parsed;
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QFile::decodeName(argv[i]);
    return arguments;
}

} // namespace trib::app
