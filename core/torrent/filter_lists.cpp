#include "core/torrent/filter_lists.h"

#include "core/base/remote_text.h"
#include "core/base/utf8_path.h"
#include "core/torrent/filter_store.h"
#include "core/torrent/session_filter.h"

#include <libtorrent/session.hpp>

#include <algorithm>

namespace trib::torrent {
namespace {

using namespace std::chrono_literals;

constexpr auto kFirstFetchPause = 10min;
constexpr auto kLastFetchPause = 24h;
constexpr auto kFetchTime = 10min; // for 64 MiB

[[nodiscard]] std::shared_ptr<const lt::ip_filter> filterOf(const AddressRanges &ranges)
{
    auto filter = std::make_shared<lt::ip_filter>();
    for (const auto &[first, last] : ranges.v4)
        filter->add_rule(lt::address_v4(first), lt::address_v4(last), lt::ip_filter::blocked);
    for (const auto &[first, last] : ranges.v6)
        filter->add_rule(lt::address_v6(first), lt::address_v6(last), lt::ip_filter::blocked);
    return filter;
}

} // namespace

std::vector<std::string> listsOf(const std::string &setting)
{
    std::vector<std::string> lists;
    std::string_view rest = setting;
    while (!rest.empty() && lists.size() < kMaxFilterLists) {
        std::string_view one = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(one.size() + 1, rest.size()));
        const auto first = one.find_first_not_of(' ');
        if (first == std::string_view::npos)
            continue;
        std::string list(one.substr(first, one.find_last_not_of(' ') - first + 1));
        for (auto comma = list.find("%2C"); comma != std::string::npos; comma = list.find("%2C", comma))
            list.replace(comma, 3, ",");
        if (std::ranges::find(lists, list) == lists.end())
            lists.push_back(std::move(list));
    }
    return lists;
}

void FilterLists::start()
{
    setSources();
    if (m_sources.empty())
        return;
    m_context.listsPending = true;
    m_context.session->pause();
    read();
}

void FilterLists::configured(const settings::FilterSettings &before)
{
    const settings::FilterSettings &now = m_context.settings.filter;
    if (now.enabled == before.enabled && now.lists == before.lists) {
        tick();
        return;
    }
    setSources();
    read();
}

void FilterLists::setSources()
{
    std::vector<Source> next;
    const settings::FilterSettings &settings = m_context.settings.filter;
    for (const std::string &text : settings.enabled ? listsOf(settings.lists) : std::vector<std::string>()) {
        Source *known = find(text);
        if (known)
            next.push_back(std::move(*known));
        else
            next.push_back({text, text.starts_with("http://") || text.starts_with("https://"), keptFile(m_context.profile, text), {}, {}, {}, {}, 0, false, false});
    }
    m_sources = std::move(next);
    ++m_generation;
}

FilterLists::Source *FilterLists::find(const std::string &text)
{
    const auto found = std::ranges::find(m_sources, text, &Source::text);
    return found == m_sources.end() ? nullptr : &*found;
}

void FilterLists::tick()
{
    if (m_context.stopping || !m_gate.isOpen() || m_context.listsPending)
        return;
    for (Source &source : m_sources) {
        if (source.isUrl && source.known && !source.fetching && source.due <= m_context.clock.steadyNow())
            fetch(source);
    }
}

void FilterLists::update(const Answer<std::monostate> &answer)
{
    m_asked.push_back(answer);
    for (Source &source : m_sources) {
        if (source.isUrl && !source.fetching)
            fetch(source);
    }
    read();
}

void FilterLists::fetch(Source &source)
{
    source.fetching = true;
    FetchPolicy policy;
    policy.interfaces = m_context.settings.network.interfaces;
    policy.proxy = m_context.settings.network.proxy;
    policy.maxSize = Bytes(kMaxAddressList);
    policy.totalTimeout = kFetchTime;
    m_context.log.info("fetching the list of addresses " + withoutSecrets(source.text));
    m_fetcher.fetch(source.text, std::move(policy)).then(&m_context.owner, m_context.guarded<Result<std::vector<std::uint8_t>>>(
        [this, text = source.text](Result<std::vector<std::uint8_t>> bytes) { fetched(text, std::move(bytes)); }));
}

void FilterLists::fetched(const std::string &text, Result<std::vector<std::uint8_t>> bytes)
{
    if (!bytes) {
        const bool tooLarge = bytes.error().code == make_error_code(EngineErrc::ResponseTooLarge);
        stored(text, tooLarge ? failure(EngineErrc::AddressListUnusable, "larger than 64 MiB") : failure(std::move(bytes.error())));
        return;
    }
    auto work = [kept = keptFile(m_context.profile, text), bytes = std::move(*bytes)] { return keepList(kept, bytes); };
    m_context.onPool(std::move(work), [this, text](const Result<> &result) { stored(text, result); });
}

