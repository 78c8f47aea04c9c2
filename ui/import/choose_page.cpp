#include "ui/import/choose_page.h"

#include "ui/dialogs/folder_edit.h"
#include "ui/dialogs/parts.h"
#include "ui/import/words.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDir>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kIndent = 24;

} // namespace

ChoosePage::ChoosePage(engine::MakeTorrentImporter makeImporter, QWidget *parent)
    : QWidget(parent)
    , m_makeImporter(std::move(makeImporter))
    , m_folder(new FolderEdit(this))
{
    auto *column = new QVBoxLayout(this);
    onGrid(*column);
    column->addWidget(plainLabel(TrImport::tr("Torrents come with their files, progress, history and labels. Nothing is changed there, and nothing is added here before you have seen what would be."), this));
    column->addSpacing(kGap);
    addClient(m_clients[0], OtherClient::QBittorrent, TrImport::tr("&qBittorrent"), *column);
    addClient(m_clients[1], OtherClient::Transmission, TrImport::tr("&Transmission"), *column);
    column->addSpacing(kGap);
    auto *caption = new QLabel(TrImport::tr("&Folder where it keeps its torrents"), this);
    caption->setBuddy(m_folder);
    m_folder->setAccessibleTitle(TrImport::tr("Folder where it keeps its torrents"));
    column->addWidget(caption);
    column->addWidget(m_folder);
    column->addSpacing(kGap);
    column->addWidget(quietLabel(TrImport::tr("Close the other client first: what it has not written yet cannot be taken over, and two programs must not write the same files."), this));
    column->addStretch(1);
    connect(m_folder, &FolderEdit::pathChanged, this, [this](const QString &path) {
        m_clients.at(static_cast<std::size_t>(m_current)).folder = path;
        Q_EMIT changed();
    });
    choose(m_clients[0].store || !m_clients[1].store ? 0 : 1);
}

void ChoosePage::addClient(Client &client, OtherClient which, const QString &name, QLayout &column)
{
    client.client = which;
    client.button = new QRadioButton(name, this);
    client.found = quietLabel({}, this);
    client.found->setContentsMargins(kIndent, 0, 0, 0);
    column.addWidget(client.button);
    column.addWidget(client.found);
    auto importer = m_makeImporter();
    if (std::string folder = importer->usualFolder(which); !folder.empty()) {
        client.folder = fromUtf8(folder);
        client.store = new ImportStore(which, std::move(folder), std::move(importer), this);
        connect(client.store, &ImportStore::read, this, [this, &client] { showFound(client); });
    }
    showFound(client);
    connect(client.button, &QRadioButton::clicked, this, [this, &client] { choose(static_cast<int>(&client - m_clients.data())); });
}

void ChoosePage::showFound(const Client &client)
{
    QString text;
    if (!client.store)
        text = TrImport::tr("Not found on this computer");
    else if (client.store->isReading())
        text = TrImport::tr("Is being read…");
    else if (const auto plan = client.store->plan())
        text = TrImport::tr("%n torrent(s) found", nullptr, static_cast<int>(plan->torrents.size()));
    else
        text = TrImport::tr("Found, but it cannot be read: %1").arg(errorWords(*client.store->error()).what);
    client.found->setText(text);
    client.button->setAccessibleDescription(text);
}

void ChoosePage::choose(int client)
{
    m_current = client;
    m_clients.at(static_cast<std::size_t>(client)).button->setChecked(true);
    m_folder->setPath(m_clients.at(static_cast<std::size_t>(client)).folder);
    Q_EMIT changed();
}

bool ChoosePage::isComplete() const
{
    return QDir::isAbsolutePath(m_folder->path());
}

ImportStore &ChoosePage::store()
{
    const Client &client = m_clients.at(static_cast<std::size_t>(m_current));
    std::string folder = m_folder->path().toStdString();
    if (client.store && client.store->folder() == folder && !client.store->error())
        return *client.store;
    if (!m_other || m_other->client() != client.client || m_other->folder() != folder || m_other->error()) {
        delete m_other;
        m_other = new ImportStore(client.client, std::move(folder), m_makeImporter(), this);
    }
    return *m_other;
}

} // namespace trib::ui
