#include "ui/add_torrent/add_torrent_dialog.h"

#include "core/engine/torrent_engine.h"
#include "ui/add_torrent/options_panel.h"
#include "ui/add_torrent/pending_torrent.h"
#include "ui/add_torrent/torrent_pane.h"
#include "ui/dialogs/file_choice.h"
#include "ui/dialogs/parts.h"
#include "ui/models/file_tree_model.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_delegate.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace trib::ui {
namespace {

using Stage = PendingTorrent::Stage;

[[nodiscard]] QString iconOf(Stage stage)
{
    switch (stage) {
    case Stage::Reading:
    case Stage::WaitingForMetadata:
    case Stage::Adding: return QStringLiteral("clock");
    case Stage::Ready:
    case Stage::Added: return QStringLiteral("file");
    case Stage::Duplicate: return QStringLiteral("info");
    case Stage::Refused: break;
    }
    return QStringLiteral("warning");
}

[[nodiscard]] QString wordOf(Stage stage)
{
    switch (stage) {
    case Stage::Reading: return TrAddTorrent::tr("being read");
    case Stage::WaitingForMetadata: return TrAddTorrent::tr("waiting for the list of files");
    case Stage::Adding:
    case Stage::Added:
    case Stage::Ready: return TrAddTorrent::tr("ready");
    case Stage::Duplicate: return TrAddTorrent::tr("in the list already");
    case Stage::Refused: break;
    }
    return TrAddTorrent::tr("cannot be added");
}

} // namespace

