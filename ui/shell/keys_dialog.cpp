#include "ui/shell/keys_dialog.h"

#include "ui/shell/action_registry.h"
#include "ui/text/tr.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

QString plainText(const QAction &action)
{
    QString text = action.text().remove(QLatin1Char('&'));
    return text.endsWith(QChar(0x2026)) ? text.chopped(1) : text;
}

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
        new QTreeWidgetItem(heading, {plainText(*entry.action), keysOf(*entry.action)});
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
