#include "ui/dialogs/add_peer_dialog.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kLongestPeer = 80; // an IPv6 address with zone, brackets and port

} // namespace

AddPeerDialog::AddPeerDialog(engine::TorrentEngine &engine, TorrentId id, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_id(id)
    , m_peer(new QLineEdit(this))
    , m_notice(new NoticeBar(this))
    , m_add(new QPushButton(TrDialogs::tr("C&onnect"), this))
{
    const QString question = TrDialogs::tr("Connect to a peer?");
    prepareDialog(*this, question);
    auto *label = new QLabel(TrDialogs::tr("&Address and port"), this);
    label->setBuddy(m_peer);
    QDialogButtonBox *buttons = buttonBox(m_add, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(question, this));
    column->addWidget(plainLabel(someNames({name}), this));
    column->addSpacing(kGap);
    column->addWidget(label);
    column->addWidget(m_peer);
    column->addWidget(quietLabel(TrDialogs::tr("For example 198.51.100.7:6881 or [2001:db8::7]:6881. The peer appears under ‘Peers’ once it answers."), this));
    column->addWidget(m_notice);
    column->addStretch(1);
    column->addSpacing(kGap);
    column->addWidget(buttons);
    m_peer->setMaxLength(kLongestPeer);
    m_peer->setAccessibleName(TrDialogs::tr("Address and port of the peer"));
    connect(m_peer, &QLineEdit::textChanged, this, &AddPeerDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddPeerDialog::submit);
    check({});
    m_peer->setFocus();
    column->addStrut(textWidth(*this, 64));
}

QString AddPeerDialog::endpointOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype colon = trimmed.lastIndexOf(u':');
    bool isPort = false;
    const uint port = QStringView(trimmed).mid(colon + 1).toUShort(&isPort);
    QString host = trimmed.left(std::max<qsizetype>(colon, 0));
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (bracketed)
        host = host.mid(1, host.size() - 2);
    const QHostAddress address(host);
    const bool fits = address.protocol() == (bracketed ? QAbstractSocket::IPv6Protocol : QAbstractSocket::IPv4Protocol);
    if (!isPort || port == 0 || !fits)
        return {};
    return (bracketed ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address.toString()).arg(port);
}

void AddPeerDialog::check(const QString &text)
{
    m_notice->clear();
    m_add->setEnabled(!endpointOf(text).isEmpty());
}

void AddPeerDialog::submit()
{
    const QString endpoint = endpointOf(m_peer->text());
    if (endpoint.isEmpty())
        return;
    m_add->setEnabled(false);
    whenAnswered(m_engine.submit(AddPeer{m_id, endpoint.toStdString()}), m_engine, this, [this, endpoint](const Result<> &result) {
        if (result) {
            Q_EMIT asked(endpoint);
            accept();
            return;
        }
        m_add->setEnabled(true);
        m_notice->show(NoticeBar::Tone::Warning, errorWords(result.error()).sentence());
    });
}

} // namespace trib::ui
