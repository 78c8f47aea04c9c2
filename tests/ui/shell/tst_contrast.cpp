#include "tests/ui/screenshots/scene.h"
#include "ui/models/transfer_columns.h"
#include "ui/models/transfer_model.h"
#include "ui/transfers/transfer_view.h"
#include "ui/transfers/transfers_page.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHash>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace trib;
using namespace trib::ui;

namespace {

constexpr double kReadable = 4.5; // WCAG 2.1, 1.4.3

double luminance(QRgb colour)
{
    const auto linear = [](int channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

double contrast(QRgb a, QRgb b)
{
    const auto [low, high] = std::minmax(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

// Between the colour that fills most of the picture and the one that stands out most from it.
double bestContrast(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    QRgb ground = 0;
    int most = 0;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        if (it.value() > most) {
            most = it.value();
            ground = it.key();
        }
    }
    double best = 1;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        best = std::max(best, contrast(ground, it.key()));
    return best;
}

QImage drawText(const QColor &text, const QColor &ground)
{
    QImage picture(160, 40, QImage::Format_RGB32);
    picture.fill(ground);
    QPainter painter(&picture);
    QFont font = painter.font();
    font.setPixelSize(18);
    painter.setFont(font);
    painter.setPen(text);
    painter.drawText(picture.rect(), Qt::AlignCenter, QStringLiteral("Hamburgefonstiv"));
    return picture;
}

QImage drawIcon(const QString &name, const QColor &colour, const QColor &ground)
{
    QImage picture(40, 40, QImage::Format_RGB32);
    picture.fill(ground);
    QPainter painter(&picture);
    icon(name, colour).paint(&painter, 8, 8, 24, 24);
    return picture;
}

} // namespace

class TestContrast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allTextCanBeRead_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const bool dark : {false, true}) {
            const QPalette palette = dark ? darkPalette() : lightPalette();
            const QByteArray theme = dark ? "dark" : "light";
            const auto row = [&](const char *name, const QColor &text, QPalette::ColorRole ground) { QTest::newRow((theme + ' ' + name).constData()) << text << palette.color(ground); };
            row("text on base", palette.color(QPalette::Text), QPalette::Base);
            row("text on window", palette.color(QPalette::WindowText), QPalette::Window);
            row("text on button", palette.color(QPalette::ButtonText), QPalette::Button);
            row("selected", palette.color(QPalette::HighlightedText), QPalette::Highlight);
            row("link", palette.color(QPalette::Link), QPalette::Base);
            row("placeholder", palette.color(QPalette::PlaceholderText), QPalette::Base);
            row("placeholder on window", palette.color(QPalette::PlaceholderText), QPalette::Window);
            row("secondary", secondaryText(palette), QPalette::Window);
            row("secondary on base", secondaryText(palette), QPalette::Base);
            row("tip", palette.color(QPalette::ToolTipText), QPalette::ToolTipBase);
        }
    }
    void allTextCanBeRead()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        const double measured = bestContrast(drawText(text, ground));
        QVERIFY2(measured >= kReadable, qPrintable(QString::number(measured)));
    }

    void allStateHuesCanBeSeen()
    {
        for (const QPalette &palette : {lightPalette(), darkPalette()}) {
            for (const auto tone : {StateTone::Working, StateTone::Done, StateTone::Waiting, StateTone::Problem, StateTone::Danger}) {
                for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
                    const double measured = bestContrast(drawIcon(QStringLiteral("warning"), toneColour(tone, palette), palette.color(ground)));
                    QVERIFY2(measured >= kReadable, qPrintable(QStringLiteral("tone %1: %2").arg(static_cast<int>(tone)).arg(measured)));
                }
            }
        }
    }

    void everyStateInTheListCanBeRead_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << static_cast<int>(ThemeChoice::Light);
        QTest::newRow("dark") << static_cast<int>(ThemeChoice::Dark);
    }
    void everyStateInTheListCanBeRead()
    {
        QFETCH(int, theme);
        UiSettings settings;
        settings.theme = static_cast<ThemeChoice>(theme);
        settings.showDetails = false;
        test::Scene scene(settings);
        scene.window->resize(1200, 800);
        scene.window->show();
        scene.fill();
        scene.page->view().selectRow(1);
        QCoreApplication::processEvents();
        TransferView &view = scene.page->view();
        const QImage picture = view.viewport()->grab().toImage();
        for (int row = 0; row < scene.page->model().rowCount(); ++row) {
            const QRect cell = view.visualRect(scene.page->model().index(row, static_cast<int>(TransferColumn::State)));
            QVERIFY(picture.rect().intersects(cell));
            const double measured = bestContrast(picture.copy(cell.intersected(picture.rect())));
            QVERIFY2(measured >= kReadable, qPrintable(QStringLiteral("row %1: %2").arg(row).arg(measured)));
        }
    }

    void notAllColoursWouldPass() { QVERIFY(bestContrast(drawText(QColor(0x99, 0x99, 0x99), Qt::white)) < kReadable); }
};

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
