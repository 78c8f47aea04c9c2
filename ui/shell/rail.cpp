#include "ui/shell/rail.h"

#include "ui/text/tr.h"
#include "ui/widgets/icons.h"

#include <QButtonGroup>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kWidth = 40;
constexpr int kButton = 32;
constexpr int kRailIcon = 24;
constexpr int kMargin = 4;

} // namespace

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
    , m_menuButton(makeButton(TrShell::tr("Menu"), QStringLiteral("more")))
{
    setFixedWidth(kWidth);
    setAccessibleName(TrShell::tr("Pages"));
    m_layout->setContentsMargins(kMargin, kMargin * 2, kMargin, kMargin * 2);
    m_layout->setSpacing(kMargin);
    m_layout->addStretch();
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    m_layout->addWidget(m_menuButton);
}

QToolButton *Rail::makeButton(const QString &title, const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize({kRailIcon, kRailIcon});
    button->setFixedSize(kButton, kButton);
    button->setAutoRaise(true);
    button->setToolTip(title);
    button->setAccessibleName(title);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void Rail::addPage(const QString &id, const QString &title, const QString &iconName, bool atFoot)
{
    QToolButton *button = makeButton(title, iconName);
    button->setCheckable(true);
    m_group->addButton(button);
    m_buttons.insert(id, button);
    if (atFoot)
        m_layout->addWidget(button);
    else
        m_layout->insertWidget(m_topCount++, button);
    connect(button, &QToolButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
}

void Rail::setCurrent(const QString &id)
{
    if (QToolButton *button = m_buttons.value(id))
        button->setChecked(true);
}

void Rail::setMenu(QMenu *menu)
{
    m_menuButton->setMenu(menu);
}

void Rail::openMenu()
{
    m_menuButton->menu()->popup(m_menuButton->mapToGlobal(m_menuButton->rect().topRight()));
}

} // namespace trib::ui
