// Arguments of a command line split into options and the rest: "--name value", "--name=value", flags, and "--" for "no options from
// here". Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace trib::app {

struct OptionSpec {
    const char *name; // without the dashes
    bool takesValue;
    bool repeats = false; // may be given several times; a value each
};

struct ParsedArguments {
    QHash<QString, QString> options; // of one that repeats: the last value
    QHash<QString, QStringList> repeated;
    QStringList positional;

    [[nodiscard]] bool has(const char *name) const { return options.contains(QString::fromLatin1(name)); }
    [[nodiscard]] QString value(const char *name) const { return options.value(QString::fromLatin1(name)); }
    [[nodiscard]] QStringList values(const char *name) const { return repeated.value(QString::fromLatin1(name)); }
};

enum class After { ReadAll, StopAtFirstPositional };

// WrongUsage for an unknown option, one that is given twice, or a value that is missing or not wanted. When it stops at the first
// positional argument, that one and everything behind it are returned as positional, options and all.
[[nodiscard]] Result<ParsedArguments> parseArguments(const QStringList &arguments, const std::vector<OptionSpec> &specs, After after);

// `arguments` of main() without the program's name.
[[nodiscard]] QStringList argumentsOf(int argc, char **argv);

// WrongUsage, with a sentence for the log and the terminal.
[[nodiscard]] Failure wrong(const QString &why);

} // namespace trib::app
