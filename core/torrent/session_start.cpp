#include "core/torrent/session_start.h"

#include "core/base/random.h"
#include "core/torrent/feed_codec.h"
#include "core/torrent/label_book.h"
#include "core/torrent/lt_convert.h"
#include "core/torrent/schedule_keeper.h"
#include "core/torrent/session_filter.h"
#include "core/torrent/session_settings.h"
#include "core/torrent/watched_codec.h"

#include <libtorrent/extensions/ut_metadata.hpp>
#include <libtorrent/extensions/ut_pex.hpp>
#include <libtorrent/session.hpp>
#include <libtorrent/session_params.hpp>

#include <array>
#include <exception>

namespace trib::torrent {
namespace {

// One of the dynamic ports (RFC 6335), kept from then on so that a router's mapping stays true.
[[nodiscard]] Result<int> randomPort()
{
    std::array<std::uint8_t, 2> bytes{};
    SystemRandom random;
    return random.fill(bytes).map([&](std::monostate) { return 49152 + (bytes[0] * 256 + bytes[1]) % 16384; });
}

[[nodiscard]] lt::session_params sessionParams(SessionStore &store, Log &log)
{
    const auto state = store.loadSessionState();
    if (!state || state->empty())
        return {};
    try {
        return lt::read_session_params({reinterpret_cast<const char *>(state->data()), static_cast<std::ptrdiff_t>(state->size())},
                                       lt::session_handle::save_dht_state);
    } catch (const std::exception &e) {
        log.warning(std::string("what was stored of the DHT cannot be read, it starts anew: ") + e.what());
        return {};
    }
}

[[nodiscard]] Result<settings::TextMap> loadSettings(const EngineOptions &options, EngineContext &context)
{
    auto stored = context.store->loadSettings();
    if (!stored)
        return failure(std::move(stored.error()));
    settings::TextMap refused;
    settings::EngineSettings settings = settings::fromMap(*stored, {}, &refused);
    std::erase_if(refused, [](const auto &entry) { return isLabelKey(entry.first) || isFeedKey(entry.first) || isWatchedKey(entry.first) || isScheduleKey(entry.first); });
    for (const auto &[key, why] : refused)
        context.log.warning("setting " + key + " is not understood and its default holds: " + why);
    if (settings.network.port == 0) {
        const auto port = randomPort();
        if (!port)
            return failure(port.error());
        settings.network.port = *port;
        if (auto saved = context.store->saveSettings(settings::toMap(settings)); !saved)
            return failure(std::move(saved.error()));
    }
    context.settings = settings::fromMap(options.overrides, settings);
    return stored;
}

} // namespace

Result<SessionStart> openSession(const EngineOptions &options, EngineContext &context)
{
    auto store = SessionStore::open(options.profile, context.clock, context.log);
    if (!store)
        return failure(std::move(store.error()));
    context.store = std::move(*store);
    auto stored = loadSettings(options, context);
    if (!stored)
        return failure(std::move(stored.error()));
    SessionStart start;
    start.stored = std::move(*stored);
    if (const auto statistics = context.store->loadStatistics())
        start.statistics = *statistics;
    lt::session_params params = sessionParams(*context.store, context.log);
    params.settings = startSettings(context.settings);
    params.extensions.clear(); // those that we want are named below; smart_ban keeps pointers to peers that are gone (libtorrent before 2.0.13)
    try {
        context.session = std::make_unique<lt::session>(std::move(params));
        context.session->add_extension(&lt::create_ut_metadata_plugin);
        context.session->add_extension(&lt::create_ut_pex_plugin);
        applySessionFilter(context);
    } catch (const std::exception &e) {
        return failure(EngineErrc::DiskError, std::string("libtorrent could not start: ") + e.what());
    }
    return start;
}

void closeSession(EngineContext &context)
{
    const auto state = context.session->session_state(lt::session_handle::save_dht_state);
    const std::vector<char> bytes = lt::write_session_params_buf(state, lt::session_handle::save_dht_state);
    const auto *data = reinterpret_cast<const std::uint8_t *>(bytes.data());
    if (const auto saved = context.store->saveSessionState({data, bytes.size()}); !saved)
        context.log.warning("what is known of the DHT was not stored: " + saved.error().detail);
    context.session->set_alert_notify({});
    context.session.reset();
}

settings::TextMap withoutOverrides(const settings::EngineSettings &settings, const settings::TextMap &overrides, SessionStore &store)
{
    settings::TextMap map = settings::toMap(settings);
    const auto stored = store.loadSettings();
    for (const auto &[key, text] : overrides) {
        if (!stored || !stored->contains(key))
            map.erase(key);
        else
            map[key] = stored->at(key);
    }
    return map;
}

InfoHash fromLtHash(const ParsedSource &source)
{
    return source.params.ti ? fromLt(source.params.ti->info_hashes()) : fromLt(source.params.info_hashes);
}

} // namespace trib::torrent
