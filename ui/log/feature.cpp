#include "ui/log/feature.h"

#include "ui/log/log_page.h"
#include "ui/log/words.h"

#include <QAction>

namespace trib::ui {

void LogFeature::install(Shell &shell)
{
    auto *page = new LogPage(m_history, m_folder);
    shell.addPage({QStringLiteral("log"), TrLog::tr("Log"), QStringLiteral("log"), PagePlace::RailFoot, page});
    connect(page, &LogPage::folderNotOpened, this,
        [&shell](const QString &folder) { shell.announce(TrLog::tr("No program opens the folder %1.").arg(folder)); });
    ActionRegistry &actions = shell.actionRegistry();
    connect(actions.add({QStringLiteral("log.open"), TrLog::tr("&Log"), QStringLiteral("log"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)},
                TrLog::tr("Window"), {}, nullptr}),
        &QAction::triggered, this, [&shell] { shell.showPage(QStringLiteral("log")); });
    connect(actions.add({QStringLiteral("log.filter"), TrLog::tr("Filter the log"), QStringLiteral("search"), {}, TrLog::tr("Window"), {}, nullptr}),
        &QAction::triggered, this, [&shell, page] {
            shell.showPage(QStringLiteral("log"));
            page->focusFilter();
        });
}

} // namespace trib::ui
