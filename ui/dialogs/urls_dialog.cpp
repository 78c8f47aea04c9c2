#include "ui/dialogs/urls_dialog.h"

#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/parts.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/when_answered.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace trib::ui {
namespace {

constexpr int kLongestUrl = 2048;
constexpr int kLinesShown = 6;
constexpr qsizetype kFaultLength = 60;

QString questionOf(const UrlTask &task)
{
    if (task.kind == UrlKind::Tracker)
        return task.changed.isEmpty() ? TrDialogs::tr("Add which trackers?") : TrDialogs::tr("Change the address of the tracker?");
    return task.changed.isEmpty() ? TrDialogs::tr("Add which web seeds?") : TrDialogs::tr("Change the address of the web seed?");
}

QString explanationOf(const UrlTask &task)
{
    if (task.kind == UrlKind::WebSeed)
        return TrDialogs::tr("A web seed is a web server that has the files. Its address begins with http:// or https://.");
    return task.changed.isEmpty() ? TrDialogs::tr("They begin with http://, https:// or udp:// and are asked when those that are there do not answer.")
                                  : TrDialogs::tr("It begins with http://, https:// or udp://.");
}

std::vector<std::string> toUtf8(const QStringList &urls)
{
    std::vector<std::string> texts;
    for (const QString &url : urls)
        texts.push_back(url.toStdString());
    return texts;
}

} // namespace

UrlsDialog::UrlsDialog(engine::TorrentEngine &engine, UrlTask task, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_task(std::move(task))
    , m_notice(new NoticeBar(this))
    , m_accept(new QPushButton(m_task.changed.isEmpty() ? TrDialogs::tr("&Add") : TrDialogs::tr("C&hange"), this))
{
    const QString question = questionOf(m_task);
    prepareDialog(*this, question);
    QWidget *edit = makeEdit();
    auto *label = new QLabel(m_lines ? TrDialogs::tr("A&ddresses, a line each") : TrDialogs::tr("A&ddress"), this);
    label->setBuddy(edit);
    edit->setAccessibleName(withoutMnemonic(label->text()));
    QDialogButtonBox *buttons = buttonBox(m_accept, *this);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(question, this));
    column->addWidget(plainLabel(someNames({m_task.name}), this));
    column->addSpacing(kGap);
    column->addWidget(label);
    column->addWidget(edit, m_lines ? 1 : 0);
    column->addWidget(quietLabel(explanationOf(m_task), this));
    if (m_task.isPrivate && m_task.kind == UrlKind::Tracker)
        column->addWidget(quietLabel(TrDialogs::tr("This torrent is private: its own tracker may close your account if another one learns of it."), this));
    column->addWidget(m_notice);
    if (!m_lines)
        column->addStretch(1);
    column->addSpacing(kGap);
    column->addWidget(buttons);
    column->addStrut(textWidth(*this, 72));
    connect(buttons, &QDialogButtonBox::accepted, this, &UrlsDialog::submit);
    check();
    edit->setFocus();
}

QWidget *UrlsDialog::makeEdit()
{
    if (!m_task.changed.isEmpty()) {
        m_line = new QLineEdit(m_task.changed, this);
        m_line->setMaxLength(kLongestUrl);
        m_line->selectAll();
        connect(m_line, &QLineEdit::textChanged, this, &UrlsDialog::check);
        return m_line;
    }
    m_lines = new QPlainTextEdit(this);
    m_lines->setTabChangesFocus(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setMinimumHeight(kLinesShown * fontMetrics().lineSpacing());
    connect(m_lines, &QPlainTextEdit::textChanged, this, &UrlsDialog::check);
    return m_lines;
}

bool UrlsDialog::isUsable(UrlKind kind, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool web = scheme == QStringLiteral("http") || scheme == QStringLiteral("https");
    return url.isValid() && !url.host().isEmpty() && text.size() <= kLongestUrl && (web || (kind == UrlKind::Tracker && scheme == QStringLiteral("udp")));
}

QStringList UrlsDialog::urls() const
{
    const QStringList lines = m_line ? QStringList{m_line->text()} : m_lines->toPlainText().split(u'\n');
    QStringList urls;
    for (const QString &line : lines) {
        const QString url = line.trimmed();
        if (!url.isEmpty() && !urls.contains(url))
            urls += url;
    }
    return urls;
}

QString UrlsDialog::firstFault() const
{
    const QStringList all = urls();
    const auto fault = std::find_if_not(all.begin(), all.end(), [this](const QString &url) { return isUsable(m_task.kind, url); });
    return fault == all.end() ? QString() : *fault;
}

void UrlsDialog::check()
{
    const QString fault = firstFault();
    m_accept->setEnabled(fault.isEmpty() && !urls().isEmpty() && urls() != QStringList{m_task.changed});
    if (fault.isEmpty())
        return m_notice->clear();
    const QString cut = fault.size() > kFaultLength ? fault.left(kFaultLength - 1) + u'…' : fault;
    m_notice->show(NoticeBar::Tone::Information, (m_task.kind == UrlKind::Tracker ? TrDialogs::tr("‘%1’ is no address of a tracker.") : TrDialogs::tr("‘%1’ is no address of a web server.")).arg(cut));
}

Command UrlsDialog::command() const
{
    const std::vector<std::string> given = toUtf8(urls());
    const std::string changed = m_task.changed.toStdString();
    if (m_task.kind == UrlKind::WebSeed)
        return ChangeWebSeeds{m_task.id, given, changed.empty() ? std::vector<std::string>() : std::vector{changed}};
    return changed.empty() ? Command(AddTrackers{m_task.id, given}) : Command(ReplaceTracker{m_task.id, changed, given.front()});
}

void UrlsDialog::submit()
{
    if (!m_accept->isEnabled())
        return;
    m_accept->setEnabled(false);
    whenAnswered(m_engine.submit(command()), m_engine, this, [this](const Result<> &result) {
        if (result) {
            accept();
            return;
        }
        m_accept->setEnabled(true);
        m_notice->show(NoticeBar::Tone::Warning, errorWords(result.error()).sentence());
    });
}

} // namespace trib::ui
