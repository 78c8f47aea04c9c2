#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QProxyStyle>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolTip>

namespace trib::ui {
namespace {

constexpr int kDarkBelow = 128; // lightness of the window colour

QColor mix(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - share) + b.redF() * share),
                            static_cast<float>(a.greenF() * (1 - share) + b.greenF() * share),
                            static_cast<float>(a.blueF() * (1 - share) + b.blueF() * share));
}

struct Colours {
    QRgb window, base, alternate, text, button, mid, highlight, highlightedText, link, disabled, tip;
};

constexpr Colours kLight{0xfff5f6f7, 0xffffffff, 0xfff8f9fa, 0xff1d2327, 0xfff0f1f3, 0xffd5d8dc,
                         0xff1f6f8b, 0xffffffff, 0xff0f5f7d, 0xff8b9298, 0xffffffff};
constexpr Colours kDark{0xff23272b, 0xff1b1e21, 0xff202428, 0xffe4e7ea, 0xff2c3136, 0xff3c4248,
                        0xff2a7f9e, 0xffffffff, 0xff6cc3de, 0xff7b838a, 0xff2c3136};

QPalette paletteOf(const Colours &c)
{
    QPalette palette(QColor::fromRgb(c.button), QColor::fromRgb(c.window));
    const auto set = [&](QPalette::ColorRole role, QRgb colour) { palette.setColor(role, QColor::fromRgb(colour)); };
    set(QPalette::Window, c.window);
    set(QPalette::Base, c.base);
    set(QPalette::AlternateBase, c.alternate);
    set(QPalette::Button, c.button);
    set(QPalette::Mid, c.mid);
    set(QPalette::Highlight, c.highlight);
    set(QPalette::HighlightedText, c.highlightedText);
    set(QPalette::Link, c.link);
    set(QPalette::LinkVisited, c.link);
    set(QPalette::ToolTipBase, c.tip);
    set(QPalette::ToolTipText, c.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        set(role, c.text);
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(c.disabled));
    }
    QColor placeholder = mix(QColor::fromRgb(c.text), QColor::fromRgb(c.base), 0.35);
    palette.setColor(QPalette::PlaceholderText, placeholder);
    return palette;
}

// Fusion outlines boxes and fields with a darker shade of the window, which nobody sees on a dark one.
class VisibleBoxes final : public QProxyStyle {
public:
    VisibleBoxes()
        : QProxyStyle(QStringLiteral("fusion"))
    {
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool box = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck || element == PE_IndicatorRadioButton;
        const bool field = element == PE_FrameLineEdit && !(option->state & State_HasFocus);
        if (!(box || field) || !isDark(option->palette))
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(mix(option->palette.color(QPalette::Base), option->palette.color(QPalette::Text), box ? 0.5 : 0.25));
        const QRectF edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        if (element == PE_IndicatorRadioButton)
            painter->drawEllipse(edge);
        else
            painter->drawRoundedRect(edge, 2, 2);
        painter->restore();
    }
};

// What the desktop gave, remembered on the application object at the first call.
struct SystemLook {
    QString style;
    QPalette palette;
};

SystemLook systemLook()
{
    const QVariant known = qApp->property("tributary.systemStyle");
    if (!known.isValid()) {
        qApp->setProperty("tributary.systemStyle", QApplication::style()->name());
        qApp->setProperty("tributary.systemPalette", QVariant::fromValue(QApplication::palette()));
    }
    return {qApp->property("tributary.systemStyle").toString(), qApp->property("tributary.systemPalette").value<QPalette>()};
}

} // namespace

void applyAppearance(Appearance appearance)
{
    const SystemLook system = systemLook();
    const QString style = appearance == Appearance::System ? system.style : QStringLiteral("fusion");
    if (style != QStringLiteral("fusion") && QApplication::style()->name() != style)
        QApplication::setStyle(QStyleFactory::create(style));
    else if (style == QStringLiteral("fusion") && !dynamic_cast<VisibleBoxes *>(QApplication::style()))
        QApplication::setStyle(new VisibleBoxes);
    // A desktop without a theme of its own leaves Fusion with the palette of 2012: ours is kinder to the eyes.
    const bool plainFusion = style == QStringLiteral("fusion") && QApplication::desktopSettingsAware() && !isDark(system.palette)
        && system.palette.color(QPalette::Window) == QApplication::style()->standardPalette().color(QPalette::Window);
    QPalette palette = system.palette;
    if (appearance == Appearance::Light || (appearance == Appearance::System && plainFusion))
        palette = lightPalette();
    else if (appearance == Appearance::Dark)
        palette = darkPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

QPalette lightPalette()
{
    return paletteOf(kLight);
}

QPalette darkPalette()
{
    return paletteOf(kDark);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < kDarkBelow;
}

QColor toneColour(StateTone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case StateTone::Working: return QColor::fromRgb(dark ? 0xff6cc3de : 0xff0f5f7d);
    case StateTone::Done: return QColor::fromRgb(dark ? 0xff7fc48c : 0xff2b6b3a);
    case StateTone::Waiting: return QColor::fromRgb(dark ? 0xffa3abb2 : 0xff5b646b);
    case StateTone::Problem: return QColor::fromRgb(dark ? 0xffe0ab4f : 0xff8a5200);
    case StateTone::Danger: return QColor::fromRgb(dark ? 0xfff08a80 : 0xffb3261e);
    }
    return palette.color(QPalette::Text);
}

QColor secondaryText(const QPalette &palette)
{
    return mix(palette.color(QPalette::Active, QPalette::WindowText), palette.color(QPalette::Active, QPalette::Window), 0.3);
}

QColor hairline(const QPalette &palette)
{
    return mix(palette.color(QPalette::Window), palette.color(QPalette::WindowText), isDark(palette) ? 0.16 : 0.14);
}

QColor progressTrack(const QPalette &palette)
{
    return mix(palette.color(QPalette::Base), palette.color(QPalette::Text), isDark(palette) ? 0.14 : 0.10);
}

} // namespace trib::ui
