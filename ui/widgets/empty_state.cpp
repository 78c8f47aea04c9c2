#include "ui/widgets/empty_state.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kEmptyIcon = 48;
constexpr int kEmptyGap = 16;

} // namespace

EmptyState::EmptyState(const QString &iconName, const QString &text, const QString &buttonText, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(text, this))
    , m_button(new QPushButton(buttonText, this))
    , m_other(new QPushButton(this))
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kEmptyGap, kEmptyGap, kEmptyGap, kEmptyGap);
    layout->setSpacing(kEmptyGap);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_text);
    layout->addWidget(m_button, 0, Qt::AlignCenter);
    layout->addWidget(m_other, 0, Qt::AlignCenter);
    m_button->setVisible(!buttonText.isEmpty());
    m_other->setFlat(true);
    m_other->hide();
    layout->addStretch(3);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(m_button);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::clicked);
    connect(m_other, &QPushButton::clicked, this, &EmptyState::otherWayClicked);
    drawIcon();
}

void EmptyState::setOtherWay(const QString &buttonText)
{
    m_other->setText(buttonText);
    m_other->setVisible(!buttonText.isEmpty());
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
}

void EmptyState::drawIcon()
{
    m_icon->setPixmap(icon(m_iconName, secondaryText(palette())).pixmap({kEmptyIcon, kEmptyIcon}, devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

} // namespace trib::ui
