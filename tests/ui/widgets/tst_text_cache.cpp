#include "ui/widgets/text_cache.h"

#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <functional>

using namespace trib::ui;

class TestTextCache final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsAsThePainterWould_data();
    void drawsAsThePainterWould();
    void keepsAFontsTextsWhileOthersAreDrawn();
};

namespace {

constexpr QRect kCell(4, 2, 150, 24);

[[nodiscard]] QImage pictureOf(const std::function<void(QPainter &)> &draw)
{
    QImage image(160, 30, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    draw(painter);
    return image;
}

[[nodiscard]] QImage cached(TextCache &cache, const QFont &font, const QString &text)
{
    return pictureOf([&](QPainter &painter) { cache.draw(painter, font, kCell, Qt::AlignLeft | Qt::AlignVCenter, text, Qt::ElideRight); });
}

[[nodiscard]] QImage drawn(const QFont &font, const QString &text)
{
    return pictureOf([&](QPainter &painter) {
        painter.setFont(font);
        painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        const QString elided = QFontMetrics(font).elidedText(text, Qt::ElideRight, kCell.width());
        painter.drawText(kCell, static_cast<int>(Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine, elided);
    });
}

} // namespace

void TestTextCache::drawsAsThePainterWould_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a name") << QStringLiteral("debian-12.iso");
    QTest::newRow("too long") << QStringLiteral("a name that is far too long for the cell that it stands in");
    QTest::newRow("like HTML") << QStringLiteral("<b>bold</b> &amp;");
    QTest::newRow("Japanese") << QStringLiteral("青空文庫 全作品");
    QTest::newRow("from right to left") << QStringLiteral("שלום עולם");
    QTest::newRow("of two lines") << QStringLiteral("one\ntwo");
}

void TestTextCache::drawsAsThePainterWould()
{
    QFETCH(QString, text);
    TextCache cache;
    const QImage expected = drawn({}, text);
    QVERIFY(expected != drawn({}, QString()));
    QCOMPARE(cached(cache, {}, text), expected);
    QCOMPARE(cached(cache, {}, text), expected); // as it was kept
}

void TestTextCache::keepsAFontsTextsWhileOthersAreDrawn()
{
    QFont bold;
    bold.setBold(true);
    const QString text = QStringLiteral("debian-12.iso");
    TextCache cache;
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(cached(cache, {}, text), drawn({}, text));
        QCOMPARE(cached(cache, bold, text), drawn(bold, text));
    }
    QCOMPARE(cache.size(), 2);
}

QTEST_MAIN(TestTextCache)
#include "tst_text_cache.moc"
