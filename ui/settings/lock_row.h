// LockRow: whether the window has a password, with buttons that set, change and remove it. GUI thread. Takes effect at once, unlike what is
// around it: a password is not kept in a page until someone presses Apply.
#pragma once

#include "ui/shell/password_hashing.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace trib::ui {

class UiSettingsStore;

class LockRow final : public QWidget {
    Q_OBJECT

public:
    explicit LockRow(QWidget *parent = nullptr);

    // `settings` outlives the row; until then, or without hashing, there is nothing to press.
    void join(UiSettingsStore &settings, PasswordHashing hashing);

private:
    void ask(bool remove);
    void refresh();

    UiSettingsStore *m_settings = nullptr;
    PasswordHashing m_hashing;
    QLabel *m_words;
    QPushButton *m_set;
    QPushButton *m_remove;
};

} // namespace trib::ui
