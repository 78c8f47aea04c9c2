#include "ui/shell/action_registry.h"

#include "core/base/assert.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QRegularExpression>
#include <QWidget>

namespace trib::ui {

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
}

QAction *ActionRegistry::add(const ActionSpec &spec)
{
    TRIB_ASSERT(find(spec.id) == nullptr);
    auto *action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    if (!spec.icon.isEmpty())
        action->setIcon(icon(spec.icon));
    action->setShortcuts(spec.shortcuts);
    if (!spec.help.isEmpty())
        action->setStatusTip(spec.help);
    action->setToolTip(actionToolTip(*action));
    if (spec.scope) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        spec.scope->addAction(action);
    }
    m_entries.append({spec.id, spec.category, action});
    Q_EMIT added(action, spec.id, spec.scope);
    return action;
}

QAction *ActionRegistry::find(const QString &id) const
{
    for (const Entry &entry : m_entries) {
        if (entry.id == id)
            return entry.action;
    }
    return nullptr;
}

QString withoutMnemonic(const QString &text)
{
    static const QRegularExpression kBracketed(QStringLiteral("\\(&.\\)")); // as in 追加(&A)…
    QString plain = text;
    plain.remove(kBracketed).remove(QLatin1Char('&'));
    return plain.endsWith(QChar(0x2026)) ? plain.chopped(1) : plain;
}

QString actionToolTip(const QAction &action)
{
    const QString text = withoutMnemonic(action.statusTip().isEmpty() ? action.text() : action.statusTip());
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    return key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key);
}

} // namespace trib::ui
