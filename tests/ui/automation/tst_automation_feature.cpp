#include "core/model/engine_error.h"
#include "tests/ui/screenshots/scene.h"
#include "ui/automation/feature.h"
#include "ui/automation/watched_dialog.h"
#include "ui/automation/watched_folder_dialog.h"
#include "ui/dialogs/folder_edit.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/question_dialog.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace trib;
using namespace trib::ui;
using test::Scene;

namespace {

[[nodiscard]] WatchedFolders sampleFolders()
{
    WatchedFolderState good;
    good.folder.path = "/data/in";
    good.folder.category = "films";
    good.folder.tags = {"a", "b"};
    good.folder.after = AfterAdding::Trash;
    good.folder.savePath = "/data/films";
    good.folder.subfolders = true;
    good.folder.stopped = true;
    good.folder.layout = ContentLayout::NoSubfolder;
    WatchedFolderState refused;
    refused.folder.path = "/data/more";
    refused.refused = "broken.torrent";
    refused.reason = make_error_code(EngineErrc::NotATorrent);
    WatchedFolderState away;
    away.folder.path = "/net/in";
    away.reachable = false;
    return {good, refused, away};
}

template <class T>
T *dialogOf(Scene &scene)
{
    return scene.window->findChild<T *>();
}

QPushButton *button(const QWidget &parent, const QString &text)
{
    for (QPushButton *found : parent.findChildren<QPushButton *>()) {
        if (QString(found->text()).remove(u'&') == text)
            return found;
    }
    return nullptr;
}

void keep(QWidget &widget, const char *name)
{
    if (const QString folder = qEnvironmentVariable("TRIB_SHOTS"); !folder.isEmpty())
        widget.grab().save(folder + u'/' + QString::fromLatin1(name) + QStringLiteral(".png"));
}

} // namespace

