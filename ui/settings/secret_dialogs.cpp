#include "ui/settings/secret_dialogs.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/settings/api_secrets.h"
#include "ui/settings/validation.h"
#include "ui/shell/when_answered.h"
#include "ui/text/tr.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

void addSecret(QFormLayout &form, const QString &label, QLineEdit &edit)
{
    auto *text = new QLabel(label, form.parentWidget());
    text->setBuddy(&edit);
    edit.setAccessibleName(QString(label).remove(u'&'));
    form.addRow(text, &edit);
}

} // namespace

PasswordDialog::PasswordDialog(ApiSecrets &secrets, QWidget *parent)
    : QDialog(parent)
    , m_secrets(secrets)
    , m_first(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_notice(new NoticeBar(this))
    , m_accept(new QPushButton(TrSettings::tr("&Set"), this))
{
    const QString title = TrSettings::tr("Password for other programs");
    prepareDialog(*this, title);
    QDialogButtonBox *buttons = buttonBox(m_accept, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(title, this));
    column->addWidget(quietLabel(TrSettings::tr("Whoever knows it can add and remove torrents and files. Only a hash of it is stored."), this));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(kWideGap);
    form->setVerticalSpacing(kGap);
    column->addLayout(form);
    addSecret(*form, TrSettings::tr("&Password"), *m_first);
    addSecret(*form, TrSettings::tr("The same a&gain"), *m_again);
    column->addWidget(m_notice);
    column->addWidget(buttons);
    column->addStrut(textWidth(*this, 56));
    for (QLineEdit *edit : {m_first, m_again}) {
        edit->setEchoMode(QLineEdit::Password);
        connect(edit, &QLineEdit::textChanged, this, &PasswordDialog::check);
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &PasswordDialog::make);
    check();
}

void PasswordDialog::check()
{
    const QString problem = m_first->text().isEmpty() ? QString() : passwordProblem(m_first->text());
    const bool isSame = m_first->text() == m_again->text();
    if (!problem.isEmpty())
        m_notice->show(NoticeBar::Tone::Information, problem);
    else if (!m_again->text().isEmpty() && !isSame)
        m_notice->show(NoticeBar::Tone::Information, TrSettings::tr("The two are not the same."));
    else
        m_notice->clear();
    m_accept->setEnabled(!m_first->text().isEmpty() && problem.isEmpty() && isSame);
}

void PasswordDialog::make()
{
    for (QWidget *widget : {static_cast<QWidget *>(m_first), static_cast<QWidget *>(m_again), static_cast<QWidget *>(m_accept)})
        widget->setEnabled(false);
    whenAnswered(m_secrets.hash(m_first->text()), m_secrets, this, [this](const Result<std::string> &hash) {
        m_first->setEnabled(true);
        m_again->setEnabled(true);
        if (hash) {
            Q_EMIT made(*hash);
            accept();
            return;
        }
        m_accept->setEnabled(true);
        m_notice->show(NoticeBar::Tone::Warning, TrSettings::tr("The password was not taken. Try another one."));
    });
}

KeyDialog::KeyDialog(const QString &key, QWidget *parent)
    : QDialog(parent)
{
    const QString title = TrSettings::tr("The new key");
    prepareDialog(*this, title);
    auto *copy = new QPushButton(TrSettings::tr("&Copy"), this);
    auto *shown = new QLineEdit(key, this);
    shown->setReadOnly(true);
    shown->setAccessibleName(title);
    shown->selectAll();
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(copy, QDialogButtonBox::ActionRole);
    buttons->addButton(TrSettings::tr("Close"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(title, this));
    column->addWidget(quietLabel(TrSettings::tr("Give it to the other program now: it is stored as a hash and never shown again. A key made before no longer opens anything."), this));
    column->addWidget(shown);
    column->addWidget(buttons);
    column->addStrut(textWidth(*this, 56));
    connect(copy, &QPushButton::clicked, this, [key] { QGuiApplication::clipboard()->setText(key); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace trib::ui
