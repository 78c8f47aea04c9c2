// FakeImporter: a TorrentImporter that reads and adds nothing: tests say what it finds and when. GUI thread.
#pragma once

#include "core/engine/torrent_importer.h"

#include <memory>
#include <string>
#include <vector>

namespace trib::test {

class FakeImporter final : public engine::TorrentImporter {
public:
    std::string usualFolder(OtherClient client) const override { return client == OtherClient::QBittorrent ? usual : std::string(); }
    void read(OtherClient client, std::string folder) override { reads.emplace_back(client, std::move(folder)); }
    void carryOut(std::shared_ptr<const ImportPlan> plan, const Labels &there) override
    {
        carried = std::move(plan);
        labels = there;
    }
    void cancel() override { ++cancels; }

    void answer(ImportPlan plan) { Q_EMIT planned(std::make_shared<const Result<ImportPlan>>(std::move(plan))); }
    void answer(Error error) { Q_EMIT planned(std::make_shared<const Result<ImportPlan>>(failure(std::move(error)))); }

    std::string usual; // where qBittorrent keeps things; empty: it is not there
    std::vector<std::pair<OtherClient, std::string>> reads;
    std::shared_ptr<const ImportPlan> carried;
    Labels labels;
    int cancels = 0;
};

} // namespace trib::test
