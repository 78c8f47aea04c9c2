// FileLog, LogHistory, withoutSecrets and SystemRandom: what core/base has of the outside world.
#include "core/base/log.h"
#include "core/base/random.h"

#include "tests/support/for_all.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>
#include <thread>

using trib::FileLog;
using trib::LogEntry;
using trib::LogHistory;
using trib::LogLevel;
using trib::NullLog;
using trib::withoutSecrets;
using trib::test::ManualClock;
using trib::test::SeededRandom;

class TestLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void aLineHasTimeLevelAndSafeText()
    {
        FileLog log(path(), m_clock);
        log.info("started");
        log.warning("a\nforged line\xE2\x80\xAE\xFF");
        QCOMPARE(read("log"), QByteArray("2026-01-01T00:00:00Z info started\n2026-01-01T00:00:00Z warning aforged line\xEF\xBF\xBD\n"));
    }

    void appendsToWhatIsThere()
    {
        FileLog(path(), m_clock).info("one");
        FileLog(path(), m_clock).error("two");
        QCOMPARE(read("log").count('\n'), 2);
    }

    void rotatesAtTheLimitAndKeepsOneOlderFile()
    {
        FileLog log(path(), m_clock, 1000);
        for (int i = 0; i < 200; ++i)
            log.info("line " + std::to_string(i));
        const QByteArray now = read("log");
        const QByteArray before = read("log.1");
        QVERIFY(now.size() <= 1100 && before.size() >= 1000 && before.size() <= 1100);
        QVERIFY(now.endsWith("line 199\n"));
        const QByteArray all = before + now; // nothing between the two is lost
        const int first = all.left(all.indexOf('\n')).split(' ').last().toInt();
        QCOMPARE(all.count('\n'), 200 - first);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
    }

    void aLargeFileFromBeforeIsRotatedAtOnce()
    {
        FileLog(path(), m_clock).info(std::string(2000, 'x'));
        FileLog log(path(), m_clock, 1000);
        log.info("new");
        QCOMPARE(read("log").count('\n'), 1);
        QVERIFY(read("log.1").size() > 2000);
    }

    void aLogThatCannotBeWrittenIsSilent()
    {
        FileLog log(std::filesystem::path(m_folder->path().toStdString()) / "missing" / "log", m_clock, 10);
        log.info("a");
        log.info("b");
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void threadsDoNotMixTheirLines()
    {
        FileLog log(path(), m_clock, 1u << 20);
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&log, t] { for (int i = 0; i < 200; ++i) log.info(std::string(50, char('a' + t))); });
        for (std::thread &thread : threads)
            thread.join();
        const QList<QByteArray> lines = read("log").split('\n');
        QCOMPARE(lines.size(), 801);
        for (const QByteArray &line : lines.first(800)) {
            const QByteArray text = line.split(' ').last();
            QVERIFY(text.size() == 50 && text.count(text.at(0)) == 50);
        }
    }

    void theHistoryHandsOnAndKeepsTheNewest()
    {
        FileLog file(path(), m_clock);
        LogHistory history(m_clock, file, 3);
        QVERIFY(history.since(0).empty());
        history.info("one");
        m_clock.advance(std::chrono::seconds(5));
        history.warning("two\nforged");
        QCOMPARE(history.since(0), (std::vector<LogEntry>{{1, m_clock.wallNow() - std::chrono::seconds(5), LogLevel::Info, "one"},
            {2, m_clock.wallNow(), LogLevel::Warning, "twoforged"}}));
        for (const char *text : {"three", "four", "five"})
            history.info(text);
        QCOMPARE(read("log").count('\n'), 5);
        QCOMPARE(numbers(history.since(0)), (std::vector<std::uint64_t>{3, 4, 5}));
        QCOMPARE(numbers(history.since(2)), (std::vector<std::uint64_t>{3, 4, 5}));
        QCOMPARE(numbers(history.since(4)), (std::vector<std::uint64_t>{5}));
        QVERIFY(history.since(5).empty() && history.since(77).empty());
    }

    void theHistorysEntriesAreShort()
    {
        NullLog nowhere;
        LogHistory history(m_clock, nowhere);
        history.info(std::string(100'000, 'x'));
        QCOMPARE(history.since(0).at(0).text.size(), std::size_t(1024));
    }

    void theHistoryTakesEntriesFromAllThreadsInOrder()
    {
        NullLog nowhere;
        LogHistory history(m_clock, nowhere, 1000);
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&history] { for (int i = 0; i < 500; ++i) history.info(std::to_string(i)); });
        std::uint64_t seen = 0;
        for (int i = 0; i < 50; ++i) {
            for (const std::uint64_t number : numbers(history.since(seen))) {
                QVERIFY(number > seen);
                seen = number;
            }
        }
        for (std::thread &thread : threads)
            thread.join();
        const auto all = numbers(history.since(0));
        QCOMPARE(all.size(), std::size_t(1000));
        QVERIFY(all.front() == 1001 && all.back() == 2000 && std::is_sorted(all.begin(), all.end()));
    }

    void secretsOfUrlsAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const QByteArray &url, const QByteArray &shown) { QTest::newRow(url.constData()) << url << shown; };
        row("http://tracker.example", "http://tracker.example");
        row("http://tracker.example:8080/announce", "http://tracker.example:8080/…");
        row("https://tracker.example/SECRET/announce?passkey=SECRET#SECRET", "https://tracker.example/…");
        row("https://tracker.example?passkey=SECRET", "https://tracker.example/…");
        row("https://tracker.example#SECRET", "https://tracker.example/…");
        row("https://user:SECRET@tracker.example/", "https://tracker.example/…");
        row("https://user:SECRET@x@tracker.example", "https://tracker.example/…");
        row("udp://tracker.example:6969/announce", "udp://tracker.example:6969/…");
        row("socks5://user:SECRET@proxy:1080", "socks5://proxy:1080/…");
        row("http://tracker.example\\SECRET", "http://tracker.example/…");
        row("http://tracker.example SECRET", "http://tracker.example/…");
        row("magnet:?xt=urn:btih:SECRET", "magnet:/…");
        row("user:SECRET@tracker.example", "tracker.example/…");
        row("tracker.example/SECRET?next=http://other.example", "tracker.example/…");
        row("?SECRET=http://other.example", "/…");
        row("", "");
    }
    void secretsOfUrlsAreLeftOut()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, shown);
        QCOMPARE(QByteArray::fromStdString(withoutSecrets(url.toStdString())), shown);
        QVERIFY(!shown.contains("SECRET"));
    }

    void secretsAreLeftOutOfAnyText()
    {
        static const std::vector<std::string> kPieces{"http", "://", "/", "?", "@", ":", "#", "\\", "host.example", "a", "=", "&", " "};
        trib::test::forAll(trib::test::seeds(3000), [](SeededRandom &r) {
            std::string text = r.oneIn(2) ? "http://" : "";
            for (int count = r.number(1, 6); count > 0; --count)
                text += r.pick(kPieces);
            return text + r.pick(std::vector<std::string>{"/", "?", "#", "?a=", "/a/"}) + "SECRET" + r.pick(kPieces) + r.pick(kPieces);
        }, [](const std::string &url) {
            // What stands behind a '/' that is not the scheme's, a '?' or a '#' never shows.
            const auto start = url.find("://") == std::string::npos ? 0 : url.find("://") + 3;
            const bool hidden = url.find_first_of("/?#", start) != std::string::npos && url.find_first_of("/?#", start) < url.find("SECRET");
            QVERIFY2(!hidden || withoutSecrets(url).find("SECRET") == std::string::npos, url.c_str());
        });
    }

    void randomBytesFillAllAndDiffer()
    {
        trib::SystemRandom random;
        std::array<bool, 64> touched{};
        std::set<std::vector<std::uint8_t>> seen;
        for (int i = 0; i < 64; ++i) {
            std::vector<std::uint8_t> bytes(66, 0);
            QVERIFY(random.fill(std::span(bytes).subspan(1, 64)));
            QVERIFY(bytes.front() == 0 && bytes.back() == 0);
            for (std::size_t at = 0; at < 64; ++at)
                touched[at] = touched[at] || bytes[at + 1] != 0;
            seen.insert(bytes);
        }
        QCOMPARE(seen.size(), std::size_t(64));
        QVERIFY(std::all_of(touched.begin(), touched.end(), [](bool t) { return t; }));
        QVERIFY(random.fill({}));
    }

private:
    [[nodiscard]] std::filesystem::path path() const { return std::filesystem::path(m_folder->path().toStdString()) / "log"; }

    [[nodiscard]] static std::vector<std::uint64_t> numbers(const std::vector<LogEntry> &entries)
    {
        std::vector<std::uint64_t> numbers;
        for (const LogEntry &entry : entries)
            numbers.push_back(entry.number);
        return numbers;
    }

    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile file(m_folder->filePath(QString::fromUtf8(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
