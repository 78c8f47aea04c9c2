#include "app/allocator.h"
#include "app/argument_parser.h"
#include "app/daemon.h"
#include "app/run_command.h"

#include <QCoreApplication>
#include <QDir>

int main(int argc, char **argv)
{
    using namespace trib::app;
    returnFreedMemory();
    const QString program = QStringLiteral("tributaryd");
    const auto line = parseDaemonArguments(argumentsOf(argc, argv), QDir::currentPath());
    if (!line)
        return failStart(program, line.error());
    const QCoreApplication application(argc, argv);
    if (const auto status = answerAtOnce(*line, daemonHelp()))
        return *status;
    auto start = prepareStart(*line);
    if (!start)
        return failStart(program, start.error());
    if (!start->lock)
        return reportHandOver(program, *start);
    Daemon daemon(std::move(*start), line->sources);
    if (const auto started = daemon.start(); !started)
        return failStart(program, started.error());
    return application.exec();
}
