#include "ui/widgets/text_cache.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <memory>

namespace trib::ui {
namespace {

// QStaticText breaks lines at these, and lays out from right to left by a width that it does not know.
[[nodiscard]] bool canBeKept(const QString &text)
{
    const auto breaks = [](QChar one) { return one == u'\n' || one == u'\r' || one == QChar::LineSeparator || one == QChar::ParagraphSeparator; };
    return !text.isRightToLeft() && std::ranges::none_of(text, breaks);
}

} // namespace

void TextCache::draw(QPainter &painter, const QFont &font, const QRect &rect, Qt::Alignment visual, const QString &text, Qt::TextElideMode mode)
{
    if (text.isEmpty() || rect.isEmpty())
        return;
    if (painter.font() != font)
        painter.setFont(font);
    if (!canBeKept(text)) {
        painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter.drawText(rect, static_cast<int>(visual | Qt::AlignAbsolute) | Qt::TextSingleLine, QFontMetrics(font).elidedText(text, mode, rect.width()));
        return;
    }
    const QStaticText &kept = shaped({font, text, rect.width(), mode});
    const QSizeF size = kept.size();
    const qreal spare = rect.width() - size.width();
    const qreal left = visual & Qt::AlignRight ? spare : visual & Qt::AlignHCenter ? spare / 2 : 0;
    painter.drawStaticText(QPointF(rect.left() + left, rect.top() + (rect.height() - size.height()) / 2), kept);
}

const QStaticText &TextCache::shaped(const Key &key)
{
    if (const QStaticText *kept = m_texts.object(key))
        return *kept;
    auto made = std::make_unique<QStaticText>(QFontMetrics(key.font).elidedText(key.text, key.mode, key.width));
    made->setTextFormat(Qt::PlainText); // a name may look like HTML
    QTextOption option(Qt::AlignLeft);
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    made->setTextOption(option);
    made->prepare(QTransform(), key.font);
    const QStaticText *shaped = made.get();
    m_texts.insert(key, made.release());
    return *shaped;
}

} // namespace trib::ui
