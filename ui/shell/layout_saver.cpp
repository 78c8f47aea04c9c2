#include "ui/shell/layout_saver.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace trib::ui {
namespace {

constexpr std::chrono::milliseconds kPause{500};

} // namespace

LayoutSaver::LayoutSaver(QWidget &page, std::function<void()> save)
    : m_save(std::move(save))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &LayoutSaver::save);
    page.installEventFilter(this);
}

bool LayoutSaver::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide && m_pause.isActive())
        save();
    return QObject::eventFilter(watched, event);
}

void LayoutSaver::save()
{
    m_pause.stop();
    m_save();
}

} // namespace trib::ui
