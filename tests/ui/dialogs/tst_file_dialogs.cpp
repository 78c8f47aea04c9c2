#include "tests/support/fake_engine.h"
#include "ui/dialogs/add_peer_dialog.h"
#include "ui/dialogs/free_space.h"
#include "ui/dialogs/move_dialog.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/dialogs/remove_dialog.h"
#include "ui/dialogs/rename_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace trib;
using namespace trib::ui;

namespace {

QPushButton *button(QWidget &dialog, const QString &part)
{
    for (QPushButton *candidate : dialog.findChildren<QPushButton *>()) {
        if (candidate->text().remove(u'&').contains(part) && !candidate->isHidden())
            return candidate;
    }
    return nullptr;
}

RemovalPlan plan()
{
    RemovalPlan result;
    result.files = {"/data/a.mkv", "/data/b.mkv"};
    result.size = Bytes(3 << 20);
    result.shared = {"/data/shared.srt"};
    return result;
}

QFuture<FreeSpace> spaceOf(FreeSpace space)
{
    QPromise<FreeSpace> promise;
    promise.start();
    promise.addResult(std::move(space));
    promise.finish();
    return promise.future();
}

} // namespace

class TestFileDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void removingAsksWithTheExactFilesAndKeepsThemByDefault()
    {
        test::FakeEngine engine;
        engine.planAnswer = plan();
        QPointer<RemoveDialog> dialog = new RemoveDialog(engine, {{TorrentId(), QStringLiteral("a")}}, true, nullptr);
        QSignalSpy removed(dialog, &RemoveDialog::removed);
        dialog->open();
        QTRY_VERIFY(button(*dialog, QStringLiteral("2 file")));
        QVERIFY2(button(*dialog, QStringLiteral("MiB) to trash")), qPrintable(button(*dialog, QStringLiteral("trash"))->text()));
        auto *list = dialog->findChild<QListView *>();
        QVERIFY(list->isHidden());
        dialog->findChild<QToolButton *>()->setChecked(true);
        QVERIFY(!list->isHidden());
        QCOMPARE(list->model()->rowCount(), 3);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(engine.last<RemoveTorrents>()->files, FileDisposal::Keep);
        QTRY_COMPARE(removed.count(), 1);
        QTRY_VERIFY(!dialog);
    }

    void filesGoToTheTrashOnlyWhenThatButtonIsPressed()
    {
        test::FakeEngine engine;
        engine.planAnswer = plan();
        QPointer<RemoveDialog> dialog = new RemoveDialog(engine, {{TorrentId(), QStringLiteral("a")}}, true, nullptr);
        dialog->open();
        QTRY_VERIFY(button(*dialog, QStringLiteral("trash"))->isEnabled());
        button(*dialog, QStringLiteral("trash"))->click();
        QCOMPARE(engine.last<RemoveTorrents>()->files, FileDisposal::Trash);
    }

    void withoutATrashItSaysForGoodAndDeletes()
    {
        test::FakeEngine engine;
        engine.planAnswer = plan();
        engine.planAnswer->trashAvailable = false;
        QPointer<RemoveDialog> dialog = new RemoveDialog(engine, {{TorrentId(), QStringLiteral("a")}}, true, nullptr);
        dialog->open();
        QTRY_VERIFY(button(*dialog, QStringLiteral("for good")));
        QVERIFY(dialog->findChild<NoticeBar *>()->text().contains(QStringLiteral("no trash")));
        button(*dialog, QStringLiteral("for good"))->click();
        QCOMPARE(engine.last<RemoveTorrents>()->files, FileDisposal::Delete);
    }

    void nothingIsTakenAwayBeforeThePlanIsKnown()
    {
        test::FakeEngine engine;
        engine.manual = true;
        RemoveDialog dialog(engine, {{TorrentId(), QStringLiteral("a")}}, true, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        QVERIFY(!button(dialog, QStringLiteral("trash"))->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(engine.commands.empty());
    }

    void aRefusedRemovalSaysWhy()
    {
        test::FakeEngine engine;
        engine.planAnswer = plan();
        engine.answer = failure(EngineErrc::DiskError);
        RemoveDialog dialog(engine, {{TorrentId(), QStringLiteral("a")}}, true, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        QTRY_VERIFY(button(dialog, QStringLiteral("trash"))->isEnabled());
        button(dialog, QStringLiteral("trash"))->click();
        QTRY_VERIFY(button(dialog, QStringLiteral("Keep"))->isEnabled());
        QVERIFY(dialog.isVisible());
        QVERIFY(!dialog.findChild<NoticeBar *>()->text().isEmpty());
    }

    void movingNeedsAnotherWholePath()
    {
        test::FakeEngine engine;
        QTemporaryDir folder;
        QPointer<MoveDialog> dialog
            = new MoveDialog(engine, {{TorrentId()}, {QStringLiteral("a")}, QStringLiteral("/data"), Bytes(1), {}}, nullptr);
        dialog->open();
        auto *combo = dialog->findChild<QComboBox *>();
        QVERIFY(!button(*dialog, QStringLiteral("Move"))->isEnabled());
        combo->setEditText(QStringLiteral("relative"));
        QVERIFY(!button(*dialog, QStringLiteral("Move"))->isEnabled());
        combo->setEditText(folder.path());
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(engine.last<MoveStorage>()->savePath, folder.path().toStdString());
        QTRY_VERIFY(!dialog);
    }

    void renamingChangesTheLastComponent()
    {
        const RenameTarget file = RenamedFile{TorrentId(), FileIndex(4), QStringLiteral("a/b/c.mkv")};
        QCOMPARE(std::get<RenameFile>(RenameDialog::commandFor(file, QStringLiteral("d.mkv"))).path, std::string("a/b/d.mkv"));
        const RenameTarget folder = RenamedFolder{TorrentId(), QStringLiteral("a/b")};
        const auto command = std::get<RenameFolder>(RenameDialog::commandFor(folder, QStringLiteral("x")));
        QCOMPARE(command.from, std::string("a/b"));
        QCOMPARE(command.to, std::string("a/x"));
    }

    void aNameThatLeavesTheFolderIsRefused()
    {
        test::FakeEngine engine;
        RenameDialog dialog(engine, RenamedFile{TorrentId(), FileIndex(0), QStringLiteral("film.mkv")}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        auto *name = dialog.findChild<QLineEdit *>();
        QCOMPARE(name->selectedText(), QStringLiteral("film"));
        for (const QString &bad : {QStringLiteral(".."), QStringLiteral("a/b"), QString(), QStringLiteral("film.mkv")}) {
            name->setText(bad);
            QVERIFY2(!button(dialog, QStringLiteral("Rename"))->isEnabled(), qPrintable(bad));
        }
        name->setText(QStringLiteral("other.mkv"));
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(engine.last<RenameFile>()->path, std::string("other.mkv"));
    }

    void aPeerIsAnAddressWithAPort_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("endpoint");
        QTest::newRow("IPv4") << QStringLiteral(" 198.51.100.7:6881 ") << QStringLiteral("198.51.100.7:6881");
        QTest::newRow("IPv6") << QStringLiteral("[2001:DB8::7]:6881") << QStringLiteral("[2001:db8::7]:6881");
        QTest::newRow("IPv6 without brackets") << QStringLiteral("2001:db8::7:6881") << QString();
        QTest::newRow("IPv4 in brackets") << QStringLiteral("[198.51.100.7]:6881") << QString();
        QTest::newRow("no port") << QStringLiteral("198.51.100.7") << QString();
        QTest::newRow("port 0") << QStringLiteral("198.51.100.7:0") << QString();
        QTest::newRow("port too high") << QStringLiteral("198.51.100.7:65536") << QString();
        QTest::newRow("a name") << QStringLiteral("peer.example:6881") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void aPeerIsAnAddressWithAPort()
    {
        QFETCH(QString, text);
        QFETCH(QString, endpoint);
        QCOMPARE(AddPeerDialog::endpointOf(text), endpoint);
    }

    void aPeerThatIsRefusedStaysWithTheReason()
    {
        test::FakeEngine engine;
        QPointer<AddPeerDialog> dialog = new AddPeerDialog(engine, TorrentId(), QStringLiteral("film"), nullptr);
        dialog->open();
        QVERIFY(!button(*dialog, QStringLiteral("Connect"))->isEnabled());
        dialog->findChild<QLineEdit *>()->setText(QStringLiteral("198.51.100.7:6881"));
        engine.answer = failure(EngineErrc::NoSuchTorrent);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(engine.last<AddPeer>()->endpoint, std::string("198.51.100.7:6881"));
        QTRY_VERIFY(dialog->findChild<NoticeBar *>()->text().contains(QStringLiteral("no longer in the list")));
        engine.answer = success();
        QSignalSpy asked(dialog, &AddPeerDialog::asked);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(asked.count(), 1);
        QTRY_VERIFY(!dialog);
    }

    void spaceLabelWarnsInWords()
    {
        SpaceLabel label(nullptr, [](const QString &) {
            return spaceOf({QStringLiteral("/data"), Bytes(1 << 20), true, true});
        });
        label.setNeeded(Bytes(2 << 20));
        label.setFolder(QStringLiteral("/data/x"));
        QTRY_VERIFY(label.text().contains(QStringLiteral("Not enough room")));
        QVERIFY(!label.isEnough());
        label.setNeeded(Bytes(1 << 10));
        QVERIFY(label.isEnough());
        label.setNeeded(Bytes(1 << 10), Bytes(1 << 20));
        QVERIFY(!label.isEnough());
    }

    void spaceIsThatOfTheNearestFolderThatExists()
    {
        QTemporaryDir folder;
        const auto future = askFreeSpace(folder.filePath(QStringLiteral("not/yet/there")));
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result().known);
        QVERIFY(future.result().writable);
        QVERIFY(future.result().available > Bytes());
    }

    void hostileNamesAreShownAsTheyAre()
    {
        QScopedPointer<QLabel> label(plainLabel(QStringLiteral("<b>x</b><img src='file:///etc/passwd'>"), nullptr));
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(someNames(QStringList(5, QStringLiteral("n"))).count(u'\n'), 3);
    }
};

QTEST_MAIN(TestFileDialogs)
#include "tst_file_dialogs.moc"
