#include "ui/dialogs/remove_label_dialog.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

[[nodiscard]] QString questionOf(const RemovedLabel &label)
{
    return label.kind == LabelKind::Category ? TrDialogs::tr("Remove the category ‘%1’?").arg(label.name)
                                             : TrDialogs::tr("Remove the tag ‘%1’?").arg(label.name);
}

[[nodiscard]] QString consequenceOf(const RemovedLabel &label)
{
    QStringList sentences;
    if (label.below > 0)
        sentences += TrDialogs::tr("%n category(ies) below it go, too.", nullptr, label.below);
    if (label.torrents == 0)
        sentences += label.kind == LabelKind::Category ? TrDialogs::tr("No torrent is in it.") : TrDialogs::tr("No torrent has it.");
    else if (label.kind == LabelKind::Category)
        sentences += TrDialogs::tr("%n torrent(s) will have no category. Their files stay where they are.", nullptr, label.torrents);
    else
        sentences += TrDialogs::tr("%n torrent(s) lose this tag. Their files stay where they are.", nullptr, label.torrents);
    return sentences.join(u'\n');
}

[[nodiscard]] Command commandOf(const RemovedLabel &label)
{
    const std::vector<std::string> names{label.name.toStdString()};
    return label.kind == LabelKind::Category ? Command(RemoveCategories{names}) : Command(DeleteTags{names});
}

} // namespace

RemoveLabelDialog::RemoveLabelDialog(engine::TorrentEngine &engine, const RemovedLabel &label, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_notice(new NoticeBar(this))
    , m_remove(new QPushButton(TrDialogs::tr("&Remove"), this))
{
    prepareDialog(*this, questionOf(label));
    QDialogButtonBox *buttons = buttonBox(m_remove, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(questionOf(label), this));
    column->addWidget(plainLabel(consequenceOf(label), this));
    column->addWidget(m_notice);
    column->addStretch(1);
    column->addSpacing(kGap);
    column->addWidget(buttons);
    column->addStrut(textWidth(*this, 64));
    connect(buttons, &QDialogButtonBox::accepted, this, [this, command = commandOf(label)] { submit(command); });
    // The safe answer is the default.
    for (QAbstractButton *button : buttons->buttons()) {
        auto *push = qobject_cast<QPushButton *>(button);
        push->setDefault(push != m_remove);
        push->setAutoDefault(push != m_remove);
        if (push != m_remove)
            push->setFocus();
    }
}

void RemoveLabelDialog::submit(Command command)
{
    m_remove->setEnabled(false);
    whenAnswered(m_engine.submit(std::move(command)), m_engine, this, [this](const Result<> &result) {
        if (result) {
            accept();
            return;
        }
        m_remove->setEnabled(true);
        m_notice->show(NoticeBar::Tone::Warning, errorWords(result.error()).sentence());
    });
}

} // namespace trib::ui
