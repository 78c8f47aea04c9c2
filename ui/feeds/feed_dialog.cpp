#include "ui/feeds/feed_dialog.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/feeds/feed_text.h"
#include "ui/feeds/words.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kLongestInput = 2048;
constexpr int kLongestName = 255;

} // namespace

FeedDialog::FeedDialog(engine::TorrentEngine &engine, const QString &title, const QString &verb, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_name(new QLineEdit(this))
    , m_notice(new NoticeBar(this))
    , m_accept(new QPushButton(verb, this))
{
    prepareDialog(*this, title);
    m_name->setMaxLength(kLongestName);
    m_name->setPlaceholderText(TrFeeds::tr("The feed's own"));
}

FeedDialog::FeedDialog(engine::TorrentEngine &engine, const QString &address, QStringList known, QWidget *parent)
    : FeedDialog(engine, TrFeeds::tr("Add which feed?"), TrFeeds::tr("A&dd"), parent)
{
    m_known = std::move(known);
    m_address = new QLineEdit(address, this);
    m_address->setMaxLength(kLongestInput);
    m_address->setPlaceholderText(QStringLiteral("https://"));
    m_address->selectAll();
    build(m_address, TrFeeds::tr("The address of an RSS or Atom feed begins with http:// or https://. What it lists is shown; nothing is added without you or a rule."));
    connect(m_address, &QLineEdit::textChanged, this, &FeedDialog::check);
    m_address->setFocus();
    check();
}

FeedDialog::FeedDialog(engine::TorrentEngine &engine, const Feed &feed, QWidget *parent)
    : FeedDialog(engine, TrFeeds::tr("Rename the feed?"), TrFeeds::tr("&Rename"), parent)
{
    m_renamed = fromUtf8(feed.url);
    m_name->setText(fromUtf8(feed.name));
    if (!feed.title.empty())
        m_name->setPlaceholderText(fromUtf8(feed.title));
    QLabel *address = plainLabel(m_renamed, this);
    build(address, TrFeeds::tr("Without a name, the feed's own is shown."));
    m_name->selectAll();
    m_name->setFocus();
    check();
}

void FeedDialog::build(QWidget *address, const QString &explanation)
{
    auto *form = new QFormLayout;
    onGrid(*form);
    form->setHorizontalSpacing(kWideGap);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto *addressLabel = new QLabel(m_address ? TrFeeds::tr("&Address") : TrFeeds::tr("Address"), this);
    auto *nameLabel = new QLabel(TrFeeds::tr("&Name"), this);
    nameLabel->setBuddy(m_name);
    m_name->setAccessibleName(withoutMnemonic(nameLabel->text()));
    if (m_address) {
        addressLabel->setBuddy(m_address);
        m_address->setAccessibleName(withoutMnemonic(addressLabel->text()));
    }
    form->addRow(addressLabel, address);
    form->addRow(nameLabel, m_name);
    QDialogButtonBox *buttons = buttonBox(m_accept, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(windowTitle(), this));
    column->addLayout(form);
    column->addWidget(quietLabel(explanation, this));
    column->addWidget(m_notice);
    column->addStretch(1);
    column->addSpacing(kGap);
    column->addWidget(buttons);
    column->addStrut(textWidth(*this, 72));
    connect(buttons, &QDialogButtonBox::accepted, this, &FeedDialog::submit);
    connect(m_name, &QLineEdit::textChanged, this, &FeedDialog::check);
}

QString FeedDialog::address() const
{
    return m_address ? m_address->text().trimmed() : m_renamed;
}

void FeedDialog::check()
{
    const QString typed = address();
    const bool there = m_address && m_known.contains(typed);
    m_accept->setEnabled(!m_address || (isWebAddress(typed) && !there));
    if (there)
        m_notice->show(NoticeBar::Tone::Information, TrFeeds::tr("This feed is there already."));
    else if (m_address && typed.contains(u'@') && !isWebAddress(typed) && isWebAddress(QString(typed).remove(QUrl(typed).userInfo() + u'@')))
        m_notice->show(NoticeBar::Tone::Information, TrFeeds::tr("A name and password in the address cannot be used."));
    else
        m_notice->clear();
}

void FeedDialog::submit()
{
    if (!m_accept->isEnabled())
        return;
    m_accept->setEnabled(false);
    const SaveFeed command{address().toStdString(), m_name->text().trimmed().toStdString()};
    whenAnswered(m_engine.submit(command), m_engine, this, [this](const Result<> &result) {
        if (result) {
            accept();
            return;
        }
        m_accept->setEnabled(true);
        m_notice->show(NoticeBar::Tone::Warning, errorWords(result.error()).sentence());
    });
}

} // namespace trib::ui
