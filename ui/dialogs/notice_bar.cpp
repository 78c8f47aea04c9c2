#include "ui/dialogs/notice_bar.h"

#include "ui/dialogs/parts.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace trib::ui {
namespace {

constexpr int kIcon = 16;
constexpr int kRadius = 4;
constexpr int kTint = 36;  // of 255: enough to be seen as a surface, little enough to keep the text's contrast
constexpr int kEdge = 3;   // px of full colour at the leading edge

[[nodiscard]] QColor colourOf(NoticeBar::Tone tone, const QPalette &palette)
{
    return toneColour(tone == NoticeBar::Tone::Warning ? StateTone::Problem : StateTone::Working, palette);
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(plainLabel({}, this))
    , m_action(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(kGap);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    m_icon->setAccessibleName(TrDialogs::tr("Notice"));
    m_action->setAutoDefault(false);
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionTriggered);
    clear();
}

void NoticeBar::show(Tone tone, const QString &text, const QString &action)
{
    m_tone = tone;
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    takeIcon();
    setVisible(true);
    update();
}

void NoticeBar::clear()
{
    m_text->clear();
    m_action->setVisible(false);
    setVisible(false);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::takeIcon()
{
    const QString name = m_tone == Tone::Warning ? QStringLiteral("warning")
        : m_tone == Tone::Working                ? QStringLiteral("clock")
                                                 : QStringLiteral("info");
    m_icon->setPixmap(icon(name, colourOf(m_tone, palette())).pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_icon)
        takeIcon();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = colourOf(m_tone, palette());
    const QRectF area = QRectF(rect());
    colour.setAlpha(kTint);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(area, kRadius, kRadius);
    colour.setAlpha(255);
    painter.setBrush(colour);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.drawRoundedRect(QRectF(mirrored ? area.right() - kEdge : area.left(), area.top(), kEdge, area.height()), 1.5, 1.5);
}

} // namespace trib::ui
