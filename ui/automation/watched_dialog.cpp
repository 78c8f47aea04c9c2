#include "ui/automation/watched_dialog.h"

#include "ui/automation/watched_folder_dialog.h"
#include "ui/automation/words.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

enum Column { PathColumn, CategoryColumn, StateColumn };

[[nodiscard]] QString stateOf(const WatchedFolderState &state)
{
    if (!state.reachable)
        return TrAutomation::tr("Not there, or cannot be read");
    if (!state.refused.empty())
        return TrAutomation::tr("%1: %2", "name of a file, and why it was not added").arg(fromUtf8(state.refused), errorWords(Error{state.reason, {}}).what);
    return TrAutomation::tr("Watched");
}

} // namespace

WatchedDialog::WatchedDialog(engine::TorrentEngine &engine, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_list(new QTreeWidget(this))
    , m_state(plainLabel({}, this))
    , m_notice(new NoticeBar(this))
    , m_add(new QPushButton(TrAutomation::tr("&Add…"), this))
    , m_change(new QPushButton(TrAutomation::tr("Chan&ge…"), this))
    , m_remove(new QPushButton(TrAutomation::tr("&Remove"), this))
{
    prepareDialog(*this, TrAutomation::tr("Watched folders"));
    build();
    connect(m_add, &QPushButton::clicked, this, &WatchedDialog::addFolder);
    connect(m_change, &QPushButton::clicked, this, &WatchedDialog::changeFolder);
    connect(m_remove, &QPushButton::clicked, this, &WatchedDialog::removeFolders);
    connect(m_list, &QTreeWidget::itemActivated, this, &WatchedDialog::changeFolder);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &WatchedDialog::showButtons);
    showButtons();
}

void WatchedDialog::build()
{
    m_list->setHeaderLabels({TrAutomation::tr("Folder"), TrAutomation::tr("Category"), TrAutomation::tr("State")});
    m_list->setAccessibleName(windowTitle());
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->resizeSection(PathColumn, textWidth(*this, 30));
    m_list->header()->resizeSection(CategoryColumn, textWidth(*this, 14));
    auto *side = new QVBoxLayout;
    onGrid(*side);
    for (QPushButton *button : {m_add, m_change, m_remove}) {
        button->setAutoDefault(false);
        side->addWidget(button);
    }
    side->addStretch(1);
    auto *row = new QHBoxLayout;
    onGrid(*row);
    row->addWidget(m_list, 1);
    row->addLayout(side);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(windowTitle(), this));
    column->addWidget(quietLabel(TrAutomation::tr("Torrent files (.torrent) and magnet links (.magnet) that appear there are added by themselves."), this));
    column->addLayout(row, 1);
    column->addWidget(m_state);
    column->addWidget(m_notice);
    column->addWidget(buttons);
    column->addStrut(textWidth(*this, 92));
}

void WatchedDialog::setFolders(const WatchedFolders &folders)
{
    QSet<QString> selected;
    for (const QTreeWidgetItem *item : m_list->selectedItems())
        selected.insert(item->data(PathColumn, Qt::UserRole).toString());
    m_folders = folders;
    m_list->clear();
    for (const WatchedFolderState &state : folders) {
        const QString path = fromUtf8(state.folder.path);
        auto *item = new QTreeWidgetItem(m_list, {QDir::toNativeSeparators(path), fromUtf8(state.folder.category), stateOf(state)});
        item->setData(PathColumn, Qt::UserRole, path);
        for (const int column : {PathColumn, CategoryColumn, StateColumn})
            item->setToolTip(column, plainToolTip(item->text(column)));
        item->setSelected(selected.contains(path));
    }
    if (m_list->selectedItems().isEmpty() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    showButtons();
}

void WatchedDialog::showButtons()
{
    const auto count = m_list->selectedItems().size();
    m_change->setEnabled(count == 1);
    m_remove->setEnabled(count > 0);
    m_state->setText(count == 1 ? m_list->selectedItems().first()->text(StateColumn) : QString());
}

void WatchedDialog::addFolder()
{
    (new WatchedFolderDialog(m_engine, std::nullopt, m_labels, this))->open();
}

void WatchedDialog::changeFolder()
{
    const auto chosen = m_list->selectedItems();
    if (chosen.size() != 1)
        return;
    const auto path = chosen.first()->data(PathColumn, Qt::UserRole).toString().toStdString();
    for (const WatchedFolderState &state : m_folders) {
        if (state.folder.path == path)
            (new WatchedFolderDialog(m_engine, state.folder, m_labels, this))->open();
    }
}

// Nothing is lost by it: the folder and its files stay.
void WatchedDialog::removeFolders()
{
    RemoveWatchedFolders command;
    for (const QTreeWidgetItem *item : m_list->selectedItems())
        command.paths.push_back(item->data(PathColumn, Qt::UserRole).toString().toStdString());
    whenAnswered(m_engine.submit(command), m_engine, this, [this](const Result<> &done) {
        if (done)
            m_notice->clear();
        else
            m_notice->show(NoticeBar::Tone::Warning, errorWords(done.error()).sentence());
    });
}

} // namespace trib::ui
