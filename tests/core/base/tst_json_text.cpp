#include "core/base/json_text.h"

#include <QTest>

using namespace trib;

class JsonTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesDecimals_data()
    {
        QTest::addColumn<qlonglong>("millionths");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << 0ll << QByteArray("0");
        QTest::newRow("whole") << 3'000'000ll << QByteArray("3");
        QTest::newRow("half") << 1'500'000ll << QByteArray("1.5");
        QTest::newRow("least") << 1ll << QByteArray("0.000001");
        QTest::newRow("no zeros at the end") << 250'000ll << QByteArray("0.25");
        QTest::newRow("zeros in between") << 1'050'000ll << QByteArray("1.05");
        QTest::newRow("negative") << -2'000'000ll << QByteArray("-2");
        QTest::newRow("negative, with a fraction") << -1'250'000ll << QByteArray("-1.25");
        QTest::newRow("negative, without a whole part") << -500'000ll << QByteArray("-0.5");
    }
    void writesDecimals()
    {
        QFETCH(qlonglong, millionths);
        QFETCH(QByteArray, text);
        std::string out;
        JsonText(out).value(Decimal{millionths});
        QCOMPARE(QByteArray::fromStdString(out), text);
    }

    void divides()
    {
        std::string out;
        JsonText json(out);
        json.beginObject().field("a", std::int64_t{1}).key("b").beginArray().value(true).null().value(std::string_view("x")).endArray();
        json.key("c").beginObject().endObject().nullField("d").key("e").raw("[2]").endObject();
        QCOMPARE(out, std::string(R"({"a":1,"b":[true,null,"x"],"c":{},"d":null,"e":[2]})"));
    }

    void escapesKeysThatAreNotOurs()
    {
        std::string out;
        JsonText json(out);
        json.beginObject().textKey("a\"\\\n\xff").value(std::int64_t{1}).endObject();
        QCOMPARE(out, std::string("{\"a\\\"\\\\\\n\xEF\xBF\xBD\":1}"));
    }
};

QTEST_GUILESS_MAIN(JsonTextTest)
#include "tst_json_text.moc"
