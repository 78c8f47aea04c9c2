// Every broken torrent, magnet link and bencoding is refused with the error that names its cause, and no other.
#include "tests/core/torrent/hostile_cases.h"

#include "core/torrent/metainfo.h"
#include "tests/support/bencode.h"

#include <libtorrent/torrent_info.hpp>

#include <QSet>
#include <QTest>

using namespace trib;
using namespace trib::test;

namespace {

void addRows(const std::vector<RefusedCase> &cases)
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("expected");
    QTest::addColumn<QByteArray>("detail");
    for (const RefusedCase &row : cases) {
        QTest::addRow("%s", row.cause.c_str())
            << QByteArray::fromStdString(row.input) << static_cast<int>(row.expected) << QByteArray::fromStdString(row.detail);
    }
}

template <class T>
void verifyRefused(const Result<T> &result)
{
    QFETCH(int, expected);
    QFETCH(QByteArray, detail);
    QVERIFY2(!result, "accepted");
    const Error &error = result.error();
    QVERIFY2(error.code.category() == make_error_code(EngineErrc::NotATorrent).category(), error.code.category().name());
    const auto name = [](int code) { return QByteArray::fromStdString(std::string(errorName(static_cast<EngineErrc>(code)))); };
    QCOMPARE(name(error.code.value()), name(expected));
    QVERIFY2(QByteArray::fromStdString(error.detail).contains(detail), error.detail.c_str());
}

} // namespace

class TestMetainfoMalformed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesTorrents_data() { addRows(refusedTorrents()); }
    void refusesTorrents()
    {
        QFETCH(QByteArray, input);
        verifyRefused(torrent::parseMetainfo(bencode::bytesOf(input.toStdString())));
    }

    void refusesMagnetLinks_data() { addRows(refusedMagnets()); }
    void refusesMagnetLinks()
    {
        QFETCH(QByteArray, input);
        verifyRefused(torrent::parseMagnet(input.toStdString()));
    }

    void knowsAtLeastAHundredDistinctCauses()
    {
        QSet<QByteArray> causes;
        qsizetype count = 0;
        for (const auto &cases : {refusedTorrents(), refusedMagnets()}) {
            QSet<QByteArray> inputs;
            for (const RefusedCase &row : cases) {
                causes.insert(QByteArray::fromStdString(row.cause));
                inputs.insert(QByteArray::fromStdString(row.input));
            }
            QCOMPARE(inputs.size(), qsizetype(cases.size()));
            count += inputs.size();
        }
        QCOMPARE(causes.size(), count);
        QVERIFY2(causes.size() >= 100, qPrintable(QString::number(causes.size())));
    }

    // Each torrent that the cases break is sound before they do.
    void acceptsTheTorrentsThatTheCasesBreak_data()
    {
        using namespace bencode;
        const auto layered = 3 * kPieceLength - 1;
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("single file") << QByteArray::fromStdString(bencode::torrent(singleFile()));
        QTest::newRow("several files") << QByteArray::fromStdString(torrentOfPaths({{"a"}, {"b", "c"}}));
        QTest::newRow("v2") << QByteArray::fromStdString(bencode::torrent(v2({{"a", leaf()}})));
        QTest::newRow("hybrid") << QByteArray::fromStdString(bencode::torrent(hybrid()));
        QTest::newRow("v2 without piece layers") << QByteArray::fromStdString(bencode::torrent(v2({{"a", leaf(layered)}})));
        QTest::newRow("v2 with piece layers") << QByteArray::fromStdString(bencode::torrent(
            v2({{"a", leaf(layered)}}), {{"piece layers", dictionary({{piecesRoot(layered), text(pieceLayer(layered))}})}}));
    }
    void acceptsTheTorrentsThatTheCasesBreak()
    {
        QFETCH(QByteArray, input);
        const auto parsed = torrent::parseMetainfo(bencode::bytesOf(input.toStdString()));
        QVERIFY2(parsed, parsed ? "" : parsed.error().detail.c_str());
        QVERIFY(parsed->ti->is_valid());
        QVERIFY(torrent::checkTorrentInfo(*parsed->ti));
    }

    // What peers deliver passes the same checks, although libtorrent has read it before.
    void refusesAHybridWithoutPieceHashesFromPeers()
    {
        const std::string info = bencode::dictionary(bencode::without(bencode::hybrid(), "pieces"));
        lt::error_code error;
        const lt::bdecode_node node = lt::bdecode(info, error);
        lt::torrent_info read{lt::info_hash_t()};
        QVERIFY2(read.parse_info_section(node, error, torrent::kMaxPieces), "libtorrent refuses it now: the check may go");
        const auto checked = torrent::checkTorrentInfo(read);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, make_error_code(EngineErrc::InvalidPieces));
    }
};

QTEST_GUILESS_MAIN(TestMetainfoMalformed)
#include "tst_metainfo_malformed.moc"
