// FilterLists: the lists of addresses that are shut out, from files and URLs. Engine thread; reading and writing happen on the pool. What a
// list held when it could last be read is kept in the profile (filters/) and holds for as long as the list gives nothing that can be used.
// At the start the session stands still until the lists on this machine have been read; one that was never fetched is not waited for.
#pragma once

#include "core/model/session_status.h"
#include "core/torrent/address_list.h"
#include "core/torrent/answer.h"
#include "core/torrent/engine_context.h"
#include "core/torrent/network_gate.h"
#include "core/torrent/torrent_fetcher.h"

#include <libtorrent/ip_filter.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trib::torrent {

inline constexpr std::size_t kMaxFilterLists = 100;

// The lists that filter/lists names, each once.
[[nodiscard]] std::vector<std::string> listsOf(const std::string &setting);

class FilterLists {
public:
    FilterLists(EngineContext &context, const NetworkGate &gate) : m_context(context), m_gate(gate) {}

    // Before any torrent is added.
    void start();
    void configured(const settings::FilterSettings &before);
    void tick();
    // Fetches those of URLs now and reads all. The answer is the first error, once all was tried.
    void update(const Answer<std::monostate> &answer);
    void fill(SessionStatus &status) const;

private:
    struct Source {
        std::string text;
        bool isUrl = false;
        std::filesystem::path kept;                // where the last good one is
        std::shared_ptr<const AddressRanges> good; // as it was read last; null: not yet
        std::error_code fetchError;
        std::error_code readError;
        SteadyTime due{};                          // of the next fetch
        int failures = 0;                          // of fetches, in a row
        bool fetching = false;
        bool known = false;                        // when it was fetched last has been looked up
    };
    struct Outcome {
        std::shared_ptr<const AddressRanges> ranges; // null: nothing to be had
        std::optional<Error> error;
        std::optional<std::chrono::seconds> age;     // of what is kept of a URL
        std::size_t skipped = 0;
    };
    struct Loaded {
        std::vector<Outcome> outcomes; // of each source
        std::shared_ptr<const lt::ip_filter> filter;
        std::size_t ranges = 0;
    };

    [[nodiscard]] static Loaded load(std::vector<Source> sources, const std::filesystem::path &folder);
    [[nodiscard]] static Outcome loadOne(const Source &source);

    void setSources();
    void read();
    void took(std::uint32_t generation, Loaded loaded);
    void fetch(Source &source);
    void fetched(const std::string &text, Result<std::vector<std::uint8_t>> bytes);
    void stored(const std::string &text, const Result<> &result);
    [[nodiscard]] Source *find(const std::string &text);
    void endPending();
    void answerWhenIdle();

    EngineContext &m_context;
    const NetworkGate &m_gate;
    std::vector<Source> m_sources; // none while the filter is off
    std::vector<Answer<std::monostate>> m_asked;
    std::size_t m_ranges = 0;
    std::uint32_t m_generation = 0; // of m_sources
    bool m_reading = false;
    bool m_again = false;           // read once more when this reading has ended
    TorrentFetcher m_fetcher;
};

} // namespace trib::torrent
