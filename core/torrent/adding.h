// Adding: from parsed parameters to a torrent in the list, durable before anyone is told; and what becomes of a magnet link when its
// metadata arrives. Engine thread.
#pragma once

#include "core/model/add_request.h"
#include "core/torrent/answer.h"
#include "core/torrent/attachment.h"
#include "core/torrent/label_book.h"
#include "core/torrent/resume_saver.h"
#include "core/torrent/torrent_sources.h"

namespace trib::torrent {

// Those that are not there yet, as one tier behind the others (BEP 12).
void addTrackers(const lt::torrent_handle &handle, const std::vector<std::string> &urls);

class Adding {
public:
    Adding(EngineContext &context, Attachment &attachment, ResumeSaver &saver, LabelBook &labels)
        : m_context(context), m_attachment(attachment), m_saver(saver), m_labels(labels)
    {
    }

    void add(const AddRequest &request, ParsedSource source, const Answer<TorrentId> &answer);

    // BEP 9: the info dictionary has come and has the right hash; nothing of the content has been asked for yet.
    void metadataReceived(Torrent &torrent);

    // Adds trackers that the torrent does not have; PrivateMergeRefused if either is private.
    void mergeTrackers(Torrent &torrent, const std::vector<std::string> &trackers, bool fromPrivate, std::function<void(Result<>)> then);

private:
    void duplicate(const AddRequest &request, const ParsedSource &source, Torrent &existing, const Answer<TorrentId> &answer);
    [[nodiscard]] Result<TorrentRecord> newRecord(const AddRequest &request, const ParsedSource &source) const;
    [[nodiscard]] Result<> place(lt::add_torrent_params &params, const TorrentRecord &record, ContentLayout layout, OnPathConflict onConflict) const;
    void startWithMetadata(Torrent &torrent, const MetadataWishes &wishes, lt::add_torrent_params params);

    EngineContext &m_context;
    Attachment &m_attachment;
    ResumeSaver &m_saver;
    LabelBook &m_labels;
};

// Highest priority for the first and last piece of each wanted file, or the file's own again. Needs metadata.
void applyFirstLastFirst(const lt::torrent_handle &handle, bool on);

} // namespace trib::torrent
