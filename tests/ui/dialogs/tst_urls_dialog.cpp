#include "tests/support/fake_engine.h"
#include "ui/dialogs/banned_peers_dialog.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/question_dialog.h"
#include "ui/dialogs/urls_dialog.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace trib;
using namespace trib::ui;
using trib::test::FakeEngine;

namespace {

const TorrentId kId;

QPushButton *button(QDialog &dialog, const QString &text)
{
    for (QPushButton *candidate : dialog.findChildren<QPushButton *>()) {
        if (candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

} // namespace

class TestUrlsDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsAnAddress_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("tracker");
        QTest::addColumn<bool>("webSeed");
        QTest::newRow("http") << QStringLiteral("http://tracker.example:6969/announce") << true << true;
        QTest::newRow("https") << QStringLiteral("https://tracker.example/a?passkey=1") << true << true;
        QTest::newRow("udp") << QStringLiteral("udp://tracker.example:1337") << true << false;
        QTest::newRow("IPv6") << QStringLiteral("udp://[2001:db8::7]:1337/announce") << true << false;
        QTest::newRow("no scheme") << QStringLiteral("tracker.example/announce") << false << false;
        QTest::newRow("no host") << QStringLiteral("http:///announce") << false << false;
        QTest::newRow("another scheme") << QStringLiteral("file:///etc/passwd") << false << false;
        QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false << false;
        QTest::newRow("too long") << QStringLiteral("http://tracker.example/") + QString(3000, u'a') << false << false;
        QTest::newRow("empty") << QString() << false << false;
    }
    void knowsAnAddress()
    {
        QFETCH(QString, url);
        QTEST(UrlsDialog::isUsable(UrlKind::Tracker, url), "tracker");
        QTEST(UrlsDialog::isUsable(UrlKind::WebSeed, url), "webSeed");
    }

    void addsEachTrackerOnce()
    {
        FakeEngine engine;
        QPointer<UrlsDialog> dialog = new UrlsDialog(engine, {kId, UrlKind::Tracker, QStringLiteral("film"), {}, false}, nullptr);
        dialog->open();
        auto *lines = dialog->findChild<QPlainTextEdit *>();
        QPushButton *add = button(*dialog, QStringLiteral("&Add"));
        QVERIFY(add && !add->isEnabled());
        lines->setPlainText(QStringLiteral("http://a.example/announce\n\n  udp://b.example:1  \nhttp://a.example/announce\n"));
        QVERIFY(add->isEnabled());
        add->click();
        const auto *command = engine.last<AddTrackers>();
        QVERIFY(command);
        QCOMPARE(command->trackers, (std::vector<std::string>{"http://a.example/announce", "udp://b.example:1"}));
        QTRY_VERIFY(!dialog || !dialog->isVisible());
    }

    void namesTheLineThatIsNoAddress()
    {
        FakeEngine engine;
        UrlsDialog dialog(engine, {kId, UrlKind::Tracker, QStringLiteral("film"), {}, false}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("http://a.example/announce\nnonsense <b>"));
        QVERIFY(dialog.findChild<NoticeBar *>()->text().contains(QStringLiteral("nonsense <b>")));
        QVERIFY(!button(dialog, QStringLiteral("&Add"))->isEnabled());
    }

    void changesOneAddress()
    {
        FakeEngine engine;
        QPointer<UrlsDialog> dialog = new UrlsDialog(engine, {kId, UrlKind::Tracker, {}, QStringLiteral("http://a.example/announce"), false}, nullptr);
        dialog->open();
        QPushButton *change = button(*dialog, QStringLiteral("C&hange"));
        QVERIFY(change && !change->isEnabled()); // nothing changed yet
        dialog->findChild<QLineEdit *>()->setText(QStringLiteral("https://a.example/announce"));
        change->click();
        const auto *command = engine.last<ReplaceTracker>();
        QVERIFY(command);
        QCOMPARE(command->from, std::string("http://a.example/announce"));
        QCOMPARE(command->to, std::string("https://a.example/announce"));
    }

    void changesAWebSeedByAddingAndRemoving()
    {
        FakeEngine engine;
        QPointer<UrlsDialog> dialog = new UrlsDialog(engine, {kId, UrlKind::WebSeed, {}, QStringLiteral("http://a.example/"), false}, nullptr);
        dialog->open();
        dialog->findChild<QLineEdit *>()->setText(QStringLiteral("udp://b.example/"));
        QVERIFY(!button(*dialog, QStringLiteral("C&hange"))->isEnabled());
        dialog->findChild<QLineEdit *>()->setText(QStringLiteral("http://b.example/"));
        button(*dialog, QStringLiteral("C&hange"))->click();
        const auto *command = engine.last<ChangeWebSeeds>();
        QVERIFY(command);
        QCOMPARE(command->add, std::vector<std::string>{"http://b.example/"});
        QCOMPARE(command->remove, std::vector<std::string>{"http://a.example/"});
    }

    void staysOpenWithTheReasonOfARefusal()
    {
        FakeEngine engine;
        engine.answer = failure(EngineErrc::UrlInvalid);
        QPointer<UrlsDialog> dialog = new UrlsDialog(engine, {kId, UrlKind::Tracker, {}, {}, false}, nullptr);
        dialog->open();
        dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("http://a.example/announce"));
        button(*dialog, QStringLiteral("&Add"))->click();
        QTRY_VERIFY(!dialog->findChild<NoticeBar *>()->text().isEmpty());
        QVERIFY(dialog && dialog->isVisible() && button(*dialog, QStringLiteral("&Add"))->isEnabled());
        dialog->close();
    }

    void aQuestionIsSafeByDefault()
    {
        QPointer<QuestionDialog> dialog = new QuestionDialog({QStringLiteral("Ban?"), QStringLiteral("It stays away."), {QStringLiteral("198.51.100.7")}, QStringLiteral("&Ban")}, nullptr);
        QSignalSpy accepted(dialog, &QDialog::accepted);
        dialog->open();
        QVERIFY(!button(*dialog, QStringLiteral("&Ban"))->isDefault());
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(accepted.count(), 0);
        QTRY_VERIFY(!dialog || !dialog->isVisible());
    }

    void letsBannedPeersInAgain()
    {
        FakeEngine engine;
        settings::EngineSettings settings;
        settings.network.bannedPeers = "198.51.100.7,203.0.113.9,2001:db8::7";
        settings.network.port = 5;
        QPointer<BannedPeersDialog> dialog = new BannedPeersDialog(engine, settings, nullptr);
        dialog->open();
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->count(), 3);
        QPushButton *letIn = button(*dialog, QStringLiteral("&Let in again"));
        QVERIFY(!letIn->isEnabled());
        list->item(1)->setSelected(true);
        letIn->click();
        QCOMPARE(engine.configurations.size(), std::size_t{1});
        QCOMPARE(engine.configurations.front().network.bannedPeers, std::string("198.51.100.7,2001:db8::7"));
        QCOMPARE(engine.configurations.front().network.port, 5);
        settings.network.bannedPeers.clear();
        Q_EMIT engine.settingsChanged(settings);
        QCOMPARE(list->count(), 0);
        QVERIFY(dialog->findChild<NoticeBar *>()->text().contains(QStringLiteral("Nobody")));
        dialog->close();
    }
};

QTEST_MAIN(TestUrlsDialog)
#include "tst_urls_dialog.moc"
