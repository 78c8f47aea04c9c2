#include "ui/desktop/notifier.h"

#include "ui/text/state_text.h"
#include "ui/text/tr.h"

#include <QStringList>

#include <algorithm>

namespace trib::ui {
namespace {

constexpr qsizetype kLongestName = 120; // notifications are small
constexpr std::size_t kMostFolders = 50;

[[nodiscard]] QString shortened(const QString &text)
{
    return text.size() <= kLongestName ? text : text.left(kLongestName - 1) + QChar(0x2026);
}

// The folder that holds the content, or that is the content.
[[nodiscard]] QString folderOf(const TorrentSnapshot &torrent)
{
    const QString content = fromUtf8(torrent.contentPath);
    if (content.isEmpty())
        return fromUtf8(torrent.savePath);
    return torrent.fileCount == 1 ? content.section(u'/', 0, -2) : content;
}

[[nodiscard]] QString namesOf(const HappeningBatch &batch)
{
    QStringList lines;
    for (const Happening &happening : batch.named)
        lines += shortened(happening.name);
    if (batch.count > batch.named.size())
        lines += TrDesktop::tr("and %n more", nullptr, static_cast<int>(batch.count - batch.named.size()));
    return lines.join(u'\n');
}

} // namespace

Notifier::Notifier(Notifications &notifications, const Clock &clock, std::function<bool()> isLookedAt, QObject *parent)
    : QObject(parent)
    , m_notifications(notifications)
    , m_clock(clock)
    , m_isLookedAt(std::move(isLookedAt))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Notifier::flush);
    connect(&m_notifications, &Notifications::clicked, this, &Notifier::windowWanted);
    connect(&m_notifications, &Notifications::folderWanted, this, &Notifier::openFolder);
}

void Notifier::tellFinished(const TorrentSnapshot &torrent)
{
    add(m_finished, {fromUtf8(torrent.name), {}, folderOf(torrent)});
}

void Notifier::tellTrouble(const TorrentSnapshot &torrent)
{
    add(m_trouble, {fromUtf8(torrent.name), problemText(torrent.problem), {}});
}

void Notifier::setDiscreet(bool discreet)
{
    m_discreet = discreet;
    if (!discreet)
        return;
    m_folders.clear();
    m_notifications.withdrawAll();
}

void Notifier::add(NotificationQueue &queue, Happening happening)
{
    if (m_isLookedAt())
        return;
    queue.add(std::move(happening), m_clock.steadyNow());
    wait();
}

void Notifier::flush()
{
    const SteadyTime now = m_clock.steadyNow();
    if (const auto batch = m_finished.take(now))
        showFinished(*batch);
    if (const auto batch = m_trouble.take(now))
        showTrouble(*batch);
    wait();
}

void Notifier::wait()
{
    const auto finished = m_finished.due();
    const auto trouble = m_trouble.due();
    if (!finished && !trouble)
        return;
    const SteadyTime due = std::min(finished.value_or(SteadyTime::max()), trouble.value_or(SteadyTime::max()));
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - m_clock.steadyNow());
    m_timer.start(std::max(left, std::chrono::milliseconds(0)));
}

void Notifier::showFinished(const HappeningBatch &batch)
{
    const auto count = static_cast<int>(batch.count);
    Notification notification;
    notification.title = TrDesktop::tr("%n download(s) complete", nullptr, count);
    if (!m_discreet) {
        notification.text = namesOf(batch);
        if (count == 1)
            notification.folderAction = TrDesktop::tr("Open folder");
    }
    send(notification, m_discreet || count != 1 ? QString() : batch.named.front().folder);
}

void Notifier::showTrouble(const HappeningBatch &batch)
{
    const auto count = static_cast<int>(batch.count);
    Notification notification;
    notification.isProblem = true;
    notification.title = TrDesktop::tr("%n torrent(s) cannot go on", nullptr, count);
    if (!m_discreet)
        notification.text = count == 1 ? shortened(batch.named.front().name) + u'\n' + batch.named.front().words : namesOf(batch);
    send(notification, {});
}

void Notifier::send(const Notification &notification, const QString &folder)
{
    ++m_lastTicket;
    if (!folder.isEmpty())
        m_folders.emplace(m_lastTicket, folder);
    if (m_folders.size() > kMostFolders)
        m_folders.erase(m_folders.begin());
    m_notifications.show(m_lastTicket, notification);
}

void Notifier::openFolder(quint64 ticket)
{
    if (const auto found = m_folders.find(ticket); found != m_folders.end())
        Q_EMIT folderWanted(found->second);
}

} // namespace trib::ui
