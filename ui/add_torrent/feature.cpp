#include "ui/add_torrent/feature.h"

#include "ui/add_torrent/add_torrent_dialog.h"
#include "ui/add_torrent/link_dialog.h"
#include "ui/add_torrent/mime_sources.h"
#include "ui/models/label_names.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QStandardPaths>

namespace trib::ui {
namespace {

const auto kChoices = QStringLiteral("add_torrent/choices");
const auto kFilesFrom = QStringLiteral("add_torrent/files_from");

} // namespace

void AddTorrentFeature::install(Shell &shell)
{
    m_shell = &shell;
    connect(&shell.engine(), &engine::TorrentEngine::settingsChanged, this,
        [this](const settings::EngineSettings &settings) { m_settings = settings; });
    connect(&shell.engine(), &engine::TorrentEngine::labelsChanged, this, [this](const Labels &labels) {
        m_labels = labels;
        if (m_dialog)
            m_dialog->setLabels(labels);
    });
    const QString category = TrAddTorrent::tr("Torrents");
    ActionRegistry &actions = shell.actionRegistry();
    connect(actions.add({QStringLiteral("torrent.add"), TrAddTorrent::tr("&Add torrent file…"), QStringLiteral("add"),
                {QKeySequence::Open}, category, TrAddTorrent::tr("Adds torrents from files on this computer"), nullptr}),
        &QAction::triggered, this, &AddTorrentFeature::chooseFiles);
    connect(actions.add({QStringLiteral("torrent.add_link"), TrAddTorrent::tr("Add &link…"), QStringLiteral("link"),
                {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), QKeySequence(Qt::CTRL | Qt::Key_L)}, category,
                TrAddTorrent::tr("Adds magnet links, web addresses of torrents and info-hashes"), nullptr}),
        &QAction::triggered, this, &AddTorrentFeature::askLinks);
    shell.addIntake([this](const QMimeData &data, bool taken) { return take(data, taken); });
}

void AddTorrentFeature::chooseFiles()
{
    auto *dialog = new QFileDialog(m_shell->dialogParent(), TrAddTorrent::tr("Add torrent files"),
        QString::fromUtf8(m_shell->uiSettings().state(kFilesFrom)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({TrAddTorrent::tr("Torrents (*.torrent)"), TrAddTorrent::tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this, dialog](const QStringList &files) {
        m_shell->uiSettings().setState(kFilesFrom, dialog->directory().absolutePath().toUtf8());
        std::vector<TorrentSource> sources;
        for (const QString &file : files)
            sources.emplace_back(TorrentFilePath{file.toStdString()});
        offer(sources);
    });
    dialog->open();
}

void AddTorrentFeature::askLinks()
{
    const QString copied = QGuiApplication::clipboard()->text();
    auto *dialog = new LinkDialog(sourcesOf(copied).empty() ? QString() : copied.trimmed(), m_shell->dialogParent());
    connect(dialog, &LinkDialog::chosen, this, &AddTorrentFeature::offer);
    dialog->open();
}

bool AddTorrentFeature::take(const QMimeData &data, bool taken)
{
    if (!mayHoldSources(data))
        return false;
    if (!taken)
        return true;
    const std::vector<TorrentSource> sources = sourcesOf(data);
    if (sources.empty())
        m_shell->announce(TrAddTorrent::tr("There is no torrent, magnet link or info-hash in that."));
    else
        offer(sources);
    return true;
}

void AddTorrentFeature::offer(const std::vector<TorrentSource> &sources)
{
    if (sources.empty())
        return;
    if (m_shell->uiSettings().values().showAddDialog || m_dialog) {
        showDialog(sources);
        return;
    }
    for (const TorrentSource &source : sources)
        addAtOnce(source);
}

void AddTorrentFeature::showDialog(const std::vector<TorrentSource> &sources)
{
    if (!m_dialog) {
        m_dialog = new AddTorrentDialog(m_shell->engine(), choices(), m_settings.storage.reserve, m_shell->dialogParent(), m_labels);
        m_dialog->setShowAgain(m_shell->uiSettings().values().showAddDialog);
        connect(m_dialog, &AddTorrentDialog::added, this,
            [this](const QString &title, const TorrentSource &source) {
                m_shell->announce(TrAddTorrent::tr("Added: %1").arg(title));
                Q_EMIT added(source);
            });
        connect(m_dialog, &AddTorrentDialog::choicesMade, this, &AddTorrentFeature::remember);
        connect(m_dialog, &AddTorrentDialog::showAgainChanged, this, [this](bool show) {
            UiSettings values = m_shell->uiSettings().values();
            values.showAddDialog = show;
            m_shell->uiSettings().update(values);
        });
        m_dialog->open();
    }
    m_dialog->addSources(sources);
    m_dialog->raise();
    m_dialog->activateWindow();
}

// What cannot be added without a word gets the dialog after all: it shows what is the matter and what can be done.
void AddTorrentFeature::addAtOnce(const TorrentSource &source)
{
    AddChoices asLast = choices();
    if (const QString own = categoryFolder(m_labels, asLast.category); asLast.folderOfCategory && !own.isEmpty())
        asLast.savePath = own;
    whenAnswered(m_shell->engine().add(asLast.requestFor(source)), m_shell->engine(), this, [this, source](const Result<TorrentId> &result) {
        const bool there = !result && result.error().code == make_error_code(EngineErrc::DuplicateTorrent);
        if (!result && !there)
            return showDialog({source});
        m_shell->announce(result ? TrAddTorrent::tr("Added") : errorWords(result.error()).sentence());
        Q_EMIT added(source);
    });
}

QString AddTorrentFeature::defaultFolder() const
{
    if (!m_settings.storage.savePath.empty())
        return fromUtf8(m_settings.storage.savePath);
    return QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
}

AddChoices AddTorrentFeature::choices() const
{
    const QByteArray stored = m_shell->uiSettings().state(kChoices);
    AddChoices choices = addChoicesFrom(stored);
    if (choices.savePath.isEmpty() || choices.defaultPath != defaultFolder())
        choices.savePath = defaultFolder();
    if (stored.isEmpty())
        choices.start = m_settings.storage.startWhenAdded;
    return choices;
}

void AddTorrentFeature::remember(AddChoices choices, bool usedFolder)
{
    choices.defaultPath = defaultFolder();
    const bool ofCategory = choices.folderOfCategory && !categoryFolder(m_labels, choices.category).isEmpty();
    if (usedFolder && !ofCategory)
        choices.remember(choices.savePath);
    else
        choices.savePath = this->choices().savePath;
    m_shell->uiSettings().setState(kChoices, toJson(choices));
}

} // namespace trib::ui
