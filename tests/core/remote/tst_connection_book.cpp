#include "core/remote/connection_book.h"

#include <QTest>

using namespace trib::remote;

namespace {

class FakeConnection final : public HttpConnection {
public:
    FakeConnection(std::string address, bool waiting, bool trusted) : m_address(std::move(address)), m_waiting(waiting), m_trusted(trusted) {}

    void start() override {}
    void close() override { closed = true; }
    [[nodiscard]] const std::string &address() const override { return m_address; }
    [[nodiscard]] bool isWaiting() const override { return m_waiting; }
    [[nodiscard]] bool isTrusted() const override { return m_trusted; }

    bool closed = false;

private:
    std::string m_address;
    bool m_waiting;
    bool m_trusted;
};

using Pointer = std::shared_ptr<FakeConnection>;

[[nodiscard]] Pointer waiting(const char *address = "a") { return std::make_shared<FakeConnection>(address, true, false); }
[[nodiscard]] Pointer trusted(const char *address = "a") { return std::make_shared<FakeConnection>(address, true, true); }
[[nodiscard]] Pointer busy(const char *address = "a") { return std::make_shared<FakeConnection>(address, false, false); }

[[nodiscard]] HttpLimits limitsOf(std::size_t all, std::size_t ofOne)
{
    HttpLimits limits;
    limits.connections = all;
    limits.connectionsPerAddress = ofOne;
    return limits;
}

} // namespace

class TestConnectionBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLongestWaitingStrangerMakesRoom()
    {
        ConnectionBook book(limitsOf(4, 4));
        const Pointer old = trusted(), working = busy(), first = waiting(), second = waiting();
        for (const Pointer &connection : {old, working, first, second})
            QVERIFY(book.enter(connection));
        QVERIFY(book.enter(waiting()));
        QVERIFY(first->closed && !second->closed && !old->closed && !working->closed);
        QCOMPARE(book.size(), std::size_t(4));
    }

    void knownClientsMakeRoomLastAndWorkNever()
    {
        ConnectionBook book(limitsOf(2, 2));
        const Pointer known = trusted(), working = busy();
        QVERIFY(book.enter(known));
        QVERIFY(book.enter(working));
        QVERIFY(book.enter(busy()));
        QVERIFY(known->closed);
        QVERIFY(!book.enter(waiting()));
        QVERIFY(!working->closed);
        QCOMPARE(book.size(), std::size_t(2));
    }

    void anAddressMakesRoomForItself()
    {
        ConnectionBook book(limitsOf(10, 2));
        const Pointer other = waiting("b"), first = waiting("a"), second = waiting("a");
        for (const Pointer &connection : {other, first, second})
            QVERIFY(book.enter(connection));
        QVERIFY(book.enter(waiting("a")));
        QVERIFY(first->closed && !other->closed && !second->closed);
        QVERIFY(book.enter(waiting("b")));
        QVERIFY(!other->closed);
        QCOMPARE(book.size(), std::size_t(4));
    }

    void whoLeavesMakesRoom()
    {
        ConnectionBook book(limitsOf(1, 1));
        const Pointer first = busy();
        QVERIFY(book.enter(first));
        book.leave(first.get());
        QVERIFY(book.enter(busy()));
        book.leave(first.get());
        QCOMPARE(book.size(), std::size_t(1));
    }

    void allAreClosedAtTheEnd()
    {
        ConnectionBook book(limitsOf(3, 3));
        const Pointer first = busy(), second = waiting();
        QVERIFY(book.enter(first) && book.enter(second));
        book.closeAll();
        QVERIFY(first->closed && second->closed);
        QCOMPARE(book.size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestConnectionBook)
#include "tst_connection_book.moc"
