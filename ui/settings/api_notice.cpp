#include "ui/settings/api_notice.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/settings/validation.h"
#include "ui/text/tr.h"

#include <QVBoxLayout>

namespace trib::ui {
namespace {

[[nodiscard]] QString troubleWords(ApiTrouble trouble, const settings::RemoteSettings &settings)
{
    const QString address = fromUtf8(settings.address);
    switch (trouble) {
    case ApiTrouble::PortTaken:
        return TrSettings::tr("Other programs cannot use Tributary: port %1 at %2 is used by another program, or the address is not this computer's. Choose another port.")
            .arg(QString::number(settings.port), address);
    case ApiTrouble::NotProtected:
        return TrSettings::tr("Other programs cannot use Tributary: others reach %1, and there is neither a password nor a key. Set one, or choose 127.0.0.1.").arg(address);
    case ApiTrouble::WrongSetting:
        return TrSettings::tr("Other programs cannot use Tributary: the address, a host name, the certificate or its private key cannot be used. Look at them in the settings.");
    case ApiTrouble::Other:
        break;
    }
    return TrSettings::tr("Other programs cannot use Tributary. The log says why.");
}

[[nodiscard]] QString openWords(const settings::RemoteSettings &settings)
{
    const QString place = TrSettings::tr("Other computers can reach and steer Tributary, at %1 port %2.").arg(fromUtf8(settings.address), QString::number(settings.port));
    return settings.certificate.empty() ? place + u' ' + TrSettings::tr("What they send is not encrypted.") : place;
}

} // namespace

ApiNotice::ApiNotice(QWidget *parent)
    : QWidget(parent)
    , m_bar(new NoticeBar(this))
{
    auto *column = new QVBoxLayout(this);
    onGrid(*column);
    column->addWidget(m_bar);
    setAccessibleName(TrSettings::tr("Other programs"));
    connect(m_bar, &NoticeBar::actionTriggered, this, &ApiNotice::settingsWanted);
    refresh();
}

void ApiNotice::setSettings(const settings::RemoteSettings &settings)
{
    m_settings = settings;
    refresh();
}

void ApiNotice::setTrouble(std::optional<ApiTrouble> trouble)
{
    m_trouble = trouble;
    refresh();
}

QString ApiNotice::text() const
{
    return isHidden() ? QString() : m_bar->text();
}

void ApiNotice::refresh()
{
    const bool isOpen = m_settings.enabled && !isLoopbackAddress(fromUtf8(m_settings.address));
    const bool isShown = m_settings.enabled && (m_trouble || isOpen);
    if (isShown && m_trouble)
        m_bar->show(NoticeBar::Tone::Warning, troubleWords(*m_trouble, m_settings), TrSettings::tr("Open the settings"));
    else if (isShown)
        m_bar->show(NoticeBar::Tone::Information, openWords(m_settings), TrSettings::tr("Open the settings"));
    setVisible(isShown);
}

} // namespace trib::ui
