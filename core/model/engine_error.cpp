#include "core/model/engine_error.h"

#include <string>

namespace trib {

std::string_view errorName(EngineErrc code)
{
    switch (code) {
    case EngineErrc::SourceNotRecognised: return "source-not-recognised";
    case EngineErrc::FileUnreadable: return "file-unreadable";
    case EngineErrc::FileTooLarge: return "file-too-large";
    case EngineErrc::NotBencoded: return "not-bencoded";
    case EngineErrc::NestedTooDeep: return "nested-too-deep";
    case EngineErrc::TooManyItems: return "too-many-items";
    case EngineErrc::NotATorrent: return "not-a-torrent";
    case EngineErrc::InvalidInfo: return "invalid-info";
    case EngineErrc::InvalidPieceLength: return "invalid-piece-length";
    case EngineErrc::InvalidPieces: return "invalid-pieces";
    case EngineErrc::InvalidFileTree: return "invalid-file-tree";
    case EngineErrc::InvalidName: return "invalid-name";
    case EngineErrc::TooLarge: return "too-large";
    case EngineErrc::UnsupportedVersion: return "unsupported-version";
    case EngineErrc::V2OnlyUnsafe: return "v2-only-unsafe";
    case EngineErrc::InvalidMagnet: return "invalid-magnet";
    case EngineErrc::InvalidInfoHash: return "invalid-info-hash";
    case EngineErrc::UrlInvalid: return "url-invalid";
    case EngineErrc::UrlRefused: return "url-refused";
    case EngineErrc::ConnectFailed: return "connect-failed";
    case EngineErrc::TlsFailed: return "tls-failed";
    case EngineErrc::HttpStatus: return "http-status";
    case EngineErrc::ResponseTooLarge: return "response-too-large";
    case EngineErrc::TimedOut: return "timed-out";
    case EngineErrc::MetadataUnavailable: return "metadata-unavailable";
    case EngineErrc::DuplicateTorrent: return "duplicate-torrent";
    case EngineErrc::PrivateMergeRefused: return "private-merge-refused";
    case EngineErrc::PathInUse: return "path-in-use";
    case EngineErrc::PathInvalid: return "path-invalid";
    case EngineErrc::NoSuchTorrent: return "no-such-torrent";
    case EngineErrc::NoSuchTracker: return "no-such-tracker";
    case EngineErrc::NoSuchFile: return "no-such-file";
    case EngineErrc::NoMetadataYet: return "no-metadata-yet";
    case EngineErrc::NameInvalid: return "name-invalid";
    case EngineErrc::TargetExists: return "target-exists";
    case EngineErrc::NotEnoughSpace: return "not-enough-space";
    case EngineErrc::VolumeOffline: return "volume-offline";
    case EngineErrc::MoveInProgress: return "move-in-progress";
    case EngineErrc::NotMoving: return "not-moving";
    case EngineErrc::Cancelled: return "cancelled";
    case EngineErrc::NoTrash: return "no-trash";
    case EngineErrc::DiskError: return "disk-error";
    case EngineErrc::StoreUnavailable: return "store-unavailable";
    case EngineErrc::StoreNewer: return "store-newer";
    case EngineErrc::StoreDamaged: return "store-damaged";
    case EngineErrc::AlreadyRunning: return "already-running";
    case EngineErrc::ShuttingDown: return "shutting-down";
    case EngineErrc::NotAFeed: return "not-a-feed";
    case EngineErrc::ExpressionInvalid: return "expression-invalid";
    case EngineErrc::AddressListUnusable: return "address-list-unusable";
    case EngineErrc::InvalidSetting: return "invalid-setting";
    }
    return "unknown";
}

namespace {

class EngineCategory final : public std::error_category {
public:
    const char *name() const noexcept override { return "trib.engine"; }
    std::string message(int value) const override { return std::string(errorName(static_cast<EngineErrc>(value))); }
};

} // namespace

std::error_code make_error_code(EngineErrc code)
{
    static const EngineCategory category;
    return {static_cast<int>(code), category};
}

} // namespace trib
