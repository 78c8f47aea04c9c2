// PasswordDialog asks for the API's password twice and makes its hash; KeyDialog shows a new key, once. GUI thread. open() them; they delete
// themselves. What is typed leaves the dialog as a hash alone.
#pragma once

#include <QDialog>

#include <string>

class QLineEdit;
class QPushButton;

namespace trib::ui {

class ApiSecrets;
class NoticeBar;

class PasswordDialog final : public QDialog {
    Q_OBJECT

public:
    PasswordDialog(ApiSecrets &secrets, QWidget *parent);

Q_SIGNALS:
    void made(const std::string &hash);

private:
    void check();
    void make();

    ApiSecrets &m_secrets;
    QLineEdit *m_first;
    QLineEdit *m_again;
    NoticeBar *m_notice;
    QPushButton *m_accept;
};

class KeyDialog final : public QDialog {
    Q_OBJECT

public:
    KeyDialog(const QString &key, QWidget *parent);
};

} // namespace trib::ui
