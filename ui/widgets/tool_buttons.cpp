#include "ui/widgets/tool_buttons.h"

#include "ui/text/tr.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QLineEdit>
#include <QToolBar>
#include <QToolButton>

namespace trib::ui {

void makeTabStops(QToolBar &bar)
{
    for (QAction *action : bar.actions()) {
        if (auto *button = qobject_cast<QToolButton *>(bar.widgetForAction(action)))
            button->setFocusPolicy(Qt::TabFocus);
    }
}

void makeFilter(QLineEdit &edit, const QString &hint)
{
    edit.setPlaceholderText(hint);
    edit.setAccessibleName(hint);
    edit.setToolTip(plainToolTip(hint)); // all of it, where the field is narrow
    edit.addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition)->setText(hint);
    edit.setClearButtonEnabled(true);
    for (QAction *action : edit.findChildren<QAction *>()) { // Qt gives the one that clears no name
        if (action->text().isEmpty())
            action->setText(TrWidgets::tr("Clear the filter"));
    }
}

} // namespace trib::ui
