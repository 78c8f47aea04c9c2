#include "ui/statistics/feature.h"

#include "ui/statistics/statistics_dialog.h"
#include "ui/statistics/words.h"

#include <QAction>

namespace trib::ui {

void StatisticsFeature::install(Shell &shell)
{
    connect(&shell.engine(), &engine::TorrentEngine::statusChanged, this, [this](const SessionStatus &status) { m_status = status; });
    connect(shell.actionRegistry().add({QStringLiteral("statistics.open"), TrStatistics::tr("S&tatistics…"), QStringLiteral("statistics"),
                {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)}, TrStatistics::tr("Window"), {}, nullptr}),
        &QAction::triggered, this, [this, &shell] {
            if (!m_dialog)
                m_dialog = new StatisticsDialog(shell.engine(), shell.clock(), m_torrents, m_status, shell.dialogParent());
            m_dialog->show(); // beside the window: figures are watched while one works
            m_dialog->raise();
            m_dialog->activateWindow();
        });
}

} // namespace trib::ui
