#include "tests/support/fake_engine.h"
#include "ui/dialogs/folder_edit.h"
#include "ui/dialogs/label_dialog.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/remove_label_dialog.h"
#include "ui/dialogs/tag_edit.h"

#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace trib;
using namespace trib::ui;

namespace {

const Labels kLabels{{{"Video", "/data/video"}, {"Video/Films", {}}}, {"seen", "to watch"}};

QPushButton *acceptOf(const QDialog &dialog)
{
    for (QAbstractButton *button : dialog.findChild<QDialogButtonBox *>()->buttons()) {
        if (dialog.findChild<QDialogButtonBox *>()->buttonRole(button) == QDialogButtonBox::AcceptRole)
            return qobject_cast<QPushButton *>(button);
    }
    return nullptr;
}

QLineEdit *nameOf(const QDialog &dialog)
{
    return dialog.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
}

QString noticeOf(const QDialog &dialog)
{
    return dialog.findChild<NoticeBar *>()->text();
}

TorrentIds someIds()
{
    return {TorrentId()};
}

} // namespace

class TestLabelDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewCategoryIsSavedWithItsFolder()
    {
        test::FakeEngine engine;
        QPointer<LabelDialog> dialog = new LabelDialog(engine, NewCategory{}, kLabels, nullptr);
        dialog->open();
        QVERIFY(!acceptOf(*dialog)->isEnabled());
        nameOf(*dialog)->setText(QStringLiteral(" Audio "));
        dialog->findChild<FolderEdit *>()->setPath(QStringLiteral("/data/audio"));
        acceptOf(*dialog)->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(engine.commands.size(), std::size_t(1));
        QCOMPARE(engine.last<SaveCategory>()->category, (Category{"Audio", "/data/audio"}));
    }

    void aNewOneForTorrentsIsMadeAndGiven()
    {
        test::FakeEngine engine;
        QPointer<LabelDialog> dialog = new LabelDialog(engine, NewCategory{{}, someIds()}, kLabels, nullptr);
        dialog->open();
        nameOf(*dialog)->setText(QStringLiteral("Audio"));
        acceptOf(*dialog)->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(engine.commands.size(), std::size_t(2));
        QVERIFY(std::holds_alternative<SaveCategory>(engine.commands.front()));
        QCOMPARE(engine.last<SetCategory>()->category, std::string("Audio"));
        QCOMPARE(engine.last<SetCategory>()->ids, someIds());
        QPointer<LabelDialog> tag = new LabelDialog(engine, NewTag{someIds()}, kLabels, nullptr);
        tag->open();
        nameOf(*tag)->setText(QStringLiteral("new"));
        acceptOf(*tag)->click();
        QTRY_VERIFY(!tag);
        QCOMPARE(engine.last<ChangeTags>()->add, std::vector<std::string>{"new"});
        QVERIFY(!engine.last<CreateTags>());
    }

    // The folder of a category that is there already is not touched by giving the category to torrents.
    void oneThatThereIsKeepsItsFolder()
    {
        test::FakeEngine engine;
        QPointer<LabelDialog> dialog = new LabelDialog(engine, NewCategory{{}, someIds()}, kLabels, nullptr);
        dialog->open();
        nameOf(*dialog)->setText(QStringLiteral("Video"));
        QVERIFY(!dialog->findChild<FolderEdit *>()->isEnabled());
        acceptOf(*dialog)->click();
        QTRY_VERIFY(!dialog);
        QVERIFY(!engine.last<SaveCategory>());
        QCOMPARE(engine.last<SetCategory>()->category, std::string("Video"));
    }

    void saysWhatIsWrongAsItIsTyped()
    {
        test::FakeEngine engine;
        LabelDialog dialog(engine, NewCategory{QStringLiteral("Video"), {}}, kLabels, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(nameOf(dialog)->text(), QStringLiteral("Video/"));
        QCOMPARE(noticeOf(dialog), QString());
        QVERIFY(!acceptOf(dialog)->isEnabled());
        nameOf(dialog)->setText(QStringLiteral("Video//Films"));
        QVERIFY(noticeOf(dialog).contains(QStringLiteral("missing")));
        nameOf(dialog)->setText(QStringLiteral("Video/Films"));
        QVERIFY(noticeOf(dialog).contains(QStringLiteral("already")));
        QVERIFY(!acceptOf(dialog)->isEnabled());
        nameOf(dialog)->setText(QStringLiteral("Video/Series"));
        QVERIFY(noticeOf(dialog).isEmpty() && acceptOf(dialog)->isEnabled());
        dialog.findChild<FolderEdit *>()->setPath(QStringLiteral("relative"));
        QVERIFY(noticeOf(dialog).contains(QStringLiteral("whole path")));
        QVERIFY(!acceptOf(dialog)->isEnabled());
        LabelDialog tag(engine, NewTag{}, kLabels, nullptr);
        tag.setAttribute(Qt::WA_DeleteOnClose, false);
        nameOf(tag)->setText(QStringLiteral("a, b"));
        QVERIFY(noticeOf(tag).contains(QStringLiteral("comma")));
        nameOf(tag)->setText(QStringLiteral("seen"));
        QVERIFY(noticeOf(tag).contains(QStringLiteral("already")));
        QVERIFY(!acceptOf(tag)->isEnabled());
    }

    void theFolderOfACategoryChanges()
    {
        test::FakeEngine engine;
        QPointer<LabelDialog> dialog = new LabelDialog(engine, CategoryFolder{QStringLiteral("Video")}, kLabels, nullptr);
        dialog->open();
        auto *folder = dialog->findChild<FolderEdit *>();
        QCOMPARE(folder->path(), QStringLiteral("/data/video"));
        folder->setPath({});
        acceptOf(*dialog)->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(engine.last<SaveCategory>()->category, (Category{"Video", {}}));
    }

    void staysOpenWithTheReason()
    {
        test::FakeEngine engine;
        engine.answer = failure(EngineErrc::StoreUnavailable);
        LabelDialog dialog(engine, NewTag{}, kLabels, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        nameOf(dialog)->setText(QStringLiteral("new"));
        acceptOf(dialog)->click();
        QTRY_VERIFY(noticeOf(dialog).contains(QStringLiteral("cannot be opened or saved")));
        QVERIFY(dialog.isVisible() && acceptOf(dialog)->isEnabled());
    }

    void asksBeforeOneGoesAndSaysHowManyLoseIt()
    {
        test::FakeEngine engine;
        QPointer<RemoveLabelDialog> dialog = new RemoveLabelDialog(engine, {LabelKind::Category, QStringLiteral("Video"), 14, 1}, nullptr);
        dialog->open();
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("14")) && label->text().contains(QStringLiteral("stay")); }));
        QVERIFY(!acceptOf(*dialog)->isDefault());
        QTest::keyClick(dialog, Qt::Key_Return); // the safe answer
        QTRY_VERIFY(!dialog);
        QVERIFY(engine.commands.empty());
        dialog = new RemoveLabelDialog(engine, {LabelKind::Category, QStringLiteral("Video"), 14, 1}, nullptr);
        dialog->open();
        acceptOf(*dialog)->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(engine.last<RemoveCategories>()->names, std::vector<std::string>{"Video"});
        dialog = new RemoveLabelDialog(engine, {LabelKind::Tag, QStringLiteral("seen"), 0, 0}, nullptr);
        dialog->open();
        acceptOf(*dialog)->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(engine.last<DeleteTags>()->tags, std::vector<std::string>{"seen"});
    }

    void completesTheLastTagOfALine()
    {
        TagEdit edit;
        edit.setKnown({QStringLiteral("seen"), QStringLiteral("to watch")});
        edit.setText(QStringLiteral("Seen,to"));
        QCompleter *completer = edit.completer();
        completer->setCompletionPrefix(edit.text());
        QCOMPARE(completer->completionCount(), 1);
        QCOMPARE(completer->currentCompletion(), QStringLiteral("Seen, to watch"));
        edit.setText(QStringLiteral(" b ,, a,b"));
        QCOMPARE(edit.tags(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(edit.fault().isEmpty());
        edit.setText(QStringLiteral("a,") + QString(300, u'x'));
        QVERIFY(!edit.fault().isEmpty());
    }
};

QTEST_MAIN(TestLabelDialogs)
#include "tst_label_dialogs.moc"
