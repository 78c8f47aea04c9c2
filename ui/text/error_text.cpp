#include "ui/text/error_text.h"

#include "ui/text/tr.h"

namespace trib::ui {
namespace {

// One function for each group of the enumeration, so that a translator and a reviewer meet the words by theme.
ErrorWords sourceWords(EngineErrc code);
ErrorWords fetchWords(EngineErrc code);
ErrorWords commandWords(EngineErrc code);

ErrorWords notATorrent(const QString &why)
{
    return {TrText::tr("This is not a usable torrent: %1").arg(why),
            TrText::tr("Get the torrent again from where you found it, or tell whoever made it."), {}};
}

} // namespace

// A switch without default: a new code does not compile until it has words.
ErrorWords errorWords(EngineErrc code)
{
    switch (code) {
    case EngineErrc::SourceNotRecognised:
    case EngineErrc::FileUnreadable:
    case EngineErrc::FileTooLarge:
    case EngineErrc::NotBencoded:
    case EngineErrc::NestedTooDeep:
    case EngineErrc::TooManyItems:
    case EngineErrc::NotATorrent:
    case EngineErrc::InvalidInfo:
    case EngineErrc::InvalidPieceLength:
    case EngineErrc::InvalidPieces:
    case EngineErrc::InvalidFileTree:
    case EngineErrc::InvalidName:
    case EngineErrc::TooLarge:
    case EngineErrc::UnsupportedVersion:
    case EngineErrc::V2OnlyUnsafe:
    case EngineErrc::InvalidMagnet:
    case EngineErrc::InvalidInfoHash: return sourceWords(code);
    case EngineErrc::UrlInvalid:
    case EngineErrc::UrlRefused:
    case EngineErrc::ConnectFailed:
    case EngineErrc::TlsFailed:
    case EngineErrc::HttpStatus:
    case EngineErrc::ResponseTooLarge:
    case EngineErrc::TimedOut:
    case EngineErrc::MetadataUnavailable:
    case EngineErrc::DuplicateTorrent:
    case EngineErrc::PrivateMergeRefused:
    case EngineErrc::PathInUse:
    case EngineErrc::PathInvalid: return fetchWords(code);
    case EngineErrc::NoSuchTorrent:
    case EngineErrc::NoSuchFile:
    case EngineErrc::NoSuchTracker:
    case EngineErrc::NoMetadataYet:
    case EngineErrc::NameInvalid:
    case EngineErrc::TargetExists:
    case EngineErrc::NotEnoughSpace:
    case EngineErrc::VolumeOffline:
    case EngineErrc::MoveInProgress:
    case EngineErrc::NotMoving:
    case EngineErrc::Cancelled:
    case EngineErrc::NoTrash:
    case EngineErrc::DiskError:
    case EngineErrc::StoreUnavailable:
    case EngineErrc::StoreNewer:
    case EngineErrc::StoreDamaged:
    case EngineErrc::AlreadyRunning:
    case EngineErrc::ShuttingDown:
    case EngineErrc::NotAFeed:
    case EngineErrc::ExpressionInvalid:
    case EngineErrc::AddressListUnusable:
    case EngineErrc::InvalidSetting: return commandWords(code);
    }
    return {TrText::tr("Something went wrong."), TrText::tr("Try again. The details help whoever looks for the cause."), {}};
}

ErrorWords errorWords(const Error &error)
{
    ErrorWords words{TrText::tr("Something went wrong."), TrText::tr("Try again. The details help whoever looks for the cause."), {}};
    if (error.code.category() == make_error_code(EngineErrc::SourceNotRecognised).category())
        words = errorWords(static_cast<EngineErrc>(error.code.value()));
    words.detail = fromUtf8(error.code.message());
    if (!error.detail.empty())
        words.detail += QStringLiteral(": ") + fromUtf8(error.detail);
    return words;
}

namespace {

ErrorWords sourceWords(EngineErrc code)
{
    switch (code) {
    case EngineErrc::SourceNotRecognised:
        return {TrText::tr("This is neither a torrent nor a link to one."),
                TrText::tr("Use a .torrent file, a magnet link, a web address of a torrent, or an info-hash."), {}};
    case EngineErrc::FileUnreadable:
        return {TrText::tr("The torrent file cannot be read."), TrText::tr("Look whether it still exists and whether you may open it."), {}};
    case EngineErrc::FileTooLarge:
        return {TrText::tr("The torrent file is larger than 10 MiB."), TrText::tr("It is probably not a torrent, but something else."), {}};
    case EngineErrc::NotBencoded: return notATorrent(TrText::tr("it is damaged, or another kind of file."));
    case EngineErrc::NestedTooDeep: return notATorrent(TrText::tr("its data are nested deeper than any real torrent."));
    case EngineErrc::TooManyItems: return notATorrent(TrText::tr("it holds more entries than any real torrent."));
    case EngineErrc::NotATorrent: return notATorrent(TrText::tr("it does not describe any content."));
    case EngineErrc::InvalidInfo: return notATorrent(TrText::tr("a part of its description is missing or wrong."));
    case EngineErrc::InvalidPieceLength: return notATorrent(TrText::tr("its piece size is not allowed."));
    case EngineErrc::InvalidPieces: return notATorrent(TrText::tr("its checksums do not fit its size."));
    case EngineErrc::InvalidFileTree: return notATorrent(TrText::tr("its list of files is not valid."));
    case EngineErrc::InvalidName: return notATorrent(TrText::tr("it has no usable name."));
    case EngineErrc::TooLarge: return notATorrent(TrText::tr("it describes more data or files than can be handled."));
    case EngineErrc::V2OnlyUnsafe:
        return {TrText::tr("This torrent is of version 2 only, which the installed libtorrent cannot download safely."),
                TrText::tr("Ask for a torrent of version 1 or a hybrid one, or update libtorrent to 2.0.14."), {}};
    case EngineErrc::UnsupportedVersion:
        return {TrText::tr("The torrent is of a newer kind than this program knows."), TrText::tr("A newer version of the program may open it."), {}};
    case EngineErrc::InvalidMagnet:
        return {TrText::tr("The magnet link is incomplete or damaged."), TrText::tr("Copy the whole link again, from ‘magnet:’ to its end."), {}};
    case EngineErrc::InvalidInfoHash:
        return {TrText::tr("The info-hash has the wrong length or wrong characters."),
                TrText::tr("It has 40 or 64 hexadecimal digits, or 32 letters and digits."), {}};
    default: return {};
    }
}

ErrorWords fetchWords(EngineErrc code)
{
    switch (code) {
    case EngineErrc::UrlInvalid:
        return {TrText::tr("The web address cannot be used."), TrText::tr("It has to begin with http:// or https:// and name a server."), {}};
    case EngineErrc::UrlRefused:
        return {TrText::tr("The server sent us on to an address that is not safe to open."), TrText::tr("Download the torrent file with your browser and add the file."), {}};
    case EngineErrc::ConnectFailed:
        return {TrText::tr("The server cannot be reached."), TrText::tr("Look at the address and your connection, then try again."), {}};
    case EngineErrc::TlsFailed:
        return {TrText::tr("The server could not prove who it is, so nothing was downloaded from it."), TrText::tr("Look whether the clock of this computer is right, or try another source."), {}};
    case EngineErrc::HttpStatus:
        return {TrText::tr("The server refused to send the torrent."), TrText::tr("It may be gone, or you may have to sign in: download it with your browser and add the file."), {}};
    case EngineErrc::ResponseTooLarge:
        return {TrText::tr("The server sent more than 10 MiB, which is no torrent."), TrText::tr("Look whether the address is that of the torrent itself."), {}};
    case EngineErrc::TimedOut:
        return {TrText::tr("The answer took too long."), TrText::tr("Try again later."), {}};
    case EngineErrc::MetadataUnavailable:
        return {TrText::tr("Nobody has sent the file list of this magnet link yet."), TrText::tr("Add it all the same: it starts as soon as someone has it."), {}};
    case EngineErrc::DuplicateTorrent:
        return {TrText::tr("This torrent is in the list already."), {}, {}};
    case EngineErrc::PrivateMergeRefused:
        return {TrText::tr("The trackers were not added, because the torrent is private."), TrText::tr("Private torrents keep the trackers they were made with."), {}};
    case EngineErrc::PathInUse:
        return {TrText::tr("Another torrent writes the same files in this folder."), TrText::tr("Choose another folder."), {}};
    case EngineErrc::PathInvalid:
        return {TrText::tr("This folder cannot be used."), TrText::tr("Choose a folder that exists or can be made, with its whole path."), {}};
    default: return {};
    }
}

ErrorWords commandWords(EngineErrc code)
{
    switch (code) {
    case EngineErrc::NoSuchTorrent: return {TrText::tr("The torrent is no longer in the list."), {}, {}};
    case EngineErrc::NoSuchFile: return {TrText::tr("The torrent has no such file."), {}, {}};
    case EngineErrc::NoSuchTracker: return {TrText::tr("The torrent does not have this tracker."), {}, {}};
    case EngineErrc::NoMetadataYet:
        return {TrText::tr("The file list of this torrent is not known yet."), TrText::tr("Wait until a peer has sent it."), {}};
    case EngineErrc::NameInvalid:
        return {TrText::tr("This name cannot be used."), TrText::tr("Choose one without ‘/’ that is not empty, ‘.’ or ‘..’."), {}};
    case EngineErrc::TargetExists:
        return {TrText::tr("A file of that name is there already, and nothing is ever overwritten."), TrText::tr("Choose another name or folder."), {}};
    case EngineErrc::NotEnoughSpace:
        return {TrText::tr("There is not enough free space."), TrText::tr("Free some space or choose another folder."), {}};
    case EngineErrc::VolumeOffline:
        return {TrText::tr("The drive is not connected."), TrText::tr("Connect it; everything goes on by itself."), {}};
    case EngineErrc::MoveInProgress:
        return {TrText::tr("The files are being moved."), TrText::tr("Wait until they have arrived, or cancel the move."), {}};
    case EngineErrc::NotMoving: return {TrText::tr("No files are being moved."), {}, {}};
    case EngineErrc::Cancelled: return {TrText::tr("Cancelled."), {}, {}};
    case EngineErrc::NoTrash:
        return {TrText::tr("The drive has no trash, so nothing was removed."), TrText::tr("Delete the files for good, or remove the torrent alone."), {}};
    case EngineErrc::DiskError:
        return {TrText::tr("The drive failed to read or write."), TrText::tr("Look whether it is full, locked or failing, then try again."), {}};
    case EngineErrc::StoreUnavailable:
        return {TrText::tr("The list of torrents cannot be opened or saved."), TrText::tr("Look whether the profile folder can be written and its drive is not full."), {}};
    case EngineErrc::StoreNewer:
        return {TrText::tr("The list of torrents was saved by a newer version of this program."), TrText::tr("Use that version; nothing was changed."), {}};
    case EngineErrc::StoreDamaged:
        return {TrText::tr("The saved list of torrents is damaged."), TrText::tr("The last good copy is used where there is one."), {}};
    case EngineErrc::AlreadyRunning:
        return {TrText::tr("The program is running already with this profile."), TrText::tr("Use the window that is open."), {}};
    case EngineErrc::ShuttingDown: return {TrText::tr("The program is closing."), {}, {}};
    case EngineErrc::NotAFeed:
        return {TrText::tr("This is no feed."), TrText::tr("Look whether the address is that of an RSS or Atom feed itself, not of a page about it."), {}};
    case EngineErrc::ExpressionInvalid:
        return {TrText::tr("The rule cannot be understood."), TrText::tr("Look for a mistake in its regular expressions, or in the episodes: they are written like 1x2;1x4-6;2x10-;"), {}};
    case EngineErrc::AddressListUnusable:
        return {TrText::tr("The list of addresses cannot be used."), TrText::tr("Look whether it can be opened and is a PeerGuardian, eMule or CIDR list. What it held before stays shut out."), {}};
    case EngineErrc::InvalidSetting:
        return {TrText::tr("This value cannot be used."), TrText::tr("Choose one within the limits that are shown."), {}};
    default: return {};
    }
}

} // namespace
} // namespace trib::ui
