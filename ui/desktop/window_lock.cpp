#include "ui/desktop/window_lock.h"

#include "ui/desktop/lock_page.h"
#include "ui/shell/ui_settings.h"
#include "ui/shell/window_frame.h"
#include "ui/text/tr.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QToolTip>
#include <QtConcurrent>

namespace trib::ui {
namespace {

const auto kLocked = QStringLiteral("locked");
constexpr std::chrono::seconds kLooksForInput{5};

[[nodiscard]] bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress: return true;
    default: return false;
    }
}

} // namespace

bool belongsTo(const QWidget &widget, const QWidget &window)
{
    const QWidget *parent = &widget;
    while (parent && parent != &window)
        parent = parent->parentWidget();
    return parent != nullptr;
}

WindowLock::WindowLock(WindowFrame &frame, QWidget &window, UiSettingsStore &settings, PasswordHashing hashing, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_window(window)
    , m_settings(settings)
    , m_hashing(std::move(hashing))
    , m_clock(clock)
    , m_lastInput(clock.steadyNow())
{
    m_delayTimer.setInterval(std::chrono::milliseconds(250));
    m_idleTimer.setInterval(kLooksForInput);
    connect(&m_delayTimer, &QTimer::timeout, this, &WindowLock::showDelay);
    connect(&m_idleTimer, &QTimer::timeout, this, &WindowLock::check);
    connect(&m_answer, &QFutureWatcher<bool>::finished, this, &WindowLock::takeAnswer);
    connect(&m_settings, &UiSettingsStore::changed, this, &WindowLock::followSettings);
    qApp->installEventFilter(this);
    followSettings();
}

WindowLock::~WindowLock() = default;

bool WindowLock::canLock() const
{
    return !m_settings.values().lockHash.isEmpty() && m_hashing.matches;
}

void WindowLock::followSettings()
{
    m_lastInput = m_clock.steadyNow();
    if (canLock() && m_settings.values().lockAfterMinutes > 0)
        m_idleTimer.start();
    else
        m_idleTimer.stop();
}

void WindowLock::lock()
{
    if (isLocked() || !canLock())
        return;
    m_page = new LockPage;
    connect(m_page, &LockPage::entered, this, &WindowLock::tryPassword);
    m_frame.setCover(m_page);
    hideOthers();
    m_settings.setState(kLocked, QByteArrayLiteral("1"));
    setWaitingLinks(0);
    Q_EMIT lockedChanged(true);
    showDelay();
}

void WindowLock::lockIfItWas()
{
    if (!m_settings.state(kLocked).isEmpty())
        lock();
}

void WindowLock::setWaitingLinks(int count)
{
    m_waitingLinks = count;
    if (m_page)
        m_page->setWaitingLinks(count);
}

void WindowLock::hideOthers()
{
    QToolTip::hideText();
    while (QWidget *popup = QApplication::activePopupWidget()) {
        popup->close();
        if (popup->isVisible())
            break;
    }
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && showsContent(*widget))
            keepAway(*widget);
    }
}

// The tray's icon and menu are windows, too, and stay.
bool WindowLock::showsContent(const QWidget &widget) const
{
    return &widget != &m_window && (belongsTo(widget, m_window) || qobject_cast<const QDialog *>(&widget));
}

void WindowLock::keepAway(QWidget &widget)
{
    widget.hide();
    const Qt::WindowType type = widget.windowType();
    if ((type == Qt::Dialog || type == Qt::Window) && !m_hidden.contains(&widget))
        m_hidden.append(&widget);
}

// What opens while it is locked (a dialog whose question had still to be worked out) never reaches the screen.
bool WindowLock::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(event->type())) {
        m_lastInput = m_clock.steadyNow();
    } else if (event->type() == QEvent::Show && isLocked() && watched->isWidgetType()) {
        auto *widget = static_cast<QWidget *>(watched);
        if (widget->isWindow() && showsContent(*widget) && !widget->testAttribute(Qt::WA_DontShowOnScreen)) {
            widget->setAttribute(Qt::WA_DontShowOnScreen);
            QMetaObject::invokeMethod(this, [this, guard = QPointer<QWidget>(widget)] {
                if (!guard)
                    return;
                keepAway(*guard);
                guard->setAttribute(Qt::WA_DontShowOnScreen, false);
            }, Qt::QueuedConnection);
        }
    }
    return QObject::eventFilter(watched, event);
}

void WindowLock::tryPassword(const QString &password)
{
    if (m_answer.isRunning() || m_delay.left(m_clock.steadyNow()).count() > 0)
        return;
    m_page->setBusy();
    m_answer.setFuture(QtConcurrent::run([matches = m_hashing.matches, password = password.toStdString(),
        hash = m_settings.values().lockHash.toStdString()] { return matches(password, hash); }));
}

void WindowLock::takeAnswer()
{
    if (!m_page)
        return;
    if (m_answer.result()) {
        unlock();
        return;
    }
    m_delay.failed(m_clock.steadyNow());
    m_page->setReady(TrDesktop::tr("That is not the password."));
    showDelay();
}

void WindowLock::unlock()
{
    m_delay.succeeded();
    m_delayTimer.stop();
    m_page = nullptr;
    m_settings.setState(kLocked, {});
    m_lastInput = m_clock.steadyNow();
    m_frame.setCover(nullptr);
    for (const QPointer<QWidget> &widget : std::exchange(m_hidden, {})) {
        if (widget)
            widget->show();
    }
    Q_EMIT lockedChanged(false);
}

void WindowLock::showDelay()
{
    if (!m_page)
        return;
    const auto left = m_delay.left(m_clock.steadyNow());
    if (left.count() > 0) {
        m_page->setWaiting(TrDesktop::tr("That is not the password. The next one can be tried in %n second(s).", nullptr, static_cast<int>(left.count())));
        m_delayTimer.start();
    } else if (m_delayTimer.isActive()) {
        m_delayTimer.stop();
        m_page->setReady();
    }
}

void WindowLock::check()
{
    showDelay();
    const int minutes = m_settings.values().lockAfterMinutes;
    if (minutes > 0 && m_clock.steadyNow() - m_lastInput >= std::chrono::minutes(minutes))
        lock();
}

} // namespace trib::ui
