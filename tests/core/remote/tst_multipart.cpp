#include "core/remote/multipart.h"

#include "core/remote/remote_error.h"
#include "tests/support/for_all.h"

#include <QTest>

using namespace trib;
using namespace trib::remote;
using trib::test::forAll;
using trib::test::SeededRandom;
using trib::test::seeds;

namespace {

const std::string kBoundary = "b0undary";

[[nodiscard]] std::string part(const std::string &header, const std::string &content)
{
    return "--" + kBoundary + "\r\n" + header + "\r\n\r\n" + content + "\r\n";
}

[[nodiscard]] std::string field(const std::string &name, const std::string &content)
{
    return part("Content-Disposition: form-data; name=\"" + name + "\"", content);
}

[[nodiscard]] std::string file(const std::string &name, const std::string &content)
{
    return part("Content-Disposition: form-data; name=\"torrents\"; filename=\"" + name + "\"\r\nContent-Type: application/x-bittorrent", content);
}

const std::string kEnd = "--" + kBoundary + "--\r\n";

[[nodiscard]] Result<MultipartForm> decode(const std::string &body)
{
    MultipartForm form;
    if (auto decoded = decodeMultipart(body, kBoundary, form); !decoded)
        return failure(decoded.error());
    return form;
}

} // namespace

