#include "ui/settings/validation.h"

#include "ui/text/tr.h"

#include <QDir>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

namespace trib::ui {
namespace {

constexpr qsizetype kMostText = 4096;

[[nodiscard]] bool isHostAndPort(const QString &text)
{
    const QUrl url(QStringLiteral("udp://") + text);
    return url.isValid() && !url.host().isEmpty() && url.port() > 0 && url.path().isEmpty() && url.userInfo().isEmpty();
}

} // namespace

QString folderProblem(const QString &text)
{
    if (text.isEmpty() || QDir::isAbsolutePath(text))
        return {};
    return TrSettings::tr("Give the whole path of the folder, from the root on.");
}

QString interfacesProblem(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9_.:@-]{1,64}$"));
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString item = part.trimmed();
        if (QHostAddress(item).isNull() && !name.match(item).hasMatch())
            return TrSettings::tr("“%1” is neither an address nor the name of an interface. Separate several by commas.").arg(item.left(40));
    }
    return text.size() > kMostText ? TrSettings::tr("This is too long.") : QString();
}

QString nodesProblem(const QString &text)
{
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        if (!isHostAndPort(part.trimmed()))
            return TrSettings::tr("“%1” is not of the form host:port. Separate several by commas.").arg(part.trimmed().left(40));
    }
    return text.size() > kMostText ? TrSettings::tr("This is too long.") : QString();
}

QString proxyProblem(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QUrl url(text, QUrl::StrictMode);
    if (url.scheme() != QStringLiteral("socks5") && url.scheme() != QStringLiteral("http"))
        return TrSettings::tr("Begin with socks5:// or http://.");
    if (!url.isValid() || url.host().isEmpty())
        return TrSettings::tr("The name of the proxy's host is missing.");
    if (url.port() <= 0)
        return TrSettings::tr("The port is missing, as in socks5://127.0.0.1:9050.");
    return url.path().isEmpty() || url.path() == QStringLiteral("/") ? QString() : TrSettings::tr("Nothing may follow the port.");
}

} // namespace trib::ui
