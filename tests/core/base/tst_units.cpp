// Bytes, BytesPerSecond and Strong.
#include "core/base/bytes.h"
#include "core/base/strong_type.h"

#include "tests/support/for_all.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <type_traits>
#include <unordered_set>

using namespace std::chrono_literals;
using trib::Bytes;
using trib::BytesPerSecond;
using trib::Strong;
using trib::test::forAll;
using trib::test::SeededRandom;
using trib::test::seeds;

namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
__extension__ typedef __int128 Wide;

[[nodiscard]] std::int64_t clamped(Wide value)
{
    return static_cast<std::int64_t>(std::clamp<Wide>(value, kLeast, kMost));
}

[[nodiscard]] std::int64_t anyCount(SeededRandom &random)
{
    static const std::vector<std::int64_t> kEdges{kLeast, kLeast + 1, -1, 0, 1, kMost - 1, kMost};
    const auto drawn = static_cast<std::int64_t>(random.next()) >> random.number(0, 63);
    return random.oneIn(3) ? random.pick(kEdges) : drawn;
}

} // namespace

class TestUnits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sumsSaturateInsteadOfWrapping()
    {
        forAll(seeds(5000), [](SeededRandom &r) { return std::pair(anyCount(r), anyCount(r)); }, [](const auto &pair) {
            const auto [a, b] = pair;
            QCOMPARE((Bytes(a) + Bytes(b)).count(), clamped(Wide(a) + b));
            QCOMPARE((Bytes(a) - Bytes(b)).count(), clamped(Wide(a) - b));
            QCOMPARE((BytesPerSecond(a) + BytesPerSecond(b)).count(), clamped(Wide(a) + b));
            QCOMPARE((BytesPerSecond(a) * std::chrono::seconds(b)).count(), clamped(Wide(a) * b));
            QCOMPARE((Bytes(a) / std::chrono::seconds(b)).count(), b > 0 ? a / b : 0);
            QCOMPARE(Bytes(a) < Bytes(b), a < b);
        });
    }

    void unitsDoNotMix()
    {
        static_assert(!std::is_convertible_v<std::int64_t, Bytes> && !std::is_convertible_v<Bytes, BytesPerSecond>);
        static_assert(std::is_same_v<decltype(Bytes() / 1s), BytesPerSecond> && std::is_same_v<decltype(BytesPerSecond() * 1s), Bytes>);
        using A = Strong<int, struct ATag>;
        using B = Strong<int, struct BTag>;
        static_assert(!std::is_convertible_v<A, B> && !std::is_convertible_v<int, A> && !std::is_convertible_v<A, int>);
        static_assert(!std::is_constructible_v<A, B>);
    }

    void strongValuesCompareCountAndHash()
    {
        using Index = Strong<std::int32_t, struct IndexTag>;
        QCOMPARE(Index().value(), 0);
        QVERIFY(Index(1) < Index(2) && Index(-1) < Index(0) && Index(3) == Index(3));
        Index index(7);
        QCOMPARE((++index).value(), 8);
        std::unordered_set<Index> set{Index(1), Index(2), Index(1)};
        QCOMPARE(set.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestUnits)
#include "tst_units.moc"
