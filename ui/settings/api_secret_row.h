// ApiSecretRow: whether the API has a password and a key, with buttons that set and remove them. GUI thread. Takes effect at once, unlike what is
// around it: a password is not kept in a page until someone presses Apply.
#pragma once

#include <QWidget>

#include <string>

class QLabel;
class QPushButton;

namespace trib::ui {

class ApiSecrets;

class ApiSecretRow final : public QWidget {
    Q_OBJECT

public:
    explicit ApiSecretRow(QWidget *parent = nullptr);

    void setSecrets(ApiSecrets *secrets); // outlives the row; null: nothing can be set
    void setState(bool hasPassword, bool hasKey);

Q_SIGNALS:
    // Hashes to be stored; empty: there is none any more.
    void passwordMade(const std::string &hash);
    void keyMade(const std::string &hash);
    void failed(const QString &why);

private:
    void askPassword();
    void makeKey();
    void refresh();

    ApiSecrets *m_secrets = nullptr;
    QLabel *m_words;
    QPushButton *m_setPassword;
    QPushButton *m_makeKey;
    QPushButton *m_removeKey;
    bool m_hasPassword = false;
    bool m_hasKey = false;
    bool m_isBusy = false;
};

} // namespace trib::ui
