#include "app/control_dispatcher.h"

#include "app/torrent_json.h"
#include "core/torrent/metainfo.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace trib::app {
namespace {

using namespace std::chrono_literals;
using Answer = ControlDispatcher::Answer;

constexpr auto kListPatience = 5s;   // deltas come every 2 s when nobody looks

const std::string kDone = "{}";

void refuse(const Answer &answer, Error error) { answer({failure(std::move(error)), {}}); }

// Collects the answers of several futures: `done` runs once, with the first failure if there was one.
struct Joined {
    std::size_t left;
    std::optional<Error> first;
};

[[nodiscard]] TorrentLimits merged(TorrentLimits limits, const LimitCall &call)
{
    limits.download = call.download.value_or(limits.download);
    limits.upload = call.upload.value_or(limits.upload);
    limits.connections = call.connections.value_or(limits.connections);
    limits.uploadSlots = call.slots.value_or(limits.uploadSlots);
    return limits;
}

} // namespace

ControlDispatcher::ControlDispatcher(engine::TorrentEngine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    using engine::TorrentEngine;
    connect(&engine, &TorrentEngine::changed, this, [this](const engine::DeltaPointer &delta) { applyDelta(*delta); });
    connect(&engine, &TorrentEngine::statusChanged, this, [this](const SessionStatus &status) { m_status = status; });
    connect(&engine, &TorrentEngine::settingsChanged, this,
        [this](const settings::EngineSettings &settings) { m_settings = settings; });
    connect(&engine, &TorrentEngine::labelsChanged, this, [this](const Labels &labels) { m_labels = labels; });
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
    m_engine.preview(call.source).then(this, [this, answer, cancelled](const Result<TorrentPreview> &preview) {
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
    const auto joined = std::make_shared<Joined>(Joined{call.commands.size(), std::nullopt});
    for (const Command &command : call.commands) {
        const auto *removal = std::get_if<RemoveTorrents>(&command);
        const TorrentIds gone = removal ? removal->ids : TorrentIds();
        m_engine.submit(command).then(this, [this, joined, gone, answer](const Result<> &done) {
            if (!done && !joined->first)
                joined->first = done.error();
            if (--joined->left > 0)
                return;
            if (joined->first)
                return refuse(answer, *joined->first);
            whenListShows(gone, false, [answer] { answer({kDone, {}}); });
        });
    }
}

void ControlDispatcher::applyDelta(const TransferDelta &delta)
{
    m_mirror.apply(delta);
    std::vector<std::function<void()>> ready;
    for (auto wait = m_waits.begin(); wait != m_waits.end();) {
        if (!shows(*wait)) {
            ++wait;
            continue;
        }
        ready.push_back(std::move(wait->done));
        wait = m_waits.erase(wait);
    }
    for (const auto &done : ready)
        done();
}

bool ControlDispatcher::shows(const Wait &wait) const
{
    return std::all_of(wait.ids.begin(), wait.ids.end(), [&](const TorrentId &id) { return m_mirror.contains(id) == wait.present; });
}

void ControlDispatcher::whenListShows(TorrentIds ids, bool present, std::function<void()> done)
{
    Wait wait{std::move(ids), present, std::move(done)};
    if (shows(wait))
        return wait.done();
    m_waits.push_back(std::move(wait));
    const auto added = std::prev(m_waits.end());
    const Wait *key = &*added; // list nodes do not move
    QTimer::singleShot(kListPatience, this, [this, key] {
        const auto found = std::find_if(m_waits.begin(), m_waits.end(), [key](const Wait &w) { return &w == key; });
        if (found == m_waits.end())
            return;
        const auto late = std::move(found->done);
        m_waits.erase(found);
        late(); // it is done and durable all the same: removed again meanwhile, or the window is slow
    });
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
