#include "ui/add_torrent/options_panel.h"

#include "ui/add_torrent/label_fields.h"
#include "ui/dialogs/folder_edit.h"
#include "ui/dialogs/free_space.h"
#include "ui/dialogs/parts.h"
#include "ui/models/label_names.h"
#include "ui/text/tr.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kLongestName = 255;

} // namespace

OptionsPanel::OptionsPanel(QWidget *parent)
    : QWidget(parent)
    , m_folder(new FolderEdit(this))
    , m_space(new SpaceLabel(this))
    , m_labels(new LabelFields(this))
    , m_start(new QCheckBox(TrAddTorrent::tr("&Start when added"), this))
    , m_moreButton(new QToolButton(this))
    , m_more(new QWidget(this))
    , m_name(new QLineEdit(this))
    , m_layout(new QComboBox(this))
    , m_sequential(new QCheckBox(TrAddTorrent::tr("Download in se&quence"), this))
    , m_firstLast(new QCheckBox(TrAddTorrent::tr("First and last pi&eces first"), this))
    , m_top(new QCheckBox(TrAddTorrent::tr("&Top of the queue"), this))
{
    auto *column = new QVBoxLayout(this);
    onGrid(*column);
    buildFolder(*column);
    column->addWidget(m_labels);
    auto *row = new QHBoxLayout;
    row->addWidget(m_start);
    row->addStretch(1);
    row->addWidget(m_moreButton);
    column->addLayout(row);
    buildMore();
    column->addWidget(m_more);
    unfold(false);
}

void OptionsPanel::buildFolder(QVBoxLayout &column)
{
    auto *label = new QLabel(TrAddTorrent::tr("Save &in"), this);
    label->setBuddy(m_folder);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(label);
    row->addWidget(m_folder, 1);
    column.addLayout(row);
    column.addWidget(m_space);
    m_folder->setAccessibleTitle(TrAddTorrent::tr("Folder to save in"));
    connect(m_folder, &FolderEdit::pathChanged, this, [this](const QString &path) {
        m_space->setFolder(path);
        m_folderChosen = true;
        Q_EMIT changed();
    });
    connect(m_labels, &LabelFields::categoryChanged, this, &OptionsPanel::takeCategory);
    connect(m_labels, &LabelFields::changed, this, &OptionsPanel::changed);
}

void OptionsPanel::buildMore()
{
    m_moreButton->setText(TrAddTorrent::tr("&More options"));
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setFocusPolicy(Qt::StrongFocus);
    connect(m_moreButton, &QToolButton::toggled, this, &OptionsPanel::unfold);

    m_name->setMaxLength(kLongestName);
    m_name->setAccessibleName(TrAddTorrent::tr("Name in the list"));
    connect(m_name, &QLineEdit::textEdited, this, &OptionsPanel::nameEdited);
    m_layout->addItem(TrAddTorrent::tr("As the torrent has it"), static_cast<int>(ContentLayout::Original));
    m_layout->addItem(TrAddTorrent::tr("In a folder of its own"), static_cast<int>(ContentLayout::Subfolder));
    m_layout->addItem(TrAddTorrent::tr("Without a folder of its own"), static_cast<int>(ContentLayout::NoSubfolder));
    m_layout->setAccessibleName(TrAddTorrent::tr("How the files are laid out"));
    m_sequential->setToolTip(TrAddTorrent::tr("From the beginning to the end, for looking at it on the way; slower for everyone"));
    m_firstLast->setToolTip(TrAddTorrent::tr("Lets players open a film early"));
    m_top->setToolTip(TrAddTorrent::tr("Before all other torrents that wait"));

    auto *form = new QFormLayout;
    onGrid(*form);
    form->addRow(TrAddTorrent::tr("&Name in the list"), m_name);
    form->addRow(TrAddTorrent::tr("&Files"), m_layout);
    auto *boxes = new QHBoxLayout;
    boxes->setSpacing(kWideGap);
    for (QCheckBox *box : {m_sequential, m_firstLast, m_top})
        boxes->addWidget(box);
    boxes->addStretch(1);
    auto *column = new QVBoxLayout(m_more);
    onGrid(*column);
    column->addLayout(form);
    column->addLayout(boxes);
}

void OptionsPanel::unfold(bool more)
{
    m_moreButton->setArrowType(more ? Qt::DownArrow : Qt::RightArrow);
    m_more->setVisible(more);
    m_labels->setVisible(more || m_known != Labels() || !m_given.category.isEmpty() || !m_given.tags.isEmpty());
}

void OptionsPanel::setLabels(const Labels &labels)
{
    m_known = labels;
    m_labels->setLabels(labels);
    unfold(m_moreButton->isChecked());
}

void OptionsPanel::showFolder(const QString &path)
{
    const bool chosen = m_folderChosen;
    m_folder->setPath(path);
    m_folderChosen = chosen;
}

// The folder goes with the category until the user chooses one.
void OptionsPanel::takeCategory()
{
    if (m_folderChosen || !m_labels->isUsable())
        return;
    const QString own = categoryFolder(m_known, m_labels->category());
    showFolder(own.isEmpty() ? m_given.savePath : own);
}

void OptionsPanel::setChoices(const AddChoices &choices)
{
    m_given = choices;
    m_folder->setHistory(choices.history);
    m_labels->setCategory(choices.category);
    m_labels->setTags(choices.tags);
    const QString own = choices.folderOfCategory ? categoryFolder(m_known, choices.category) : QString();
    showFolder(own.isEmpty() ? choices.savePath : own);
    m_space->setFolder(m_folder->path());
    m_start->setChecked(choices.start);
    m_sequential->setChecked(choices.sequential);
    m_firstLast->setChecked(choices.firstLastFirst);
    m_top->setChecked(choices.topOfQueue);
    m_layout->setCurrentIndex(m_layout->findData(static_cast<int>(choices.layout)));
    m_moreButton->setChecked(choices.showMore);
    unfold(choices.showMore);
}

AddChoices OptionsPanel::choices() const
{
    AddChoices choices = m_given;
    choices.savePath = m_folder->path();
    choices.category = m_labels->category();
    choices.tags = m_labels->tags();
    if (const QString own = categoryFolder(m_known, choices.category); !own.isEmpty())
        choices.folderOfCategory = choices.savePath == own;
    choices.start = m_start->isChecked();
    choices.sequential = m_sequential->isChecked();
    choices.firstLastFirst = m_firstLast->isChecked();
    choices.topOfQueue = m_top->isChecked();
    choices.layout = static_cast<ContentLayout>(m_layout->currentData().toInt());
    choices.showMore = m_moreButton->isChecked();
    return choices;
}

void OptionsPanel::setNeeded(std::optional<Bytes> needed, Bytes reserve)
{
    m_space->setNeeded(needed, reserve);
}

void OptionsPanel::setName(const QString &name, const QString &own)
{
    m_name->setPlaceholderText(own.left(kLongestName));
    if (m_name->text() != name)
        m_name->setText(name);
}

void OptionsPanel::focusFolder()
{
    m_folder->setFocus(Qt::OtherFocusReason);
}

bool OptionsPanel::isUsable() const
{
    return QDir::isAbsolutePath(m_folder->path()) && m_labels->isUsable();
}

} // namespace trib::ui
