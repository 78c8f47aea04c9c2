#include "ui/settings/default_program_row.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace trib::ui;

namespace {

class FakeDefaultProgram final : public DefaultProgram {
public:
    void ask() override { ++asked; }
    void makeOurs() override { ++wished; }

    int asked = 0;
    int wished = 0;
};

} // namespace

class TestDefaultProgramRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksEachTimeItComesIntoView()
    {
        FakeDefaultProgram program;
        DefaultProgramRow row(program);
        QCOMPARE(program.asked, 0);
        row.show();
        QCOMPARE(program.asked, 1);
        row.hide();
        row.show();
        QCOMPARE(program.asked, 2);
    }

    void saysWhatIsAndWhetherItCanBeChanged_data()
    {
        QTest::addColumn<DefaultProgramState>("state");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("canChange");
        QTest::newRow("ours") << DefaultProgramState::Ours << QStringLiteral("Tributary opens") << false;
        QTest::newRow("others") << DefaultProgramState::Others << QStringLiteral("Another program") << true;
        QTest::newRow("not installed") << DefaultProgramState::NotInstalled << QStringLiteral("Install it") << false;
        QTest::newRow("unknown") << DefaultProgramState::Unknown << QStringLiteral("not known") << true;
    }
    void saysWhatIsAndWhetherItCanBeChanged()
    {
        QFETCH(DefaultProgramState, state);
        QFETCH(QString, words);
        QFETCH(bool, canChange);
        FakeDefaultProgram program;
        const DefaultProgramRow row(program);
        Q_EMIT program.stateChanged(state);
        const auto *button = row.findChild<QPushButton *>();
        QVERIFY2(row.findChild<QLabel *>()->text().contains(words), qPrintable(row.findChild<QLabel *>()->text()));
        QCOMPARE(button->isEnabled(), canChange);
        QCOMPARE(button->accessibleDescription(), row.findChild<QLabel *>()->text());
    }

    void aWishThatComesToNothingIsSaidSo_data()
    {
        QTest::addColumn<DefaultProgramState>("state");
        QTest::newRow("not taken over") << DefaultProgramState::Others;
        QTest::newRow("no answer") << DefaultProgramState::Unknown;
    }
    void aWishThatComesToNothingIsSaidSo()
    {
        QFETCH(DefaultProgramState, state);
        FakeDefaultProgram program;
        const DefaultProgramRow row(program);
        Q_EMIT program.stateChanged(DefaultProgramState::Others);
        auto *button = row.findChild<QPushButton *>();
        button->click();
        QCOMPARE(program.wished, 1);
        QVERIFY(!button->isEnabled()); // until there is an answer
        Q_EMIT program.stateChanged(state);
        QVERIFY(button->isEnabled());
        QVERIFY(row.findChild<QLabel *>()->text().contains(QStringLiteral("desktop's own settings")));
        Q_EMIT program.stateChanged(DefaultProgramState::Others); // asked again later: the news is old
        QVERIFY(row.findChild<QLabel *>()->text().contains(QStringLiteral("Another program")));
    }
};

QTEST_MAIN(TestDefaultProgramRow)
#include "tst_default_program_row.moc"