class TestMultipart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsFieldsAndFiles()
    {
        const std::string torrent("d4:info\0\r\n--b0undarx\r\n\xFF", 22);
        const auto form = decode(field("savepath", "/data/x") + file("a.torrent", torrent) + field("paused", "") + file("b", "") + field("savepath", "/y") + kEnd);
        QVERIFY(form.has_value());
        QVERIFY((form->fields == Fields{{"savepath", "/y"}, {"paused", ""}}));
        QCOMPARE(form->files.size(), std::size_t(2));
        QVERIFY(form->files[0].name == "a.torrent" && form->files[0].bytes == torrent);
        QVERIFY(form->files[1].name == "b" && form->files[1].bytes.empty());
    }

    void readsWhatClientsWrite_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("fileName");
        const auto row = [](const char *title, const char *header, const char *name, const char *fileName) {
            QTest::addRow("%s", title) << QByteArray(header) << QByteArray(name) << QByteArray(fileName);
        };
        row("browser", "Content-Disposition: form-data; name=\"urls\"", "urls", "");
        row(".NET: words without quotes", "Content-Disposition: form-data; name=urls", "urls", "");
        row(".NET: two names of a file", "Content-Type: application/x-bittorrent\r\nContent-Disposition: form-data; name=torrents; "
            "filename=a.torrent; filename*=utf-8''a.torrent", "", "a.torrent");
        row("Python", "Content-Disposition: form-data; name=\"torrents\"; filename=\"a\\\"b.torrent\"", "", "a\"b.torrent");
        row("libcurl", "Content-Disposition: form-data; name=\"urls\"\r\nContent-Type: text/plain", "urls", "");
        row("other case", "content-disposition:form-data;Name=\"urls\"", "urls", "");
        row("a semicolon in quotes", "Content-Disposition: form-data; name=\"t\"; filename=\"a;b=c.torrent\"", "", "a;b=c.torrent");
        row("a path of Windows", "Content-Disposition: form-data; name=\"t\"; filename=\"C:\\x\\a.torrent\"", "", "C:\\x\\a.torrent");
        row("an encoding that is none", "Content-Disposition: form-data; name=\"urls\"\r\nContent-Transfer-Encoding: 8bit", "urls", "");
    }
    void readsWhatClientsWrite()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, fileName);
        const auto form = decode(part(header.toStdString(), "content") + kEnd);
        QVERIFY2(form.has_value(), form ? "" : form.error().detail.c_str());
        if (fileName.isEmpty()) {
            QVERIFY((form->fields == Fields{{field.toStdString(), "content"}}));
        } else {
            QVERIFY(form->fields.empty());
            QCOMPARE(form->files.size(), std::size_t(1));
            QCOMPARE(QByteArray::fromStdString(form->files[0].name), fileName);
            QVERIFY(form->files[0].bytes == "content");
        }
    }

    void refusesWhatIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *title, const std::string &body) { QTest::addRow("%s", title) << QByteArray::fromStdString(body); };
        const std::string sound = field("a", "1");
        row("empty", "");
        row("something else first", "x" + sound + kEnd);
        row("another boundary", "--other\r\n\r\n--other--");
        row("no end", sound);
        row("an end that breaks off", sound + "--" + kBoundary + "-");
        row("breaks off in a content", "--" + kBoundary + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n123");
        row("breaks off in a header", "--" + kBoundary + "\r\nContent-Disposition: form-data");
        row("something behind a boundary", "--" + kBoundary + "x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n" + kEnd);
        row("something behind the end", sound + kEnd + "more");
        row("no disposition", part("Content-Type: text/plain", "1") + kEnd);
        row("no name", part("Content-Disposition: form-data", "1") + kEnd);
        row("two names", part("Content-Disposition: form-data; name=\"a\"; name=\"b\"", "1") + kEnd);
        row("two dispositions", part("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b", "1") + kEnd);
        row("an attachment", part("Content-Disposition: attachment; name=\"a\"", "1") + kEnd);
        row("quotes without an end", part("Content-Disposition: form-data; name=\"a", "1") + kEnd);
        row("something behind the quotes", part("Content-Disposition: form-data; name=\"a\"b", "1") + kEnd);
        row("no colon", part("Content-Disposition form-data", "1") + kEnd);
        row("base64", part("Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64", "1") + kEnd);
        row("a header without an end", "--" + kBoundary + "\r\n" + std::string(5000, 'a') + "\r\n\r\n1\r\n" + kEnd);
        row("a part without content", "--" + kBoundary + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + sound + kEnd);
        row("a value that is not UTF-8", field("a", "\xFF") + kEnd);
        row("a value with a zero byte", field("a", std::string(1, '\0')) + kEnd);
        row("a file name that is not UTF-8", file("\xFF", "1") + kEnd);
    }
    void refusesWhatIsMalformed()
    {
        QFETCH(QByteArray, body);
        const auto form = decode(body.toStdString());
        QVERIFY(!form);
        QVERIFY(form.error().code == RemoteErrc::BadRequest);
        QVERIFY(form.error().detail.ends_with('.'));
    }

    void boundsTheNumberOfParts()
    {
        std::string body;
        for (std::size_t i = 0; i < kMaxParts; ++i)
            body += file("t", "1");
        QCOMPARE(decode(body + kEnd)->files.size(), kMaxParts);
        const auto more = decode(body + file("t", "1") + kEnd);
        QVERIFY(!more && more.error().code == RemoteErrc::TooLarge);
    }

    void readsTheBoundary_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("boundary"); // empty: refused
        const auto row = [](const char *type, const char *boundary) { QTest::addRow("%s", type) << QByteArray(type) << QByteArray(boundary); };
        row("multipart/form-data; boundary=abc", "abc");
        row("multipart/form-data; boundary=\"a b:c\"", "a b:c");
        row("Multipart/Form-Data;charset=utf-8;BOUNDARY=abc", "abc");
        row("multipart/form-data", "");
        row("multipart/form-data; boundary=", "");
        row("multipart/form-data; boundary=\"abc", "");
        row("multipart/form-data; boundary=\"abc \"", "");
        row("multipart/form-data; boundary=a\tb", "");
        row("multipart/form-data; boundary=a; boundary=b", "");
        row("multipart/form-data; boundary=a\"b", "");
        row(("multipart/form-data; boundary=" + std::string(71, 'a')).c_str(), "");
    }
    void readsTheBoundary()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, boundary);
        const auto read = multipartBoundary(type.toStdString());
        QCOMPARE(read.has_value(), !boundary.isEmpty());
        if (read)
            QCOMPARE(QByteArray::fromStdString(*read), boundary);
    }

    void whatIsWrittenIsWhatIsRead()
    {
        const auto make = [](SeededRandom &random) {
            std::vector<std::string> contents(random.number<std::size_t>(0, 6));
            for (std::string &content : contents)
                content = random.text(random.number<std::size_t>(0, 30), std::string("\r\n-b0undary\0\xFF", 13));
            return contents;
        };
        forAll(seeds(300), make, [](const std::vector<std::string> &contents) {
            std::string body;
            for (const std::string &content : contents) {
                if (content.find("--" + kBoundary) != std::string::npos)
                    return; // a client chooses another boundary
                body += file("f", content);
            }
            const auto form = decode(body + kEnd);
            QVERIFY(form.has_value());
            QCOMPARE(form->files.size(), contents.size());
            for (std::size_t i = 0; i < contents.size(); ++i)
                QVERIFY(form->files[i].bytes == contents[i]);
        });
    }
};

QTEST_GUILESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
