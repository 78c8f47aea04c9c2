#include "ui/desktop/feature.h"

#include "ui/desktop/notifier.h"
#include "ui/desktop/sleep_guard.h"
#include "ui/desktop/torrent_watch.h"
#include "ui/desktop/tray.h"
#include "ui/desktop/tray_notifications.h"
#include "ui/desktop/window_lock.h"
#include "ui/shell/submit.h"
#include "ui/shell/window_frame.h"
#include "ui/text/tr.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QEvent>
#include <QUrl>
#include <QWidget>

namespace trib::ui {

DesktopFeature::DesktopFeature(WindowFrame &frame, DesktopPorts ports, PasswordHashing hashing)
    : m_frame(frame)
    , m_ports(std::move(ports))
    , m_hashing(std::move(hashing))
{
}

// What it has made goes before the ports do.
DesktopFeature::~DesktopFeature()
{
    delete m_sleep;
    delete m_notifier;
    delete m_lock;
}

void DesktopFeature::install(Shell &shell)
{
    m_shell = &shell;
    m_window = shell.dialogParent()->window();
    m_torrents = new TorrentWatch(shell.engine(), shell.clock(), this);
    m_sleep = new SleepGuard(*m_ports.sleepBlocker, shell.clock(), this);
    connect(m_torrents, &TorrentWatch::activityChanged, this,
        [this] { m_sleep->setActivity(m_torrents->isDownloading(), m_torrents->isUploading()); });
    installTray();
    installNotifier();
    installLock();
    m_window->installEventFilter(this);
    m_frame.setCloseHandler([this] { return putAway(); });
    connect(&shell.uiSettings(), &UiSettingsStore::changed, this, [this](const UiSettings &, const UiSettings &after) { follow(after); });
    follow(shell.uiSettings().values());
}

void DesktopFeature::installTray()
{
    m_tray = new Tray(m_ports.isTrayThere, this);
    const auto trigger = [this](const QString &id) {
        if (QAction *action = m_shell->actionRegistry().find(id))
            action->trigger();
    };
    connect(m_torrents, &TorrentWatch::statusChanged, m_tray, [this] { m_tray->setStatus(m_torrents->status()); });
    connect(m_tray, &Tray::toggleWanted, this, &DesktopFeature::toggleWindow);
    connect(m_tray, &Tray::windowWanted, this, [this] { m_frame.present(); });
    connect(m_tray, &Tray::startAllWanted, this, [this] { submit(*m_shell, StartTorrents{m_torrents->ids()}); });
    connect(m_tray, &Tray::stopAllWanted, this, [this] { submit(*m_shell, StopTorrents{m_torrents->ids()}); });
    connect(m_tray, &Tray::alternativeLimitsWanted, this, [this](bool on) { submit(*m_shell, UseAlternativeLimits{on}); });
    connect(m_tray, &Tray::addLinkWanted, this, [this, trigger] {
        m_frame.present();
        trigger(QStringLiteral("torrent.add_link"));
    });
    connect(m_tray, &Tray::lockWanted, this, [this] { m_lock->lock(); });
    connect(m_tray, &Tray::quitWanted, this, [trigger] { trigger(QStringLiteral("window.quit")); });
    connect(m_tray, &Tray::lost, this, [this] {
        if (!m_window->isVisible())
            m_frame.present(); // there is no other way back
    });
}

void DesktopFeature::installNotifier()
{
    if (!m_ports.notifications)
        m_ports.notifications = std::make_unique<TrayNotifications>(*m_tray);
    Notifications &notifications = *m_ports.notifications;
    m_notifier = new Notifier(notifications, m_shell->clock(), [this] { return isLookedAt(); }, this);
    connect(&notifications, &Notifications::refused, m_tray,
        [this](const Notification &notification) { m_tray->showMessage(notification.title, notification.text); });
    connect(&m_shell->engine(), &engine::TorrentEngine::finished, this, [this](const TorrentSnapshot &torrent) {
        if (m_shell->uiSettings().values().notifyFinished)
            m_notifier->tellFinished(torrent);
    });
    connect(m_torrents, &TorrentWatch::gotIntoTrouble, this, [this](const TorrentSnapshot &torrent) {
        if (m_shell->uiSettings().values().notifyProblems)
            m_notifier->tellTrouble(torrent);
    });
    connect(m_notifier, &Notifier::windowWanted, this, [this] { m_frame.present(); });
    connect(m_notifier, &Notifier::folderWanted, this, &DesktopFeature::openFolder);
}

void DesktopFeature::installLock()
{
    m_lock = new WindowLock(m_frame, *m_window, m_shell->uiSettings(), m_hashing, m_shell->clock(), this);
    connect(m_lock, &WindowLock::lockedChanged, this, &DesktopFeature::followLock);
    QAction *now = m_shell->actionRegistry().add({QStringLiteral("window.lock"), TrDesktop::tr("Lock the window"), QStringLiteral("lock"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, TrShell::tr("Window"), {}, nullptr});
    connect(now, &QAction::triggered, this, [this] {
        if (m_lock->canLock()) {
            m_lock->lock();
            return;
        }
        m_shell->showPage(QStringLiteral("settings"));
        m_shell->announce(TrDesktop::tr("There is no password yet: set one in the settings, under ‘Desktop’."));
    });
    if (m_ports.screenLock) {
        connect(m_ports.screenLock.get(), &ScreenLockWatcher::locked, this, [this] {
            if (m_shell->uiSettings().values().lockWithScreen)
                m_lock->lock();
        });
    }
    m_lock->lockIfItWas();
}

void DesktopFeature::follow(const UiSettings &settings)
{
    m_tray->setWanted(settings.trayIcon);
    m_sleep->setMode(settings.keepAwake);
    m_tray->setLocked(m_lock->isLocked(), m_lock->canLock());
    if (!m_window->isVisible() && m_window->testAttribute(Qt::WA_WState_ExplicitShowHide) && !m_tray->isShown())
        m_frame.present();
}

void DesktopFeature::followLock()
{
    m_tray->setLocked(m_lock->isLocked(), m_lock->canLock());
    m_notifier->setDiscreet(m_lock->isLocked());
}

void DesktopFeature::showAtStart()
{
    const UiSettings &settings = m_shell->uiSettings().values();
    if (!settings.startInTray)
        m_window->show();
    else if (!m_tray->isShown())
        m_window->showMinimized();
    else
        m_shell->engine().setAudience(engine::Audience::Away);
}

void DesktopFeature::leave()
{
    m_tray->setWanted(false);
    m_sleep->setMode(KeepAwake::Never);
}

void DesktopFeature::setWaitingLinks(int count)
{
    m_lock->setWaitingLinks(count);
}

void DesktopFeature::toggleWindow()
{
    if (!m_window->isVisible() || m_window->isMinimized() || !m_tray->isShown())
        m_frame.present();
    else if (!putAway())
        m_window->hide();
}

// True: hidden, and the tray's icon brings it back. A window without one is never hidden.
bool DesktopFeature::putAway()
{
    if (!m_shell->uiSettings().values().closeToTray || !m_tray->isShown())
        return false;
    if (m_shell->uiSettings().values().lockInTray)
        m_lock->lock();
    m_window->hide();
    return true;
}

bool DesktopFeature::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        m_tray->setWindowShown(event->type() == QEvent::Show);
    return QObject::eventFilter(watched, event);
}

bool DesktopFeature::isLookedAt() const
{
    const QWidget *active = QApplication::activeWindow();
    return active && !m_frame.isCovered() && belongsTo(*active, *m_window);
}

void DesktopFeature::openFolder(const QString &folder)
{
    if (!m_frame.isCovered() && !QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_shell->announce(TrDesktop::tr("No program opens the folder. Choose one in the settings of your desktop."));
}

} // namespace trib::ui
