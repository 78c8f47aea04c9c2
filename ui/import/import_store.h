// ImportStore: one store of another client, read at once in the background. GUI thread. Going away ends the reading.
#pragma once

#include "core/engine/torrent_importer.h"

#include <QObject>

#include <memory>
#include <string>

namespace trib::ui {

class ImportStore final : public QObject {
    Q_OBJECT

public:
    ImportStore(OtherClient client, std::string folder, std::unique_ptr<engine::TorrentImporter> importer, QObject *parent);

    [[nodiscard]] OtherClient client() const { return m_client; }
    [[nodiscard]] const std::string &folder() const { return m_folder; }
    [[nodiscard]] bool isReading() const { return !m_read; }
    [[nodiscard]] std::shared_ptr<const ImportPlan> plan() const; // null while it is read, or if it cannot be
    [[nodiscard]] const Error *error() const;                      // why not; null else
    [[nodiscard]] engine::TorrentImporter &importer() { return *m_importer; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 of);
    void read();

private:
    OtherClient m_client;
    std::string m_folder;
    std::unique_ptr<engine::TorrentImporter> m_importer;
    engine::ImportPlanPointer m_read;
};

} // namespace trib::ui
