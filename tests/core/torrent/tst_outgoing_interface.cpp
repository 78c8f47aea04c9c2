#include "core/torrent/outgoing_interface.h"

#include <QTest>

using namespace trib::torrent;

// Whether a chosen interface is there. What happens when it is not: tests/interop/bound_interface.py.
class tst_outgoing_interface : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhetherAnInterfaceIsThere_data();
    void knowsWhetherAnInterfaceIsThere();
};

void tst_outgoing_interface::knowsWhetherAnInterfaceIsThere_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("") << true; // any
    QTest::newRow("  ") << true;
    QTest::newRow("0.0.0.0") << true;
    QTest::newRow("::") << true;
    QTest::newRow("127.0.0.1") << true;
    QTest::newRow("127.8.8.8") << true;
    QTest::newRow("[::1]") << true;
    QTest::newRow("nosuch0") << false;
    QTest::newRow("203.0.113.77") << false;
    QTest::newRow("2001:db8::77") << false;
    QTest::newRow("nosuch0, 203.0.113.77") << false;
    QTest::newRow("nosuch0, 127.0.0.1") << true; // one is enough
}

void tst_outgoing_interface::knowsWhetherAnInterfaceIsThere()
{
    QFETCH(bool, isThere);
    QCOMPARE(isAnyInterfaceThere(QTest::currentDataTag()), isThere);
}

QTEST_GUILESS_MAIN(tst_outgoing_interface)
#include "tst_outgoing_interface.moc"
