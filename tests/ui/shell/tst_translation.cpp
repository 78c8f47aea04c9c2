#include "ui/shell/translation.h"
#include "ui/text/tr.h"

#include <QFile>
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace trib::ui;

namespace {

QString fileOf(const QString &language)
{
    QFile file(QStringLiteral(TRIB_TRANSLATIONS "/tributary_%1.ts").arg(language));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestTranslation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLeftUntranslated()
    {
        for (const QString &language : availableLanguages()) {
            const QString text = fileOf(language);
            QVERIFY(text.contains(QStringLiteral("<context>")));
            QCOMPARE(text.count(QStringLiteral("type=\"unfinished\"")), 0);
        }
    }

    // A string outside the contexts of tr.h was written with the wrong tr() and would never be found at run time.
    void everyContextIsALibrary()
    {
        static const QRegularExpression kName(QStringLiteral("<name>(.*)</name>"));
        for (auto it = kName.globalMatch(fileOf(QStringLiteral("ja"))); it.hasNext();) {
            const QString name = it.next().captured(1);
            QVERIFY2(name.startsWith(QStringLiteral("ui_")) || name.startsWith(QStringLiteral("app")), qPrintable(name));
        }
    }

    void placeholdersSurviveTranslation()
    {
        static const QRegularExpression kMessage(QStringLiteral("<source>(.*?)</source>.*?<translation>(.*?)</translation>"), QRegularExpression::DotMatchesEverythingOption);
        for (auto it = kMessage.globalMatch(fileOf(QStringLiteral("ja"))); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            for (const char *place : {"%1", "%2", "%3", "%4", "%n"}) {
                const QString key = QString::fromLatin1(place);
                QVERIFY2(match.captured(1).contains(key) == match.captured(2).contains(key), qPrintable(match.captured(1)));
            }
        }
    }

    void speaksBothLanguages()
    {
        QCOMPARE(installTranslation(*QCoreApplication::instance(), QStringLiteral("en")), QStringLiteral("en"));
        QCOMPARE(TrTransfers::tr("%n torrent(s) selected", nullptr, 1), QStringLiteral("1 torrent selected"));
        QCOMPARE(TrTransfers::tr("%n torrent(s) selected", nullptr, 3), QStringLiteral("3 torrents selected"));
        QCOMPARE(installTranslation(*QCoreApplication::instance(), QStringLiteral("ja")), QStringLiteral("ja"));
        QCOMPARE(TrText::tr("Downloading"), QStringLiteral("ダウンロード中"));
        QCOMPARE(QLocale().language(), QLocale::Japanese);
        installTranslation(*QCoreApplication::instance(), QStringLiteral("en"));
        QCOMPARE(TrText::tr("Downloading"), QStringLiteral("Downloading"));
    }
};

QTEST_GUILESS_MAIN(TestTranslation)
#include "tst_translation.moc"
