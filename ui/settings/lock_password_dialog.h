// LockPasswordDialog: sets, changes or removes the password that locks the window. GUI thread; the half second that a hash takes is spent
// elsewhere. open() it; it deletes itself. What is typed leaves it as a hash alone.
#pragma once

#include "ui/shell/password_hashing.h"

#include <QDialog>
#include <QFutureWatcher>
#include <QString>

#include <string>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace trib::ui {

class NoticeBar;

inline constexpr int kFewestLockCharacters = 4;

class LockPasswordDialog final : public QDialog {
    Q_OBJECT

public:
    enum class Purpose { Set, Change, Remove };

    // `hash`: of the password until now; empty for Set.
    LockPasswordDialog(Purpose purpose, PasswordHashing hashing, std::string hash, QWidget *parent);

Q_SIGNALS:
    void made(const std::string &hash); // empty: there is none any more

private:
    struct Answer {
        bool knowsCurrent = false;
        Result<std::string> hash = std::string();
    };

    void build();
    void addField(QFormLayout &form, const QString &label, QLineEdit &edit);
    void check();
    void make();
    void takeAnswer();
    [[nodiscard]] bool asksCurrent() const { return m_purpose != Purpose::Set; }
    [[nodiscard]] bool asksNew() const { return m_purpose != Purpose::Remove; }

    Purpose m_purpose;
    PasswordHashing m_hashing;
    std::string m_hash;
    QLineEdit *m_current;
    QLineEdit *m_first;
    QLineEdit *m_again;
    NoticeBar *m_notice;
    QPushButton *m_accept;
    QFutureWatcher<Answer> m_answer;
};

} // namespace trib::ui
