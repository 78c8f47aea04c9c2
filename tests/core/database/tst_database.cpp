#include "core/database/database.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

namespace trib::database {

class TestDatabase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<Database>(*Database::open(path(), {.mode = OpenMode::Create}));
        QVERIFY(m_database->execute("CREATE TABLE t(k INTEGER PRIMARY KEY, v BLOB UNIQUE)"));
    }
    void cleanup() { m_database.reset(); }

    void bindsAndReadsEveryKindOfValue()
    {
        auto statement = m_database->prepare("SELECT ?,?,?,?,?,?");
        QVERIFY(statement);
        const std::string text("a\0\xff", 3);
        const std::vector<std::uint8_t> bytes{0, 255};
        statement->bindInt(1, std::numeric_limits<std::int64_t>::min());
        statement->bindText(2, text);
        statement->bindBlob(3, bytes);
        statement->bindNull(4);
        statement->bindText(5, {});
        statement->bindBlob(6, {});
        QVERIFY(*statement->step());
        QCOMPARE(statement->intAt(0), std::numeric_limits<std::int64_t>::min());
        QCOMPARE(statement->textAt(1), text);
        QVERIFY(std::ranges::equal(statement->blobAt(2), bytes));
        QVERIFY(statement->isNull(3));
        QVERIFY(!statement->isNull(4) && statement->textAt(4).empty());
        QVERIFY(!statement->isNull(5) && statement->blobAt(5).empty());
        QVERIFY(!*statement->step());
    }

    void aBindingThatFailsIsReportedByTheNextStep()
    {
        auto statement = m_database->prepare("SELECT ?");
        statement->bindInt(2, 1);
        QVERIFY(!statement->step());
        QVERIFY(statement->step()); // and only by that one
    }

    void aStatementCanBeRunAgain()
    {
        auto statement = m_database->prepare("INSERT INTO t(v) VALUES(?)");
        for (int i = 0; i < 3; ++i) {
            statement->bindInt(1, i);
            QVERIFY(statement->run());
        }
        QCOMPARE(*m_database->queryInt("SELECT sum(v) FROM t"), 3);
    }

    void aTransactionThatIsNotCommittedIsRolledBack()
    {
        {
            const auto transaction = Transaction::begin(*m_database);
            QVERIFY(m_database->execute("INSERT INTO t(v) VALUES(1)"));
            QVERIFY(m_database->inTransaction());
        }
        QVERIFY(!m_database->inTransaction());
        QCOMPARE(*m_database->queryInt("SELECT count(*) FROM t"), 0);
        auto transaction = Transaction::begin(*m_database);
        QVERIFY(m_database->execute("INSERT INTO t(v) VALUES(1)"));
        QVERIFY(transaction->commit());
        QCOMPARE(*m_database->queryInt("SELECT count(*) FROM t"), 1);
    }

    void aCommitThatFailsLeavesTheConnectionUsable()
    {
        QVERIFY(m_database->execute("CREATE TABLE c(k REFERENCES t(k) DEFERRABLE INITIALLY DEFERRED)"));
        auto transaction = Transaction::begin(*m_database);
        QVERIFY(m_database->execute("INSERT INTO c VALUES(77)"));
        QVERIFY(transaction->commit().error().code == DatabaseErrc::Constraint); // foreign keys are on
        QVERIFY(!m_database->inTransaction());
        QVERIFY(Transaction::begin(*m_database)->commit());
    }

    void tellsKindsOfFailureApart()
    {
        QVERIFY(Database::open(m_folder->path().toStdString() + "/none.db").error().code == DatabaseErrc::CannotOpen);
        QVERIFY(m_database->execute("SELEKT").error().code == DatabaseErrc::Failed);
        QVERIFY(m_database->execute("INSERT INTO t(v) VALUES(1),(1)").error().code == DatabaseErrc::Constraint);
        auto reader = Database::open(path(), {.mode = OpenMode::ReadOnly});
        QVERIFY(reader->execute("INSERT INTO t(v) VALUES(1)").error().code == DatabaseErrc::ReadOnly);
        QVERIFY(m_database->execute("PRAGMA max_page_count=5"));
        QVERIFY(m_database->execute("INSERT INTO t(v) VALUES(zeroblob(100000))").error().code == DatabaseErrc::Full);
        auto other = Database::open(path(), {.busyTimeout = std::chrono::milliseconds(1)});
        const auto transaction = Transaction::begin(*m_database);
        QVERIFY(other->execute("INSERT INTO t(v) VALUES(1)").error().code == DatabaseErrc::Busy);
    }

    void aFileThatIsNoDatabaseIsNoticedByTheFirstStatement()
    {
        const auto file = m_folder->path().toStdString() + "/text";
        std::ofstream(file) << std::string(2000, 't');
        auto database = Database::open(file);
        QVERIFY(database);
        QVERIFY(database->queryInt("PRAGMA user_version").error().code == DatabaseErrc::NotADatabase);
    }

    void checksFindADamagedPage_data()
    {
        QTest::addColumn<bool>("quick");
        QTest::addRow("quick") << true;
        QTest::addRow("with indexes") << false;
    }
    void checksFindADamagedPage()
    {
        QFETCH(bool, quick);
        for (int i = 0; i < 500; ++i)
            QVERIFY(m_database->execute("INSERT INTO t(v) VALUES(randomblob(60))"));
        const auto check = [&](Database &database) { return quick ? database.quickCheck() : database.integrityCheck(); };
        QVERIFY(check(*m_database)->empty());
        m_database.reset();
        {
            std::fstream file(path(), std::ios::binary | std::ios::in | std::ios::out);
            file.seekp(3 * 4096);
            file.write(std::string(4096, '\x55').data(), 4096);
        }
        auto damaged = Database::open(path());
        const auto problems = check(*damaged);
        QVERIFY(problems ? !problems->empty() : isDamage(problems.error().code));
    }

    void copiesItsWholeContentWithWhatIsInTheLog()
    {
        QVERIFY(m_database->useDurableWal());
        QVERIFY(m_database->execute("INSERT INTO t(v) VALUES(1),(2)"));
        const auto copyPath = m_folder->path().toStdString() + "/copy.db";
        {
            auto copy = Database::open(copyPath, {.mode = OpenMode::Create});
            QVERIFY(m_database->copyTo(*copy));
            QVERIFY(copy->leaveWal());
        }
        QVERIFY(!std::filesystem::exists(copyPath + "-wal"));
        auto copy = Database::open(copyPath, {.mode = OpenMode::ReadOnly});
        QCOMPARE(*copy->queryInt("SELECT sum(v) FROM t"), 3);
    }

    void aCommitInTheWalIsSynchronised()
    {
        QVERIFY(m_database->useDurableWal());
        QCOMPARE(*m_database->queryInt("PRAGMA synchronous"), 2); // FULL
        auto mode = m_database->prepare("PRAGMA journal_mode");
        QVERIFY(*mode->step());
        QCOMPARE(mode->textAt(0), std::string("wal"));
    }

    void closingWithoutACheckpointLeavesTheFileAsItIs()
    {
        QVERIFY(m_database->useDurableWal());
        m_database->setCheckpointOnClose(false);
        const auto size = std::filesystem::file_size(path());
        QVERIFY(m_database->execute("INSERT INTO t(v) VALUES(zeroblob(50000))"));
        m_database.reset();
        QCOMPARE(std::filesystem::file_size(path()), size);
        auto again = Database::open(path());
        QCOMPARE(*again->queryInt("SELECT length(v) FROM t"), 50000);
    }

private:
    [[nodiscard]] std::string path() const { return m_folder->path().toStdString() + "/test.db"; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

} // namespace trib::database

QTEST_GUILESS_MAIN(trib::database::TestDatabase)
#include "tst_database.moc"
