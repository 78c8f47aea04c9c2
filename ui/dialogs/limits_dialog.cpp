#include "ui/dialogs/limits_dialog.h"

#include "ui/dialogs/limits_form.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace trib::ui {
namespace {

// One command for each distinct new value, in the order in which the values first occur.
template <class CommandType, class Member>
void group(const std::vector<LimitedTorrent> &before, const std::vector<LimitedTorrent> &after, Member member, std::vector<Command> &commands)
{
    std::vector<CommandType> groups;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (after[i].*member == before[i].*member)
            continue;
        auto same = std::ranges::find_if(groups, [&](const CommandType &command) { return command.limits == after[i].*member; });
        if (same == groups.end())
            same = groups.insert(groups.end(), CommandType{{}, after[i].*member});
        same->ids.push_back(after[i].id);
    }
    std::ranges::move(groups, std::back_inserter(commands));
}

} // namespace

std::vector<Command> limitCommands(const std::vector<LimitedTorrent> &before, const std::vector<LimitedTorrent> &after)
{
    std::vector<Command> commands;
    group<SetTorrentLimits>(before, after, &LimitedTorrent::limits, commands);
    group<SetShareLimits>(before, after, &LimitedTorrent::shareLimits, commands);
    return commands;
}

LimitsDialog::LimitsDialog(engine::TorrentEngine &engine, std::vector<LimitedTorrent> torrents, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_torrents(std::move(torrents))
    , m_form(new LimitsForm(m_torrents, this))
    , m_notice(new NoticeBar(this))
{
    const int count = static_cast<int>(m_torrents.size());
    prepareDialog(*this, TrDialogs::tr("Limits of %n torrent(s)", nullptr, count));
    QStringList names;
    for (const LimitedTorrent &torrent : m_torrents)
        names.append(torrent.name);
    QDialogButtonBox *buttons = buttonBox(new QPushButton(TrDialogs::tr("Set &limits"), this), *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(windowTitle(), this));
    column->addWidget(plainLabel(someNames(names), this));
    column->addSpacing(kGap);
    column->addWidget(m_form);
    column->addWidget(m_notice);
    column->addStretch(1);
    column->addSpacing(kGap);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &LimitsDialog::submit);
    column->addStrut(textWidth(*this, 56));
}

void LimitsDialog::submit()
{
    std::vector<LimitedTorrent> after;
    for (const LimitedTorrent &torrent : m_torrents)
        after.push_back(m_form->applied(torrent));
    const std::vector<Command> commands = limitCommands(m_torrents, after);
    if (commands.empty()) {
        accept();
        return;
    }
    m_failed = false;
    m_pending = static_cast<int>(commands.size());
    for (const Command &command : commands)
        whenAnswered(m_engine.submit(command), m_engine, this, [this](const Result<> &result) { takeAnswer(result); });
}

void LimitsDialog::takeAnswer(const Result<> &result)
{
    if (!result) {
        m_failed = true;
        m_notice->show(NoticeBar::Tone::Warning, errorWords(result.error()).sentence());
    }
    if (--m_pending == 0 && !m_failed)
        accept();
}

} // namespace trib::ui