AddTorrentDialog::AddTorrentDialog(engine::TorrentEngine &engine, const AddChoices &choices, Bytes reserve, QWidget *parent, const Labels &labels)
    : QDialog(parent)
    , m_engine(engine)
    , m_reserve(reserve)
    , m_list(new QListWidget(this))
    , m_pane(new TorrentPane(this))
    , m_options(new OptionsPanel(this))
    , m_showAgain(new QCheckBox(TrAddTorrent::tr("S&how this window for every torrent"), this))
    , m_add(new QPushButton(this))
    , m_cancel(new QPushButton(TrAddTorrent::tr("Cancel"), this))
{
    prepareDialog(*this, TrAddTorrent::tr("Add torrent"));
    buildList();
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_pane, 1);
    right->addWidget(m_options);
    auto *top = new QHBoxLayout;
    top->setSpacing(kWideGap);
    top->addWidget(m_list);
    top->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kWideGap);
    column->addLayout(top, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(kGap);
    bottom->addWidget(m_showAgain);
    bottom->addStretch(1);
    auto *buttons = new QDialogButtonBox(this); // in the order of the desktop
    buttons->addButton(m_add, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    bottom->addWidget(buttons);
    column->addLayout(bottom);
    buildButtons();
    m_options->setLabels(labels);
    m_options->setChoices(choices);
    connect(m_options, &OptionsPanel::changed, this, &AddTorrentDialog::refreshButtons);
    connect(m_options, &OptionsPanel::nameEdited, this, [this](const QString &name) {
        if (PendingTorrent *torrent = torrentAt(m_list->currentRow()))
            torrent->setName(name);
    });
    connect(m_pane, &TorrentPane::folderWanted, m_options, &OptionsPanel::focusFolder);
    resize(textWidth(*this, 96), fontMetrics().height() * 32);
}

AddTorrentDialog::~AddTorrentDialog()
{
    m_list->disconnect(this); // its items go before the torrents do
}

void AddTorrentDialog::buildList()
{
    m_list->setAccessibleName(TrAddTorrent::tr("Torrents to add"));
    m_list->setFixedWidth(textWidth(*this, 30));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize({16, 16});
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setVisible(false);
    connect(m_list, &QListWidget::currentRowChanged, this, &AddTorrentDialog::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this, &AddTorrentDialog::refreshButtons);
}

void AddTorrentDialog::buildButtons()
{
    m_add->setDefault(true);
    m_cancel->setAutoDefault(false);
    setShowAgain(true);
    m_showAgain->setToolTip(TrAddTorrent::tr("Otherwise torrents are added at once, as the last time. Settings can bring this window back."));
    connect(m_showAgain, &QCheckBox::toggled, this, &AddTorrentDialog::showAgainChanged);
    connect(m_add, &QPushButton::clicked, this, &AddTorrentDialog::addChosen);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void AddTorrentDialog::setLabels(const Labels &labels)
{
    m_options->setLabels(labels);
}

void AddTorrentDialog::setShowAgain(bool show)
{
    const QSignalBlocker quiet(m_showAgain);
    m_showAgain->setChecked(show);
}

int AddTorrentDialog::count() const
{
    return static_cast<int>(m_torrents.size());
}

PendingTorrent *AddTorrentDialog::torrentAt(int row) const
{
    return row >= 0 && row < count() ? m_torrents[static_cast<std::size_t>(row)].get() : nullptr;
}

void AddTorrentDialog::addSources(const std::vector<TorrentSource> &sources)
{
    for (const TorrentSource &source : sources) {
        auto torrent = std::make_unique<PendingTorrent>(m_engine, source);
        PendingTorrent *shown = torrent.get();
        m_torrents.push_back(std::move(torrent));
        const QSignalBlocker quiet(m_list);
        auto *item = new QListWidgetItem(m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        item->setSizeHint(QSize(0, rowHeight(true, fontMetrics())));
        connect(shown, &PendingTorrent::changed, this, [this, shown] { refreshItem(shown); });
        connect(shown, &PendingTorrent::added, this, [this, shown] { takeAdded(shown); }, Qt::QueuedConnection);
        refreshItem(shown);
    }
    m_list->setVisible(count() > 1);
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    refreshButtons();
}

void AddTorrentDialog::refreshItem(PendingTorrent *torrent)
{
    const auto place = std::ranges::find(m_torrents, torrent, &std::unique_ptr<PendingTorrent>::get);
    if (place == m_torrents.end())
        return;
    const int row = static_cast<int>(place - m_torrents.begin());
    {
        const QSignalBlocker quiet(m_list);
        QListWidgetItem *item = m_list->item(row);
        item->setText(torrent->title());
        item->setIcon(icon(iconOf(torrent->stage())));
        item->setToolTip(plainToolTip(torrent->title() + u'\n' + wordOf(torrent->stage())));
        item->setData(Qt::AccessibleTextRole, QString(torrent->title() + QStringLiteral(", ") + wordOf(torrent->stage())));
    }
    m_list->viewport()->update();
    if (row == m_list->currentRow())
        m_options->setName(torrent->name(), torrent->title());
    refreshButtons();
}

void AddTorrentDialog::showCurrent()
{
    PendingTorrent *torrent = torrentAt(m_list->currentRow());
    m_pane->setTorrent(torrent);
    if (torrent)
        m_options->setName(torrent->name(), torrent->title());
    refreshButtons();
}

bool AddTorrentDialog::isChosen(int row) const
{
    return torrentAt(row)->canBeAdded() && (count() == 1 || m_list->item(row)->checkState() == Qt::Checked);
}

std::vector<PendingTorrent *> AddTorrentDialog::chosen() const
{
    std::vector<PendingTorrent *> torrents;
    for (int row = 0; row < count(); ++row) {
        if (isChosen(row))
            torrents.push_back(torrentAt(row));
    }
    return torrents;
}

void AddTorrentDialog::refreshButtons()
{
    const std::vector<PendingTorrent *> torrents = chosen();
    std::optional<Bytes> needed;
    for (const PendingTorrent *torrent : torrents) {
        if (const auto bytes = torrent->needed())
            needed = needed.value_or(Bytes()) + *bytes;
    }
    m_options->setNeeded(needed, m_reserve);
    m_add->setEnabled(!torrents.empty() && m_options->isUsable());
    m_add->setText(count() > 1 ? TrAddTorrent::tr("&Add %n torrent(s)", nullptr, static_cast<int>(torrents.size()))
                               : TrAddTorrent::tr("&Add"));
}

void AddTorrentDialog::addChosen()
{
    const AddChoices choices = m_options->choices();
    for (PendingTorrent *torrent : chosen())
        torrent->add(choices);
}

// What is in the list leaves the window; what was refused stays, with the reason.
void AddTorrentDialog::takeAdded(PendingTorrent *torrent)
{
    const auto place = std::ranges::find(m_torrents, torrent, &std::unique_ptr<PendingTorrent>::get);
    if (place == m_torrents.end())
        return;
    m_used = true;
    const QString title = torrent->title();
    const TorrentSource source = torrent->source();
    const int row = static_cast<int>(place - m_torrents.begin());
    if (row == m_list->currentRow())
        m_pane->setTorrent(nullptr);
    {
        const QSignalBlocker quiet(m_list);
        delete m_list->takeItem(row);
        m_torrents.erase(place);
    }
    Q_EMIT added(title, source);
    if (m_torrents.empty()) {
        accept();
        return;
    }
    m_list->setVisible(count() > 1);
    showCurrent();
}

void AddTorrentDialog::done(int result)
{
    Q_EMIT choicesMade(m_options->choices(), m_used);
    QDialog::done(result);
}

} // namespace trib::ui
