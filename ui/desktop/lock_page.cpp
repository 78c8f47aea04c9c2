#include "ui/desktop/lock_page.h"

#include "ui/dialogs/parts.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {

constexpr int kBadge = 64;
constexpr int kMostPassword = 1024;

LockPage::LockPage(QWidget *parent)
    : QWidget(parent)
    , m_password(new QLineEdit(this))
    , m_unlock(new QPushButton(TrDesktop::tr("&Unlock"), this))
    , m_message(plainLabel({}, this))
    , m_links(quietLabel({}, this))
{
    setFocusProxy(m_password);
    setAccessibleName(TrDesktop::tr("Tributary is locked"));
    auto *badge = new QLabel(this);
    badge->setPixmap(applicationIcon().pixmap(kBadge, kBadge));
    auto *title = headline(TrDesktop::tr("Tributary is locked"), this);
    auto *row = new QHBoxLayout;
    onGrid(*row);
    row->addWidget(m_password, 1);
    row->addWidget(m_unlock);
    auto *column = new QVBoxLayout;
    onGrid(*column);
    for (QLabel *label : {badge, title, m_message, m_links})
        label->setAlignment(Qt::AlignHCenter);
    column->addStretch(1);
    column->addWidget(badge);
    column->addWidget(title);
    column->addSpacing(kGap);
    column->addLayout(row);
    column->addWidget(m_message);
    column->addWidget(m_links);
    column->addStretch(2);
    column->addStrut(textWidth(*this, 44));
    auto *centred = new QHBoxLayout(this);
    onGrid(*centred, kMargin, 0);
    centred->addStretch(1);
    centred->addLayout(column);
    centred->addStretch(1);

    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(kMostPassword);
    m_password->setPlaceholderText(TrDesktop::tr("Password"));
    m_password->setAccessibleName(TrDesktop::tr("Password"));
    m_password->setContextMenuPolicy(Qt::NoContextMenu);
    connect(m_password, &QLineEdit::returnPressed, this, &LockPage::enter);
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::enter);
}

void LockPage::enter()
{
    if (m_unlock->isEnabled() && !m_password->text().isEmpty())
        Q_EMIT entered(m_password->text());
}

void LockPage::say(const QString &message)
{
    if (m_message->text() == message)
        return;
    m_message->setText(message);
    m_password->setAccessibleDescription(message);
    QAccessibleEvent spoken(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void LockPage::setBusy()
{
    m_unlock->setEnabled(false);
    m_password->setReadOnly(true);
}

void LockPage::setReady(const QString &message)
{
    m_unlock->setEnabled(true);
    m_password->setReadOnly(false);
    if (!message.isEmpty())
        m_password->clear();
    m_password->setFocus();
    say(message);
}

void LockPage::setWaiting(const QString &message)
{
    m_unlock->setEnabled(false);
    m_password->setReadOnly(false); // it may be typed meanwhile
    say(message);
}

void LockPage::setWaitingLinks(int count)
{
    m_links->setText(count > 0 ? TrDesktop::tr("%n torrent(s) or link(s) opened meanwhile: shown after unlocking.", nullptr, count) : QString());
}

} // namespace trib::ui
