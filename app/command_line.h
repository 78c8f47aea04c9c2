// The command lines of tributary and tributaryd as values. Pure but for the current folder, which is handed in. Any thread.
#pragma once

#include "app/control_protocol.h"
#include "app/create_command.h"
#include "app/import_command.h"
#include "app/restore_command.h"

#include <QStringList>

#include <filesystem>

namespace trib::app {

// A command of `tributaryd COMMAND`: what is asked of the running program and what is done with its answer.
struct Invocation {
    QString command;
    ControlRequest request;
    bool json = false;
    QString exportTo; // absolute; the file that the answer is written to
};

struct CommandLine {
    enum class Action { Run, Command, Create, Import, Restore, SetApiPassword, NewApiKey, PrintConfig, Version, Help };

    Action action = Action::Run;
    std::filesystem::path profile; // empty: the user's
    std::filesystem::path config;  // empty: none
    QStringList sources;           // for Run; files are absolute
    Invocation invocation;         // for Command
    CreateCommand create;          // for Create
    ImportCommand import;          // for Import
    RestoreCommand restore;        // for Restore
};

// WrongUsage with a sentence that names the argument.
[[nodiscard]] Result<CommandLine> parseDesktopArguments(const QStringList &arguments, const QString &folder);
[[nodiscard]] Result<CommandLine> parseDaemonArguments(const QStringList &arguments, const QString &folder);

// `command` is one of the contract's; `arguments` is what stands behind it.
[[nodiscard]] Result<Invocation> parseCommand(const QString &command, const QStringList &arguments, const QString &folder);
[[nodiscard]] bool isCommand(const QString &word);

// A source as it is sent to another process: a file: URL or the name of a file becomes an absolute path. SourceNotRecognised else.
[[nodiscard]] Result<QString> absoluteSource(const QString &text, const QString &folder);

// "500K", "2M", "1G" or plain bytes per second.
[[nodiscard]] Result<std::int64_t> parseRate(const QString &text);
// "1.5" becomes 1500: at most three digits after the point.
[[nodiscard]] Result<std::int64_t> parseRatio(const QString &text);

[[nodiscard]] QString desktopHelp();
[[nodiscard]] QString daemonHelp();

} // namespace trib::app
