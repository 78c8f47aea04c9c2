#include "ui/automation/watched_folder_dialog.h"

#include "ui/automation/words.h"
#include "ui/dialogs/folder_edit.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/dialogs/tag_edit.h"
#include "ui/models/label_names.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {

WatchedFolderDialog::WatchedFolderDialog(engine::TorrentEngine &engine, std::optional<WatchedFolder> folder, const Labels &labels, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_before(std::move(folder))
    , m_path(new FolderEdit(this))
    , m_subfolders(new QCheckBox(TrAutomation::tr("With &its subfolders"), this))
    , m_after(new QComboBox(this))
    , m_savePath(new FolderEdit(this))
    , m_category(new QComboBox(this))
    , m_tags(new TagEdit(this))
    , m_layout(new QComboBox(this))
    , m_stopped(new QCheckBox(TrAutomation::tr("Add &without starting"), this))
    , m_notice(new NoticeBar(this))
    , m_accept(new QPushButton(m_before ? TrAutomation::tr("Sa&ve") : TrAutomation::tr("W&atch"), this))
{
    prepareDialog(*this, m_before ? TrAutomation::tr("Change the watched folder") : TrAutomation::tr("Watch which folder?"));
    build();
    load(m_before.value_or(WatchedFolder()), labels);
    for (FolderEdit *edit : {m_path, m_savePath})
        connect(edit, &FolderEdit::pathChanged, this, &WatchedFolderDialog::check);
    connect(m_category, &QComboBox::currentTextChanged, this, &WatchedFolderDialog::check);
    connect(m_tags, &QLineEdit::textChanged, this, &WatchedFolderDialog::check);
    check();
    (m_before ? static_cast<QWidget *>(m_after) : m_path)->setFocus();
}

void WatchedFolderDialog::build()
{
    m_after->addItems({TrAutomation::tr("Rename it: “.added” behind its name"), TrAutomation::tr("Move it to the trash"), TrAutomation::tr("Delete it")});
    m_layout->addItems({TrAutomation::tr("As in the torrent"), TrAutomation::tr("Always in a folder of its own"), TrAutomation::tr("Without its own folder")});
    for (QPushButton *browse : m_savePath->findChildren<QPushButton *>())
        browse->setText(browse->text().remove(u'&')); // the other folder's has the key
    m_savePath->setPlaceholder(TrAutomation::tr("The category's, or that of the settings"));
    for (QComboBox *box : {m_category, m_after, m_layout})
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_category->setEditable(true);
    m_category->setInsertPolicy(QComboBox::NoInsert);
    m_category->lineEdit()->setMaxLength(static_cast<int>(kMaxLabel) + 1);
    m_category->lineEdit()->setPlaceholderText(TrAutomation::tr("None", "no category"));
    m_tags->setPlaceholderText(TrAutomation::tr("With commas between them"));
    auto *form = new QFormLayout;
    onGrid(*form);
    form->setHorizontalSpacing(kWideGap);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addRow(*form, TrAutomation::tr("&Folder"), m_path);
    form->addRow(QString(), m_subfolders);
    addRow(*form, TrAutomation::tr("&Once added, the file"), m_after);
    addRow(*form, TrAutomation::tr("&Save to"), m_savePath);
    addRow(*form, TrAutomation::tr("&Category"), m_category);
    addRow(*form, TrAutomation::tr("&Tags"), m_tags);
    addRow(*form, TrAutomation::tr("&Layout"), m_layout);
    form->addRow(QString(), m_stopped);
    QDialogButtonBox *buttons = buttonBox(m_accept, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(windowTitle(), this));
    column->addLayout(form);
    column->addWidget(m_notice);
    column->addStretch(1);
    column->addSpacing(kGap);
    column->addWidget(buttons);
    column->addStrut(textWidth(*this, 76));
    connect(buttons, &QDialogButtonBox::accepted, this, &WatchedFolderDialog::submit);
}

void WatchedFolderDialog::addRow(QFormLayout &form, const QString &label, QWidget *control)
{
    auto *text = new QLabel(label, this);
    text->setBuddy(control);
    const QString name = withoutMnemonic(label);
    if (auto *folder = qobject_cast<FolderEdit *>(control))
        folder->setAccessibleTitle(name);
    else
        control->setAccessibleName(name);
    form.addRow(text, control);
}

void WatchedFolderDialog::load(const WatchedFolder &folder, const Labels &labels)
{
    m_category->addItem({}); // none
    m_category->addItems(categoryNames(labels));
    m_tags->setKnown(tagNames(labels));
    m_path->setPath(fromUtf8(folder.path));
    m_path->setEnabled(!m_before); // another one is another watched folder
    m_subfolders->setChecked(folder.subfolders);
    m_after->setCurrentIndex(static_cast<int>(folder.after));
    m_savePath->setPath(fromUtf8(folder.savePath));
    m_category->setEditText(fromUtf8(folder.category));
    QStringList tags;
    for (const std::string &tag : folder.tags)
        tags += fromUtf8(tag);
    m_tags->setText(tags.join(QStringLiteral(", ")));
    m_layout->setCurrentIndex(static_cast<int>(folder.layout));
    m_stopped->setChecked(folder.stopped);
}

WatchedFolder WatchedFolderDialog::folder() const
{
    WatchedFolder folder;
    folder.path = m_before ? m_before->path : m_path->path().toStdString();
    folder.subfolders = m_subfolders->isChecked();
    folder.after = static_cast<AfterAdding>(m_after->currentIndex());
    folder.savePath = m_savePath->path().toStdString();
    folder.category = m_category->currentText().trimmed().toStdString();
    for (const QString &tag : m_tags->tags())
        folder.tags.push_back(tag.toStdString());
    folder.stopped = m_stopped->isChecked();
    folder.layout = static_cast<ContentLayout>(m_layout->currentIndex());
    return folder;
}

void WatchedFolderDialog::check()
{
    const QString ofCategory = labelFault(LabelKind::Category, m_category->currentText().trimmed());
    const QString fault = ofCategory.isEmpty() ? m_tags->fault() : ofCategory;
    const bool isPlace = m_before || QDir::isAbsolutePath(m_path->path());
    const bool isTarget = m_savePath->path().isEmpty() || QDir::isAbsolutePath(m_savePath->path());
    m_accept->setEnabled(fault.isEmpty() && isPlace && isTarget);
    if (!fault.isEmpty())
        m_notice->show(NoticeBar::Tone::Warning, fault);
    else
        m_notice->clear();
}

void WatchedFolderDialog::submit()
{
    if (!m_accept->isEnabled())
        return;
    m_accept->setEnabled(false);
    whenAnswered(m_engine.submit(SaveWatchedFolder{folder()}), m_engine, this, [this](const Result<> &saved) {
        if (saved) {
            accept();
            return;
        }
        m_accept->setEnabled(true);
        m_notice->show(NoticeBar::Tone::Warning, errorWords(saved.error()).sentence());
    });
}

} // namespace trib::ui
