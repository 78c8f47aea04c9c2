#include "app/allocator.h"
#include "app/application.h"
#include "app/argument_parser.h"

#include <QApplication>
#include <QDir>

int main(int argc, char **argv)
{
    using namespace trib::app;
    returnFreedMemory();
    const QString program = QStringLiteral("tributary");
    const auto line = parseDesktopArguments(argumentsOf(argc, argv), QDir::currentPath());
    if (!line)
        return failStart(program, line.error());
    if (const auto status = answerAtOnce(*line, desktopHelp())) // needs no display
        return *status;
    if (!hasDisplay())
        return failStart(program, noDisplay());
    QApplication application(argc, argv);
    QApplication::setApplicationName(program);
    QApplication::setApplicationDisplayName(QStringLiteral("Tributary"));
    QApplication::setApplicationVersion(QStringLiteral(TRIB_VERSION));
    QApplication::setDesktopFileName(program);
    auto start = prepareStart(*line);
    if (!start)
        return failStart(program, start.error());
    if (!start->lock)
        return reportHandOver(program, *start);
    Application tributary(application, std::move(*start), line->sources);
    if (const auto started = tributary.start(); !started)
        return failStart(program, started.error());
    return application.exec();
}
