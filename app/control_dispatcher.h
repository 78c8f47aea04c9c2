// ControlDispatcher: carries out decoded requests on the engine and answers them, out of order where they take differently long.
// Lives on the engine's calling thread; the engine outlives it. What a client was told is true for the next one who asks: the answer
// to an add or a remove waits until the list shows it.
#pragma once

#include "app/control_protocol.h"
#include "app/torrent_mirror.h"
#include "core/engine/list_waits.h"
#include "core/engine/torrent_importer.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trib::app {

struct ControlReply {
    Result<std::string> result; // JSON text
    std::string errorExtra;     // further members of an error, see errorLine()
};

class ControlDispatcher final : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<void(const ControlReply &)>;

    explicit ControlDispatcher(engine::TorrentEngine &engine, QObject *parent = nullptr);

    // Calls `answer` once, at once or later. When `client` is destroyed first, a preview that waits for metadata is cancelled.
    void dispatch(const ControlRequest &request, QObject *client, const Answer &answer);

    // With a window, sources that a second start hands over go to it (signal activated) instead of into the list.
    void setHasWindow(bool hasWindow) { m_hasWindow = hasWindow; }

    [[nodiscard]] std::size_t torrentCount() const { return m_mirror.size(); }

    // Adds with the settings' defaults, as a second start without a window does.
    void addAll(std::vector<TorrentSource> sources, const Answer &answer);

Q_SIGNALS:
    void activated(const std::vector<trib::TorrentSource> &sources);
    void shutdownRequested();

private:
    void carryOut(const ListCall &, QObject *, const Answer &answer);
    void carryOut(const StatusCall &, QObject *, const Answer &answer);
    void carryOut(const SettingsCall &, QObject *, const Answer &answer);
    void carryOut(const LabelsCall &, QObject *, const Answer &answer);
    void carryOut(const WatchedCall &, QObject *, const Answer &answer);
    void carryOut(const ShutdownCall &, QObject *, const Answer &answer);
    void carryOut(const ShowCall &call, QObject *, const Answer &answer);
    void carryOut(const PreviewCall &call, QObject *client, const Answer &answer);
    void carryOut(const AddCall &call, QObject *, const Answer &answer);
    void carryOut(const ActivateCall &call, QObject *, const Answer &answer);
    void carryOut(const PlanRemovalCall &call, QObject *, const Answer &answer);
    void carryOut(const ExportCall &call, QObject *, const Answer &answer);
    void carryOut(const LimitCall &call, QObject *, const Answer &answer);
    void carryOut(const SetCall &call, QObject *, const Answer &answer);
    void carryOut(const SubmitCall &call, QObject *, const Answer &answer);
    void carryOut(const ImportCall &call, QObject *, const Answer &answer);

    void limitSession(const LimitCall &call, const Answer &answer);
    void configure(const settings::EngineSettings &settings, const Answer &answer);
    void endImport();
    void applyDelta(const TransferDelta &delta);
    void show(const ShowCall &call, const Result<engine::DetailPointer> &detail, const Answer &answer);

    engine::TorrentEngine &m_engine;
    TorrentMirror m_mirror;
    SessionStatus m_status;
    Labels m_labels;
    WatchedFolders m_watched;
    std::optional<settings::EngineSettings> m_settings; // nullopt: not told yet
    engine::ListWaits m_waits;
    std::unique_ptr<engine::TorrentImporter> m_importer; // while it works
    bool m_hasWindow = false;
};

} // namespace trib::app
