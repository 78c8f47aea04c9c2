#include "ui/settings/api_secret_row.h"

#include "ui/dialogs/parts.h"
#include "ui/settings/api_secrets.h"
#include "ui/settings/secret_dialogs.h"
#include "ui/shell/when_answered.h"
#include "ui/text/tr.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

[[nodiscard]] QString wordsFor(bool hasPassword, bool hasKey)
{
    if (hasPassword && hasKey)
        return TrSettings::tr("A password and a key are set.");
    if (hasPassword)
        return TrSettings::tr("A password is set, and no key.");
    return hasKey ? TrSettings::tr("A key is set, and no password.") : TrSettings::tr("Neither a password nor a key is set: nobody can log in.");
}

[[nodiscard]] QString failureWords()
{
    return TrSettings::tr("The system has no random numbers just now. Try again in a moment.");
}

} // namespace

ApiSecretRow::ApiSecretRow(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel({}, this))
    , m_setPassword(new QPushButton(TrSettings::tr("Set a pass&word…"), this))
    , m_makeKey(new QPushButton(TrSettings::tr("Make a new &key"), this))
    , m_removeKey(new QPushButton(TrSettings::tr("Re&move the key"), this))
{
    auto *column = new QVBoxLayout(this);
    onGrid(*column);
    column->addWidget(m_words);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    for (QPushButton *button : {m_setPassword, m_makeKey, m_removeKey}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    column->addLayout(row);
    connect(m_setPassword, &QPushButton::clicked, this, &ApiSecretRow::askPassword);
    connect(m_makeKey, &QPushButton::clicked, this, &ApiSecretRow::makeKey);
    connect(m_removeKey, &QPushButton::clicked, this, [this] { Q_EMIT keyMade({}); });
    refresh();
}

void ApiSecretRow::setSecrets(ApiSecrets *secrets)
{
    m_secrets = secrets;
    refresh();
}

void ApiSecretRow::setState(bool hasPassword, bool hasKey)
{
    m_hasPassword = hasPassword;
    m_hasKey = hasKey;
    refresh();
}

void ApiSecretRow::refresh()
{
    m_words->setText(wordsFor(m_hasPassword, m_hasKey));
    const bool usable = m_secrets && !m_isBusy;
    m_setPassword->setEnabled(usable);
    m_makeKey->setEnabled(usable);
    m_removeKey->setEnabled(usable && m_hasKey);
    for (QPushButton *button : {m_setPassword, m_makeKey, m_removeKey})
        button->setAccessibleDescription(m_words->text());
}

void ApiSecretRow::askPassword()
{
    auto *dialog = new PasswordDialog(*m_secrets, window());
    connect(dialog, &PasswordDialog::made, this, &ApiSecretRow::passwordMade);
    dialog->open();
}

void ApiSecretRow::makeKey()
{
    m_isBusy = true;
    refresh();
    whenAnswered(m_secrets->makeKey(), *m_secrets, this, [this](const Result<ApiKey> &made) {
        m_isBusy = false;
        refresh();
        if (!made) {
            Q_EMIT failed(failureWords());
            return;
        }
        (new KeyDialog(QString::fromStdString(made->key), window()))->open();
        Q_EMIT keyMade(made->hash);
    });
}

} // namespace trib::ui
