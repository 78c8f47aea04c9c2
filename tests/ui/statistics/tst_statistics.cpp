#include "tests/support/fake_engine.h"
#include "tests/support/manual_clock.h"
#include "ui/models/transfer_model.h"
#include "ui/statistics/statistics_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace trib;
using namespace trib::ui;

namespace {

[[nodiscard]] TransferDelta oneDownloading()
{
    TorrentSnapshot torrent;
    std::array<std::uint8_t, 20> id{};
    id.fill(7);
    torrent.id = TorrentId(id);
    torrent.state = TorrentState::Downloading;
    TransferDelta delta;
    delta.upserted.push_back(std::make_shared<const TorrentSnapshot>(torrent));
    return delta;
}

} // namespace

class TestStatistics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ratioIsOfWhatWasDownloaded_data()
    {
        QTest::addColumn<qint64>("uploaded");
        QTest::addColumn<qint64>("downloaded");
        QTest::addColumn<qint64>("permille");
        QTest::newRow("nothing yet") << qint64(0) << qint64(0) << qint64(-1);
        QTest::newRow("uploads alone") << qint64(500) << qint64(0) << qint64(-1);
        QTest::newRow("half") << qint64(500) << qint64(1000) << qint64(500);
        QTest::newRow("petabytes") << qint64(6'000'000'000'000'000) << qint64(4'000'000'000'000'000) << qint64(1500);
    }
    void ratioIsOfWhatWasDownloaded()
    {
        QFETCH(qint64, uploaded);
        QFETCH(qint64, downloaded);
        QFETCH(qint64, permille);
        QCOMPARE(ratioOf(Bytes(uploaded), Bytes(downloaded)), permille);
    }

    void everyFigureOfTheStatusIsShown()
    {
        show();
        const QString text = m_dialog->text().replace(QChar::Nbsp, u' ');
        for (const char *part : {"Downloaded\t3.00 KiB (3,072 bytes)", "Uploaded\t6.00 KiB (6,144 bytes)", "Ratio\t2.00", "Downloaded\t1.00 KiB",
                 "Uploaded\t512 bytes", "Wasted: came twice or too late\t11 bytes", "Wrong data, thrown away\t13 bytes", "Connections to peers\t17",
                 "Nodes of the DHT\t19", "Waiting for the disk\t23", "Free where downloads go\t4.00 KiB"})
            QVERIFY2(text.contains(QString::fromLatin1(part)), qPrintable(QString::fromLatin1(part) + u'\n' + text));
        QVERIFY(shown().contains(QStringLiteral("1 h 30 min")));
    }

    void followsTheEngineTheClockAndTheList()
    {
        show();
        SessionStatus later = status();
        later.connections = 4711;
        m_engine.publishStatus(later);
        QVERIFY(shown().contains(QStringLiteral("4,711")));
        QVERIFY(!shown().contains(QStringLiteral("1")));
        m_model.apply(oneDownloading());
        QVERIFY(shown().contains(QStringLiteral("1")));
        m_clock.advance(std::chrono::hours(1));
        QTRY_VERIFY(shown().contains(QStringLiteral("2 h 30 min")));
    }

    void anUnknownStartIsNoTimeSince1970()
    {
        SessionStatus unknown = status();
        unknown.started = {};
        const auto groups = statisticsOf(unknown, m_clock.wallNow());
        QCOMPARE(groups.at(1).figures.first().value, QString(QChar(0x2013)));
    }

    void copiesWhatIsShown()
    {
        show();
        for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("&Copy"))
                button->click();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), m_dialog->text());
    }

    void cleanup() { delete m_dialog; }

private:
    [[nodiscard]] SessionStatus status() const
    {
        SessionStatus status;
        status.downloadedEver = Bytes(3072);
        status.uploadedEver = Bytes(6144);
        status.sessionDownloaded = Bytes(1024);
        status.sessionUploaded = Bytes(512);
        status.wasted = Bytes(11);
        status.failedHash = Bytes(13);
        status.connections = 17;
        status.dhtEnabled = true;
        status.dhtNodes = 19;
        status.diskJobs = 23;
        status.freeSpace = Bytes(4096);
        status.started = m_clock.wallNow() - std::chrono::minutes(90);
        return status;
    }

    void show()
    {
        m_dialog = new StatisticsDialog(m_engine, m_clock, m_model, status(), nullptr);
        m_dialog->show();
    }

    [[nodiscard]] QStringList shown() const
    {
        QStringList texts;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>())
            texts += label->text().replace(QChar::Nbsp, u' ');
        return texts;
    }

    test::ManualClock m_clock;
    test::FakeEngine m_engine;
    TransferModel m_model;
    QPointer<StatisticsDialog> m_dialog;
};

QTEST_MAIN(TestStatistics)
#include "tst_statistics.moc"
