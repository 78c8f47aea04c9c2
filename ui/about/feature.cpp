#include "ui/about/feature.h"

#include "ui/about/about_dialog.h"
#include "ui/about/words.h"

#include <QAction>

namespace trib::ui {

void AboutFeature::install(Shell &shell)
{
    connect(shell.actionRegistry().add({QStringLiteral("about.open"), TrAbout::tr("A&bout Tributary"), QStringLiteral("info"), {}, TrAbout::tr("Window"), {}, nullptr}),
        &QAction::triggered, this, [this, &shell] { (new AboutDialog(m_facts, shell.dialogParent()))->open(); });
}

} // namespace trib::ui
