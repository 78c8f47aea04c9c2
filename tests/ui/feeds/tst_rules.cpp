#include "core/model/engine_error.h"
#include "tests/support/fake_engine.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/screenshots/feed_scene.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/feeds/rule_drafts.h"
#include "ui/feeds/rule_form.h"
#include "ui/feeds/rule_matches.h"
#include "ui/feeds/rules_dialog.h"
#include "ui/shell/translation.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace trib;
using namespace trib::ui;

namespace {

FeedRule named(const std::string &name)
{
    FeedRule rule;
    rule.name = name;
    return rule;
}

template <class T>
T *control(const QWidget &parent, const char *name)
{
    for (T *child : parent.findChildren<T *>()) {
        if (child->accessibleName() == QLatin1String(name) || child->property("text").toString().remove(u'&') == QLatin1String(name))
            return child;
    }
    return nullptr;
}

engine::FeedsPointer shared(const Feeds &feeds)
{
    return std::make_shared<const Feeds>(feeds);
}

} // namespace

class TestRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QStringLiteral("en")); }

    void init() { m_engine = std::make_unique<test::FakeEngine>(); }

    void cleanup()
    {
        delete m_dialog;
        m_engine.reset();
    }

    void nothingIsSaidToTheEngineBeforeSomethingChanges()
    {
        RuleDrafts drafts;
        QAbstractItemModelTester tester(&drafts);
        drafts.take({named("a"), named("b")});
        QCOMPARE(drafts.rowCount(), 2);
        QVERIFY(!drafts.nextCommand());
        FeedRule changed = named("a");
        changed.must = "x";
        drafts.change(0, changed);
        const auto command = drafts.nextCommand();
        QVERIFY(command);
        QCOMPARE(std::get<SaveFeedRule>(*command).before, std::string("a"));
        QCOMPARE(std::get<SaveFeedRule>(*command).rule.must, std::string("x"));
        drafts.wasSaved();
        QVERIFY(!drafts.nextCommand());
    }

    void removedNewAndRenamedRulesAreSaidOneAfterAnother()
    {
        RuleDrafts drafts;
        QAbstractItemModelTester tester(&drafts);
        drafts.take({named("a"), named("b"), named("c")});
        drafts.remove(0);
        drafts.change(0, named("renamed"));
        drafts.add(named("c"));
        QCOMPARE(std::get<RemoveFeedRules>(*drafts.nextCommand()).names, std::vector<std::string>{"a"});
        drafts.wasSaved();
        QCOMPARE(std::get<SaveFeedRule>(*drafts.nextCommand()).before, std::string("b"));
        QCOMPARE(std::get<SaveFeedRule>(*drafts.nextCommand()).rule.name, std::string("renamed"));
        drafts.wasSaved();
        QCOMPARE(std::get<SaveFeedRule>(*drafts.nextCommand()).before, std::string());
        QCOMPARE(std::get<SaveFeedRule>(*drafts.nextCommand()).rule.name, std::string("c 2"));
        drafts.wasSaved();
        QVERIFY(!drafts.nextCommand());
    }

    void aNewRuleThatIsRemovedAgainIsNeverSaid()
    {
        RuleDrafts drafts;
        drafts.take({named("a")});
        drafts.remove(drafts.add(named("b")));
        QVERIFY(!drafts.nextCommand());
    }

    void whatTheEngineKeepsIsNotAnEdit()
    {
        RuleDrafts drafts;
        QAbstractItemModelTester tester(&drafts);
        drafts.take({named("a"), named("b")});
        FeedRule edited = named("a");
        edited.must = "x";
        drafts.change(0, edited);
        FeedRule kept = named("a");
        kept.seenEpisodes = {"1x1"};
        drafts.take({kept, named("b"), named("c")});
        QCOMPARE(drafts.rowCount(), 3);
        const auto command = std::get<SaveFeedRule>(*drafts.nextCommand());
        QCOMPARE(command.rule.must, std::string("x"));
        QCOMPARE(command.rule.seenEpisodes, std::vector<std::string>{"1x1"});
        drafts.wasSaved();
        QVERIFY(!drafts.nextCommand());
        drafts.take({named("c")});
        QCOMPARE(drafts.rowCount(), 1);
    }

    void twoRulesNeverHaveOneName()
    {
        RuleDrafts drafts;
        drafts.take({named("a"), named("b")});
        QVERIFY(drafts.nameFault(0, "a").isEmpty());
        QVERIFY(!drafts.nameFault(0, "b").isEmpty());
        QVERIFY(!drafts.nameFault(0, "").isEmpty());
        drafts.change(1, named("c"));
        QVERIFY(!drafts.nameFault(0, "b").isEmpty()); // until the other one is saved
        drafts.wasSaved();
        QVERIFY(drafts.nameFault(0, "b").isEmpty());
    }

    void aDuplicateRemembersNothing()
    {
        RuleDrafts drafts;
        FeedRule rule = named("a");
        rule.seenEpisodes = {"1x1"};
        rule.lastAdded = WallTime(std::chrono::seconds(1));
        const int row = drafts.add(rule);
        QVERIFY(drafts.at(row)->seenEpisodes.empty() && !drafts.at(row)->lastAdded);
    }

    void theBoxSwitchesARuleOff()
    {
        RuleDrafts drafts;
        QAbstractItemModelTester tester(&drafts);
        drafts.take({named("a")});
        QVERIFY(drafts.setData(drafts.index(0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!std::get<SaveFeedRule>(*drafts.nextCommand()).rule.on);
    }

    void theFormGivesBackWhatItWasGiven()
    {
        RuleForm form(nullptr);
        const Feeds feeds = test::sampleFeeds();
        form.setFeeds(feeds.feeds);
        FeedRule rule;
        rule.name = "n";
        rule.on = false;
        rule.feeds = {feeds.feeds[0]->url, feeds.feeds[2]->url, "https://not-here-now.example/"};
        rule.must = "a b|c";
        rule.mustNot = "d";
        rule.regex = true;
        rule.episodes = "1x2;";
        rule.onceEach = true;
        rule.pauseDays = 3;
        rule.savePath = "/data/x";
        rule.category = "Video/Series";
        rule.tags = {"a", "b"};
        rule.stopped = true;
        rule.layout = ContentLayout::NoSubfolder;
        rule.lastAdded = WallTime(std::chrono::seconds(5));
        rule.seenEpisodes = {"1x1"};
        QSignalSpy edited(&form, &RuleForm::edited);
        form.setRule(rule);
        QVERIFY(form.rule() == rule);
        form.setRule(named("other"));
        QVERIFY(form.rule() == named("other"));
        QCOMPARE(edited.size(), 0);
    }

    void saysWhatCannotBeUnderstood_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("regex");
        QTest::addColumn<QString>("fault");
        QTest::newRow("a bracket") << "Must contain" << "(a" << true << "no regular expression yet";
        QTest::newRow("a bracket in plain words") << "Must contain" << "(a" << false << "";
        QTest::newRow("not") << "Must not contain" << "[" << true << "no regular expression yet";
        QTest::newRow("episodes") << "Episodes" << "x" << false << "Episodes are written as";
        QTest::newRow("good episodes") << "Episodes" << "1x2;1x4-6;2x10-;" << false << "";
        QTest::newRow("tags") << "Tags" << QString(300, u'x') << false << "255";
    }
    void saysWhatCannotBeUnderstood()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(bool, regex);
        QFETCH(QString, fault);
        RuleForm form(nullptr);
        FeedRule rule = named("n");
        rule.regex = regex;
        form.setRule(rule);
        auto *edit = control<QLineEdit>(form, field.toLatin1().constData());
        QVERIFY(edit);
        edit->setText(text);
        QCOMPARE(form.isAcceptable(), fault.isEmpty());
        if (!fault.isEmpty() && field != QStringLiteral("Tags"))
            QVERIFY2(edit->accessibleDescription().contains(fault), qPrintable(edit->accessibleDescription()));
        edit->clear();
        QVERIFY(form.isAcceptable() && edit->accessibleDescription().isEmpty());
    }

    void showsWhatARuleAsksFor()
    {
        test::ManualClock clock;
        RuleMatches matches(clock, nullptr);
        Feeds feeds = test::sampleFeeds();
        Feed films = *feeds.feeds[1];
        films.items.push_back(films.items[1]);
        films.items.back().read = false;
        films.items.push_back(films.items[0]);
        films.items.back().added = true;
        feeds.feeds[1] = std::make_shared<const Feed>(films);
        matches.setFeeds(shared(feeds));
        matches.setRule(&feeds.rules[1]);
        QSignalSpy finished(&matches, &RuleMatches::finished);
        QVERIFY(finished.wait());
        RuleMatchModel &model = matches.model();
        QCOMPARE(model.rowCount(), 5);
        const auto state = [&](int row) { return model.index(row, RuleMatchModel::State).data().toString(); };
        QCOMPARE(state(0), QStringLiteral("Would be added"));
        QCOMPARE(state(1), QStringLiteral("Nothing: it was read"));
        QCOMPARE(state(2), QStringLiteral("Would be added")); // a proper
        QCOMPARE(state(3), QStringLiteral("Nothing: the episode was added"));
        QCOMPARE(state(4), QStringLiteral("Was added already"));
        QVERIFY(matches.summary().startsWith(QStringLiteral("5 items")));
    }

    void sayingTooMuchNeverHoldsUpTyping()
    {
        test::ManualClock clock;
        RuleMatches matches(clock, nullptr);
        QAbstractItemModelTester tester(&matches.model());
        matches.setFeeds(shared(test::manyFeeds(500, 200)));
        FeedRule rule = named("a");
        rule.must = "item 1080p";
        matches.setRule(&rule);
        QSignalSpy finished(&matches, &RuleMatches::finished);
        qint64 longest = 0;
        QElapsedTimer all;
        all.start();
        while (finished.isEmpty() && all.elapsed() < 60'000) {
            QElapsedTimer turn;
            turn.start();
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (all.elapsed() > 300) // the first turns wait for the typing to end
                longest = std::max(longest, turn.elapsed());
        }
        QCOMPARE(finished.size(), 1);
        QCOMPARE(matches.model().rowCount(), 500);
        QVERIFY2(matches.summary().contains(QStringLiteral("100000")) || matches.summary().contains(QStringLiteral("100,000")), qPrintable(matches.summary()));
        QVERIFY2(longest < 250, qPrintable(QString::number(longest)));
    }

    void theDialogSavesWhatWasChangedAndNothingElse()
    {
        open();
        choose("Series");
        type("Must contain", "general 2160p");
        button("Save")->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_engine->commands.size(), std::size_t{1});
        const auto &saved = std::get<SaveFeedRule>(m_engine->commands.front());
        QCOMPARE(saved.before, std::string("Series"));
        QCOMPARE(saved.rule.must, std::string("general 2160p"));
        QCOMPARE(saved.rule.seenEpisodes, std::vector<std::string>{"1x2"});
    }

    void cancelChangesNothing()
    {
        open();
        m_dialog->drafts().remove(0);
        button("Cancel")->click();
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_engine->commands.empty());
    }

    void saveIsThereOnlyForChanges()
    {
        open();
        QVERIFY(!button("Save")->isEnabled());
        button("New rule")->click();
        QVERIFY(button("Save")->isEnabled());
        QCOMPARE(m_dialog->drafts().rowCount(), 3);
        QVERIFY(qobject_cast<QLineEdit *>(m_dialog->focusWidget()));
    }

    void whatCannotBeUnderstoodIsNotSaved()
    {
        open();
        choose("Series");
        type("Episodes", "nonsense");
        choose("Images");
        button("Save")->click();
        QVERIFY(m_engine->commands.empty());
        QVERIFY(!m_dialog->findChild<NoticeBar *>()->text().isEmpty());
        QCOMPARE(QString::fromStdString(m_dialog->form().rule().name), QStringLiteral("Series")); // which one it is
    }

    void staysOpenWithTheReason()
    {
        m_engine->answer = failure(EngineErrc::StoreUnavailable);
        open();
        choose("Series");
        type("Must contain", "x");
        button("Save")->click();
        QTRY_VERIFY(!m_dialog->findChild<NoticeBar *>()->text().isEmpty());
        QVERIFY(m_dialog->isVisible() && button("Save")->isEnabled());
    }

    void whatIsPublishedWhileSavingMakesNothingTwice()
    {
        m_engine->manual = true;
        open();
        choose("Series");
        type("Name", "Films");
        button("Save")->click();
        Feeds after = test::sampleFeeds();
        after.rules[1].name = "Films";
        m_engine->publishFeeds(after);
        QCOMPARE(m_dialog->drafts().rowCount(), 2);
        m_engine->answerSubmit(success());
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_engine->commands.size(), std::size_t{1});
    }

    void givesNoKeyToTwoControls()
    {
        open();
        QSet<QString> keys;
        for (const QWidget *child : m_dialog->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(child);
            const QString text = label && !label->buddy() ? QString() : child->property("text").toString();
            const QString key = qobject_cast<const QLineEdit *>(child) ? QString() : QKeySequence::mnemonic(text).toString();
            QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(text));
            keys += key;
        }
        QVERIFY(keys.size() > 12);
    }

private:
    void open()
    {
        m_dialog = new RulesDialog(*m_engine, shared(test::sampleFeeds()), {}, m_clock, nullptr);
        m_dialog->open();
    }

    void choose(const char *name) const
    {
        for (int row = 0; row < m_dialog->drafts().rowCount(); ++row) {
            if (m_dialog->drafts().at(row)->name == name)
                m_dialog->choose(row);
        }
    }

    void type(const char *field, const char *text) const { control<QLineEdit>(*m_dialog, field)->setText(QString::fromLatin1(text)); }
    QPushButton *button(const char *text) const { return control<QPushButton>(*m_dialog, text); }

    test::ManualClock m_clock;
    std::unique_ptr<test::FakeEngine> m_engine;
    QPointer<RulesDialog> m_dialog;
};

QTEST_MAIN(TestRules)
#include "tst_rules.moc"
