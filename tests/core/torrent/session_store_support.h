// What the tests of the session store share: torrents made from a seed, and reading back what a profile holds.
#pragma once

#include "core/base/log.h"
#include "core/torrent/session_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/seeded_random.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace trib::torrent::test {

using trib::test::SeededRandom;

// Any byte may stand in a text: file names of Linux are not UTF-8 by law.
inline std::string randomText(SeededRandom &random, std::size_t longest)
{
    const auto bytes = random.bytes(random.number<std::size_t>(0, longest));
    return {bytes.begin(), bytes.end()};
}

inline std::int64_t randomInt(SeededRandom &random)
{
    return random.oneIn(3) ? random.number<std::int64_t>(0, 100)
                           : random.number(std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max());
}

template <class T>
std::optional<T> perhaps(SeededRandom &random, T value)
{
    return random.oneIn(2) ? std::optional(std::move(value)) : std::nullopt;
}

template <class Hash>
Hash randomHash(SeededRandom &random)
{
    const auto bytes = random.bytes(Hash::kSize);
    return Hash(std::span<const std::uint8_t, Hash::kSize>(bytes.data(), Hash::kSize));
}

inline ShareLimits randomShareLimits(SeededRandom &random)
{
    return {perhaps(random, randomInt(random)), perhaps(random, std::chrono::minutes(random.number(0, 1'000'000))),
            perhaps(random, std::chrono::minutes(random.number(0, 1'000'000))),
            static_cast<ShareLimitAction>(random.number(0, 2))};
}

inline TorrentRecord randomRecord(SeededRandom &random)
{
    TorrentRecord record;
    record.id = randomHash<TorrentId>(random);
    record.infoHash = {perhaps(random, randomHash<Sha1>(random)), perhaps(random, randomHash<Sha256>(random))};
    for (auto *text : {&record.name, &record.savePath, &record.volume.mountPoint, &record.volume.device, &record.movingTo,
                       &record.movedFrom, &record.moveVolume.mountPoint, &record.moveVolume.device, &record.tracker,
                       &record.contentPath})
        *text = randomText(random, 60);
    for (auto *flag : {&record.stopped, &record.forced, &record.sequential, &record.firstLastFirst, &record.isPrivate,
                       &record.hasMetadata, &record.active})
        *flag = random.oneIn(2);
    record.queuePosition = QueuePosition(random.number(-1, 100'000));
    record.limits = {BytesPerSecond(randomInt(random)), BytesPerSecond(randomInt(random)), random.number(-5, 5), random.number(-5, 5)};
    record.shareLimits = perhaps(random, randomShareLimits(random));
    for (auto *bytes : {&record.size, &record.wanted, &record.done, &record.uploaded, &record.downloaded})
        *bytes = Bytes(randomInt(random));
    record.fileCount = random.number(std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max());
    record.added = WallTime(std::chrono::seconds(random.number<std::int64_t>(0, 4'000'000'000)));
    record.completed = perhaps(random, WallTime(std::chrono::seconds(random.number<std::int64_t>(0, 4'000'000'000))));
    record.activeTime = std::chrono::seconds(random.number<std::int64_t>(0, 1'000'000'000));
    record.seedingTime = std::chrono::seconds(random.number<std::int64_t>(0, 1'000'000'000));
    return record;
}

// One in eight is a magnet link without metadata.
inline StoredTorrent randomTorrent(SeededRandom &random)
{
    StoredTorrent torrent{randomRecord(random), {}, random.bytes(random.number<std::size_t>(1, 900)), {}};
    if (!random.oneIn(8))
        torrent.metainfo = random.bytes(random.number<std::size_t>(1, 6000));
    return torrent;
}

inline std::vector<StoredTorrent> randomTorrents(std::uint64_t seed, std::size_t count)
{
    SeededRandom random(seed);
    std::vector<StoredTorrent> torrents;
    for (std::size_t i = 0; i < count; ++i)
        torrents.push_back(randomTorrent(random));
    return torrents;
}

inline bool same(const StoredTorrent &a, const StoredTorrent &b)
{
    return a.record == b.record && a.metainfo == b.metainfo && a.resume == b.resume && a.damage == b.damage;
}

inline Result<std::vector<StoredTorrent>> loadAll(const std::filesystem::path &folder, std::size_t batch = 100)
{
    std::vector<StoredTorrent> all;
    auto result = SessionStore::streamTorrents(folder, batch, [&](std::vector<StoredTorrent> torrents) {
        std::ranges::move(torrents, std::back_inserter(all));
        return true;
    });
    return result.map([&](std::monostate) { return std::move(all); });
}

inline std::map<TorrentId, StoredTorrent> byId(std::vector<StoredTorrent> torrents)
{
    std::map<TorrentId, StoredTorrent> map;
    for (auto &torrent : torrents)
        map.emplace(torrent.record.id, std::move(torrent));
    return map;
}

// The store with `torrents` in it, closed again.
inline Result<> fillProfile(const std::filesystem::path &folder, const std::vector<StoredTorrent> &torrents)
{
    NullLog log;
    auto store = SessionStore::open(folder, trib::test::ManualClock(), log);
    if (!store)
        return failure(std::move(store.error()));
    for (const auto &torrent : torrents) {
        if (auto inserted = (*store)->insert(torrent); !inserted)
            return inserted;
    }
    return success();
}

inline std::vector<char> readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void writeFile(const std::filesystem::path &path, const std::vector<char> &content)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc).write(content.data(), static_cast<std::streamsize>(content.size()));
}

// The first file in `folder` whose name begins so; empty if there is none.
inline std::filesystem::path findFile(const std::filesystem::path &folder, std::string_view prefix)
{
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().filename().string().starts_with(prefix))
            return entry.path();
    }
    return {};
}

} // namespace trib::torrent::test

// QVERIFY for a Result, with the reason in the message.
#define TRIB_VERIFY(result) \
    do { \
        const auto &tribResult = (result); \
        QVERIFY2(tribResult.has_value(), tribResult ? "" : tribResult.error().detail.c_str()); \
    } while (false)
