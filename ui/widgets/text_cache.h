#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>
#include <QString>

class QPainter;
class QRect;

namespace trib::ui {

// Texts of cells as they were shaped when they were last drawn: shaping is most of what a cell costs, and a list says the same things again and
// again. GUI thread; bounded.
class TextCache {
public:
    // On one line, elided to `rect`, in the colour of the painter. `visual`: where the text stands, without mirroring.
    void draw(QPainter &painter, const QFont &font, const QRect &rect, Qt::Alignment visual, const QString &text, Qt::TextElideMode mode);

    [[nodiscard]] qsizetype size() const { return m_texts.size(); } // texts that are kept

private:
    struct Key {
        QFont font;
        QString text;
        int width;
        Qt::TextElideMode mode;

        bool operator==(const Key &) const = default;
        friend std::size_t qHash(const Key &key, std::size_t seed) noexcept { return qHashMulti(seed, key.font, key.text, key.width, key.mode); }
    };

    const QStaticText &shaped(const Key &key);

    QCache<Key, QStaticText> m_texts{2000};
};

} // namespace trib::ui
