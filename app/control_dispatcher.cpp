#include "app/control_dispatcher.h"

#include "app/torrent_json.h"
#include "core/torrent/metainfo.h"

#include <utility>

namespace trib::app {
namespace {

using Answer = ControlDispatcher::Answer;

const std::string kDone = "{}";

void refuse(const Answer &answer, Error error) { answer({failure(std::move(error)), {}}); }

[[nodiscard]] TorrentLimits merged(TorrentLimits limits, const LimitCall &call)
{
    limits.download = call.download.value_or(limits.download);
    limits.upload = call.upload.value_or(limits.upload);
    limits.connections = call.connections.value_or(limits.connections);
    limits.uploadSlots = call.slots.value_or(limits.uploadSlots);
    return limits;
}

} // namespace

ControlDispatcher::ControlDispatcher(engine::TorrentEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_waits([this](const TorrentId &id) { return m_mirror.contains(id); })
{
    using engine::TorrentEngine;
    connect(&engine, &TorrentEngine::changed, this, [this](const engine::DeltaPointer &delta) { applyDelta(*delta); });
    connect(&engine, &TorrentEngine::statusChanged, this, [this](const SessionStatus &status) { m_status = status; });
    connect(&engine, &TorrentEngine::settingsChanged, this,
        [this](const settings::EngineSettings &settings) { m_settings = settings; });
    connect(&engine, &TorrentEngine::labelsChanged, this, [this](const Labels &labels) { m_labels = labels; });
    connect(&engine, &TorrentEngine::watchedFoldersChanged, this, [this](const WatchedFolders &folders) { m_watched = folders; });
}

void ControlDispatcher::dispatch(const ControlRequest &request, QObject *client, const Answer &answer)
{
    const auto call = decodeRequest(request, [this](std::string_view prefix) { return m_mirror.resolve(prefix); });
    if (!call)
        return refuse(answer, call.error());
    std::visit([&](const auto &c) { carryOut(c, client, answer); }, *call);
}

void ControlDispatcher::carryOut(const ListCall &, QObject *, const Answer &answer) { answer({m_mirror.listJson(), {}}); }
void ControlDispatcher::carryOut(const StatusCall &, QObject *, const Answer &answer) { answer({toJson(m_status), {}}); }

void ControlDispatcher::carryOut(const LabelsCall &, QObject *, const Answer &answer) { answer({toJson(m_labels), {}}); }
void ControlDispatcher::carryOut(const WatchedCall &, QObject *, const Answer &answer) { answer({toJson(m_watched), {}}); }

void ControlDispatcher::carryOut(const SettingsCall &, QObject *, const Answer &answer)
{
    if (!m_settings)
        return refuse(answer, {make_error_code(EngineErrc::StoreUnavailable), "the settings are not loaded"});
    answer({toJson(*m_settings), {}});
}

void ControlDispatcher::carryOut(const ShutdownCall &, QObject *, const Answer &answer)
{
    answer({kDone, {}});
    Q_EMIT shutdownRequested();
}

void ControlDispatcher::carryOut(const PreviewCall &call, QObject *client, const Answer &answer)
{
    QMetaObject::Connection cancelled;
    if (const auto *magnet = std::get_if<MagnetLink>(&call.source)) {
        const auto params = torrent::parseMagnet(magnet->uri);
        if (!params)
            return refuse(answer, params.error());
        const InfoHash hash = torrent::previewOf(*params).infoHash;
        cancelled = connect(client, &QObject::destroyed, this, [this, hash] { m_engine.submit(CancelPreview{hash}); });
    }
    m_engine.preview(call.source).then(this, [answer, cancelled](const Result<TorrentPreview> &preview) {
        disconnect(cancelled);
        answer({preview.map([](const TorrentPreview &p) { return toJson(p); }), {}});
    });
}

void ControlDispatcher::carryOut(const ActivateCall &call, QObject *, const Answer &answer)
{
    if (m_hasWindow) {
        answer({"{\"window\":true}", {}});
        Q_EMIT activated(call.sources);
    } else if (call.sources.empty()) {
        answer({"{\"window\":false}", {}});
    } else {
        addAll(call.sources, [answer](const ControlReply &reply) {
            answer({reply.result.map([](const std::string &) { return std::string("{\"window\":false}"); }), reply.errorExtra});
        });
    }
}

void ControlDispatcher::carryOut(const PlanRemovalCall &call, QObject *, const Answer &answer)
{
    m_engine.planRemoval(call.ids).then(this, [answer](const Result<RemovalPlan> &plan) {
        answer({plan.map([](const RemovalPlan &p) { return toJson(p); }), {}});
    });
}

void ControlDispatcher::carryOut(const ExportCall &call, QObject *, const Answer &answer)
{
    m_engine.exportTorrent(call.id).then(this, [answer](const Result<std::vector<std::uint8_t>> &bytes) {
        answer({bytes.map([](const std::vector<std::uint8_t> &b) {
            return R"({"metainfo":")" + QByteArray(reinterpret_cast<const char *>(b.data()), std::ssize(b)).toBase64().toStdString() + "\"}";
        }), {}});
    });
}

void ControlDispatcher::carryOut(const LimitCall &call, QObject *, const Answer &answer)
{
    if (call.ids.empty())
        return limitSession(call, answer);
    SubmitCall submit;
    for (const TorrentId &id : call.ids) {
        const auto *row = m_mirror.find(id);
        submit.commands.emplace_back(SetTorrentLimits{{id}, merged(row ? row->snapshot->limits : TorrentLimits(), call)});
    }
    carryOut(submit, nullptr, answer);
}

void ControlDispatcher::limitSession(const LimitCall &call, const Answer &answer)
{
    if (call.slots)
        return refuse(answer, {make_error_code(ControlErrc::InvalidRequest), "upload slots are limited by torrent: give ids"});
    settings::EngineSettings settings = m_settings.value_or(settings::EngineSettings());
    settings.transfer.downloadLimit = call.download.value_or(settings.transfer.downloadLimit);
    settings.transfer.uploadLimit = call.upload.value_or(settings.transfer.uploadLimit);
    settings.network.connections = call.connections.value_or(settings.network.connections);
    configure(settings, answer);
}

void ControlDispatcher::carryOut(const SetCall &call, QObject *, const Answer &answer)
{
    settings::EngineSettings settings = m_settings.value_or(settings::EngineSettings());
    for (const auto &[key, text] : call.values) {
        if (auto set = settings::set(settings, key, text); !set)
            return refuse(answer, set.error());
    }
    configure(settings, answer);
}

void ControlDispatcher::configure(const settings::EngineSettings &settings, const Answer &answer)
{
    if (!m_settings)
        return refuse(answer, {make_error_code(EngineErrc::StoreUnavailable), "the settings are not loaded"});
    m_engine.configure(settings).then(this, [answer](const Result<> &done) {
        answer({done.map([](std::monostate) { return kDone; }), {}});
    });
}

void ControlDispatcher::carryOut(const SubmitCall &call, QObject *, const Answer &answer)
{
    engine::submitAll(m_engine, this, call.commands, [this, gone = engine::removedBy(call.commands), answer](const Result<> &done) {
        if (!done)
            return refuse(answer, done.error());
        m_waits.whenListShows(gone, false, [answer] { answer({kDone, {}}); });
    });
}

void ControlDispatcher::applyDelta(const TransferDelta &delta)
{
    m_mirror.apply(delta);
    m_waits.look();
}

void ControlDispatcher::carryOut(const ShowCall &call, QObject *, const Answer &answer)
{
    auto *row = m_mirror.find(call.id);
    if (!row)
        return refuse(answer, {make_error_code(EngineErrc::NoSuchTorrent), {}});
    if (!call.parts.any())
        return answer({row->text(), {}});
    m_engine.detail(call.id, call.parts).then(this, [this, call, answer](const Result<engine::DetailPointer> &detail) {
        show(call, detail, answer);
    });
}

void ControlDispatcher::show(const ShowCall &call, const Result<engine::DetailPointer> &detail, const Answer &answer)
{
    auto *row = m_mirror.find(call.id);
    if (!detail || !row)
        return refuse(answer, detail ? Error{make_error_code(EngineErrc::NoSuchTorrent), {}} : detail.error());
    answer({withDetail(row->text(), **detail), {}});
}

} // namespace trib::app
