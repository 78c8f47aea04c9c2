#include "ui/shell/status_strip.h"

#include "ui/text/format.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace trib::ui {
namespace {

constexpr int kStripIcon = 16;
constexpr std::chrono::seconds kForgetAfter{12}; // long enough to read two sentences

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

// Takes the room that is left and shows by an ellipsis that there is more, which the tool-tip holds.
class MessageLabel final : public QLabel {
public:
    explicit MessageLabel(QWidget *parent)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        const Qt::Alignment alignment = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
        painter.drawText(contentsRect(), static_cast<int>(alignment) | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
    }
};

QString rateText(const QString &arrow, BytesPerSecond rate)
{
    return arrow + QChar::Nbsp + formatRate(rate);
}

QString withLimit(const QString &text, BytesPerSecond limit)
{
    return limit.count() > 0 ? TrShell::tr("%1 (limit %2)", "speed (its limit)").arg(text, formatRate(limit)) : text;
}

// Grows with what was shown and never shrinks: the numbers to the right stay where they are.
void showSpeed(QLabel &label, const QString &text, const QString &whole)
{
    label.setText(text);
    label.setToolTip(whole);
    label.setMinimumWidth(std::max(label.minimumWidth(), label.sizeHint().width()));
}

} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_connectionIcon(new QLabel(this))
    , m_connection(plainLabel(this))
    , m_message(new MessageLabel(this))
    , m_down(plainLabel(this))
    , m_up(plainLabel(this))
    , m_limits(new QToolButton(this))
    , m_free(plainLabel(this))
{
    setAccessibleName(TrShell::tr("Status"));
    setMinimumWidth(1); // fit() sees to the rest
    m_layout->setContentsMargins(12, 2, 12, 2);
    m_layout->setSpacing(16);
    auto *connection = new QHBoxLayout;
    connection->setSpacing(6);
    connection->addWidget(m_connectionIcon);
    connection->addWidget(m_connection);
    m_layout->addLayout(connection);
    m_layout->addWidget(m_message, 1);
    m_down->setAccessibleName(TrShell::tr("Download speed"));
    m_up->setAccessibleName(TrShell::tr("Upload speed"));
    m_free->setAccessibleName(TrShell::tr("Free disk space"));
    m_layout->addWidget(m_down);
    m_layout->addWidget(m_up);
    m_limits->setIcon(icon(QStringLiteral("limits")));
    m_limits->setIconSize({kStripIcon, kStripIcon});
    m_limits->setAutoRaise(true);
    m_limits->setCheckable(true);
    m_limits->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_limits->setFocusPolicy(Qt::TabFocus);
    connect(m_limits, &QToolButton::clicked, this, [this](bool on) { Q_EMIT alternativeLimitsWanted(on); });
    m_layout->addWidget(m_limits);
    m_layout->addWidget(m_free);
    m_forget.setSingleShot(true);
    m_forget.setInterval(kForgetAfter);
    connect(&m_forget, &QTimer::timeout, m_message, &QLabel::clear);
    setStatus({});
}

void StatusStrip::setStatus(const SessionStatus &status)
{
    m_status = status;
    showConnection();
    m_limits->setChecked(status.alternativeLimits);
    m_limits->setText(status.alternativeLimits ? TrShell::tr("Alternative limits") : TrShell::tr("Normal limits"));
    m_limits->setToolTip(status.alternativeLimits ? TrShell::tr("Go back to the normal limits") : TrShell::tr("Use the alternative limits"));
    m_limits->setAccessibleName(m_limits->text());
    m_free->setText(status.freeSpace ? TrShell::tr("%1 free").arg(formatBytes(*status.freeSpace)) : QString());
    m_free->setToolTip(status.freeSpace ? formatBytesExact(*status.freeSpace) : QString());
    fit(m_brevity);
}

void StatusStrip::showSpeeds(Brevity brevity)
{
    if (std::exchange(m_brevity, brevity) != brevity) {
        m_down->setMinimumWidth(0);
        m_up->setMinimumWidth(0);
    }
    const QString down = rateText(QString(QChar(0x2193)), m_status.downloadRate);
    const QString up = rateText(QString(QChar(0x2191)), m_status.uploadRate);
    const QString wholeDown = withLimit(down, m_status.downloadLimit);
    const QString wholeUp = withLimit(up, m_status.uploadLimit);
    showSpeed(*m_down, brevity == Brevity::Whole ? wholeDown : down, wholeDown);
    showSpeed(*m_up, brevity == Brevity::Whole ? wholeUp : up, wholeUp);
    m_limits->setToolButtonStyle(brevity < Brevity::NoWords ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_free->setVisible(brevity < Brevity::NoFreeSpace);
}

void StatusStrip::fit(Brevity first)
{
    for (const Brevity brevity : {Brevity::Whole, Brevity::NoLimits, Brevity::NoWords, Brevity::NoFreeSpace}) {
        if (brevity < first)
            continue;
        showSpeeds(brevity);
        m_layout->activate();
        if (m_layout->minimumSize().width() <= width())
            return;
    }
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit(Brevity::Whole);
}

void StatusStrip::showConnection()
{
    const SessionStatus &status = m_status;
    const ConnectionWords words = connectionWords(status);
    m_connection->setText(words.text);
    m_connection->setToolTip(plainToolTip(words.detail));
    const StateTone tone = words.good ? StateTone::Done : status.listenError.empty() ? StateTone::Waiting : StateTone::Problem;
    m_connectionIcon->setPixmap(icon(words.icon, toneColour(tone, palette())).pixmap({kStripIcon, kStripIcon}, devicePixelRatioF()));
    m_connectionIcon->setToolTip(plainToolTip(words.detail));
}

void StatusStrip::announce(const QString &text)
{
    m_message->setText(text);
    m_message->setToolTip(plainToolTip(text));
    m_message->setAccessibleName(text);
    m_forget.start();
    QAccessibleEvent event(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void StatusStrip::addPlace(QWidget *widget)
{
    m_layout->addWidget(widget);
}

ConnectionWords connectionWords(const SessionStatus &status)
{
    if (!status.listenError.empty()) {
        return {TrShell::tr("Nobody can connect to us"), fromUtf8(status.listenError), QStringLiteral("warning"), false};
    }
    if (!status.listening)
        return {TrShell::tr("Connecting…"), TrShell::tr("The engine is starting."), QStringLiteral("clock"), false};
    const QString reach = status.hasIncoming
        ? TrShell::tr("Port %1 is open: others can connect to us.").arg(status.listenPort)
        : TrShell::tr("Nobody has connected to port %1 yet. Downloads work all the same.").arg(status.listenPort);
    if (!status.dhtEnabled)
        return {TrShell::tr("Connected"), reach, QStringLiteral("network"), true};
    if (status.dhtNodes == 0)
        return {TrShell::tr("Looking for nodes…"), reach, QStringLiteral("clock"), false};
    return {TrShell::tr("Connected · %n node(s)", nullptr, status.dhtNodes), reach, QStringLiteral("network"), true};
}

} // namespace trib::ui
