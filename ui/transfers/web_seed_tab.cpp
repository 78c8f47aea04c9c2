#include "ui/transfers/web_seed_tab.h"

#include "ui/dialogs/question_dialog.h"
#include "ui/dialogs/urls_dialog.h"
#include "ui/models/web_seed_model.h"
#include "ui/shell/feature.h"
#include "ui/shell/submit.h"
#include "ui/text/tr.h"

#include <QClipboard>
#include <QGuiApplication>

namespace trib::ui {

WebSeedTab::WebSeedTab(Shell &shell, QWidget *parent)
    : WebSeedTab(shell, new WebSeedModel, parent)
{
}

WebSeedTab::WebSeedTab(Shell &shell, WebSeedModel *model, QWidget *parent)
    : DetailList(*model, TrTransfers::tr("Web seeds"), {kRest, 24, 12, 12}, WebSeedModel::Url, parent)
    , m_shell(shell)
    , m_model(model)
{
    m_model->setParent(this);
    setHint(TrTransfers::tr("No web seeds. If a web server has the same files, add its address here."));
    addTask({TrTransfers::tr("Add web seeds…"), QStringLiteral("add"), QKeySequence(Qt::Key_Insert), Needs::Nothing, [this] { edit({}); }});
    addTask({TrTransfers::tr("Change the address…"), QStringLiteral("rename"), QKeySequence(Qt::Key_F2), Needs::OneRow,
             [this] { edit(fromUtf8(selectedUrls().front())); }});
    addTask({TrTransfers::tr("Remove…"), QStringLiteral("remove"), QKeySequence(Qt::Key_Delete), Needs::SomeRows, [this] { askRemoval(); }});
    addSeparator();
    addTask({TrTransfers::tr("Copy address"), QStringLiteral("copy"), QKeySequence::Copy, Needs::SomeRows, [this] {
                 QStringList lines;
                 for (const std::string &url : selectedUrls())
                     lines += fromUtf8(url);
                 QGuiApplication::clipboard()->setText(lines.join(u'\n'));
             }});
}

void WebSeedTab::setTorrent(const TorrentSnapshot *torrent)
{
    setUsable(torrent);
    if (!torrent || torrent->id != m_id)
        m_model->setWebSeeds({}, {});
    if (!torrent)
        return;
    m_id = torrent->id;
    m_name = fromUtf8(torrent->name);
}

void WebSeedTab::setWebSeeds(const std::vector<std::string> &urls, const std::vector<PeerSnapshot> &peers)
{
    m_model->setWebSeeds(urls, peers);
}

std::vector<std::string> WebSeedTab::selectedUrls() const
{
    std::vector<std::string> urls;
    for (const int row : selectedRows())
        urls.push_back(m_model->at(row)->url);
    return urls;
}

void WebSeedTab::edit(const QString &changed)
{
    (new UrlsDialog(m_shell.engine(), {m_id, UrlKind::WebSeed, m_name, changed, false}, m_shell.dialogParent()))->open();
}

void WebSeedTab::askRemoval()
{
    Question question;
    const std::vector<std::string> urls = selectedUrls();
    question.title = TrTransfers::tr("Remove %n web seed(s)?", nullptr, static_cast<int>(urls.size()));
    question.consequence = TrTransfers::tr("Nothing more is downloaded from there.");
    question.verb = TrTransfers::tr("&Remove");
    for (const std::string &url : urls)
        question.subjects += fromUtf8(url);
    auto *dialog = new QuestionDialog(question, m_shell.dialogParent());
    connect(dialog, &QDialog::accepted, this, [this, id = m_id, urls] { submit(m_shell, ChangeWebSeeds{id, {}, urls}); });
    dialog->open();
}

} // namespace trib::ui
