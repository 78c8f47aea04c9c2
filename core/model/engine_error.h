// Why the engine refused or failed. Each enumerator has its words in ui/text/error_text.cpp; tributaryd prints the names.
#pragma once

#include <string_view>
#include <system_error>

namespace trib {

enum class EngineErrc {
    // sources: a .torrent file, a magnet link, a URL, a hash
    SourceNotRecognised = 1, // neither a torrent, a magnet link, a URL nor an info-hash
    FileUnreadable,          // the .torrent file cannot be opened or read
    FileTooLarge,            // a .torrent of more than 10 MiB
    NotBencoded,             // the bytes are no bencoding
    NestedTooDeep,           // bencoding nested deeper than the limit
    TooManyItems,            // more bencoded items than the limit
    NotATorrent,             // bencoded, but without an info dictionary
    InvalidInfo,             // a field of the info dictionary is missing, or of the wrong type or size
    InvalidPieceLength,      // zero, negative, too large, or (v2) no power of two
    InvalidPieces,           // the piece hashes do not fit the size of the content
    InvalidFileTree,         // no files, a negative size, a bad v2 tree, or v1 and v2 that disagree
    InvalidName,             // no usable name
    TooLarge,                // more content, pieces or files than the limit
    UnsupportedVersion,      // a "meta version" that is not known
    V2OnlyUnsafe,            // version 2 only, which the libtorrent at hand cannot download without a danger to memory
    InvalidMagnet,           // a magnet link without a usable xt, or with broken parameters
    InvalidInfoHash,         // hexadecimal or base32 text of the wrong length or alphabet
    // fetching
    UrlInvalid,              // no host, user info, or a scheme other than http and https
    UrlRefused,              // a redirect to another scheme, to a private address, or one too many (S11)
    ConnectFailed,
    TlsFailed,               // the certificate was not accepted
    HttpStatus,              // the server answered something other than 200
    ResponseTooLarge,        // more than 10 MiB
    TimedOut,
    MetadataUnavailable,     // cancelled, or no peer has it yet
    // adding
    DuplicateTorrent,        // a torrent with one of its hashes is there already
    PrivateMergeRefused,     // trackers are never merged into or from a private torrent
    PathInUse,               // another torrent writes the same files
    PathInvalid,             // empty, relative, or not a folder that can be made
    // commands
    NoSuchTorrent,
    NoSuchFile,
    NoSuchTracker,
    NoMetadataYet,
    NameInvalid,
    TargetExists,            // a move or rename would overwrite something
    NotEnoughSpace,
    VolumeOffline,
    MoveInProgress,
    NotMoving,
    Cancelled,
    NoTrash,                 // files lie on a volume where they cannot go to a trash: nothing was removed
    DiskError,               // reading or writing failed; the detail says what
    // store
    StoreUnavailable,        // session.db cannot be opened, read or written
    StoreNewer,              // session.db was written by a newer version
    StoreDamaged,            // session.db or one record of it cannot be read
    AlreadyRunning,          // another process has this profile open
    ShuttingDown,
    // feeds and lists
    NotAFeed,                // neither RSS nor Atom, or more than 10 MiB
    ExpressionInvalid,       // of a rule: no regular expression, or no episode filter
    AddressListUnusable,     // a list of addresses that cannot be read or holds no address
    InvalidSetting,
};

[[nodiscard]] std::error_code make_error_code(EngineErrc code);

// The enumerator's name in kebab-case, such as "duplicate-torrent": stable, for machine-readable output.
[[nodiscard]] std::string_view errorName(EngineErrc code);

} // namespace trib

template <>
struct std::is_error_code_enum<trib::EngineErrc> : std::true_type {};