void FilterLists::stored(const std::string &text, const Result<> &result)
{
    Source *source = find(text);
    if (!source) { // taken out of the settings meanwhile
        answerWhenIdle();
        return;
    }
    source->fetching = false;
    source->failures = result ? 0 : source->failures + 1;
    source->fetchError = result ? std::error_code() : result.error().code;
    if (result) {
        read();
        return;
    }
    const auto wait = std::min<std::chrono::minutes>(kFirstFetchPause * (1 << std::min(source->failures - 1, 10)), kLastFetchPause);
    source->due = m_context.clock.steadyNow() + wait;
    m_context.log.warning("the list of addresses " + withoutSecrets(text) + " was not fetched: " + result.error().code.message() + ": " + result.error().detail);
    answerWhenIdle();
}

void FilterLists::read()
{
    if (std::exchange(m_reading, true)) {
        m_again = true;
        return;
    }
    auto work = [sources = m_sources, folder = m_context.profile] { return load(sources, folder); };
    m_context.onPool(std::move(work), [this, generation = m_generation](Loaded loaded) { took(generation, std::move(loaded)); });
}

FilterLists::Outcome FilterLists::loadOne(const Source &source)
{
    Outcome outcome;
    auto list = source.isUrl ? readKeptList(source.kept) : readListFile(source.text);
    const bool wasNeverFetched = source.isUrl && !list && !ageOf(source.kept);
    if (list && !source.isUrl) {
        if (const auto kept = keepCopy(source.kept, source.text); !kept)
            outcome.error = kept.error();
    } else if (!list && !wasNeverFetched) {
        outcome.error = list.error();
    }
    outcome.age = source.isUrl ? ageOf(source.kept) : std::nullopt;
    if (list) {
        outcome.skipped = list->skipped;
        outcome.ranges = std::make_shared<const AddressRanges>(std::move(list->ranges));
    } else if (source.good) {
        outcome.ranges = source.good;
    } else if (auto kept = source.isUrl ? std::move(list) : readKeptList(source.kept)) {
        outcome.ranges = std::make_shared<const AddressRanges>(std::move(kept->ranges));
    }
    return outcome;
}

FilterLists::Loaded FilterLists::load(std::vector<Source> sources, const std::filesystem::path &folder)
{
    Loaded loaded;
    AddressRanges all;
    std::vector<std::filesystem::path> kept;
    for (Source &source : sources) {
        Outcome &outcome = loaded.outcomes.emplace_back(loadOne(source));
        source.good.reset();
        kept.push_back(source.kept);
        if (outcome.ranges)
            all.append(*outcome.ranges);
    }
    if (!sources.empty())
        removeOtherLists(folder, kept);
    all.merge();
    loaded.ranges = all.size();
    loaded.filter = loaded.ranges > 0 ? filterOf(all) : nullptr;
    return loaded;
}

void FilterLists::took(std::uint32_t generation, Loaded loaded)
{
    m_reading = false;
    if (generation != m_generation || std::exchange(m_again, false)) {
        m_again = false;
        read();
        return;
    }
    const SteadyTime now = m_context.clock.steadyNow();
    const auto days = std::chrono::days(m_context.settings.filter.updateDays);
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        Source &source = m_sources[i];
        Outcome &outcome = loaded.outcomes[i];
        source.good = std::move(outcome.ranges);
        source.readError = outcome.error ? outcome.error->code : std::error_code();
        source.known = true;
        if (source.failures == 0 && outcome.age) // what is kept and cannot be read is fetched at once
            source.due = outcome.error ? now : days.count() == 0 ? SteadyTime::max() : now + std::max<std::chrono::seconds>(days - *outcome.age, 0s);
        if (outcome.error)
            m_context.log.warning("the list of addresses " + withoutSecrets(source.text) + " was not read: " + outcome.error->detail);
        else if (outcome.skipped > 0)
            m_context.log.info("the list of addresses " + withoutSecrets(source.text) + " has " + std::to_string(outcome.skipped) + " lines that are none");
    }
    m_ranges = loaded.ranges;
    m_context.listedAddresses = std::move(loaded.filter);
    applySessionFilter(m_context);
    endPending();
    tick();
    answerWhenIdle();
}

void FilterLists::endPending()
{
    if (!std::exchange(m_context.listsPending, false) || m_context.stopping || !m_gate.isOpen())
        return;
    m_context.session->resume();
}

void FilterLists::answerWhenIdle()
{
    if (m_reading || std::ranges::any_of(m_sources, &Source::fetching))
        return;
    SessionStatus status;
    fill(status);
    for (const Answer<std::monostate> &answer : std::exchange(m_asked, {}))
        answer.give(status.filterError ? Result<>(failure(Error{status.filterError, status.filterList})) : success());
}

void FilterLists::fill(SessionStatus &status) const
{
    status.filterRanges = static_cast<std::int32_t>(m_ranges);
    for (const Source &source : m_sources) {
        const std::error_code error = source.fetchError ? source.fetchError : source.readError;
        if (!error)
            continue;
        status.filterError = error;
        status.filterList = remoteText(source.text);
        return;
    }
}

} // namespace trib::torrent
