// PendingTorrent: one source on its way into the list: asked for its preview, shown, chosen from, added. The presenter behind the add
// dialog: knows the engine, no widgets. GUI thread. Destroying it gives up waiting for metadata.
#pragma once

#include "core/engine/torrent_engine.h"
#include "ui/add_torrent/add_choices.h"
#include "ui/text/error_text.h"

#include <QObject>

#include <optional>

namespace trib::ui {

class FileTreeModel;

class PendingTorrent final : public QObject {
    Q_OBJECT

public:
    enum class Stage {
        Reading,            // the file or the web address is being read
        WaitingForMetadata, // peers are asked for the list of files; can be added all the same
        Ready,
        Duplicate,          // in the list already
        Refused,            // see error()
        Adding,
        Added,
    };

    PendingTorrent(engine::TorrentEngine &engine, TorrentSource source, QObject *parent = nullptr);
    ~PendingTorrent() override;

    [[nodiscard]] const TorrentSource &source() const { return m_source; }
    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] QString title() const;    // a name as far as there is one
    [[nodiscard]] QString origin() const;   // file, link or address that it came from
    [[nodiscard]] const TorrentPreview &preview() const { return m_preview; }
    [[nodiscard]] FileTreeModel &files() { return *m_files; }
    [[nodiscard]] std::optional<Bytes> needed() const; // room for the files that are wanted; nullopt while unknown
    [[nodiscard]] QString problem() const;  // what happened and what to do, for Refused
    [[nodiscard]] std::optional<EngineErrc> errorCode() const; // for Refused
    [[nodiscard]] bool canRetry() const;
    [[nodiscard]] bool canBeAdded() const;

    void setName(const QString &name) { m_name = name; }
    [[nodiscard]] QString name() const { return m_name; } // empty: the torrent's own

    [[nodiscard]] AddRequest request(const AddChoices &choices) const;
    void add(const AddChoices &choices);
    void mergeTrackers();
    void retry();

Q_SIGNALS:
    void changed();
    void added();

private:
    void askPreview();
    void takeStarted(const TorrentPreview &preview);
    void takePreview(const Result<TorrentPreview> &result);
    void show(const TorrentPreview &preview);
    void submit(AddRequest request);
    void refuse(const Error &error);
    void setStage(Stage stage);

    engine::TorrentEngine &m_engine;
    TorrentSource m_source;
    TorrentPreview m_preview;
    FileTreeModel *m_files;
    QString m_name;
    std::optional<Error> m_error;
    Stage m_stage = Stage::Reading;
    bool m_mayAddAgain = false; // what was refused is the adding, not the torrent
    int m_question = 0; // only the answer to the last preview counts
};

// A magnet link's text names that torrent: by either hash, in hexadecimal or base32.
[[nodiscard]] bool namesTorrent(const MagnetLink &link, const InfoHash &hash);

} // namespace trib::ui
