#include "tests/support/fake_engine.h"
#include "tests/support/manual_clock.h"
#include "ui/add_torrent/add_torrent_dialog.h"
#include "ui/add_torrent/feature.h"
#include "ui/add_torrent/label_fields.h"
#include "ui/add_torrent/link_dialog.h"
#include "ui/add_torrent/pending_torrent.h"
#include "ui/dialogs/folder_edit.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/tag_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

using namespace trib;
using namespace trib::ui;

namespace {

TorrentPreview preview(const std::string &name, std::int64_t size = 100)
{
    TorrentPreview result;
    result.name = name;
    result.hasMetadata = true;
    result.files = {{name + "/a", Bytes(size), FilePriority::Normal}, {name + "/b", Bytes(size), FilePriority::Normal}};
    result.metainfo = {'d', 'e'};
    return result;
}

TorrentSource file(const std::string &name)
{
    return TorrentFilePath{"/tmp/" + name + ".torrent"};
}

QPushButton *defaultButton(const QDialog &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault())
            return button;
    }
    return nullptr;
}

// The window, as far as the feature knows it.
class TestShell final : public Shell {
public:
    explicit TestShell(const QString &ini) : settings(ini) {}
    engine::TorrentEngine &engine() override { return fake; }
    UiSettingsStore &uiSettings() override { return settings; }
    const Clock &clock() const override { return time; }
    ActionRegistry &actionRegistry() override { return actions; }
    QWidget *dialogParent() override { return &window; }
    void addPage(Page) override {}
    void showPage(const QString &) override {}
    void addStatusWidget(QWidget *) override {}
    void addIntake(IntakeHandler handler) override { intake = std::move(handler); }
    void addBanner(QWidget *widget) override { delete widget; }
    void announce(const QString &text) override { said.append(text); }

    AddTorrentDialog *dialog() const { return window.findChild<AddTorrentDialog *>(); }
    bool drop(const QString &text) const
    {
        QMimeData data;
        data.setText(text);
        return intake(data, false) && intake(data, true);
    }

    test::FakeEngine fake;
    UiSettingsStore settings;
    test::ManualClock time;
    ActionRegistry actions;
    IntakeHandler intake;
    QStringList said;
    QWidget window; // goes first: its dialogs know the engine
};

const Labels kLabels{{{"Audio", {}}, {"Video", "/data/video"}, {"Video/Films", {}}}, {"seen"}};

const auto kMagnet = QStringLiteral("magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567");

} // namespace

