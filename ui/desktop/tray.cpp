#include "ui/desktop/tray.h"

#include "ui/text/format.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include <chrono>
#include <utility>

namespace trib::ui {

constexpr std::chrono::seconds kLooksForTheTray{10};

Tray::Tray(std::function<bool()> isTrayThere, QObject *parent)
    : QObject(parent)
    , m_isTrayThere(std::move(isTrayThere))
    , m_menu(std::make_unique<QMenu>())
{
    fillMenu();
    setWindowShown(false);
    setLocked(false, false);
    m_looks.setInterval(kLooksForTheTray);
    connect(&m_looks, &QTimer::timeout, this, &Tray::watch);
}

Tray::~Tray() = default;

void Tray::fillMenu()
{
    const auto add = [this](const QString &text, auto signal) {
        QAction *action = m_menu->addAction(text);
        connect(action, &QAction::triggered, this, signal);
        return action;
    };
    m_toggle = add({}, &Tray::toggleWanted);
    m_details += m_menu->addSeparator();
    m_details += add(TrDesktop::tr("&Start all"), &Tray::startAllWanted);
    m_details += add(TrDesktop::tr("S&top all"), &Tray::stopAllWanted);
    m_limits = add(TrDesktop::tr("&Alternative limits"), &Tray::alternativeLimitsWanted);
    m_limits->setCheckable(true);
    m_details += m_limits;
    m_details += add(TrDesktop::tr("Add &link…"), &Tray::addLinkWanted);
    m_lock = add(TrDesktop::tr("L&ock the window"), &Tray::lockWanted);
    m_menu->addSeparator();
    add(TrDesktop::tr("&Quit"), &Tray::quitWanted);
}

void Tray::setWanted(bool wanted)
{
    if (wanted == (m_icon != nullptr))
        return;
    m_icon.reset();
    m_looks.stop();
    m_wasThere = false;
    if (!wanted)
        return;
    m_icon = std::make_unique<QSystemTrayIcon>(applicationIcon());
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT toggleWanted();
    });
    // Qt emits it for the button of any program's notification on the bus.
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, [this] {
        if (std::exchange(m_isMessageShown, false))
            Q_EMIT windowWanted();
    });
    showToolTip();
    m_icon->show();
    m_wasThere = isShown();
    m_looks.start();
}

bool Tray::isShown() const
{
    return m_icon && m_isTrayThere();
}

void Tray::watch()
{
    const bool isThere = isShown();
    if (std::exchange(m_wasThere, isThere) && !isThere)
        Q_EMIT lost();
}

void Tray::setStatus(const SessionStatus &status)
{
    m_status = status;
    m_limits->setChecked(status.alternativeLimits);
    showToolTip();
}

void Tray::setWindowShown(bool shown)
{
    m_toggle->setText(shown ? TrDesktop::tr("&Hide the window") : TrDesktop::tr("Show the &window"));
}

void Tray::setLocked(bool locked, bool canLock)
{
    m_locked = locked;
    for (QAction *action : m_details)
        action->setVisible(!locked);
    m_lock->setVisible(canLock && !locked);
    showToolTip();
}

QString Tray::toolTip() const
{
    if (m_locked)
        return TrDesktop::tr("Tributary (locked)");
    return QStringLiteral("Tributary\n↓ %1   ↑ %2").arg(formatRate(m_status.downloadRate), formatRate(m_status.uploadRate));
}

// Each change goes to another process: only what differs.
void Tray::showToolTip()
{
    if (m_icon && m_icon->toolTip() != toolTip())
        m_icon->setToolTip(toolTip());
}

void Tray::showMessage(const QString &title, const QString &text)
{
    if (!m_icon)
        return;
    m_isMessageShown = true;
    m_icon->showMessage(title, text, applicationIcon());
}

} // namespace trib::ui
