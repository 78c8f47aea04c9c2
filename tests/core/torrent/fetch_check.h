// What the tests of TorrentFetcher share: a fetch that is waited for, and its outcome as text that QCOMPARE can show.
#pragma once

#include "core/torrent/torrent_fetcher.h"

#include "core/model/engine_error.h"

#include <QString>

namespace trib::test {

[[nodiscard]] inline QString outcome(const Result<std::vector<std::uint8_t>> &result)
{
    if (result)
        return QStringLiteral("body: ") + QString::fromUtf8(reinterpret_cast<const char *>(result->data()), qsizetype(result->size()));
    const auto name = errorName(static_cast<EngineErrc>(result.error().code.value()));
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

// The body behind "body: ", or the name of the error.
[[nodiscard]] inline QString fetched(const std::string &url, torrent::FetchPolicy policy = {})
{
    torrent::TorrentFetcher fetcher;
    return outcome(fetcher.fetch(url, std::move(policy)).result());
}

} // namespace trib::test
