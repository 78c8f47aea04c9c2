#include "ui/dialogs/rename_dialog.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kLongestName = 255; // of a component on the file systems we know

[[nodiscard]] QString nameOf(const QString &path)
{
    return path.section(u'/', -1);
}

[[nodiscard]] std::string renamed(const QString &path, const QString &name)
{
    return (path.left(path.size() - nameOf(path).size()) + name).toStdString();
}

template <class... F>
struct Cases : F... {
    using F::operator()...;
};
template <class... F>
Cases(F...) -> Cases<F...>;

struct Words {
    QString title;
    QString label;
    QString explanation;
    QString before;
};

[[nodiscard]] Words wordsFor(const RenameTarget &target)
{
    return std::visit(Cases{
        [](const RenamedTorrent &torrent) {
            return Words{TrDialogs::tr("Rename the torrent"), TrDialogs::tr("&Name in the list"),
                TrDialogs::tr("Its files keep their names."), torrent.name};
        },
        [](const RenamedFile &file) {
            return Words{TrDialogs::tr("Rename the file"), TrDialogs::tr("&Name of the file"),
                TrDialogs::tr("The file is renamed on the disk, too; seeding goes on."), nameOf(file.path)};
        },
        [](const RenamedFolder &folder) {
            return Words{TrDialogs::tr("Rename the folder"), TrDialogs::tr("&Name of the folder"),
                TrDialogs::tr("The folder is renamed on the disk, too; seeding goes on."), nameOf(folder.path)};
        }}, target);
}

} // namespace

RenameDialog::RenameDialog(engine::TorrentEngine &engine, RenameTarget target, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_target(std::move(target))
    , m_name(new QLineEdit(this))
    , m_notice(new NoticeBar(this))
    , m_rename(new QPushButton(TrDialogs::tr("&Rename"), this))
{
    const Words words = wordsFor(m_target);
    m_before = words.before;
    prepareDialog(*this, words.title);
    auto *label = new QLabel(words.label, this);
    label->setBuddy(m_name);
    QDialogButtonBox *buttons = buttonBox(m_rename, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(label);
    column->addWidget(m_name);
    column->addWidget(quietLabel(words.explanation, this));
    column->addWidget(m_notice);
    column->addStretch(1);
    column->addSpacing(kGap);
    column->addWidget(buttons);

    m_name->setMaxLength(kLongestName);
    m_name->setAccessibleName(words.label.section(u'(', 0, 0).remove(u'&'));
    m_name->setText(m_before);
    const qsizetype dot = m_before.lastIndexOf(u'.');
    if (std::holds_alternative<RenamedFile>(m_target) && dot > 0)
        m_name->setSelection(0, static_cast<int>(dot)); // the ending usually stays
    else
        m_name->selectAll();
    connect(m_name, &QLineEdit::textChanged, this, &RenameDialog::checkName);
    connect(buttons, &QDialogButtonBox::accepted, this, &RenameDialog::submit);
    checkName(m_before);
    m_name->setFocus();
    column->addStrut(textWidth(*this, 64));
}

Command RenameDialog::commandFor(const RenameTarget &target, const QString &name)
{
    return std::visit(Cases{
        [&](const RenamedTorrent &torrent) -> Command { return RenameTorrent{torrent.id, name.toStdString()}; },
        [&](const RenamedFile &file) -> Command { return RenameFile{file.id, file.file, renamed(file.path, name)}; },
        [&](const RenamedFolder &folder) -> Command {
            return RenameFolder{folder.id, folder.path.toStdString(), renamed(folder.path, name)};
        }}, target);
}

void RenameDialog::checkName(const QString &name)
{
    const bool onDisk = !std::holds_alternative<RenamedTorrent>(m_target);
    const QString trimmed = name.trimmed();
    const bool unusable = onDisk && (trimmed.contains(u'/') || trimmed == QStringLiteral(".") || trimmed == QStringLiteral(".."));
    if (unusable)
        m_notice->show(NoticeBar::Tone::Warning, TrDialogs::tr("A name on the disk cannot be “.” or “..”, and cannot contain “/”."));
    else
        m_notice->clear();
    m_rename->setEnabled(!unusable && !trimmed.isEmpty() && trimmed != m_before);
}

void RenameDialog::submit()
{
    m_rename->setEnabled(false);
    whenAnswered(m_engine.submit(commandFor(m_target, m_name->text().trimmed())), m_engine, this, [this](const Result<> &result) {
        if (result) {
            accept();
            return;
        }
        m_rename->setEnabled(true);
        m_notice->show(NoticeBar::Tone::Warning, errorWords(result.error()).sentence());
    });
}

} // namespace trib::ui