class TestAddTorrent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void enterAddsTheOneTorrentAndClosesTheWindow()
    {
        test::FakeEngine engine;
        engine.previewAnswer = preview("film");
        AddChoices choices;
        choices.savePath = m_folder->path();
        QPointer<AddTorrentDialog> dialog = new AddTorrentDialog(engine, choices, Bytes());
        QSignalSpy made(dialog, &AddTorrentDialog::choicesMade);
        dialog->addSources({file("film")});
        dialog->open();
        QVERIFY(dialog->findChild<QListWidget *>()->isHidden());
        QTRY_VERIFY(defaultButton(*dialog)->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(!dialog);
        QCOMPARE(engine.adds.size(), std::size_t(1));
        QCOMPARE(engine.adds[0].savePath, m_folder->path().toStdString());
        QCOMPARE(made.count(), 1);
        QVERIFY(made.first().at(1).toBool());
    }

    void spaceUnticksTheFileUnderTheCursor()
    {
        test::FakeEngine engine;
        engine.previewAnswer = preview("film");
        AddTorrentDialog dialog(engine, {}, Bytes());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.addSources({file("film")});
        dialog.open();
        QTRY_COMPARE(dialog.torrentAt(0)->stage(), PendingTorrent::Stage::Ready);
        auto *tree = dialog.findChild<QTreeView *>();
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Home);
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Space);
        QCOMPARE(dialog.torrentAt(0)->needed(), std::optional(Bytes(100)));
    }

    void severalShareOneWindowAndLeaveItAsTheyAreAdded()
    {
        test::FakeEngine engine;
        engine.previewAnswer = preview("film");
        AddChoices choices;
        choices.savePath = m_folder->path();
        QPointer<AddTorrentDialog> dialog = new AddTorrentDialog(engine, choices, Bytes());
        dialog->addSources({file("a"), file("b")});
        dialog->open();
        engine.previewAnswer = failure(EngineErrc::NotBencoded);
        dialog->addSources({file("bad")});
        auto *list = dialog->findChild<QListWidget *>();
        QTRY_COMPARE(dialog->torrentAt(2)->stage(), PendingTorrent::Stage::Refused);
        QTRY_COMPARE(dialog->torrentAt(1)->stage(), PendingTorrent::Stage::Ready);
        QVERIFY(!list->isHidden());
        list->item(1)->setCheckState(Qt::Unchecked);
        QVERIFY(defaultButton(*dialog)->text().contains(QStringLiteral("1")));
        list->item(1)->setCheckState(Qt::Checked);
        defaultButton(*dialog)->click();
        QTRY_COMPARE(dialog->count(), 1);
        QCOMPARE(engine.adds.size(), std::size_t(2));
        QTRY_VERIFY(dialog->findChild<NoticeBar *>()->text().contains(QStringLiteral("left as it")));
        QVERIFY(!defaultButton(*dialog)->isEnabled());
        delete dialog;
    }

    void aDuplicateOffersItsTrackers()
    {
        test::FakeEngine engine;
        TorrentPreview duplicate = preview("film");
        duplicate.duplicateOf = TorrentId();
        duplicate.canMergeTrackers = true;
        duplicate.trackers = {"udp://a.example:1", "udp://b.example:2", "udp://c.example:3"};
        engine.previewAnswer = duplicate;
        QPointer<AddTorrentDialog> dialog = new AddTorrentDialog(engine, {}, Bytes());
        dialog->addSources({file("film")});
        dialog->open();
        auto *notice = dialog->findChild<NoticeBar *>();
        QTRY_VERIFY(!notice->actionButton()->isHidden());
        QVERIFY(!defaultButton(*dialog)->isEnabled());
        QVERIFY2(!notice->actionButton()->text().contains(u'3'), "some of the three may be in the list already");
        notice->actionButton()->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(engine.adds.at(0).onDuplicate, OnDuplicate::MergeTrackers);
    }

    void closingTheWindowGivesUpTheMagnet()
    {
        test::FakeEngine engine;
        engine.manual = true;
        QPointer<AddTorrentDialog> dialog = new AddTorrentDialog(engine, {}, Bytes());
        dialog->addSources({MagnetLink{kMagnet.toStdString()}});
        TorrentPreview early;
        early.infoHash = {Sha1::fromHex("0123456789abcdef0123456789abcdef01234567").value(), std::nullopt};
        Q_EMIT engine.previewStarted(early);
        dialog->open();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QVERIFY(engine.last<CancelPreview>());
        QVERIFY(engine.adds.empty());
    }

    void whatIsDroppedOpensOneWindowForAll()
    {
        TestShell shell(m_folder->filePath(QStringLiteral("ui.ini")));
        AddTorrentFeature feature;
        feature.install(shell);
        QVERIFY(shell.drop(kMagnet));
        QVERIFY(shell.drop(QStringLiteral("https://example.org/a.torrent")));
        QVERIFY(shell.dialog());
        QCOMPARE(shell.dialog()->count(), 2);
        QCOMPARE(shell.fake.previews.size(), std::size_t(2));
        QVERIFY(shell.fake.adds.empty());
    }

    void proseIsAnsweredInWords()
    {
        TestShell shell(m_folder->filePath(QStringLiteral("ui.ini")));
        AddTorrentFeature feature;
        feature.install(shell);
        QVERIFY(shell.drop(QStringLiteral("just text")));
        QVERIFY(!shell.dialog());
        QCOMPARE(shell.said.size(), 1);
    }

    void withoutTheWindowItIsAddedStraightAway()
    {
        TestShell shell(m_folder->filePath(QStringLiteral("ui.ini")));
        UiSettings values;
        values.showAddDialog = false;
        shell.settings.update(values);
        AddTorrentFeature feature;
        feature.install(shell);
        QVERIFY(shell.drop(kMagnet));
        QVERIFY(!shell.dialog());
        QCOMPARE(shell.fake.adds.size(), std::size_t(1));
        shell.fake.addAnswer = failure(EngineErrc::InvalidMagnet);
        shell.fake.previewAnswer = failure(EngineErrc::InvalidMagnet);
        QVERIFY(shell.drop(kMagnet));
        QTRY_VERIFY(shell.dialog()); // what was refused is shown, with the reason
    }

    void theLastFolderIsOfferedAgainUntilTheDefaultChanges()
    {
        TestShell shell(m_folder->filePath(QStringLiteral("ui.ini")));
        shell.fake.previewAnswer = preview("film");
        AddTorrentFeature feature;
        feature.install(shell);
        shell.drop(kMagnet);
        shell.dialog()->findChild<QComboBox *>()->setEditText(m_folder->path());
        QTRY_VERIFY(defaultButton(*shell.dialog())->isEnabled());
        defaultButton(*shell.dialog())->click();
        QTRY_VERIFY(!shell.dialog());
        shell.drop(kMagnet);
        QCOMPARE(shell.dialog()->findChild<QComboBox *>()->currentText(), m_folder->path());
        shell.dialog()->close();
        QTRY_VERIFY(!shell.dialog());
        settings::EngineSettings settings;
        settings.storage.savePath = "/elsewhere";
        Q_EMIT shell.fake.settingsChanged(settings);
        shell.drop(kMagnet);
        QCOMPARE(shell.dialog()->findChild<QComboBox *>()->currentText(), QStringLiteral("/elsewhere"));
    }

    void theFolderGoesWithTheCategoryUntilOneIsChosen()
    {
        test::FakeEngine engine;
        engine.previewAnswer = preview("film");
        AddChoices choices;
        choices.savePath = m_folder->path();
        AddTorrentDialog dialog(engine, choices, Bytes(), nullptr, kLabels);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.addSources({file("film")});
        dialog.open();
        auto *fields = dialog.findChild<LabelFields *>();
        const auto *folder = dialog.findChild<FolderEdit *>();
        QVERIFY(fields->isVisible());
        fields->setCategory(QStringLiteral("Video/Films"));
        QCOMPARE(folder->path(), QStringLiteral("/data/video/Films"));
        fields->setCategory(QStringLiteral("Video/")); // no name yet
        QCOMPARE(folder->path(), QStringLiteral("/data/video/Films"));
        fields->setCategory(QStringLiteral("Audio"));
        QCOMPARE(folder->path(), m_folder->path());
        dialog.findChild<QComboBox *>()->setEditText(QStringLiteral("/mine"));
        fields->setCategory(QStringLiteral("Video"));
        QCOMPARE(folder->path(), QStringLiteral("/mine"));
    }

    void aNameThatCannotBeHoldsTheAddingUp()
    {
        test::FakeEngine engine;
        engine.previewAnswer = preview("film");
        AddChoices choices;
        choices.savePath = m_folder->path();
        AddTorrentDialog dialog(engine, choices, Bytes());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.addSources({file("film")});
        dialog.open();
        auto *fields = dialog.findChild<LabelFields *>();
        QVERIFY(!fields->isVisible()); // nobody uses them yet
        for (QToolButton *button : dialog.findChildren<QToolButton *>()) {
            if (button->text() == QStringLiteral("&More options"))
                button->setChecked(true);
        }
        QVERIFY(fields->isVisible());
        QTRY_VERIFY(defaultButton(dialog)->isEnabled());
        fields->setCategory(QStringLiteral("a//b"));
        QVERIFY(!defaultButton(dialog)->isEnabled());
        QVERIFY(fields->findChild<NoticeBar *>()->text().contains(u'/'));
        fields->setCategory(QStringLiteral("a/b"));
        QVERIFY(defaultButton(dialog)->isEnabled());
        fields->setTags({QString(300, u'x')});
        QVERIFY(!defaultButton(dialog)->isEnabled());
    }

    void categoryAndTagsAreOfferedAgain()
    {
        TestShell shell(m_folder->filePath(QStringLiteral("ui.ini")));
        shell.fake.previewAnswer = preview("film");
        AddTorrentFeature feature;
        feature.install(shell);
        settings::EngineSettings settings;
        settings.storage.savePath = "/usual";
        Q_EMIT shell.fake.settingsChanged(settings);
        shell.fake.publishLabels(kLabels);
        shell.drop(kMagnet);
        shell.dialog()->findChild<LabelFields *>()->setCategory(QStringLiteral("Video"));
        shell.dialog()->findChild<TagEdit *>()->setText(QStringLiteral("new, seen"));
        QTRY_VERIFY(defaultButton(*shell.dialog())->isEnabled());
        defaultButton(*shell.dialog())->click();
        QTRY_VERIFY(!shell.dialog());
        const AddRequest request = shell.fake.adds.at(0);
        QCOMPARE(request.category, std::string("Video"));
        QCOMPARE(request.savePath, std::string("/data/video"));
        QCOMPARE(request.tags, (std::vector<std::string>{"new", "seen"}));
        shell.drop(kMagnet);
        auto *fields = shell.dialog()->findChild<LabelFields *>();
        QCOMPARE(fields->category(), QStringLiteral("Video"));
        QCOMPARE(fields->tags(), (QStringList{QStringLiteral("new"), QStringLiteral("seen")}));
        QCOMPARE(shell.dialog()->findChild<FolderEdit *>()->path(), QStringLiteral("/data/video"));
        fields->setCategory({}); // its folder is not the usual one
        QCOMPARE(shell.dialog()->findChild<FolderEdit *>()->path(), QStringLiteral("/usual"));
    }

    void addedAtOnceItGoesWhereTheCategoryGoesNow()
    {
        TestShell shell(m_folder->filePath(QStringLiteral("ui.ini")));
        UiSettings values;
        values.showAddDialog = false;
        shell.settings.update(values);
        AddChoices last;
        last.category = QStringLiteral("Video");
        shell.settings.setState(QStringLiteral("add_torrent/choices"), toJson(last));
        AddTorrentFeature feature;
        feature.install(shell);
        shell.fake.publishLabels({{{"Video", "/elsewhere"}}, {}});
        shell.drop(kMagnet);
        QCOMPARE(shell.fake.adds.at(0).savePath, std::string("/elsewhere"));
        QCOMPARE(shell.fake.adds.at(0).category, std::string("Video"));
    }

    void linksAreCountedAsTheyAreTyped()
    {
        LinkDialog dialog(QString{});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        QSignalSpy chosen(&dialog, &LinkDialog::chosen);
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QVERIFY(!defaultButton(dialog)->isEnabled());
        dialog.findChild<QPlainTextEdit *>()->setPlainText(kMagnet + QStringLiteral("\nhttps://example.org/a.torrent\nprose"));
        QVERIFY(defaultButton(dialog)->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<std::vector<TorrentSource>>().size(), std::size_t(2));
    }

    void everyControlHasAName()
    {
        test::FakeEngine engine;
        engine.previewAnswer = preview("film");
        AddTorrentDialog dialog(engine, {}, Bytes());
        dialog.addSources({file("a"), file("b")});
        for (QWidget *widget : dialog.findChildren<QWidget *>()) {
            if (widget->isHidden() || widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<QLineEdit *>(widget->parentWidget())
                || qobject_cast<QComboBox *>(widget->parentWidget()) || widget->focusProxy())
                continue;
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named || !widget->inherits("QAbstractButton"), widget->metaObject()->className());
            QVERIFY2(named || !qobject_cast<QLineEdit *>(widget), widget->metaObject()->className());
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestAddTorrent)
#include "tst_add_torrent.moc"
