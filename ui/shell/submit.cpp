#include "ui/shell/submit.h"

#include "ui/shell/feature.h"
#include "ui/text/error_text.h"

#include <QFuture>
#include <QWidget>

namespace trib::ui {

void submit(Shell &shell, Command command)
{
    shell.engine().submit(std::move(command)).then(shell.dialogParent(), [&shell](const Result<> &result) {
        if (!result)
            shell.announce(errorWords(result.error()).sentence());
    });
}

} // namespace trib::ui
