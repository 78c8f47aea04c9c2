#include "ui/text/error_text.h"

#include <QSet>
#include <QTest>

using namespace trib;
using namespace trib::ui;

class TestErrorText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasWordsOfItsOwn()
    {
        const QString general = errorWords(static_cast<EngineErrc>(9999)).what;
        QSet<QString> texts;
        int codes = 0;
        for (int code = 1; code <= static_cast<int>(EngineErrc::InvalidSetting); ++code, ++codes) {
            const ErrorWords words = errorWords(static_cast<EngineErrc>(code));
            QVERIFY2(!words.what.isEmpty() && words.what != general, qPrintable(QString::number(code)));
            texts.insert(words.what);
        }
        QCOMPARE(texts.size(), codes);
    }

    void keepsTheDetailForCopyingOnly()
    {
        const ErrorWords words = errorWords(Error{make_error_code(EngineErrc::DiskError), "EIO at 4096"});
        QVERIFY(!words.sentence().contains(QStringLiteral("EIO")));
        QCOMPARE(words.detail, QStringLiteral("disk-error: EIO at 4096"));
    }

    void saysSomethingAboutStrangeErrors()
    {
        const ErrorWords words = errorWords(Error{std::make_error_code(std::errc::io_error), {}});
        QVERIFY(!words.what.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_error_text.moc"
