#include "core/remote/form_decoder.h"

#include "core/remote/remote_error.h"

#include <QTest>

using namespace trib;
using namespace trib::remote;

class TestFormDecoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatFormsHold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addRow("plain") << QByteArray("a=1") << QByteArray("a") << QByteArray("1");
        QTest::addRow("the last counts") << QByteArray("a=1&b=2&a=3") << QByteArray("a") << QByteArray("3");
        QTest::addRow("encoded") << QByteArray("s%61ve=%2Fdata%2fa%20b") << QByteArray("save") << QByteArray("/data/a b");
        QTest::addRow("a plus is a blank") << QByteArray("a=x+y%2Bz") << QByteArray("a") << QByteArray("x y+z");
        QTest::addRow("a value may hold an equals sign") << QByteArray("urls=http://h/?k=v") << QByteArray("urls") << QByteArray("http://h/?k=v");
        QTest::addRow("an encoded ampersand separates nothing") << QByteArray("a=b%26c=d") << QByteArray("a") << QByteArray("b&c=d");
        QTest::addRow("no equals sign") << QByteArray("a&b=2") << QByteArray("a") << QByteArray("");
        QTest::addRow("an empty value") << QByteArray("a=") << QByteArray("a") << QByteArray("");
        QTest::addRow("empty pairs") << QByteArray("&&a=1&&") << QByteArray("a") << QByteArray("1");
        QTest::addRow("UTF-8") << QByteArray("n=%E6%97%A5\xE6\x9C\xAC") << QByteArray("n") << QByteArray("\xE6\x97\xA5\xE6\x9C\xAC");
        QTest::addRow("lines") << QByteArray("urls=a%0Ab") << QByteArray("urls") << QByteArray("a\nb");
    }
    void readsWhatFormsHold()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        Fields fields;
        QVERIFY(decodeForm(text.toStdString(), fields));
        QVERIFY(fields.contains(name.toStdString()));
        QCOMPARE(QByteArray::fromStdString(fields[name.toStdString()]), value);
    }

    void refusesWhatIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"a=%", "a=%1", "a=%zz", "a=%0", "%=1", "a=%-1", "a=% 1"})
            QTest::addRow("%s", text) << QByteArray(text);
        QTest::addRow("a zero byte") << QByteArray("a=%00");
        QTest::addRow("a zero byte in a name") << QByteArray("a%00=1");
        QTest::addRow("not UTF-8") << QByteArray("a=%FF");
        QTest::addRow("overlong UTF-8") << QByteArray("a=%C0%AF");
        QTest::addRow("half a surrogate pair") << QByteArray("a=%ED%A0%80");
        QTest::addRow("cut UTF-8") << QByteArray("a=%E6%97");
    }
    void refusesWhatIsMalformed()
    {
        QFETCH(QByteArray, text);
        Fields fields;
        const auto decoded = decodeForm(text.toStdString(), fields);
        QVERIFY(!decoded);
        QVERIFY(decoded.error().code == RemoteErrc::BadRequest);
        QVERIFY(decoded.error().detail.ends_with('.'));
    }

    void boundsTheNumberOfFieldsAndTheirNames()
    {
        std::string many;
        for (std::size_t i = 0; i <= kMaxFields; ++i)
            many += "f" + std::to_string(i) + "=&";
        Fields fields;
        QVERIFY(decodeForm(many, fields).error().code == RemoteErrc::TooLarge);
        QCOMPARE(fields.size(), kMaxFields);
        Fields none;
        QVERIFY(decodeForm(std::string(kMaxFieldName, 'a') + "=1", none));
        QVERIFY(decodeForm(std::string(kMaxFieldName + 1, 'a') + "=1", none).error().code == RemoteErrc::TooLarge);
    }

    void aPlusInAPathIsItself()
    {
        QVERIFY(*percentDecoded("/a+b%20c", Plus::IsItself) == "/a+b c");
    }
};

QTEST_GUILESS_MAIN(TestFormDecoder)
#include "tst_form_decoder.moc"
