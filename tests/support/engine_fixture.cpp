#include "tests/support/engine_fixture.h"

#include "core/base/utf8_path.h"
#include "core/torrent/lt_engine.h"
#include "core/torrent/session_store.h"

#include <libtorrent/bencode.hpp>
#include <libtorrent/create_torrent.hpp>
#include <libtorrent/load_torrent.hpp>
#include <libtorrent/magnet_uri.hpp>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>

namespace trib::test {
namespace {

[[nodiscard]] settings::TextMap forTests(settings::TextMap settings)
{
    const settings::TextMap quiet{{"network/interfaces", "127.0.0.1"}, {"network/dht", "false"}, {"network/lsd", "false"},
                                  {"network/port_mapping", "false"}, {"storage/reserve", "0"}};
    for (const auto &[key, text] : quiet)
        settings.try_emplace(key, text);
    return settings;
}

[[nodiscard]] std::vector<std::uint8_t> readAll(const std::filesystem::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void writeRandom(const std::filesystem::path &path, std::int64_t size, std::mt19937 &random)
{
    std::filesystem::create_directories(path.parent_path());
    std::vector<std::uint32_t> words(static_cast<std::size_t>(size + 3) / 4);
    std::generate(words.begin(), words.end(), std::ref(random));
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char *>(words.data()), static_cast<std::streamsize>(size));
}

} // namespace

TestEngine::TestEngine(const std::filesystem::path &folder, settings::TextMap settings, const Clock *clock)
{
    std::filesystem::create_directories(folder);
    m_engine = torrent::createEngine({folder, clock ? *clock : m_clock, m_log, forTests(std::move(settings)), toUtf8(folder / "downloads")});
    QObject::connect(m_engine.get(), &engine::TorrentEngine::changed, m_engine.get(), [this](const engine::DeltaPointer &delta) {
        apply(*delta);
        m_engine->acknowledge(delta->sequence);
    });
    QObject::connect(m_engine.get(), &engine::TorrentEngine::detailChanged, m_engine.get(),
                     [this](const engine::DetailPointer &detail) { m_detail = *detail; });
    QObject::connect(m_engine.get(), &engine::TorrentEngine::statusChanged, m_engine.get(), [this](const SessionStatus &status) {
        m_status = status;
        if (status.listening)
            m_port = status.listenPort;
    });
    QObject::connect(m_engine.get(), &engine::TorrentEngine::settingsChanged, m_engine.get(),
                     [this](const settings::EngineSettings &changed) { m_settings = changed; });
    QObject::connect(m_engine.get(), &engine::TorrentEngine::labelsChanged, m_engine.get(), [this](const Labels &labels) { m_labels = labels; });
    QObject::connect(m_engine.get(), &engine::TorrentEngine::finished, m_engine.get(), [this](const TorrentSnapshot &) { ++m_finished; });
}

TestEngine::~TestEngine() = default;

Result<> TestEngine::start()
{
    auto result = await(m_engine->start());
    if (result && !QTest::qWaitFor([this] { return m_port != 0; }, 10'000))
        return failure(EngineErrc::TimedOut, "not listening");
    return result;
}

Result<> TestEngine::stop()
{
    return await(m_engine->shutdown());
}

Result<TorrentId> TestEngine::add(AddRequest request)
{
    return await(m_engine->add(std::move(request)));
}

Result<> TestEngine::submit(Command command)
{
    return await(m_engine->submit(std::move(command)));
}

Result<TorrentPreview> TestEngine::preview(TorrentSource source)
{
    return await(m_engine->preview(std::move(source)));
}

Result<RemovalPlan> TestEngine::planRemoval(TorrentIds ids)
{
    return await(m_engine->planRemoval(std::move(ids)));
}

const TorrentSnapshot *TestEngine::row(const TorrentId &id) const
{
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? nullptr : &found->second;
}

TorrentState TestEngine::state(const TorrentId &id) const
{
    const TorrentSnapshot *found = row(id);
    return found ? found->state : TorrentState::Failed;
}

void TestEngine::apply(const TransferDelta &delta)
{
    for (const TorrentId &id : delta.removed)
        m_rows.erase(id);
    for (const SnapshotPointer &snapshot : delta.upserted)
        m_rows[snapshot->id] = *snapshot;
}

bool Content::isIn(const std::filesystem::path &folder) const
{
    for (const std::string &file : files) {
        if (!std::filesystem::exists(folder / fromUtf8(file)) || readAll(folder / fromUtf8(file)) != readAll(fromUtf8(root) / fromUtf8(file)))
            return false;
    }
    return true;
}

Content makeContent(const std::filesystem::path &root, const std::string &name, const std::vector<std::int64_t> &sizes, TorrentFormat format,
                    const std::vector<std::string> &trackers, bool isPrivate, unsigned seed, int pieceSize)
{
    Content content;
    content.root = toUtf8(root);
    content.name = name;
    std::mt19937 random(seed);
    lt::file_storage files;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        content.files.push_back(sizes.size() == 1 ? name : name + "/file " + std::to_string(i) + ".bin");
        writeRandom(root / fromUtf8(content.files.back()), sizes[i], random);
        files.add_file(content.files.back(), sizes[i]);
    }
    lt::create_flags_t flags{};
    if (format == TorrentFormat::V1)
        flags = lt::create_torrent::v1_only;
    else if (format == TorrentFormat::V2)
        flags = lt::create_torrent::v2_only;
    else if (format == TorrentFormat::V1Padded)
        flags = lt::create_torrent::v1_only | lt::create_torrent::canonical_files;
    lt::create_torrent creator(files, pieceSize, flags);
    creator.set_priv(isPrivate);
    int tier = 0;
    for (const std::string &tracker : trackers)
        creator.add_tracker(tracker, tier++);
    lt::set_piece_hashes(creator, content.root);
    std::vector<char> bytes;
    lt::bencode(std::back_inserter(bytes), creator.generate());
    content.metainfo.assign(bytes.begin(), bytes.end());
    content.magnet = lt::make_magnet_uri(lt::load_torrent_buffer(bytes));
    return content;
}

std::optional<torrent::TorrentRecord> storedRecord(const std::filesystem::path &profile, const TorrentId &id)
{
    auto stored = torrent::SessionStore::readTorrent(profile, id);
    return stored ? std::optional(std::move(stored->record)) : std::nullopt;
}

bool changeStored(const std::filesystem::path &profile, const TorrentId &id, const std::function<void(torrent::TorrentRecord &)> &change)
{
    auto record = storedRecord(profile, id);
    const SystemClock clock;
    NullLog log;
    auto store = torrent::SessionStore::open(profile, clock, log);
    if (!record || !store)
        return false;
    change(*record);
    const torrent::TorrentUpdate update{*record, std::nullopt, std::nullopt};
    return (*store)->update(std::span(&update, 1)).has_value();
}

AddRequest request(const Content &content, const std::filesystem::path &savePath)
{
    AddRequest result;
    result.source = TorrentFileBytes{content.metainfo};
    result.savePath = toUtf8(savePath);
    return result;
}

} // namespace trib::test
