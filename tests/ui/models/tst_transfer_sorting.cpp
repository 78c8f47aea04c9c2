// How the list of transfers is sorted and filtered: several keys, trackers, expressions.
#include "ui/models/transfer_model.h"
#include "ui/text/tr.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace trib;
using namespace trib::ui;

namespace {

TorrentId idOf(std::uint32_t number)
{
    std::array<std::uint8_t, 20> bytes{};
    for (std::size_t i = 0; i < 4; ++i)
        bytes[i] = static_cast<std::uint8_t>(number >> (8 * (3 - i)));
    return TorrentId(bytes);
}

TorrentSnapshot torrent(std::uint32_t number)
{
    TorrentSnapshot t;
    t.id = idOf(number);
    t.name = "torrent " + std::to_string(number);
    t.state = TorrentState::Seeding;
    t.hasMetadata = true;
    t.added = WallTime(std::chrono::seconds(1'700'000'000 - static_cast<std::int64_t>(number)));
    return t;
}

TransferDelta deltaOf(std::uint64_t sequence, const std::vector<TorrentSnapshot> &rows)
{
    TransferDelta delta{DeltaSequence(sequence), {}, {}};
    for (const TorrentSnapshot &row : rows)
        delta.upserted.push_back(share(row));
    return delta;
}

} // namespace

class TestTransferSorting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsThatAreAlikeStandAsTheyWereSortedBefore()
    {
        TransferModel model;
        std::vector<TorrentSnapshot> rows;
        for (std::uint32_t i = 0; i < 6; ++i) {
            rows.push_back(torrent(i));
            rows.back().category = i % 2 ? "odd" : "even";
            rows.back().wanted = Bytes(10 - static_cast<std::int64_t>(i));
        }
        model.apply(deltaOf(1, rows));
        const auto shown = [&] {
            QStringList names;
            for (int row = 0; row < model.rowCount(); ++row)
                names += fromUtf8(model.at(row)->name).right(1);
            return names.join(QString());
        };
        model.sort(static_cast<int>(TransferColumn::Size), Qt::AscendingOrder);
        QCOMPARE(shown(), QStringLiteral("543210"));
        model.sort(static_cast<int>(TransferColumn::Category), Qt::AscendingOrder);
        QCOMPARE(shown(), QStringLiteral("420531"));
        model.sort(static_cast<int>(TransferColumn::Category), Qt::DescendingOrder);
        QCOMPARE(shown(), QStringLiteral("531420"));
        QCOMPARE(model.sortKeys().size(), std::size_t{3}); // category, size, and what it began with
        for (const auto column : {TransferColumn::Name, TransferColumn::Tracker, TransferColumn::Up, TransferColumn::Down})
            model.sort(static_cast<int>(column), Qt::AscendingOrder);
        QCOMPARE(model.sortKeys().size(), TransferModel::kMostSortKeys);
        model.setSortKeys({});
        QCOMPARE(model.sortKeys().size(), TransferModel::kMostSortKeys);
    }

    void filtersByTrackerAndItsErrors()
    {
        TorrentSnapshot fine = torrent(1);
        fine.tracker = "one.example";
        TorrentSnapshot refused = torrent(2);
        refused.tracker = "one.example";
        refused.trackerMessage = "unregistered torrent";
        TransferModel model;
        model.apply(deltaOf(1, {fine, refused, torrent(3)}));
        QCOMPARE(model.count(StatusFilter::TrackerErrors), 1);
        QCOMPARE(model.labelCounts().trackers(), QStringList{QStringLiteral("one.example")});
        QCOMPARE(model.labelCounts().withTracker("one.example"), 2);
        QCOMPARE(model.labelCounts().withTracker(""), 1);
        TransferFilter filter;
        filter.tracker = "one.example";
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 2);
        filter.tracker = "";
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 1);
        model.setFilter({StatusFilter::TrackerErrors, {}});
        QCOMPARE(model.rowCount(), 1);
        fine.tracker = "two.example";
        refused.trackerMessage.clear();
        model.apply(deltaOf(2, {fine, refused}));
        QCOMPARE(model.labelCounts().trackers(), (QStringList{QStringLiteral("one.example"), QStringLiteral("two.example")}));
        QCOMPARE(model.count(StatusFilter::TrackerErrors), 0);
        QCOMPARE(model.rowCount(), 0);
    }

    void findsByRegularExpression_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("a name") << QStringLiteral("^torrent \\d+$") << true;
        QTest::newRow("case does not matter") << QStringLiteral("TORRENT [0-9]") << true;
        QTest::newRow("another name") << QStringLiteral("^torrent \\d{3}$") << false;
        QTest::newRow("a path") << QStringLiteral("^/data/(films|music)$") << true;
        QTest::newRow("a space is a space") << QStringLiteral("7 torrent") << false;
        QTest::newRow("not valid yet") << QStringLiteral("torrent (") << false;
        QTest::newRow("empty") << QString() << true;
    }
    void findsByRegularExpression()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        TorrentSnapshot one = torrent(7);
        one.savePath = "/data/films";
        TransferFilter filter;
        filter.text = text;
        filter.isExpression = true;
        QCOMPARE(TransferMatcher(filter).matches(one, fromUtf8(one.name)), found);
        QCOMPARE(filterFault(filter).isEmpty(), text != QStringLiteral("torrent ("));
        filter.isExpression = false;
        QVERIFY(filterFault(filter).isEmpty());
    }

    void countsOfFiltersChangeOnlyWithWhatComes()
    {
        TransferModel model;
        std::vector<TorrentSnapshot> rows;
        for (std::uint32_t i = 0; i < 10'000; ++i) {
            rows.push_back(torrent(i));
            rows.back().tracker = "t" + std::to_string(i % 50) + ".example";
        }
        model.apply(deltaOf(1, rows));
        QSignalSpy counts(&model, &TransferModel::countsChanged);
        QSignalSpy labels(&model, &TransferModel::labelCountsChanged);
        std::vector<TorrentSnapshot> ten(rows.begin(), rows.begin() + 10);
        for (TorrentSnapshot &t : ten)
            t.uploadRate = BytesPerSecond(5);
        model.apply(deltaOf(2, ten));
        QCOMPARE(counts.count() + labels.count(), 0);
        ten[0].tracker = "new.example";
        model.apply(deltaOf(3, {ten[0]}));
        QCOMPARE(labels.count(), 1);
        QCOMPARE(model.labelCounts().withTracker("t0.example"), 199);
        QCOMPARE(model.labelCounts().withTracker("new.example"), 1);
    }

    void everyColumnHasATitleAndAnOrder()
    {
        QSet<QString> titles;
        for (const TransferColumnInfo &info : transferColumns()) {
            titles.insert(transferColumnTitle(info.id));
            QVERIFY(!transferColumnTitle(info.id).isEmpty() && info.width > 0);
        }
        QCOMPARE(titles.size(), kTransferColumns);
    }
};

QTEST_GUILESS_MAIN(TestTransferSorting)
#include "tst_transfer_sorting.moc"
