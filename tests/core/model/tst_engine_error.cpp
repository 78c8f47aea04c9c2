#include "core/model/engine_error.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace trib;

class TestEngineError : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachErrorHasANameOfItsOwn()
    {
        QSet<QString> names;
        const QRegularExpression kebab(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
        constexpr int kLast = static_cast<int>(EngineErrc::InvalidSetting); // the last enumerator
        for (int value = 1; value <= kLast; ++value) {
            const auto name = QString::fromStdString(std::string(errorName(static_cast<EngineErrc>(value))));
            QVERIFY2(name != QStringLiteral("unknown"), qPrintable(QString::number(value)));
            QVERIFY2(kebab.match(name).hasMatch(), qPrintable(name));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
        }
    }

    void valuesBeyondTheEnumerationAreUnknown()
    {
        QCOMPARE(errorName(static_cast<EngineErrc>(0)), std::string_view("unknown"));
        QCOMPARE(errorName(static_cast<EngineErrc>(static_cast<int>(EngineErrc::InvalidSetting) + 1)), std::string_view("unknown"));
    }

    void codesCompareWithTheirEnumerators()
    {
        const std::error_code code = EngineErrc::DuplicateTorrent;
        QVERIFY(code == EngineErrc::DuplicateTorrent);
        QVERIFY(code != EngineErrc::PathInUse);
        QCOMPARE(code.message(), std::string("duplicate-torrent"));
        QCOMPARE(std::string(code.category().name()), std::string("trib.engine"));
    }
};

QTEST_GUILESS_MAIN(TestEngineError)
#include "tst_engine_error.moc"
