// ControlDispatcher's additions: several sources at once, each with an end of its own.
#include "app/control_dispatcher.h"
#include "app/torrent_json.h"
#include "core/base/json_text.h"

#include <memory>

namespace trib::app {
namespace {

struct AddJob {
    std::vector<std::optional<TorrentId>> ids;
    std::vector<std::pair<std::size_t, Error>> failed;
    std::size_t left;
};

[[nodiscard]] TorrentIds addedIds(const AddJob &job)
{
    TorrentIds ids;
    for (const auto &id : job.ids) {
        if (id)
            ids.push_back(*id);
    }
    return ids;
}

// "ids" by source, null for what failed, and "failed" with every reason.
[[nodiscard]] std::string failureMembers(const AddJob &job)
{
    std::string out = ",";
    JsonText json(out);
    json.key("ids").beginArray();
    for (const auto &id : job.ids)
        id ? json.value(std::string_view(id->toHex())) : json.null();
    json.endArray().key("failed").beginArray();
    for (const auto &[index, error] : job.failed) {
        json.beginObject().field("index", static_cast<std::int64_t>(index));
        json.field("code", codeName(error)).field("detail", error.detail).endObject();
    }
    json.endArray();
    return out;
}

} // namespace

void ControlDispatcher::addAll(std::vector<TorrentSource> sources, const Answer &answer)
{
    carryOut(AddCall{std::move(sources), {}, std::nullopt}, nullptr, answer);
}

void ControlDispatcher::carryOut(const AddCall &call, QObject *, const Answer &answer)
{
    AddRequest request = call.options;
    request.stopped = call.stopped.value_or(m_settings && !m_settings->storage.startWhenAdded);
    const auto job = std::make_shared<AddJob>();
    job->ids.resize(call.sources.size());
    job->left = call.sources.size();
    const auto finish = [this, job, answer] {
        const auto tell = [job, answer] {
            if (job->failed.empty())
                answer({idsJson(addedIds(*job)), {}});
            else
                answer({failure(job->failed.front().second), failureMembers(*job)});
        };
        m_waits.whenListShows(addedIds(*job), true, tell);
    };
    for (std::size_t i = 0; i < call.sources.size(); ++i) {
        request.source = call.sources[i];
        m_engine.add(request).then(this, [job, i, finish](const Result<TorrentId> &id) {
            if (id)
                job->ids[i] = *id;
            else
                job->failed.emplace_back(i, id.error());
            if (--job->left == 0)
                finish();
        });
    }
}

} // namespace trib::app
