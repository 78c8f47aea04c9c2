#include "core/model/engine_error.h"
#include "tests/support/fake_importer.h"
#include "tests/ui/screenshots/feed_scene.h"
#include "tests/ui/screenshots/scene.h"
#include "ui/dialogs/folder_edit.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/import/choose_page.h"
#include "ui/import/import_dialog.h"
#include "ui/import/preview_page.h"
#include "ui/import/result_page.h"
#include "ui/shell/translation.h"
#include "ui/widgets/hinted_table.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace trib;
using namespace trib::ui;
using test::FakeImporter;

namespace {

const std::string kUsual = "/data/qBittorrent";

ImportGround groundWithDebian()
{
    ImportGround ground;
    ground.torrents.emplace(TorrentId(), test::samplePlan().torrents.front().infoHash);
    ground.labels.tags = {"here"};
    return ground;
}

ImportPlan longPlan(int count)
{
    ImportPlan plan = test::samplePlan();
    const ImportedTorrent torrent = plan.torrents[1];
    for (int i = 0; i < count; ++i) {
        std::array<std::uint8_t, 20> hash{};
        hash[0] = 0xff;
        hash[1] = static_cast<std::uint8_t>(i >> 8);
        hash[2] = static_cast<std::uint8_t>(i);
        plan.torrents.push_back(torrent);
        plan.torrents.back().infoHash.v1 = Sha1(hash);
        plan.torrents.back().name = "torrent " + std::to_string(i);
    }
    return plan;
}

} // namespace

class TestImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QStringLiteral("en")); }

    void init()
    {
        m_usual = kUsual;
        m_importers.clear();
        m_ground = groundWithDebian();
    }

    void cleanup() { delete m_dialog; }

    void choosesAllThatIsNotHereYet()
    {
        ImportPlanModel model;
        QAbstractItemModelTester tester(&model);
        model.setPlan(std::make_shared<const ImportPlan>(test::samplePlan()), m_ground);
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(model.totals().chosen, 5);
        QCOMPARE(model.totals().already, 1);
        QCOMPARE(model.totals().unreadable, 1);
        QVERIFY(!model.index(0, 0).data(Qt::CheckStateRole).isValid()); // here already
        QVERIFY(!model.index(6, 0).data(Qt::CheckStateRole).isValid()); // unreadable
        QVERIFY(!model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.chosen()->torrents.size(), std::size_t{4});
        model.setAllChosen(true);
        QCOMPARE(model.chosen()->torrents.size(), std::size_t{5});
        model.setAllChosen(false);
        QCOMPARE(model.chosen()->torrents.size(), std::size_t{0});
    }

    void saysWhatHappensToEach()
    {
        ImportPlanModel model;
        model.setPlan(std::make_shared<const ImportPlan>(test::samplePlan()), m_ground);
        const auto here = [&](int row) { return model.index(row, ImportPlanModel::Here).data().toString(); };
        QCOMPARE(here(0), QStringLiteral("In the list already"));
        QCOMPARE(here(1), QStringLiteral("Added"));
        QCOMPARE(here(3), QStringLiteral("Added, checked first"));
        QCOMPARE(here(4), QStringLiteral("Added, stopped"));
        QCOMPARE(here(6), QStringLiteral("Cannot be taken over"));
        QCOMPARE(model.index(4, ImportPlanModel::There).data().toString(), QStringLiteral("Files are missing"));
        QVERIFY(model.index(6, ImportPlanModel::There).data().toString().contains(QStringLiteral("not a usable torrent")));
        model.setChosen({1}, false);
        QCOMPARE(here(1), QStringLiteral("Left out"));
    }

    void eitherHashIsEnoughToBeHereAlready()
    {
        ImportPlan plan = test::samplePlan();
        std::array<std::uint8_t, 32> hash{};
        hash.fill(9);
        plan.torrents[1].infoHash = {std::nullopt, Sha256(hash)};
        ImportGround ground;
        ground.torrents.emplace(TorrentId(), InfoHash{plan.torrents[2].infoHash.v1, Sha256(hash)});
        ImportPlanModel model;
        model.setPlan(std::make_shared<const ImportPlan>(plan), ground);
        QCOMPARE(model.totals().already, 2);
    }

    void saysHowManyAreFound()
    {
        open();
        QCOMPARE(importer().reads.size(), std::size_t{1});
        QCOMPARE(importer().reads.front().second, kUsual);
        QVERIFY(hasLabel("Is being read…") && hasLabel("Not found on this computer"));
        importer().answer(test::samplePlan());
        QVERIFY(hasLabel("6 torrents found"));
    }

    void readsNothingTwice()
    {
        open();
        importer().answer(test::samplePlan());
        next()->click();
        QCOMPARE(m_dialog->previewPage().model().rowCount(), 7);
        QCOMPARE(totalReads(), 1);
    }

    void nothingIsAddedBeforeItWasSeen()
    {
        open();
        importer().answer(test::samplePlan());
        next()->click();
        QVERIFY(!importer().carried);
        QCOMPARE(next()->text(), QStringLiteral("&Import 5 torrents"));
        button("None")->click();
        QVERIFY(!next()->isEnabled());
        button("All")->click();
        m_dialog->previewPage().table().selectRow(2);
        QTest::keyClick(&m_dialog->previewPage().table(), Qt::Key_Space);
        QCOMPARE(next()->text(), QStringLiteral("&Import 4 torrents"));
        next()->click();
        QVERIFY(importer().carried);
        QCOMPARE(importer().carried->torrents.size(), std::size_t{4});
        QCOMPARE(importer().labels.tags, std::vector<std::string>{"here"});
    }

    void goesOnWhenTheReadingEnds()
    {
        open();
        next()->click();
        QVERIFY(!next()->isEnabled());
        QCOMPARE(m_dialog->previewPage().model().rowCount(), 0);
        Q_EMIT importer().progressed(64, 200);
        QVERIFY(m_dialog->previewPage().table().accessibleDescription().contains(QStringLiteral("64")));
        importer().answer(test::samplePlan());
        QCOMPARE(m_dialog->previewPage().model().rowCount(), 7);
        QVERIFY(next()->isEnabled());
    }

    void anotherFolderIsReadAnew()
    {
        open();
        importer().answer(test::samplePlan());
        m_dialog->findChild<FolderEdit *>()->setPath(QStringLiteral("/elsewhere"));
        next()->click();
        QCOMPARE(totalReads(), 2);
        QCOMPARE(m_importers.back()->reads.back().second, std::string("/elsewhere"));
    }

    void saysWhyAFolderCannotBeRead()
    {
        open();
        m_dialog->findChild<FolderEdit *>()->setPath(QStringLiteral("/elsewhere"));
        next()->click();
        m_importers.back()->answer(Error{make_error_code(EngineErrc::FileUnreadable), {}});
        QVERIFY(m_dialog->findChild<NoticeBar *>()->text().contains(QStringLiteral("cannot be read as a store")));
        QVERIFY(!next()->isEnabled());
        button("Back")->click();
        QVERIFY(m_dialog->findChild<NoticeBar *>()->text().isEmpty() && next()->isEnabled());
    }

    void anotherClientNeedsAFolder()
    {
        m_usual.clear();
        open();
        QVERIFY(!next()->isEnabled());
        for (QRadioButton *client : m_dialog->findChildren<QRadioButton *>()) {
            if (client->text().contains(QStringLiteral("ransmission")))
                client->click();
        }
        m_dialog->findChild<FolderEdit *>()->setPath(QStringLiteral("/data/transmission"));
        next()->click();
        QVERIFY(m_importers.back()->reads.back().first == OtherClient::Transmission);
    }

    void showsHowFarItIsAndWhatCameOfIt()
    {
        begin();
        auto *progress = m_dialog->findChild<QProgressBar *>();
        QVERIFY(progress->isVisible());
        Q_EMIT importer().progressed(2, 5);
        QCOMPARE(progress->value(), 2);
        QSignalSpy imported(m_dialog, &ImportDialog::imported);
        engine::ImportOutcome outcome;
        outcome.added.resize(4);
        outcome.failed.emplace_back("Sintel (2010) 2160p", Error{make_error_code(EngineErrc::PathInUse), {}});
        Q_EMIT importer().finished(outcome);
        QCOMPARE(imported.value(0).value(0).toInt(), 4);
        QCOMPARE(m_dialog->resultPage().summary(), QStringLiteral("4 torrents have been taken over. 1 could not be."));
        const auto &reasons = m_dialog->resultPage().model().reasons();
        QCOMPARE(reasons.size(), 3); // refused, unreadable, and a note
        QVERIFY(reasons[0].second.contains(QStringLiteral("Another torrent writes")));
        button("Copy the list")->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("9f3c.torrent\tThis is not a usable torrent")));
        QCOMPARE(next()->text(), QStringLiteral("C&lose"));
        next()->click();
        QTRY_VERIFY(!m_dialog);
    }

    void closingItWhileItWorksStopsTheWorkFirst()
    {
        begin();
        m_dialog->reject();
        QCOMPARE(importer().cancels, 1);
        QVERIFY(m_dialog->isVisible());
        engine::ImportOutcome outcome;
        outcome.added.resize(2);
        Q_EMIT importer().finished(outcome);
        QCOMPARE(m_dialog->resultPage().summary(), QStringLiteral("2 torrents have been taken over. 3 were not begun, because you stopped."));
        m_dialog->reject();
        QTRY_VERIFY(!m_dialog);
    }

    void tenThousandDoNotStallTheWindow()
    {
        open();
        importer().answer(longPlan(10'000));
        QElapsedTimer time;
        time.start();
        next()->click();
        QCOMPARE(m_dialog->previewPage().model().totals().chosen, 10'005);
        button("None")->click();
        button("All")->click();
        m_dialog->previewPage().table().sortByColumn(ImportPlanModel::Size, Qt::DescendingOrder);
        m_dialog->previewPage().table().selectAll();
        QTest::keyClick(&m_dialog->previewPage().table(), Qt::Key_Space);
        QCOMPARE(m_dialog->previewPage().model().totals().chosen, 0);
        QVERIFY2(time.elapsed() < 4000, qPrintable(QString::number(time.elapsed())));
    }

    void namesFromTheStoreAreNeverMarkup()
    {
        ImportPlan plan = test::samplePlan();
        plan.torrents[1].name = "<b>x</b>\u202e";
        ImportPlanModel model;
        model.setPlan(std::make_shared<const ImportPlan>(plan), m_ground);
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("<b>x</b>"));
        QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;")));
    }

    void isInTheMenuAndKnowsWhatIsInTheList()
    {
        test::Scene scene;
        scene.window->show();
        scene.fill();
        scene.window->actionRegistry().find(QStringLiteral("torrent.import"))->trigger();
        auto *dialog = scene.window->findChild<ImportDialog *>();
        QVERIFY(dialog);
        for (QPushButton *candidate : dialog->findChildren<QPushButton *>()) {
            if (candidate->isDefault())
                candidate->click();
        }
        QTRY_COMPARE(dialog->previewPage().model().rowCount(), 7);
        QCOMPARE(dialog->previewPage().model().totals().already, 1);
        scene.window->actionRegistry().find(QStringLiteral("torrent.import"))->trigger();
        QCOMPARE(scene.window->findChildren<ImportDialog *>().size(), 1);
    }

    void givesNoKeyToTwoControls()
    {
        open();
        importer().answer(test::samplePlan());
        for (int step = 0; step < 2; ++step) {
            QSet<QString> keys;
            for (const QWidget *child : m_dialog->findChildren<QWidget *>()) {
                const auto *label = qobject_cast<const QLabel *>(child);
                const bool shows = child->isVisible() && !qobject_cast<const QLineEdit *>(child) && (!label || label->buddy());
                const QString key = shows ? QKeySequence::mnemonic(child->property("text").toString()).toString() : QString();
                QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(child->property("text").toString()));
                keys += key;
            }
            QVERIFY(keys.size() > 3);
            next()->click();
        }
    }

private:
    void open()
    {
        m_dialog = new ImportDialog(
            [this] {
                auto made = std::make_unique<FakeImporter>();
                made->usual = m_usual;
                m_importers.push_back(made.get());
                return made;
            },
            m_ground, nullptr);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }

    void begin()
    {
        open();
        importer().answer(test::samplePlan());
        next()->click();
        next()->click();
    }

    // That of qBittorrent's usual place.
    FakeImporter &importer() const { return *m_importers.front(); }

    int totalReads() const
    {
        int reads = 0;
        for (const QPointer<FakeImporter> &made : m_importers)
            reads += made ? static_cast<int>(made->reads.size()) : 0;
        return reads;
    }

    QPushButton *next() const
    {
        for (QPushButton *candidate : m_dialog->findChildren<QPushButton *>()) {
            if (candidate->isDefault())
                return candidate;
        }
        return nullptr;
    }

    QPushButton *button(const char *text) const
    {
        for (QPushButton *candidate : m_dialog->findChildren<QPushButton *>()) {
            if (candidate->text().remove(u'&') == QLatin1String(text))
                return candidate;
        }
        return nullptr;
    }

    bool hasLabel(const char *text) const
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == QString::fromUtf8(text); });
    }

    std::string m_usual;
    std::vector<QPointer<FakeImporter>> m_importers;
    ImportGround m_ground;
    QPointer<ImportDialog> m_dialog;
};

QTEST_MAIN(TestImport)
#include "tst_import.moc"
