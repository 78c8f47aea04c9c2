// ImportFeature: "Import from another client…" in the menu. Installs its action in the shell. GUI thread; lives as long as the window.
#pragma once

#include "core/engine/torrent_importer.h"
#include "ui/import/import_ground.h"
#include "ui/shell/feature.h"

#include <QObject>
#include <QPointer>

namespace trib::ui {

class ImportDialog;

class ImportFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    explicit ImportFeature(engine::MakeTorrentImporter makeImporter) : m_makeImporter(std::move(makeImporter)) {}

    void install(Shell &shell) override;

private:
    void ask();

    engine::MakeTorrentImporter m_makeImporter;
    Shell *m_shell = nullptr;
    ImportGround m_ground;
    QPointer<ImportDialog> m_dialog;
};

} // namespace trib::ui
