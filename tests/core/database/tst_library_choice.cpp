#include "core/database/database.h"

#include <QTemporaryDir>
#include <QTest>

#include <dlfcn.h>

#include <string>

namespace trib::database {

// Our library is SQLCipher's, which exports SQLite's names. Some other library or plug-in of a process may bring libsqlite3 along
// (Qt's SQL plug-in would): neither may end up calling into the other.
class TestLibraryChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStoreWorksBeforeAndAfterTheOtherLibraryIsLoaded()
    {
        QTemporaryDir folder;
        const auto ours = folder.path().toStdString() + "/ours.db";
        auto before = Database::open(ours, {.mode = OpenMode::Create});
        QVERIFY(before->execute("CREATE TABLE t(v); INSERT INTO t VALUES(1)"));
        const auto version = sourceId(*before);

        void *const other = ::dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
        QVERIFY2(other, ::dlerror());
        useOther(other, folder.path().toStdString() + "/theirs.db");

        QVERIFY(before->execute("INSERT INTO t VALUES(2)"));
        auto after = Database::open(ours);
        QVERIFY(after->execute("INSERT INTO t VALUES(4)"));
        QCOMPARE(*after->queryInt("SELECT sum(v) FROM t"), 7);
        QCOMPARE(*before->queryInt("SELECT sum(v) FROM t"), 7);
        QCOMPARE(sourceId(*after), version);
        QVERIFY(after->quickCheck()->empty());
        useOther(other, folder.path().toStdString() + "/theirs.db");
        ::dlclose(other);
        QCOMPARE(*after->queryInt("SELECT sum(v) FROM t"), 7);
    }

    void theLibraryIsSqlCipherAndNewEnough()
    {
        auto database = Database::open(":memory:", {.mode = OpenMode::Create});
        auto cipher = database->prepare("PRAGMA cipher_version");
        QVERIFY(cipher && *cipher->step());
        QVERIFY2(cipher->textAt(0) >= "4.5", cipher->textAt(0).c_str());
    }

private:
    static std::string sourceId(Database &database)
    {
        auto statement = database.prepare("SELECT sqlite_source_id()");
        return statement && statement->step().value_or(false) ? statement->textAt(0) : std::string();
    }

    static void useOther(void *library, const std::string &path)
    {
        using OpenFunction = int (*)(const char *, void **);
        using ExecFunction = int (*)(void *, const char *, void *, void *, char **);
        using CloseFunction = int (*)(void *);
        const auto open = reinterpret_cast<OpenFunction>(::dlsym(library, "sqlite3_open"));
        const auto exec = reinterpret_cast<ExecFunction>(::dlsym(library, "sqlite3_exec"));
        const auto close = reinterpret_cast<CloseFunction>(::dlsym(library, "sqlite3_close"));
        QVERIFY(open && exec && close);
        void *connection = nullptr;
        QCOMPARE(open(path.c_str(), &connection), 0);
        QCOMPARE(exec(connection, "CREATE TABLE IF NOT EXISTS t(v); INSERT INTO t VALUES(1); SELECT sum(v) FROM t", nullptr, nullptr, nullptr), 0);
        QCOMPARE(close(connection), 0);
    }
};

} // namespace trib::database

QTEST_GUILESS_MAIN(trib::database::TestLibraryChoice)
#include "tst_library_choice.moc"
