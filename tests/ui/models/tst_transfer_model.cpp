#include "tests/support/for_all.h"
#include "ui/models/transfer_model.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace trib;
using namespace trib::ui;
using trib::test::SeededRandom;

namespace {

using Oracle = std::map<TorrentId, TorrentSnapshot>;
using Fatal = QAbstractItemModelTester::FailureReportingMode;

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

const std::vector<std::string> kCategories{"", "a", "a/b", "a/b/c", "a b", "ab", "d/e"};
const std::vector<std::string> kTags{"x", "y"};

TorrentSnapshot randomTorrent(SeededRandom &random)
{
    TorrentSnapshot t = torrent(static_cast<std::uint32_t>(random.number(0, 150)));
    t.state = static_cast<TorrentState>(random.number(0, 11));
    t.progressPermille = static_cast<std::int32_t>(random.number(0, 1000));
    t.downloadRate = BytesPerSecond(random.number(0, 5) * 1000);
    t.wanted = Bytes(random.number(0, 3));
    t.savePath = random.number(0, 1) ? "/data/films" : "/data/music";
    t.category = random.pick(kCategories);
    for (const std::string &tag : kTags) {
        if (random.oneIn(3))
            t.tags.push_back(tag);
    }
    return t;
}

TransferDelta deltaOf(std::uint64_t sequence, const std::vector<TorrentSnapshot> &rows)
{
    TransferDelta delta{DeltaSequence(sequence), {}, {}};
    for (const TorrentSnapshot &row : rows)
        delta.upserted.push_back(share(row));
    return delta;
}

TransferDelta randomDelta(SeededRandom &random, const Oracle &oracle)
{
    TransferDelta delta;
    std::map<TorrentId, TorrentSnapshot> upserted;
    for (auto n = random.number(0, random.number(0, 9) == 0 ? 200 : 20); n > 0; --n) {
        const TorrentSnapshot t = randomTorrent(random);
        upserted[t.id] = t;
    }
    for (const auto &[id, t] : oracle) {
        if (random.number(0, 19) == 0 && !upserted.contains(id))
            delta.removed.push_back(id);
    }
    for (const auto &[id, t] : upserted)
        delta.upserted.push_back(share(t));
    return delta;
}

void applyTo(Oracle &oracle, const TransferDelta &delta)
{
    for (const TorrentId &id : delta.removed)
        oracle.erase(id);
    for (const SnapshotPointer &t : delta.upserted)
        oracle[t->id] = *t;
}

// Counted anew, by what the words say.
QString labelDifference(const LabelCounts &counts, const Oracle &oracle)
{
    const auto countIf = [&](auto test) { return static_cast<int>(std::count_if(oracle.begin(), oracle.end(), [&](const auto &entry) { return test(entry.second); })); };
    for (const char *name : {"a", "a/b", "a/b/c", "a b", "ab", "d", "d/e"}) {
        const int expected = countIf([&](const TorrentSnapshot &t) { return t.category == name || t.category.starts_with(std::string(name) + '/'); });
        if (counts.inCategory(name) != expected)
            return QStringLiteral("category %1: %2 for %3").arg(QLatin1String(name)).arg(counts.inCategory(name)).arg(expected);
    }
    for (const std::string &tag : kTags) {
        const int expected = countIf([&](const TorrentSnapshot &t) { return std::count(t.tags.begin(), t.tags.end(), tag) > 0; });
        if (counts.withTag(tag) != expected)
            return QStringLiteral("tag %1: %2 for %3").arg(fromUtf8(tag)).arg(counts.withTag(tag)).arg(expected);
    }
    const bool none = counts.inCategory({}) == countIf([](const TorrentSnapshot &t) { return t.category.empty(); })
        && counts.withTag({}) == countIf([](const TorrentSnapshot &t) { return t.tags.empty(); });
    return none ? QString() : QStringLiteral("those that have none");
}

TransferFilter randomFilter(SeededRandom &random)
{
    TransferFilter filter{static_cast<StatusFilter>(random.number(0, 6)), random.number(0, 2) ? QString() : QStringLiteral("MUSIC 1")};
    if (random.oneIn(2))
        filter.category = random.pick(kCategories);
    if (random.oneIn(3))
        filter.tag = random.oneIn(3) ? std::string() : random.pick(kTags);
    return filter;
}

// What the model should show: the oracle's torrents that match, each once, in the order of the column.
QString difference(const TransferModel &model, const Oracle &oracle, TransferColumn column, Qt::SortOrder order)
{
    std::size_t expected = 0;
    for (const auto &[id, t] : oracle) {
        const bool shown = model.indexOf(id).isValid();
        if (shown != TransferMatcher(model.filter()).matches(t, fromUtf8(t.name)))
            return QStringLiteral("%1 is wrongly %2").arg(fromUtf8(t.name), shown ? QStringLiteral("shown") : QStringLiteral("hidden"));
        if (model.find(id) == nullptr || !(*model.find(id) == t))
            return QStringLiteral("%1 has an old value").arg(fromUtf8(t.name));
        expected += shown ? 1 : 0;
    }
    if (static_cast<std::size_t>(model.rowCount()) != expected || static_cast<std::size_t>(model.total()) != oracle.size())
        return QStringLiteral("%1 rows for %2").arg(model.rowCount()).arg(expected);
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const auto rowAt = [&](int row) { return TransferRow{share(*model.at(row)), {}, collator.sortKey(fromUtf8(model.at(row)->name))}; };
    for (int row = 1; row < model.rowCount(); ++row) {
        const TransferRow a = rowAt(row - 1);
        const TransferRow b = rowAt(row);
        if (order == Qt::AscendingOrder ? orderBy(column, b, a) < 0 : orderBy(column, a, b) < 0)
            return QStringLiteral("row %1 is not in order").arg(row);
    }
    for (const StatusFilter status : kStatusFilters) {
        const auto count = std::count_if(oracle.begin(), oracle.end(), [&](const auto &entry) { return belongsTo(status, entry.second); });
        if (count != model.count(status))
            return QStringLiteral("counts %1 for %2").arg(model.count(status)).arg(count);
    }
    return labelDifference(model.labelCounts(), oracle);
}

std::vector<TorrentSnapshot> many(std::uint32_t count)
{
    std::vector<TorrentSnapshot> all;
    for (std::uint32_t i = 0; i < count; ++i)
        all.push_back(torrent(i));
    return all;
}

struct Spies {
    explicit Spies(TransferModel &model)
        : changed(&model, &QAbstractItemModel::dataChanged)
        , layout(&model, &QAbstractItemModel::layoutChanged)
        , inserted(&model, &QAbstractItemModel::rowsInserted)
        , removed(&model, &QAbstractItemModel::rowsRemoved)
        , reset(&model, &QAbstractItemModel::modelReset)
    {
    }
    void clear()
    {
        for (QSignalSpy *spy : {&changed, &layout, &inserted, &removed, &reset})
            spy->clear();
    }
    QSignalSpy changed, layout, inserted, removed, reset;
};

} // namespace

class TestTransferModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithAMapWhateverTheDeltas_data() { test::addSeedRows(50); }
    void agreesWithAMapWhateverTheDeltas()
    {
        QFETCH(quint64, seed);
        SeededRandom random(seed);
        TransferModel model;
        QAbstractItemModelTester tester(&model, Fatal::QtTest);
        Oracle oracle;
        auto column = TransferColumn::Added;
        auto order = Qt::DescendingOrder;
        Spies spies(model);
        for (int tick = 0; tick < 60; ++tick) {
            if (random.number(0, 9) == 0) {
                column = static_cast<TransferColumn>(random.number(0, kTransferColumns - 1));
                order = random.number(0, 1) ? Qt::AscendingOrder : Qt::DescendingOrder;
                model.sort(static_cast<int>(column), order);
            }
            if (random.number(0, 9) == 0)
                model.setFilter(randomFilter(random));
            const TransferDelta delta = randomDelta(random, oracle);
            const QPersistentModelIndex kept = model.index(0, 0);
            const auto keptId = model.at(0) ? std::optional(model.at(0)->id) : std::nullopt;
            spies.clear();
            model.apply(delta);
            applyTo(oracle, delta);
            QCOMPARE(difference(model, oracle, column, order), QString());
            QVERIFY(spies.layout.count() <= 1 && spies.inserted.count() <= 1 && spies.changed.count() <= 64);
            QCOMPARE(spies.reset.count(), 0);
            if (kept.isValid())
                QCOMPARE(model.at(kept.row())->id, *keptId);
        }
    }

    void isTheSameWhateverTheBatching()
    {
        test::forAll(test::seeds(20), [](SeededRandom &random) {
            std::vector<TorrentSnapshot> all;
            for (int i = 0; i < 100; ++i)
                all.push_back(randomTorrent(random));
            return all; }, [](const std::vector<TorrentSnapshot> &all) {
            TransferModel single;
            TransferModel batched;
            Oracle last;
            for (const TorrentSnapshot &t : all) {
                single.apply(deltaOf(1, {t}));
                last[t.id] = t;
            }
            TransferDelta delta;
            for (const auto &[id, t] : last)
                delta.upserted.push_back(share(t));
            batched.apply(delta);
            QCOMPARE(single.rowCount(), batched.rowCount());
            for (int row = 0; row < single.rowCount(); ++row)
                QCOMPARE(*single.at(row), *batched.at(row)); });
    }

    void announcesUpTo64RowsOneByOneAndMoreAsOneRange()
    {
        TransferModel model;
        model.apply(deltaOf(1, many(1000)));
        Spies spies(model);
        auto some = many(64);
        for (auto &t : some)
            t.downloadRate = BytesPerSecond(7);
        model.apply(deltaOf(2, some));
        QCOMPARE(spies.changed.count(), 64);
        QCOMPARE(spies.changed.at(0).at(0).toModelIndex().column(), static_cast<int>(kFirstVolatile));
        QCOMPARE(spies.changed.at(0).at(1).toModelIndex().column(), static_cast<int>(kLastVolatile));
        spies.clear();
        auto more = many(65);
        model.apply(deltaOf(3, more));
        QCOMPARE(spies.changed.count(), 1);
        QCOMPARE(spies.changed.at(0).at(1).toModelIndex().row(), 999);
        QCOMPARE(spies.layout.count(), 0);
    }

    void asksForNothingWhileItSorts()
    {
        struct Counting : TransferModel {
            mutable int calls = 0;
            QVariant data(const QModelIndex &index, int role) const override
            {
                ++calls;
                return TransferModel::data(index, role);
            }
        } model;
        auto rows = many(10'000);
        model.sort(static_cast<int>(TransferColumn::Up), Qt::DescendingOrder);
        model.apply(deltaOf(1, rows));
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i].uploadRate = BytesPerSecond(static_cast<std::int64_t>((i * 7919) % 10'000));
        Spies spies(model);
        model.apply(deltaOf(2, rows));
        QCOMPARE(model.calls, 0);
        QCOMPARE(spies.layout.count(), 1);
        QCOMPARE(spies.changed.count(), 1);
        QCOMPARE(model.at(0)->uploadRate.count(), 9999);
    }

    void removesScatteredRowsAsOneRun()
    {
        TransferModel model;
        QAbstractItemModelTester tester(&model, Fatal::QtTest);
        model.apply(deltaOf(1, many(1000)));
        std::vector<TorrentId> odd;
        for (std::uint32_t i = 1; i < 1000; i += 2)
            odd.push_back(idOf(i));
        Spies spies(model);
        model.apply({DeltaSequence(2), {}, odd});
        QCOMPARE(spies.removed.count(), 1);
        QCOMPARE(spies.layout.count(), 1);
        QCOMPARE(model.rowCount(), 500);
        QCOMPARE(model.at(0)->id, idOf(0));
    }

    void movesNothingWhileTheOrderIsHeld()
    {
        TransferModel model;
        QAbstractItemModelTester tester(&model, Fatal::QtTest);
        model.sort(static_cast<int>(TransferColumn::Up), Qt::DescendingOrder);
        model.setFilter({StatusFilter::Seeding, {}});
        model.apply(deltaOf(1, many(3)));
        const TorrentId first = model.at(0)->id;
        Spies spies(model);
        model.setOrderHeld(true);
        auto changed = many(3);
        changed[2].uploadRate = BytesPerSecond(9);
        changed[1].state = TorrentState::Finished; // leaves the filter
        model.apply(deltaOf(2, changed));
        QCOMPARE(model.at(0)->id, first);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.at(2)->uploadRate.count(), 9);
        QCOMPARE(spies.layout.count() + spies.removed.count(), 0);
        model.setOrderHeld(false);
        QCOMPARE(model.at(0)->id, idOf(2));
        QCOMPARE(model.rowCount(), 2);
    }

    void findsByNamePathTrackerAndHash_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("rows");
        QTest::newRow("name, any case") << QStringLiteral("DEBIAN") << 1;
        QTest::newRow("two words, any order") << QStringLiteral("iso debian") << 1;
        QTest::newRow("path") << QStringLiteral("/data/linux") << 1;
        QTest::newRow("tracker") << QStringLiteral("bttracker.debian") << 1;
        QTest::newRow("hash") << QStringLiteral("ABABabab") << 1;
        QTest::newRow("category") << QStringLiteral("systems/linux") << 1;
        QTest::newRow("tag") << QStringLiteral("keep") << 1;
        QTest::newRow("nothing") << QStringLiteral("fedora") << 0;
        QTest::newRow("blanks") << QStringLiteral("  ") << 2;
    }
    void findsByNamePathTrackerAndHash()
    {
        QFETCH(QString, text);
        QFETCH(int, rows);
        TorrentSnapshot t = torrent(1);
        t.name = "debian-12.iso";
        t.savePath = "/data/linux";
        t.tracker = "bttracker.debian.org";
        t.category = "Systems/Linux";
        t.tags = {"keep seeding"};
        std::array<std::uint8_t, 20> hash;
        hash.fill(0xab);
        t.infoHash.v1 = Sha1(hash);
        TransferModel model;
        model.apply(deltaOf(1, {t, torrent(2)}));
        model.setFilter({StatusFilter::All, text});
        QCOMPARE(model.rowCount(), rows);
    }

    void filtersByCategoryAndTag_data()
    {
        QTest::addColumn<QString>("category"); // "*": all
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("found");
        const auto any = QStringLiteral("*");
        QTest::newRow("all") << any << any << QStringLiteral("1234");
        QTest::newRow("with those below, but not of a like name") << QStringLiteral("a") << any << QStringLiteral("12");
        QTest::newRow("below") << QStringLiteral("a/b") << any << QStringLiteral("2");
        QTest::newRow("without a category") << QString() << any << QStringLiteral("4");
        QTest::newRow("with a tag") << any << QStringLiteral("x") << QStringLiteral("13");
        QTest::newRow("not with a part of a tag") << any << QStringLiteral("y") << QString();
        QTest::newRow("without a tag") << any << QString() << QStringLiteral("2");
        QTest::newRow("both") << QStringLiteral("a") << QStringLiteral("x") << QStringLiteral("1");
    }
    void filtersByCategoryAndTag()
    {
        QFETCH(QString, category);
        QFETCH(QString, tag);
        QFETCH(QString, found);
        auto all = std::vector{torrent(1), torrent(2), torrent(3), torrent(4)};
        all[0].category = "a";
        all[1].category = "a/b";
        all[2].category = "ab";
        all[0].tags = all[2].tags = {"x"};
        all[3].tags = {"yy"};
        const auto choice = [](const QString &name) { return name == QStringLiteral("*") ? std::nullopt : std::optional(name.toStdString()); };
        const TransferFilter filter{StatusFilter::All, {}, choice(category), choice(tag)};
        TransferModel model;
        model.apply(deltaOf(1, all));
        model.setFilter(filter);
        QString shown;
        for (int row = 0; row < model.rowCount(); ++row)
            shown += fromUtf8(model.at(row)->name).right(1);
        QCOMPARE(shown, found);
        QCOMPARE(model.idsOf(filter).size(), static_cast<std::size_t>(found.size()));
    }

    void saysThatLabelsChangedOnlyWhenTheyDid()
    {
        TransferModel model;
        QSignalSpy said(&model, &TransferModel::labelCountsChanged);
        model.apply(deltaOf(1, many(3)));
        QCOMPARE(said.count(), 1);
        TorrentSnapshot t = torrent(1);
        t.downloadRate = BytesPerSecond(7);
        model.apply(deltaOf(2, {t}));
        QCOMPARE(said.count(), 1);
        Spies spies(model);
        t.tags = {"x"};
        model.apply(deltaOf(3, {t}));
        QCOMPARE(said.count(), 2);
        QCOMPARE(spies.changed.at(0).at(1).toModelIndex().column(), kTransferColumns - 1); // its cell is drawn anew
        model.apply({DeltaSequence(4), {}, {t.id}});
        QCOMPARE(said.count(), 3);
        QCOMPARE(model.labelCounts().withTag("x"), 0);
    }

    // The engine numbers what does not change by itself, so that thousands of texts are not compared with every tick.
    void readsTextsAgainWhenTheirRevisionIsAnotherOne_data()
    {
        QTest::addColumn<quint64>("before");
        QTest::addColumn<quint64>("after");
        QTest::addColumn<bool>("read");
        QTest::newRow("the same") << quint64(7) << quint64(7) << false;
        QTest::newRow("another") << quint64(7) << quint64(8) << true;
        QTest::newRow("not known") << quint64(0) << quint64(0) << true;
    }

    void readsTextsAgainWhenTheirRevisionIsAnotherOne()
    {
        QFETCH(quint64, before);
        QFETCH(quint64, after);
        TransferModel model;
        TorrentSnapshot row = torrent(1);
        row.fixedRevision = before;
        model.apply(deltaOf(1, {row}));
        QSignalSpy labels(&model, &TransferModel::labelCountsChanged);
        row.category = "films";
        row.fixedRevision = after;
        model.apply(deltaOf(2, {row}));
        QTEST(static_cast<int>(labels.count()) == 1, "read");
    }

    void speaksARowAsNameStatePercentAndRate()
    {
        TorrentSnapshot t = torrent(1);
        t.state = TorrentState::Downloading;
        t.progressPermille = 680;
        t.downloadRate = BytesPerSecond(4'404'019);
        TransferModel model;
        model.apply(deltaOf(1, {t}));
        QString text = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        QCOMPARE(text.replace(QChar::Nbsp, QLatin1Char(' ')), QStringLiteral("torrent 1, Downloading, 68 %, 4.20 MiB/s down"));
    }

    // The engine's rates are means of some seconds and outlast what they measure.
    void whatHasEndedShowsNoRate()
    {
        TorrentSnapshot t = torrent(1);
        t.downloadRate = t.uploadRate = BytesPerSecond(4'404'019);
        const auto shown = [&](TorrentState state, TransferColumn column) {
            t.state = state;
            TransferModel model;
            model.apply(deltaOf(1, {t}));
            return model.index(0, static_cast<int>(column)).data().toString();
        };
        const QString none = formatRateOrDash(BytesPerSecond());
        QCOMPARE(shown(TorrentState::Stopped, TransferColumn::Down), none);
        QCOMPARE(shown(TorrentState::Stopped, TransferColumn::Up), none);
        QCOMPARE(shown(TorrentState::Seeding, TransferColumn::Down), none);
        QVERIFY(shown(TorrentState::Seeding, TransferColumn::Up) != none);
        QVERIFY(shown(TorrentState::Downloading, TransferColumn::Down) != none);
    }

    void keepsAStrangersMarkupOutOfToolTips()
    {
        TorrentSnapshot t = torrent(1);
        t.name = "<img src='file:///etc/passwd'>";
        TransferModel model;
        model.apply(deltaOf(1, {t}));
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")));
    }
};

QTEST_GUILESS_MAIN(TestTransferModel)
#include "tst_transfer_model.moc"
