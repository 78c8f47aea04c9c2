#include "ui/settings/validation.h"

#include "ui/text/tr.h"

#include <QDir>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace trib::ui {
namespace {

constexpr qsizetype kMostText = 4096;
constexpr qsizetype kMinPassword = 12;   // as core/remote/password_hash.h
constexpr qsizetype kMaxPassword = 1024; // bytes

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

QString fileProblem(const QString &text)
{
    if (text.isEmpty() || QDir::isAbsolutePath(text))
        return {};
    return TrSettings::tr("Give the whole path of the file, from the root on.");
}

QString programProblem(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (text.size() > kMostText)
        return TrSettings::tr("This is too long.");
    const QString first = text.startsWith(u'"') ? text.mid(1) : text;
    if (!QDir::isAbsolutePath(first))
        return TrSettings::tr("Begin with the whole path of the program, from the root on.");
    return text.count(u'"') % 2 == 0 ? QString() : TrSettings::tr("A quote is not closed.");
}

QString listsProblem(const QStringList &items)
{
    for (const QString &item : items) {
        if (QDir::isAbsolutePath(item))
            continue;
        const QUrl url(item, QUrl::StrictMode);
        if ((url.scheme() != QStringLiteral("http") && url.scheme() != QStringLiteral("https")) || url.host().isEmpty())
            return TrSettings::tr("“%1” is neither the whole path of a file nor a web address.").arg(item.left(60));
    }
    return items.join(u',').size() > kMostText ? TrSettings::tr("This is too long.") : QString();
}

QString hostNamesProblem(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9._-]{1,253}(:[0-9]{1,5})?$"));
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        if (!name.match(part.trimmed()).hasMatch())
            return TrSettings::tr("“%1” is not of the form NAME or NAME:PORT. Separate several by commas.").arg(part.trimmed().left(40));
    }
    return text.size() > kMostText ? TrSettings::tr("This is too long.") : QString();
}

QString passwordProblem(const QString &text)
{
    if (text.size() < kMinPassword)
        return TrSettings::tr("Use 12 characters or more.");
    if (text.toUtf8().size() > kMaxPassword)
        return TrSettings::tr("This is too long.");
    const bool hasControl = std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
    return hasControl ? TrSettings::tr("It holds a character that cannot be typed.") : QString();
}

bool isLoopbackAddress(const QString &text)
{
    return QHostAddress(text).isLoopback();
}

QString apiAddressProblem(const QString &text, bool isProtected)
{
    if (QHostAddress(text).isNull())
        return TrSettings::tr("Write an address such as 127.0.0.1 for this computer alone, or 0.0.0.0 for all that reach it.");
    return isProtected || isLoopbackAddress(text) ? QString() : TrSettings::tr("Other computers reach this address: set a password or make a key first.");
}

} // namespace trib::ui
