// The page of keys (F1): every action with a key, by category, made from the registry. GUI thread; deletes itself when closed.
#pragma once

#include <QDialog>

namespace trib::ui {

class ActionRegistry;

class KeysDialog : public QDialog {
    Q_OBJECT

public:
    KeysDialog(const ActionRegistry &registry, QWidget *parent);
};

} // namespace trib::ui
