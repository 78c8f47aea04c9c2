#include "ui/transfers/transfers_feature.h"

#include "ui/text/tr.h"
#include "ui/transfers/transfers_page.h"

namespace trib::ui {

void TransfersFeature::install(Shell &shell)
{
    m_page = new TransfersPage(shell, shell.dialogParent());
    shell.addPage({QStringLiteral("transfers"), TrTransfers::tr("Transfers"), QStringLiteral("transfers"), PagePlace::Rail, m_page});
}

} // namespace trib::ui
