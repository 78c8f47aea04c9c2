#include "ui/shell/submit.h"

#include "ui/shell/feature.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"

#include <QWidget>

namespace trib::ui {

void submit(Shell &shell, Command command)
{
    whenAnswered(shell.engine().submit(std::move(command)), shell.engine(), shell.dialogParent(), [&shell](const Result<> &result) {
        if (!result)
            shell.announce(errorWords(result.error()).sentence());
    });
}

} // namespace trib::ui
