#include "ui/dialogs/label_dialog.h"

#include "ui/dialogs/folder_edit.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/models/label_names.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace trib::ui {
namespace {

[[nodiscard]] QString titleOf(const LabelTask &task)
{
    if (const auto *folder = std::get_if<CategoryFolder>(&task))
        return TrDialogs::tr("Folder of the category ‘%1’").arg(folder->name);
    return std::holds_alternative<NewTag>(task) ? TrDialogs::tr("New tag") : TrDialogs::tr("New category");
}

[[nodiscard]] QString acceptWord(const LabelTask &task)
{
    return std::holds_alternative<CategoryFolder>(task) ? TrDialogs::tr("&Save") : TrDialogs::tr("&Create");
}

[[nodiscard]] LabelKind kindOf(const LabelTask &task)
{
    return std::holds_alternative<NewTag>(task) ? LabelKind::Tag : LabelKind::Category;
}

[[nodiscard]] const TorrentIds *idsOf(const LabelTask &task)
{
    if (const auto *category = std::get_if<NewCategory>(&task))
        return &category->ids;
    const auto *tag = std::get_if<NewTag>(&task);
    return tag ? &tag->ids : nullptr;
}

} // namespace

LabelDialog::LabelDialog(engine::TorrentEngine &engine, LabelTask task, Labels labels, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_task(std::move(task))
    , m_labels(std::move(labels))
    , m_notice(new NoticeBar(this))
    , m_accept(new QPushButton(acceptWord(m_task), this))
{
    prepareDialog(*this, titleOf(m_task));
    QDialogButtonBox *buttons = buttonBox(m_accept, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    const bool isNew = !std::holds_alternative<CategoryFolder>(m_task);
    if (isNew)
        buildName(*column);
    else
        column->addWidget(headline(titleOf(m_task), this));
    if (kindOf(m_task) == LabelKind::Category)
        buildFolder(*column);
    column->addWidget(m_notice);
    column->addStretch(1);
    column->addSpacing(kGap);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &LabelDialog::submit);
    check();
    m_notice->clear(); // what is given is no mistake of the user's
    (isNew ? static_cast<QWidget *>(m_name) : m_folder)->setFocus();
    column->addStrut(textWidth(*this, 64));
}

void LabelDialog::buildName(QVBoxLayout &column)
{
    const bool category = kindOf(m_task) == LabelKind::Category;
    m_name = new QLineEdit(this);
    auto *label = new QLabel(TrDialogs::tr("&Name"), this);
    label->setBuddy(m_name);
    column.addWidget(label);
    column.addWidget(m_name);
    if (category)
        column.addWidget(quietLabel(TrDialogs::tr("“/” puts it below another: ‘Video/Films’ is below ‘Video’."), this));
    m_name->setAccessibleName(category ? TrDialogs::tr("Name of the category") : TrDialogs::tr("Name of the tag"));
    m_name->setMaxLength(static_cast<int>(kMaxLabel) + 1);
    if (const auto *task = std::get_if<NewCategory>(&m_task); task && !task->above.isEmpty())
        m_name->setText(task->above + u'/');
    connect(m_name, &QLineEdit::textChanged, this, &LabelDialog::check);
}

void LabelDialog::buildFolder(QVBoxLayout &column)
{
    m_folder = new FolderEdit(this);
    auto *label = new QLabel(TrDialogs::tr("&Folder"), this);
    label->setBuddy(m_folder);
    column.addSpacing(kGap);
    column.addWidget(label);
    column.addWidget(m_folder);
    column.addWidget(quietLabel(TrDialogs::tr("For torrents that are added to it. Empty: as the category above, or the usual folder. Torrents that are there already stay where they are."), this));
    m_folder->setAccessibleTitle(TrDialogs::tr("Folder of the category"));
    if (const auto *task = std::get_if<CategoryFolder>(&m_task)) {
        const auto place = std::ranges::find(m_labels.categories, task->name.toStdString(), &Category::name);
        m_folder->setPath(place == m_labels.categories.end() ? QString() : QString::fromStdString(place->savePath));
    }
    connect(m_folder, &FolderEdit::pathChanged, this, &LabelDialog::check);
}

QString LabelDialog::name() const
{
    const auto *folder = std::get_if<CategoryFolder>(&m_task);
    return folder ? folder->name : m_name->text().trimmed();
}

bool LabelDialog::exists() const
{
    const std::string wanted = name().toStdString();
    return kindOf(m_task) == LabelKind::Tag ? std::ranges::find(m_labels.tags, wanted) != m_labels.tags.end()
                                            : std::ranges::find(m_labels.categories, wanted, &Category::name) != m_labels.categories.end();
}

void LabelDialog::check()
{
    const QString path = m_folder ? m_folder->path() : QString();
    const TorrentIds *ids = idsOf(m_task);
    QString fault = ids ? labelFault(kindOf(m_task), name()) : QString();
    if (fault.isEmpty() && ids && exists()) // torrents may get one that there is
        fault = !ids->empty() ? QString() : kindOf(m_task) == LabelKind::Tag ? TrDialogs::tr("There is a tag of this name already.") : TrDialogs::tr("There is a category of this name already.");
    if (m_folder)
        m_folder->setEnabled(!ids || !exists()); // it has its own
    if (fault.isEmpty() && !path.isEmpty() && !QDir::isAbsolutePath(path))
        fault = TrDialogs::tr("Give the whole path of the folder, from the root on.");
    if (fault.isEmpty())
        m_notice->clear();
    else
        m_notice->show(NoticeBar::Tone::Warning, fault);
    m_accept->setEnabled(fault.isEmpty() && !name().isEmpty());
}

std::vector<Command> LabelDialog::commands() const
{
    const std::string label = name().toStdString();
    const TorrentIds *ids = idsOf(m_task);
    std::vector<Command> all;
    if (kindOf(m_task) == LabelKind::Tag) {
        all.push_back(ids->empty() ? Command(CreateTags{{label}}) : Command(ChangeTags{*ids, {label}, {}}));
        return all;
    }
    if (!ids || !exists())
        all.emplace_back(SaveCategory{{label, m_folder->path().toStdString()}});
    if (ids && !ids->empty())
        all.emplace_back(SetCategory{*ids, label});
    return all;
}

void LabelDialog::submit()
{
    if (m_accept->isEnabled()) {
        m_accept->setEnabled(false);
        submitNext(commands());
    }
}

void LabelDialog::submitNext(std::vector<Command> commands)
{
    if (commands.empty()) {
        accept();
        return;
    }
    Command first = std::move(commands.front());
    commands.erase(commands.begin());
    whenAnswered(m_engine.submit(std::move(first)), m_engine, this, [this, rest = std::move(commands)](const Result<> &result) {
        if (result) {
            submitNext(rest);
            return;
        }
        m_accept->setEnabled(true);
        m_notice->show(NoticeBar::Tone::Warning, errorWords(result.error()).sentence());
    });
}

} // namespace trib::ui
