// forAll: a property, checked for many seeds. `check` uses QVERIFY and QCOMPARE; the first seed that fails is printed and ends the
// property. TRIB_SEED=<number> in the environment runs that seed alone.
//     forAll(seeds(200), [](SeededRandom &r) { return r.bytes(20); }, [](const auto &bytes) { QCOMPARE(fromHex(toHex(bytes)), bytes); });
// For a slow property make every seed a row: addSeedRows(50) in its _data function, then QFETCH(quint64, seed) and forAll({seed}, ...).
#pragma once

#include "tests/support/seeded_random.h"

#include <QTest>

#include <cstdint>
#include <optional>
#include <vector>

namespace trib::test {

// 1 to `count`, or the one that TRIB_SEED names.
[[nodiscard]] inline std::vector<std::uint64_t> seeds(std::uint64_t count)
{
    bool given = false;
    const std::uint64_t only = qEnvironmentVariable("TRIB_SEED").toULongLong(&given);
    if (given)
        return {only};
    std::vector<std::uint64_t> all;
    for (std::uint64_t seed = 1; seed <= count; ++seed)
        all.push_back(seed);
    return all;
}

inline void addSeedRows(std::uint64_t count)
{
    QTest::addColumn<quint64>("seed");
    for (const std::uint64_t seed : seeds(count))
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << quint64(seed);
}

// Runs `check(generate(random))` for each seed until `failed()`; the seed that failed, or nothing.
template <class Generate, class Check, class Failed>
[[nodiscard]] std::optional<std::uint64_t> firstFailing(const std::vector<std::uint64_t> &all, Generate generate, Check check, Failed failed)
{
    for (const std::uint64_t seed : all) {
        SeededRandom random(seed);
        check(generate(random));
        if (failed())
            return seed;
    }
    return std::nullopt;
}

template <class Generate, class Check>
void forAll(const std::vector<std::uint64_t> &all, Generate generate, Check check)
{
    if (const auto seed = firstFailing(all, generate, check, [] { return QTest::currentTestFailed(); }))
        qWarning("The property fails for this seed; run it alone with TRIB_SEED=%llu", static_cast<unsigned long long>(*seed));
}

} // namespace trib::test