// Watched folders and backups in the window.
class tst_automation_feature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scene = std::make_unique<Scene>();
        m_asked.clear();
        m_committed = m_discarded = m_quits = 0;
        m_checked = CheckedBackup{WallTime(std::chrono::seconds(1'767'225'600)), 50, 2};
        Restoring restoring;
        restoring.prepare = [this](const QString &file) {
            m_asked += file;
            QPromise<Result<CheckedBackup>> promise;
            promise.start();
            promise.addResult(m_checked);
            promise.finish();
            return promise.future();
        };
        restoring.commit = [this] { ++m_committed; return m_commit; };
        restoring.discard = [this] { ++m_discarded; };
        auto feature = std::make_unique<AutomationFeature>(std::move(restoring), [this] { ++m_quits; });
        m_feature = feature.get();
        m_scene->window->addFeature(std::move(feature));
        m_scene->window->resize(800, 500);
        m_scene->window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_scene->window.get()));
    }
    void cleanup() { m_scene.reset(); }

    void listsTheFoldersWithTheirStateInWords()
    {
        WatchedDialog &dialog = openWatched();
        QTreeWidget &list = *dialog.list();
        QCOMPARE(list.topLevelItemCount(), 3);
        QCOMPARE(list.topLevelItem(0)->text(1), QStringLiteral("films"));
        QCOMPARE(list.topLevelItem(0)->text(2), QStringLiteral("Watched"));
        QVERIFY(list.topLevelItem(1)->text(2).startsWith(QStringLiteral("broken.torrent: ")));
        QCOMPARE(list.topLevelItem(2)->text(2), QStringLiteral("Not there, or cannot be read"));
        keep(dialog, "watched");
        m_scene->engine.publishWatchedFolders({});
        QTRY_COMPARE(list.topLevelItemCount(), 0);
        QVERIFY(!button(dialog, QStringLiteral("Remove"))->isEnabled());
        QVERIFY(!button(dialog, QStringLiteral("Change…"))->isEnabled());
    }

    void changesAFolderAndKeepsWhatIsNotTouched()
    {
        WatchedDialog &dialog = openWatched();
        button(dialog, QStringLiteral("Change…"))->click();
        auto *change = dialog.findChild<WatchedFolderDialog *>();
        QVERIFY(change);
        QVERIFY(change->folder() == sampleFolders().front().folder);
        keep(*change, "watched-change");
        change->findChild<QCheckBox *>()->setChecked(false); // subfolders
        button(*change, QStringLiteral("Save"))->click();
        const auto *command = m_scene->engine.last<SaveWatchedFolder>();
        QVERIFY(command);
        WatchedFolder expected = sampleFolders().front().folder;
        expected.subfolders = false;
        QVERIFY(command->folder == expected);
    }

    void addsOnlyAnAbsoluteFolder()
    {
        WatchedDialog &dialog = openWatched();
        button(dialog, QStringLiteral("Add…"))->click();
        auto *add = dialog.findChild<WatchedFolderDialog *>();
        QVERIFY(add);
        QPushButton *watch = button(*add, QStringLiteral("Watch"));
        QVERIFY(watch && !watch->isEnabled());
        auto *path = add->findChild<FolderEdit *>();
        path->setPath(QStringLiteral("in"));
        QVERIFY(!watch->isEnabled());
        path->setPath(QStringLiteral("/new/in"));
        QVERIFY(watch->isEnabled());
        watch->click();
        const auto *command = m_scene->engine.last<SaveWatchedFolder>();
        QVERIFY(command);
        QCOMPARE(command->folder.path, std::string("/new/in"));
        QVERIFY(command->folder.after == AfterAdding::Rename);
    }

    void removesWhatIsChosen()
    {
        WatchedDialog &dialog = openWatched();
        dialog.list()->selectAll();
        button(dialog, QStringLiteral("Remove"))->click();
        const auto *command = m_scene->engine.last<RemoveWatchedFolders>();
        QVERIFY(command);
        QCOMPARE(command->paths, (std::vector<std::string>{"/data/in", "/data/more", "/net/in"}));
    }

    void backsUpToTheChosenFile()
    {
        m_feature->backUpTo(QStringLiteral("/data/one.backup"));
        const auto *command = m_scene->engine.last<MakeBackup>();
        QVERIFY(command);
        QCOMPARE(command->path, std::string("/data/one.backup"));
    }

    void asksBeforeItRestores()
    {
        m_feature->restoreFrom(QStringLiteral("/data/one.backup"));
        QTRY_VERIFY(dialogOf<QuestionDialog>(*m_scene));
        QCOMPARE(m_asked, QStringList{QStringLiteral("/data/one.backup")});
        auto *question = dialogOf<QuestionDialog>(*m_scene);
        keep(*question, "restore");
        QCOMPARE(m_committed, 0);
        button(*question, QStringLiteral("Restore and quit"))->click();
        QCOMPARE(m_committed, 1);
        QCOMPARE(m_quits, 1);
        QCOMPARE(m_discarded, 0);
    }

    void leavesEverythingWhenTheAnswerIsNo()
    {
        m_feature->restoreFrom(QStringLiteral("/data/one.backup"));
        QTRY_VERIFY(dialogOf<QuestionDialog>(*m_scene));
        dialogOf<QuestionDialog>(*m_scene)->reject();
        QCOMPARE(m_committed, 0);
        QCOMPARE(m_quits, 0);
        QCOMPARE(m_discarded, 1);
    }

    void saysWhyAFileCannotBeRestored()
    {
        m_checked = failure(EngineErrc::StoreNewer);
        m_feature->restoreFrom(QStringLiteral("/data/one.backup"));
        QTRY_VERIFY(dialogOf<QMessageBox>(*m_scene));
        QVERIFY(dialogOf<QMessageBox>(*m_scene)->informativeText().contains(QStringLiteral("newer version")));
        QCOMPARE(m_committed, 0);
    }

    void doesNotEndWhenItCannotBePutReady()
    {
        m_commit = failure(EngineErrc::StoreUnavailable);
        m_feature->restoreFrom(QStringLiteral("/data/one.backup"));
        QTRY_VERIFY(dialogOf<QuestionDialog>(*m_scene));
        button(*dialogOf<QuestionDialog>(*m_scene), QStringLiteral("Restore and quit"))->click();
        QCOMPARE(m_quits, 0);
        QVERIFY(dialogOf<QMessageBox>(*m_scene));
        m_commit = success();
    }

    void everyControlHasAName()
    {
        WatchedDialog &dialog = openWatched();
        button(dialog, QStringLiteral("Change…"))->click();
        auto *change = dialog.findChild<WatchedFolderDialog *>();
        QVERIFY(change);
        for (const QComboBox *box : change->findChildren<QComboBox *>())
            QVERIFY(!box->accessibleName().isEmpty());
        QSet<QChar> mnemonics;
        QStringList texts;
        for (const QLabel *label : change->findChildren<QLabel *>())
            texts += label->buddy() ? label->text() : QString();
        for (const QAbstractButton *one : change->findChildren<QAbstractButton *>())
            texts += one->text();
        for (const QString &text : texts) {
            const auto place = text.indexOf(u'&');
            if (place < 0)
                continue;
            const QChar letter = text.at(place + 1).toLower();
            QVERIFY2(!mnemonics.contains(letter), qPrintable(text));
            mnemonics.insert(letter);
        }
    }

private:
    WatchedDialog &openWatched()
    {
        m_scene->engine.publishWatchedFolders(sampleFolders());
        QTest::qWait(0);
        m_scene->window->actionRegistry().find(QStringLiteral("torrent.watched"))->trigger();
        return *dialogOf<WatchedDialog>(*m_scene);
    }

    std::unique_ptr<Scene> m_scene;
    AutomationFeature *m_feature = nullptr;
    QStringList m_asked;
    Result<CheckedBackup> m_checked;
    Result<> m_commit = success();
    int m_committed = 0;
    int m_discarded = 0;
    int m_quits = 0;
};

QTEST_MAIN(tst_automation_feature)
#include "tst_automation_feature.moc"
