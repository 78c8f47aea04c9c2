// Passwords, keys, sessions and bans.
#include "core/remote/credential_checker.h"
#include "core/remote/login_guard.h"
#include "core/remote/password_hash.h"
#include "core/remote/remote_error.h"
#include "core/remote/session_book.h"
#include "tests/support/manual_clock.h"
#include "tests/support/seeded_random.h"

#include <QCoreApplication>
#include <QSet>
#include <QTest>

using namespace trib;
using namespace trib::remote;
using namespace std::chrono_literals;

namespace {

constexpr int kFewRounds = 1'000; // the least that is accepted: tests need no brute force kept out

class NoRandom final : public Random {
public:
    [[nodiscard]] Result<> fill(std::span<std::uint8_t>) override { return failure(BaseErrc::NoEntropy); }
};

} // namespace

class TestCredentials : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHashMatchesItsPasswordAlone()
    {
        SystemRandom random;
        const auto hash = hashPassword("correct horse battery", random, kFewRounds);
        QVERIFY(hash && isPasswordHash(*hash));
        QVERIFY(matchesHash("correct horse battery", *hash));
        for (const char *other : {"", "correct horse batterz", "correct horse battery ", "Correct horse battery", "correct horse"})
            QVERIFY2(!matchesHash(other, *hash), other);
        const auto again = hashPassword("correct horse battery", random, kFewRounds);
        QVERIFY2(*again != *hash, "the salt is another");
        QVERIFY(hash->find("correct") == std::string::npos);
    }

    // Made with Python: hashlib.pbkdf2_hmac('sha512', b'correct horse battery', b'0123456789abcdef', 1000).
    void isPbkdf2AsOthersComputeIt()
    {
        const std::string hash = "pbkdf2-sha512$1000$MDEyMzQ1Njc4OWFiY2RlZg==$7F/Y1rnWXXurLCfFvAmyjyXtbABhgzBTBNcm//wlnvGBOz7OExlgRFs5qwaY5PzB3/WjR7P4yv/ACDQZpDXIfQ==";
        QVERIFY(matchesHash("correct horse battery", hash));
    }

    void theDefaultCountIsStored()
    {
        SystemRandom random;
        const auto hash = hashPassword("correct horse battery", random);
        QVERIFY(hash && isPasswordHash(*hash) && hash->starts_with("pbkdf2-sha512$210000$"));
    }

    void weakPasswordsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<bool>("accepted");
        QTest::addRow("empty") << QByteArray() << false;
        QTest::addRow("adminadmin") << QByteArray("adminadmin") << false;
        QTest::addRow("11 characters") << QByteArray("abcdefghijk") << false;
        QTest::addRow("12 characters") << QByteArray("abcdefghijkl") << true;
        QTest::addRow("11 characters of 3 bytes") << QByteArray("\xE6\x97\xA5").repeated(11) << false;
        QTest::addRow("12 characters of 3 bytes") << QByteArray("\xE6\x97\xA5").repeated(12) << true;
        QTest::addRow("a line end") << QByteArray("abcdefghijklm\n") << false;
        QTest::addRow("not UTF-8") << QByteArray("abcdefghijklm\xFF") << false;
        QTest::addRow("1025 bytes") << QByteArray(1025, 'a') << false;
    }
    void weakPasswordsAreRefused()
    {
        QFETCH(QByteArray, password);
        QFETCH(bool, accepted);
        SystemRandom random;
        const auto hash = hashPassword(password.toStdString(), random, kFewRounds);
        QCOMPARE(hash.has_value(), accepted);
        if (!hash)
            QVERIFY(hash.error().code == RemoteErrc::InvalidSetting);
    }

    void whatIsNoHashMatchesNothing_data()
    {
        QTest::addColumn<QByteArray>("hash");
        const QByteArray salt = QByteArray(16, 's').toBase64();
        const QByteArray key = QByteArray(64, 'k').toBase64();
        const auto row = [](const char *title, const QByteArray &hash) { QTest::addRow("%s", title) << hash; };
        row("empty", "");
        row("plain text", "correct horse battery");
        row("another scheme", "pbkdf2-sha1$1000$" + salt + "$" + key);
        row("too few rounds", "pbkdf2-sha512$999$" + salt + "$" + key);
        row("too many rounds", "pbkdf2-sha512$10000001$" + salt + "$" + key);
        row("rounds that do not fit", "pbkdf2-sha512$99999999999999999999$" + salt + "$" + key);
        row("no rounds", "pbkdf2-sha512$$" + salt + "$" + key);
        row("negative rounds", "pbkdf2-sha512$-1000$" + salt + "$" + key);
        row("a short salt", "pbkdf2-sha512$1000$" + QByteArray(15, 's').toBase64() + "$" + key);
        row("a long salt", "pbkdf2-sha512$1000$" + QByteArray(65, 's').toBase64() + "$" + key);
        row("a short key", "pbkdf2-sha512$1000$" + salt + "$" + QByteArray(63, 'k').toBase64());
        row("no key", "pbkdf2-sha512$1000$" + salt + "$");
        row("one part less", "pbkdf2-sha512$1000$" + salt);
        row("no base64", "pbkdf2-sha512$1000$" + salt + "$" + QByteArray(88, '!'));
    }
    void whatIsNoHashMatchesNothing()
    {
        QFETCH(QByteArray, hash);
        QVERIFY(!isPasswordHash(hash.toStdString()));
        QVERIFY(!matchesHash("", hash.toStdString()));
        QVERIFY(!matchesHash("correct horse battery", hash.toStdString()));
        QVERIFY(!matchesHash(hash.toStdString(), hash.toStdString()));
    }

    void everyKeyIsAnother()
    {
        SystemRandom random;
        QSet<QByteArray> keys;
        for (int i = 0; i < 100; ++i) {
            const auto key = makeApiKey(random);
            QVERIFY(key && key->size() == 32);
            keys.insert(QByteArray::fromStdString(*key));
        }
        QCOMPARE(keys.size(), 100);
        NoRandom none;
        QVERIFY(!makeApiKey(none));
        QVERIFY(!hashPassword("correct horse battery", none, kFewRounds));
    }

    void aSessionEndsAnHourAfterItsLastRequest()
    {
        test::ManualClock clock;
        test::SeededRandom random(1);
        SessionBook book(clock, random);
        const auto token = book.open();
        QVERIFY(token && token->size() == 64);
        clock.advance(3599s);
        QVERIFY(book.find(*token) == "session 1");
        clock.advance(3599s);
        QVERIFY2(book.find(*token), "the time begins anew");
        clock.advance(3600s);
        QVERIFY(!book.find(*token));
        QVERIFY(!book.find(""));
    }

    void sessionsAreBoundedAndTheIdlestMakesRoom()
    {
        test::ManualClock clock;
        test::SeededRandom random(2);
        SessionBook book(clock, random);
        std::vector<std::string> tokens;
        for (std::size_t i = 0; i < SessionBook::kMaxSessions; ++i) {
            tokens.push_back(*book.open());
            clock.advance(1s);
        }
        QVERIFY(book.find(tokens[0]));
        const auto newcomer = book.open();
        QVERIFY(book.find(*newcomer));
        QVERIFY(book.find(tokens[0]));
        QVERIFY(!book.find(tokens[1]));
        book.close("session 1");
        QVERIFY(!book.find(tokens[0]));
        NoRandom none;
        QVERIFY(!SessionBook(clock, none).open());
    }

    void fiveWrongPasswordsBanAnAddressForAWhile()
    {
        test::ManualClock clock;
        LoginGuard guard(clock);
        for (int i = 1; i < LoginGuard::kMaxFailures; ++i)
            QVERIFY(!guard.failed("192.0.2.1"));
        QVERIFY(!guard.isBanned("192.0.2.1"));
        QVERIFY(guard.failed("192.0.2.1"));
        QVERIFY(guard.isBanned("192.0.2.1"));
        QVERIFY(!guard.isBanned("192.0.2.2"));
        clock.advance(LoginGuard::kBan - 1s);
        QVERIFY(guard.isBanned("192.0.2.1"));
        clock.advance(1s);
        QVERIFY(!guard.isBanned("192.0.2.1"));
        QVERIFY2(!guard.failed("192.0.2.1"), "counting begins anew");
    }

    void aRightPasswordClearsTheCount()
    {
        test::ManualClock clock;
        LoginGuard guard(clock);
        for (int round = 0; round < 3; ++round) {
            for (int i = 1; i < LoginGuard::kMaxFailures; ++i)
                guard.failed("192.0.2.1");
            guard.succeeded("192.0.2.1");
        }
        QVERIFY(!guard.isBanned("192.0.2.1"));
    }

    void anIpv6NeighbourhoodIsOneAddress()
    {
        test::ManualClock clock;
        LoginGuard guard(clock);
        for (int i = 0; i < LoginGuard::kMaxFailures; ++i)
            guard.failed("2001:db8:0:1::" + std::to_string(i));
        QVERIFY(guard.isBanned("2001:db8:0:1:ffff::9"));
        QVERIFY(!guard.isBanned("2001:db8:0:2::1"));
    }

    void bansAreBoundedAndTheNewestStay()
    {
        test::ManualClock clock;
        LoginGuard guard(clock);
        for (std::size_t i = 0; i <= LoginGuard::kMaxAddresses; ++i) {
            for (int n = 0; n < LoginGuard::kMaxFailures; ++n)
                guard.failed("10.0." + std::to_string(i / 256) + "." + std::to_string(i % 256));
            clock.advance(1ms);
        }
        QVERIFY(!guard.isBanned("10.0.0.0"));
        QVERIFY(guard.isBanned("10.0.0.1"));
        QVERIFY(guard.isBanned("10.0.16.0"));
    }

    void whatWasRightOnceIsKnown()
    {
        SystemRandom random;
        const auto hash = hashPassword("correct horse battery", random, kFewRounds);
        CredentialChecker checker(postHere(), random);
        int right = 0;
        checker.check("correct horse battery", *hash, [&](Verdict verdict) { right += verdict == Verdict::Right; });
        QCOMPARE(right, 0); // not on this thread
        QTRY_COMPARE(right, 1);
        for (int i = 0; i < 50; ++i)
            checker.check("correct horse battery", *hash, [&](Verdict verdict) { right += verdict == Verdict::Right; });
        QCOMPARE(right, 51); // at once: nothing is computed
        std::vector<Verdict> verdicts;
        checker.check("correct horse battery", "", [&](Verdict verdict) { verdicts.push_back(verdict); });
        checker.check("", *hash, [&](Verdict verdict) { verdicts.push_back(verdict); });
        QVERIFY((verdicts == std::vector{Verdict::Wrong, Verdict::Wrong}));
        const auto otherHash = hashPassword("another horse battery", random, kFewRounds);
        checker.check("correct horse battery", *otherHash, [&](Verdict verdict) { verdicts.push_back(verdict); });
        QTRY_COMPARE(verdicts.size(), std::size_t(3));
        QVERIFY(verdicts.back() == Verdict::Wrong);
    }

    void whatWaitsIsBoundedAndTheSameIsCheckedOnce()
    {
        SystemRandom random;
        const auto hash = hashPassword("correct horse battery", random, kFewRounds);
        CredentialChecker checker(postHere(), random);
        int right = 0, wrong = 0, busy = 0;
        const auto count = [&](Verdict verdict) { ++(verdict == Verdict::Right ? right : verdict == Verdict::Wrong ? wrong : busy); };
        for (int i = 0; i < 20; ++i)
            checker.check("correct horse battery", *hash, count);
        for (int i = 0; i < 20; ++i)
            checker.check("wrong horse " + std::to_string(i), *hash, count);
        QCOMPARE(busy, 4 + 13);
        QTRY_COMPARE(right + wrong, 16 + 7);
        QCOMPARE(right, 16);
    }

    void mayGoWhileACheckRuns()
    {
        SystemRandom random;
        const auto hash = hashPassword("correct horse battery", random, kFewRounds);
        bool answered = false;
        {
            CredentialChecker checker(postHere(), random);
            checker.check("correct horse battery", *hash, [&](Verdict) { answered = true; });
        }
        QTRY_VERIFY(m_posted > 0);
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }

    void init() { m_posted = 0; }

private:
    // Runs what is posted on the test's thread.
    [[nodiscard]] Post postHere()
    {
        return [this](std::function<void()> function) {
            QMetaObject::invokeMethod(this, [this, function = std::move(function)] {
                function();
                ++m_posted;
            }, Qt::QueuedConnection);
        };
    }

    int m_posted = 0;
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
