// The control socket's language: newline-delimited JSON requests and answers as values. Pure functions; any thread. Strict: a
// parameter that is unknown, missing, of the wrong type or out of range makes InvalidRequest, and nothing of the request happens.
#pragma once

#include "app/control_error.h"
#include "core/model/add_request.h"
#include "core/model/commands.h"
#include "core/model/import_plan.h"
#include "core/settings/field.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace trib::app {

inline constexpr qsizetype kMaxRequestLine = qsizetype{32} << 20;
inline constexpr int kMaxSourcesPerRequest = 10'000;

struct ControlRequest {
    QJsonValue id; // a number or a text, given back with the answer; null if there was none
    QString method;
    QJsonObject params;
};

// What a request asks for, checked and with its ids resolved.
struct ListCall {};
struct StatusCall {};
struct SettingsCall {};
struct LabelsCall {};
struct WatchedCall {};             // the watched folders and how they are
struct ShutdownCall {};
struct ShowCall { TorrentId id; DetailParts parts; };
struct PreviewCall { TorrentSource source; };
struct AddCall {
    std::vector<TorrentSource> sources;
    AddRequest options;             // its `source` is not used
    std::optional<bool> stopped;    // nullopt: as the settings say
};
struct ActivateCall { std::vector<TorrentSource> sources; }; // a second start hands over; the window comes to the front
struct PlanRemovalCall { TorrentIds ids; };
struct ExportCall { TorrentId id; };
struct LimitCall {                  // members that are not set stay as they are; without ids: of the session
    TorrentIds ids;
    std::optional<BytesPerSecond> download, upload;
    std::optional<int> connections, slots;
};
struct SetCall { settings::TextMap values; };
struct SubmitCall { std::vector<Command> commands; };
struct ImportCall { OtherClient client = OtherClient::QBittorrent; std::string folder; };

using ControlCall = std::variant<ListCall, StatusCall, SettingsCall, LabelsCall, WatchedCall, ShutdownCall, ShowCall, PreviewCall, AddCall, ActivateCall,
    PlanRemovalCall, ExportCall, LimitCall, SetCall, SubmitCall, ImportCall>;

using ResolveId = std::function<Result<TorrentId>(std::string_view)>;

// One line, without its newline. On failure `id` of the answer is null.
[[nodiscard]] Result<ControlRequest> parseRequest(const QByteArray &line);
[[nodiscard]] QByteArray requestLine(const ControlRequest &request);

[[nodiscard]] Result<ControlCall> decodeRequest(const ControlRequest &request, const ResolveId &resolve);

// Lines with their newline. `result` is JSON text; `extra` are further members of an error, as JSON text such as ",\"index\":1".
[[nodiscard]] QByteArray resultLine(const QJsonValue &id, std::string_view result);
[[nodiscard]] QByteArray errorLine(const QJsonValue &id, const Error &error, std::string_view extra = {});

struct ControlAnswer {
    QJsonValue id;
    QJsonObject result;
    QJsonObject error; // empty: the request succeeded
};
// ConnectionLost if the line is no answer.
[[nodiscard]] Result<ControlAnswer> parseAnswer(const QByteArray &line);

} // namespace trib::app
