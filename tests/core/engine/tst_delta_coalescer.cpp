#include "core/engine/delta_coalescer.h"

#include "tests/support/for_all.h"

#include <QTest>

#include <map>
#include <set>

using trib::DeltaSequence;
using trib::TorrentId;
using trib::TorrentSnapshot;
using trib::share;
using trib::SnapshotPointer;
using trib::TransferDelta;
using trib::engine::DeltaCoalescer;
using trib::test::forAll;
using trib::test::SeededRandom;
using trib::test::seeds;

namespace {

using Rows = std::map<TorrentId, TorrentSnapshot>;

[[nodiscard]] TorrentId idOf(int number)
{
    std::array<std::uint8_t, 20> bytes{};
    bytes[0] = static_cast<std::uint8_t>(number);
    bytes[1] = static_cast<std::uint8_t>(number >> 8);
    return TorrentId(bytes);
}

[[nodiscard]] TorrentSnapshot snapshotOf(int number, int version)
{
    TorrentSnapshot snapshot;
    snapshot.id = idOf(number);
    snapshot.name = "version " + std::to_string(version);
    return snapshot;
}

void apply(Rows &rows, const TransferDelta &delta)
{
    for (const TorrentId &id : delta.removed)
        rows.erase(id);
    for (const SnapshotPointer &snapshot : delta.upserted)
        rows[snapshot->id] = *snapshot;
}

struct Step {
    enum Kind { Upsert, Remove, Take, Acknowledge, AcknowledgeOther } kind;
    int torrent;
};

[[nodiscard]] std::vector<Step> anySteps(SeededRandom &random)
{
    const int torrents = random.number(1, 12);
    const std::uint64_t slowness = random.number<std::uint64_t>(1, 30);
    std::vector<Step> steps;
    for (int count = random.number(0, 300); count > 0; --count) {
        if (random.oneIn(slowness))
            steps.push_back({random.pick(std::vector{Step::Take, Step::Acknowledge, Step::AcknowledgeOther}), 0});
        else
            steps.push_back({random.oneIn(3) ? Step::Remove : Step::Upsert, random.number(1, torrents)});
    }
    return steps;
}

// Plays `steps` beside the plain truth, and checks every delta on the way.
class Play {
public:
    void run(const std::vector<Step> &steps)
    {
        for (const Step &step : steps) {
            change(step);
            std::set<TorrentId> alive;
            for (const auto &[id, row] : m_truth)
                alive.insert(id);
            for (const auto &[id, row] : m_reader)
                alive.insert(id);
            QVERIFY2(m_coalescer.pending() <= alive.size(), "more pending changes than torrents");
        }
        finish();
        QVERIFY(m_reader == m_truth);
        QCOMPARE(m_coalescer.pending(), std::size_t(0));
    }

private:
    void change(const Step &step)
    {
        if (step.kind == Step::Upsert) {
            m_truth[idOf(step.torrent)] = snapshotOf(step.torrent, ++m_version);
            m_coalescer.upsert(share(snapshotOf(step.torrent, m_version)));
        } else if (step.kind == Step::Remove) {
            m_truth.erase(idOf(step.torrent));
            m_coalescer.remove(idOf(step.torrent));
        } else if (step.kind == Step::Take) {
            take();
        } else if (step.kind == Step::Acknowledge) {
            m_coalescer.acknowledge(m_last);
            m_waiting = false;
        } else {
            m_coalescer.acknowledge(DeltaSequence(m_last.value() + 1));
            if (m_last.value() > 0)
                m_coalescer.acknowledge(DeltaSequence(m_last.value() - 1));
        }
    }

    void take()
    {
        const std::size_t pending = m_coalescer.pending();
        const auto delta = m_coalescer.take();
        QCOMPARE(delta != nullptr, !m_waiting && pending > 0);
        if (!delta)
            return;
        QVERIFY(delta->sequence > m_last);
        m_last = delta->sequence;
        m_waiting = true;
        std::set<TorrentId> named(delta->removed.begin(), delta->removed.end());
        for (const SnapshotPointer &snapshot : delta->upserted)
            named.insert(snapshot->id);
        QCOMPARE(named.size(), delta->removed.size() + delta->upserted.size());
        apply(m_reader, *delta);
        QVERIFY(m_reader == m_truth);
    }

    void finish()
    {
        m_coalescer.acknowledge(m_last);
        m_waiting = false;
        take();
    }

    DeltaCoalescer m_coalescer;
    Rows m_truth;
    Rows m_reader;
    DeltaSequence m_last{0};
    bool m_waiting = false;
    int m_version = 0;
};

} // namespace

class TestDeltaCoalescer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyBatchingGivesTheSameRows()
    {
        forAll(seeds(200), anySteps, [](const std::vector<Step> &steps) { Play().run(steps); });
    }

    void aReaderThatNeverAnswersCostsNoMemory()
    {
        DeltaCoalescer coalescer;
        coalescer.upsert(share(snapshotOf(1, 0)));
        QVERIFY(coalescer.take());
        for (int i = 0; i < 10000; ++i) {
            coalescer.upsert(share(snapshotOf(1, i)));
            coalescer.upsert(share(snapshotOf(2 + i, i))); // comes and goes before the reader has heard of it
            coalescer.remove(idOf(2 + i));
            QVERIFY(!coalescer.take());
        }
        QCOMPARE(coalescer.pending(), std::size_t(1));
    }

    void nothingPendingIsNoDelta()
    {
        DeltaCoalescer coalescer;
        QVERIFY(!coalescer.take());
        coalescer.remove(idOf(1));
        QVERIFY(!coalescer.take());
        coalescer.acknowledge(DeltaSequence(0));
        coalescer.acknowledge(DeltaSequence(7));
        coalescer.upsert(share(snapshotOf(1, 1)));
        QVERIFY(coalescer.take());
        coalescer.acknowledge(DeltaSequence(0));
        coalescer.upsert(share(snapshotOf(1, 2)));
        QVERIFY(!coalescer.take());
    }

    void aTorrentThatReturnsIsNotRemoved()
    {
        DeltaCoalescer coalescer;
        coalescer.upsert(share(snapshotOf(1, 1)));
        const auto first = coalescer.take();
        coalescer.remove(idOf(1));
        coalescer.upsert(share(snapshotOf(1, 2)));
        coalescer.acknowledge(first->sequence);
        const auto second = coalescer.take();
        QVERIFY(second && second->removed.empty());
        QCOMPARE(second->upserted.size(), std::size_t(1));
        QVERIFY(second->upserted.front()->name == "version 2");
    }
};

QTEST_GUILESS_MAIN(TestDeltaCoalescer)
#include "tst_delta_coalescer.moc"
