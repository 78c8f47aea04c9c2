#include "ui/settings/lock_password_dialog.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace trib::ui {
namespace {

constexpr int kLongestPassword = 256;

using Purpose = LockPasswordDialog::Purpose;

[[nodiscard]] QString titleOf(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Set: return TrSettings::tr("Password for the window");
    case Purpose::Change: return TrSettings::tr("Another password for the window");
    case Purpose::Remove: return TrSettings::tr("Remove the window's password?");
    }
    return {};
}

[[nodiscard]] QString verbOf(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Set: return TrSettings::tr("&Set");
    case Purpose::Change: return TrSettings::tr("C&hange");
    case Purpose::Remove: return TrSettings::tr("&Remove");
    }
    return {};
}

} // namespace

LockPasswordDialog::LockPasswordDialog(Purpose purpose, PasswordHashing hashing, std::string hash, QWidget *parent)
    : QDialog(parent)
    , m_purpose(purpose)
    , m_hashing(std::move(hashing))
    , m_hash(std::move(hash))
    , m_current(new QLineEdit(this))
    , m_first(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_notice(new NoticeBar(this))
    , m_accept(new QPushButton(verbOf(purpose), this))
{
    prepareDialog(*this, titleOf(purpose));
    build();
    connect(&m_answer, &QFutureWatcher<Answer>::finished, this, &LockPasswordDialog::takeAnswer);
    check();
}

void LockPasswordDialog::build()
{
    QDialogButtonBox *buttons = buttonBox(m_accept, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(titleOf(m_purpose), this));
    if (asksNew())
        column->addWidget(quietLabel(TrSettings::tr("It keeps others from reading along, and is no protection against programs or against whoever can read your files. Only a hash of it is stored: if you forget it, nobody can tell it to you."), this));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(kWideGap);
    form->setVerticalSpacing(kGap);
    column->addLayout(form);
    addField(*form, TrSettings::tr("The password until &now"), *m_current);
    addField(*form, TrSettings::tr("&Password"), *m_first);
    addField(*form, TrSettings::tr("The same a&gain"), *m_again);
    form->setRowVisible(0, asksCurrent());
    form->setRowVisible(1, asksNew());
    form->setRowVisible(2, asksNew());
    column->addWidget(m_notice);
    column->addWidget(buttons);
    column->addStrut(textWidth(*this, 56));
    connect(buttons, &QDialogButtonBox::accepted, this, &LockPasswordDialog::make);
    (asksCurrent() ? m_current : m_first)->setFocus();
}

void LockPasswordDialog::addField(QFormLayout &form, const QString &label, QLineEdit &edit)
{
    auto *text = new QLabel(label, this);
    text->setBuddy(&edit);
    edit.setAccessibleName(QString(label).remove(u'&'));
    edit.setEchoMode(QLineEdit::Password);
    edit.setMaxLength(kLongestPassword);
    connect(&edit, &QLineEdit::textChanged, this, &LockPasswordDialog::check);
    form.addRow(text, &edit);
}

void LockPasswordDialog::check()
{
    const QString first = m_first->text();
    const bool isShort = asksNew() && first.size() < kFewestLockCharacters;
    const bool isSame = !asksNew() || first == m_again->text();
    if (isShort && !first.isEmpty())
        m_notice->show(NoticeBar::Tone::Information, TrSettings::tr("It needs at least %n character(s).", nullptr, kFewestLockCharacters));
    else if (!isSame && !m_again->text().isEmpty())
        m_notice->show(NoticeBar::Tone::Information, TrSettings::tr("The two are not the same."));
    else
        m_notice->clear();
    m_accept->setEnabled(!isShort && isSame && !(asksCurrent() && m_current->text().isEmpty()) && !m_answer.isRunning());
}

void LockPasswordDialog::make()
{
    if (!m_accept->isEnabled())
        return;
    const auto work = [hashing = m_hashing, hash = m_hash, current = m_current->text().toStdString(), next = m_first->text().toStdString(),
                          asksCurrent = asksCurrent(), asksNew = asksNew()] {
        Answer answer;
        answer.knowsCurrent = !asksCurrent || hashing.matches(current, hash);
        if (answer.knowsCurrent && asksNew)
            answer.hash = hashing.hash(next);
        return answer;
    };
    m_answer.setFuture(QtConcurrent::run(work));
    m_accept->setEnabled(false);
}

void LockPasswordDialog::takeAnswer()
{
    const Answer answer = m_answer.result();
    if (answer.knowsCurrent && answer.hash) {
        Q_EMIT made(*answer.hash);
        accept();
        return;
    }
    check();
    if (!answer.knowsCurrent) {
        m_current->clear();
        m_current->setFocus();
        m_notice->show(NoticeBar::Tone::Warning, TrSettings::tr("That is not the password until now."));
    } else {
        m_notice->show(NoticeBar::Tone::Warning, TrSettings::tr("The password was not taken. Try another one."));
    }
}

} // namespace trib::ui
