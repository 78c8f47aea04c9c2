// ControlDispatcher's import: reads another client's store off this thread, adds what is in it, and says what became of each.
#include "app/control_dispatcher.h"

#include "core/base/json_text.h"
#include "core/base/remote_text.h"
#include "core/torrent/torrent_importer_lt.h"

namespace trib::app {
namespace {

[[nodiscard]] std::string outcomeText(const ImportPlan &plan, const engine::ImportOutcome &outcome)
{
    std::string out;
    JsonText json(out);
    json.beginObject().key("ids").beginArray();
    for (const TorrentId &id : outcome.added)
        json.value(std::string_view(id.toHex()));
    json.endArray().key("failed").beginArray();
    for (const auto &[name, error] : outcome.failed) {
        json.beginObject().field("name", std::string_view(name));
        json.field("code", std::string_view(codeName(error))).field("detail", std::string_view(error.detail)).endObject();
    }
    json.endArray().key("unreadable").beginArray();
    for (const auto &[file, error] : plan.unreadable) {
        json.beginObject().field("file", std::string_view(remoteText(file)));
        json.field("code", std::string_view(codeName(error))).field("detail", std::string_view(remoteText(error.detail))).endObject();
    }
    json.endArray().endObject();
    return out;
}

} // namespace

void ControlDispatcher::carryOut(const ImportCall &call, QObject *, const Answer &answer)
{
    if (m_importer) {
        answer({failure(ControlErrc::InvalidRequest, "an import is under way"), {}});
        return;
    }
    m_importer = torrent::createTorrentImporter(m_engine);
    engine::TorrentImporter *importer = m_importer.get();
    connect(importer, &engine::TorrentImporter::planned, this, [this, importer, answer](const engine::ImportPlanPointer &read) {
        if (!*read) {
            endImport();
            answer({failure(read->error()), {}});
            return;
        }
        const auto plan = std::shared_ptr<const ImportPlan>(read, &**read);
        connect(importer, &engine::TorrentImporter::finished, this, [this, plan, answer](const engine::ImportOutcome &outcome) {
            endImport();
            m_waits.whenListShows(outcome.added, true, [plan, outcome, answer] { answer({outcomeText(*plan, outcome), {}}); });
        });
        importer->carryOut(plan, m_labels);
    });
    importer->read(call.client, call.folder);
}

// It may be speaking just now.
void ControlDispatcher::endImport()
{
    if (m_importer)
        m_importer.release()->deleteLater();
}

} // namespace trib::app
