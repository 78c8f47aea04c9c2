#include "ui/shell/keys_dialog.h"

#include "ui/shell/action_registry.h"
#include "ui/text/tr.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/table_header.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys += key.toString(QKeySequence::NativeText);
    return keys.join(TrShell::tr(" or ", "between two keys for one action"));
}

} // namespace

KeysDialog::KeysDialog(const ActionRegistry &registry, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(TrShell::tr("Keys"));
    auto *tree = new QTreeWidget(this);
    tree->setColumnCount(2);
    tree->setHeaderLabels({TrShell::tr("Action"), TrShell::tr("Key")});
    tree->setRootIsDecorated(false);
    tree->setItemsExpandable(false);
    tree->setSelectionMode(QAbstractItemView::NoSelection);
    tree->setHeader(new TableHeader(tree));
    auto *rows = new TreeRowDelegate(tree);
    rows->height = rowHeight(true, fontMetrics());
    tree->setItemDelegate(rows);
    tree->setItemDelegateForColumn(1, new RowDelegate(tree));
    tree->setAccessibleName(windowTitle());
    QHash<QString, QTreeWidgetItem *> categories;
    for (const auto &entry : registry.entries()) {
        if (entry.action->shortcuts().isEmpty())
            continue;
        QTreeWidgetItem *&heading = categories[entry.category];
        if (!heading) {
            heading = new QTreeWidgetItem(tree, {entry.category});
            QFont bold = font();
            bold.setBold(true);
            heading->setFont(0, bold);
        }
        new QTreeWidgetItem(heading, {withoutMnemonic(entry.action->text()), keysOf(*entry.action)});
    }
    tree->expandAll();
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(TrShell::tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tree);
    layout->addWidget(buttons);
    resize(480, 560);
}

} // namespace trib::ui
