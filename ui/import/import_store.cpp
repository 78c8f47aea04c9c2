#include "ui/import/import_store.h"

namespace trib::ui {

ImportStore::ImportStore(OtherClient client, std::string folder, std::unique_ptr<engine::TorrentImporter> importer, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_folder(std::move(folder))
    , m_importer(std::move(importer))
{
    connect(m_importer.get(), &engine::TorrentImporter::progressed, this, &ImportStore::progressed);
    connect(m_importer.get(), &engine::TorrentImporter::planned, this, [this](const engine::ImportPlanPointer &plan) {
        m_read = plan;
        Q_EMIT read();
    });
    m_importer->read(m_client, m_folder);
}

std::shared_ptr<const ImportPlan> ImportStore::plan() const
{
    return m_read && *m_read ? std::shared_ptr<const ImportPlan>(m_read, &**m_read) : nullptr;
}

const Error *ImportStore::error() const
{
    return m_read && !*m_read ? &m_read->error() : nullptr;
}

} // namespace trib::ui
