#include "ui/transfers/tracker_tab.h"

#include "ui/dialogs/question_dialog.h"
#include "ui/dialogs/urls_dialog.h"
#include "ui/models/tracker_model.h"
#include "ui/shell/feature.h"
#include "ui/shell/submit.h"
#include "ui/text/tr.h"

#include <QClipboard>
#include <QGuiApplication>

namespace trib::ui {

TrackerTab::TrackerTab(Shell &shell, QWidget *parent)
    : TrackerTab(shell, new TrackerModel(shell.clock()), parent)
{
}

TrackerTab::TrackerTab(Shell &shell, TrackerModel *model, QWidget *parent)
    : DetailList(*model, TrTransfers::tr("Trackers"), {34, kRest, 7, 7, 11, 12, 6}, TrackerModel::Tier, parent)
    , m_shell(shell)
    , m_model(model)
{
    m_model->setParent(this);
    setHint(TrTransfers::tr("No trackers: peers are found by the DHT and by other peers."));
    addTasks();
}

void TrackerTab::addTasks()
{
    addTask({TrTransfers::tr("Add trackers…"), QStringLiteral("add"), QKeySequence(Qt::Key_Insert), Needs::Nothing, [this] { edit({}); }});
    addTask({TrTransfers::tr("Change the address…"), QStringLiteral("rename"), QKeySequence(Qt::Key_F2), Needs::OneRow,
             [this] { edit(fromUtf8(selectedUrls().front())); }});
    addTask({TrTransfers::tr("Remove…"), QStringLiteral("remove"), QKeySequence(Qt::Key_Delete), Needs::SomeRows, [this] { askRemoval(); }});
    addSeparator();
    addTask({TrTransfers::tr("Ask now"), QStringLiteral("tracker"), QKeySequence(Qt::Key_F5), Needs::SomeRows,
             [this] { submit(m_shell, ReannounceTorrents{{m_id}, selectedUrls()}); }});
    addTask({TrTransfers::tr("Copy address"), QStringLiteral("copy"), QKeySequence::Copy, Needs::SomeRows, [this] {
                 QStringList lines;
                 for (const std::string &url : selectedUrls())
                     lines += fromUtf8(url);
                 QGuiApplication::clipboard()->setText(lines.join(u'\n'));
             }});
    addSeparator();
    addEntry({TrTransfers::tr("Ask earlier (tier up)"), QStringLiteral("up"), QKeySequence(Qt::ALT | Qt::Key_Up), Needs::OneRow, [this] { moveTier(-1); }});
    addEntry({TrTransfers::tr("Ask later (tier down)"), QStringLiteral("down"), QKeySequence(Qt::ALT | Qt::Key_Down), Needs::OneRow, [this] { moveTier(1); }});
}

void TrackerTab::setTorrent(const TorrentSnapshot *torrent)
{
    setUsable(torrent);
    if (!torrent || torrent->id != m_id)
        m_model->setTrackers({});
    if (!torrent)
        return;
    m_id = torrent->id;
    m_name = fromUtf8(torrent->name);
    m_isPrivate = torrent->isPrivate;
}

void TrackerTab::setTrackers(std::vector<TrackerSnapshot> trackers)
{
    m_model->setTrackers(std::move(trackers));
}

std::vector<std::string> TrackerTab::selectedUrls() const
{
    std::vector<std::string> urls;
    for (const int row : selectedRows())
        urls.push_back(m_model->at(row)->url);
    return urls;
}

void TrackerTab::edit(const QString &changed)
{
    (new UrlsDialog(m_shell.engine(), {m_id, UrlKind::Tracker, m_name, changed, m_isPrivate}, m_shell.dialogParent()))->open();
}

void TrackerTab::askRemoval()
{
    Question question;
    const std::vector<std::string> urls = selectedUrls();
    question.title = TrTransfers::tr("Remove %n tracker(s)?", nullptr, static_cast<int>(urls.size()));
    question.consequence = TrTransfers::tr("The torrent no longer asks there for peers. An address with a pass key cannot be guessed again: copy it first if you may need it.");
    question.verb = TrTransfers::tr("&Remove");
    for (const std::string &url : urls)
        question.subjects += fromUtf8(url);
    auto *dialog = new QuestionDialog(question, m_shell.dialogParent());
    connect(dialog, &QDialog::accepted, this, [this, id = m_id, urls] { submit(m_shell, RemoveTrackers{id, urls}); });
    dialog->open();
}

void TrackerTab::moveTier(int by)
{
    const TrackerSnapshot *tracker = m_model->at(selectedRows().front());
    if (tracker && tracker->tier + by >= 0)
        submit(m_shell, SetTrackerTier{m_id, tracker->url, tracker->tier + by});
}

} // namespace trib::ui
