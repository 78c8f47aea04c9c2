#include "ui/about/about_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace trib::ui;

class TestAbout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsRefusedWithThisLibrary_data()
    {
        QTest::addColumn<bool>("v2Only");
        QTest::addColumn<bool>("hybrids");
        QTest::addColumn<int>("sentences");
        QTest::newRow("mended") << false << false << 1;
        QTest::newRow("2.0.8") << true << false << 2;
        QTest::newRow("2.0.13") << true << true << 3;
    }
    void saysWhatIsRefusedWithThisLibrary()
    {
        QFETCH(bool, v2Only);
        QFETCH(bool, hybrids);
        QFETCH(int, sentences);
        const QStringList all = mitigations({{}, QStringLiteral("2.0.8.0"), v2Only, hybrids});
        QCOMPARE(all.size(), sentences);
        QCOMPARE(all.join(u' ').contains(QStringLiteral("version 2 only")), v2Only);
        QCOMPARE(all.join(u' ').contains(QStringLiteral("Hybrid torrents")), hybrids);
    }

    void showsAndCopiesTheVersions()
    {
        const QString versions = QStringLiteral("Tributary 9.8.7 (libtorrent 6.5.4)");
        auto *dialog = new AboutDialog({versions, QStringLiteral("6.5.4"), false, false}, nullptr);
        dialog->open();
        QStringList texts;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            texts += label->text();
        QVERIFY(texts.contains(versions));
        QVERIFY(texts.join(u' ').contains(QStringLiteral("GNU General Public License")));
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().contains(QStringLiteral("Copy")))
                button->click();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), versions);
        delete dialog;
    }
};

QTEST_MAIN(TestAbout)
#include "tst_about.moc"
