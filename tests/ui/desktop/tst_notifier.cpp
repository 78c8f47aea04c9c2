#include "tests/support/manual_clock.h"
#include "tests/ui/desktop/recorded_notifications.h"
#include "ui/desktop/dbus_notifications.h"
#include "ui/desktop/notifier.h"
#include "ui/shell/translation.h"

#include <QSignalSpy>
#include <QTest>

using namespace trib;
using namespace trib::ui;
using namespace std::chrono_literals;

namespace {

TorrentSnapshot torrentNamed(const std::string &name)
{
    TorrentSnapshot torrent;
    torrent.name = name;
    torrent.savePath = "/data";
    torrent.contentPath = "/data/" + name;
    torrent.fileCount = 1;
    return torrent;
}

} // namespace

class TestNotifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QStringLiteral("en")); }

    void namesOneAndOffersItsFolder()
    {
        Notifier notifier(m_shown, m_clock, [] { return false; });
        QSignalSpy folders(&notifier, &Notifier::folderWanted);
        notifier.tellFinished(torrentNamed("a film.mkv"));
        flush(notifier);
        QCOMPARE(m_shown.shown.size(), std::size_t(1));
        const Notification &notification = m_shown.shown[0].notification;
        QCOMPARE(notification.title, QStringLiteral("Download complete"));
        QCOMPARE(notification.text, QStringLiteral("a film.mkv"));
        QVERIFY(!notification.folderAction.isEmpty() && !notification.isProblem);
        Q_EMIT m_shown.folderWanted(m_shown.shown[0].ticket);
        QCOMPARE(folders.count(), 1);
        QCOMPARE(folders[0][0].toString(), QStringLiteral("/data"));
        Q_EMIT m_shown.folderWanted(99);
        QCOMPARE(folders.count(), 1);
    }

    void theFolderOfManyFilesIsTheirOwn()
    {
        Notifier notifier(m_shown, m_clock, [] { return false; });
        QSignalSpy folders(&notifier, &Notifier::folderWanted);
        TorrentSnapshot torrent = torrentNamed("series");
        torrent.fileCount = 7;
        notifier.tellFinished(torrent);
        flush(notifier);
        Q_EMIT m_shown.folderWanted(m_shown.shown[0].ticket);
        QCOMPARE(folders[0][0].toString(), QStringLiteral("/data/series"));
    }

    void tenAtOnceAreOneNotification()
    {
        Notifier notifier(m_shown, m_clock, [] { return false; });
        for (int i = 0; i < 10; ++i)
            notifier.tellFinished(torrentNamed("file " + std::to_string(i)));
        flush(notifier);
        QCOMPARE(m_shown.shown.size(), std::size_t(1));
        const Notification &notification = m_shown.shown[0].notification;
        QCOMPARE(notification.title, QStringLiteral("10 downloads complete"));
        QCOMPARE(notification.text, QStringLiteral("file 0\nfile 1\nfile 2\nand 7 more"));
        QVERIFY(notification.folderAction.isEmpty());
    }

    void aProblemSaysWhatIsTheMatter()
    {
        Notifier notifier(m_shown, m_clock, [] { return false; });
        TorrentSnapshot torrent = torrentNamed("a film.mkv");
        torrent.problem = {ProblemKind::VolumeOffline, "/media/ann/Archive", {}, {}, {}};
        notifier.tellTrouble(torrent);
        notifier.tellFinished(torrentNamed("another"));
        flush(notifier);
        QCOMPARE(m_shown.shown.size(), std::size_t(2));
        const Notification &notification = m_shown.shown[1].notification;
        QVERIFY(notification.isProblem);
        QVERIFY2(notification.text.startsWith(QStringLiteral("a film.mkv\n")) && notification.text.contains(QStringLiteral("Archive")), qPrintable(notification.text));
    }

    void whoLooksAtTheWindowIsNotTold()
    {
        Notifier notifier(m_shown, m_clock, [] { return true; });
        notifier.tellFinished(torrentNamed("a"));
        flush(notifier);
        QVERIFY(m_shown.shown.empty());
    }

    void namesNothingWhileTheWindowIsLocked()
    {
        Notifier notifier(m_shown, m_clock, [] { return false; });
        QSignalSpy folders(&notifier, &Notifier::folderWanted);
        notifier.tellFinished(torrentNamed("before"));
        flush(notifier);
        notifier.setDiscreet(true);
        QCOMPARE(m_shown.withdrawn, 1);
        Q_EMIT m_shown.folderWanted(m_shown.shown[0].ticket);
        QCOMPARE(folders.count(), 0);
        notifier.tellFinished(torrentNamed("secret"));
        TorrentSnapshot torrent = torrentNamed("secret");
        torrent.problem = {ProblemKind::NoSpace, "/secret", {}, {}, {}};
        notifier.tellTrouble(torrent);
        flush(notifier);
        QCOMPARE(m_shown.shown.size(), std::size_t(3));
        for (std::size_t i = 1; i < 3; ++i) {
            QVERIFY(m_shown.shown[i].notification.text.isEmpty());
            QVERIFY(!m_shown.shown[i].notification.title.contains(QStringLiteral("secret")));
            QVERIFY(m_shown.shown[i].notification.folderAction.isEmpty());
        }
    }

    void aLongNameIsCut()
    {
        Notifier notifier(m_shown, m_clock, [] { return false; });
        notifier.tellFinished(torrentNamed(std::string(1000, 'x')));
        flush(notifier);
        QVERIFY(m_shown.shown[0].notification.text.size() <= 120);
    }

    void aNameIsNoMarkup()
    {
        const auto name = QStringLiteral("<b>&amp; <a href=\"http://x\">y</a>");
        QCOMPARE(notificationBody(name, true), QStringLiteral("&lt;b&gt;&amp;amp; &lt;a href=&quot;http://x&quot;&gt;y&lt;/a&gt;"));
        QCOMPARE(notificationBody(name, false), name);
    }

    void comesByItself()
    {
        const SystemClock clock;
        Notifier notifier(m_shown, clock, [] { return false; });
        notifier.tellFinished(torrentNamed("a"));
        QTRY_COMPARE(m_shown.shown.size(), std::size_t(1));
    }

    void cleanup()
    {
        m_shown.shown.clear();
        m_shown.withdrawn = 0;
        m_clock.advance(1h);
    }

private:
    void flush(Notifier &notifier)
    {
        m_clock.advance(kBetweenNotifications + kGather);
        notifier.flush();
    }

    test::ManualClock m_clock;
    test::RecordedNotifications m_shown;
};

QTEST_MAIN(TestNotifier)
#include "tst_notifier.moc"
