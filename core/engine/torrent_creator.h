// TorrentCreator: makes .torrent files of what lies on disk, in the background. Lives on the thread of whoever created it and is called
// from that thread alone; one torrent at a time. Going away cancels.
#pragma once

#include "core/base/result.h"
#include "core/model/create_request.h"

#include <QObject>

#include <functional>
#include <memory>

namespace trib::engine {

class TorrentCreator : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Calls off what is under way. progressed() may follow, finished() does, once.
    virtual void start(CreateRequest request) = 0;

    // finished() with Cancelled follows, unless it is too late for that. Nothing is left behind.
    virtual void cancel() = 0;

Q_SIGNALS:
    void progressed(trib::Bytes hashed, trib::Bytes total); // a few times a second
    void finished(const trib::Result<trib::CreatedTorrent> &result);
};

using MakeTorrentCreator = std::function<std::unique_ptr<TorrentCreator>()>;

} // namespace trib::engine
