#include "ui/feeds/feed_actions.h"

#include "ui/dialogs/question_dialog.h"
#include "ui/feeds/feed_dialog.h"
#include "ui/feeds/feed_text.h"
#include "ui/feeds/rules_dialog.h"
#include "ui/feeds/words.h"
#include "ui/shell/feature.h"
#include "ui/shell/submit.h"
#include "ui/text/tr.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>
#include <map>

namespace trib::ui {
namespace {

constexpr std::size_t kMostPages = 10; // opened at once: more is a slip of the hand

[[nodiscard]] std::vector<std::string> addressesOf(const std::vector<FeedPointer> &feeds)
{
    std::vector<std::string> urls;
    for (const FeedPointer &feed : feeds)
        urls.push_back(feed->url);
    return urls;
}

[[nodiscard]] QString copiedAddress()
{
    const QString copied = QGuiApplication::clipboard()->text().trimmed();
    return isWebAddress(copied) ? copied : QString();
}

} // namespace

FeedActions::FeedActions(Shell &shell, const Places &places, std::function<FeedSelection()> selection, OfferSources offer)
    : QObject(places.page)
    , m_shell(shell)
    , m_places(places)
    , m_selection(std::move(selection))
    , m_offer(std::move(offer))
    , m_feeds(std::make_shared<const Feeds>())
{
    addForFeeds();
    addForItems();
    update();
}

QAction *FeedActions::add(const char *id, const QString &text, const char *icon, const QList<QKeySequence> &keys, QWidget *scope, std::function<void()> run)
{
    QAction *action = m_shell.actionRegistry().add({QStringLiteral("feeds.") + QString::fromLatin1(id), text, QString::fromLatin1(icon), keys,
        TrFeeds::tr("Feeds"), {}, scope});
    connect(action, &QAction::triggered, this, std::move(run));
    return action;
}

void FeedActions::addForFeeds()
{
    add("add", TrFeeds::tr("Add feed…"), "add", {QKeySequence(Qt::Key_Insert)}, m_places.page, [this] { addFeed(copiedAddress()); });
    add("refresh", TrFeeds::tr("Refresh"), "recheck", {QKeySequence(Qt::Key_F5)}, m_places.page, [this] { refresh(m_selection().feeds); });
    add("refresh_all", TrFeeds::tr("Refresh all"), "recheck", {QKeySequence(Qt::SHIFT | Qt::Key_F5)}, m_places.page, [this] { submit(m_shell, RefreshFeeds{}); });
    add("rules", TrFeeds::tr("Rules…"), "filter", {QKeySequence(Qt::CTRL | Qt::Key_U)}, m_places.page, [this] { editRules(); });
    add("rename", TrFeeds::tr("Rename feed…"), "rename", {QKeySequence(Qt::Key_F2)}, m_places.feeds, [this] { rename(); });
    add("remove", TrFeeds::tr("Remove feed…"), "remove", {QKeySequence(Qt::Key_Delete)}, m_places.feeds, [this] { askRemoval(); });
    add("all_read", TrFeeds::tr("Mark all as read"), "check", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, m_places.page, [this] { markAllRead(); });
    add("copy_feed", TrFeeds::tr("Copy address of the feed"), "copy", {QKeySequence::Copy}, m_places.feeds, [this] {
        QStringList lines;
        for (const FeedPointer &feed : m_selection().feeds)
            lines += fromUtf8(feed->url);
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
}

void FeedActions::addForItems()
{
    add("download", TrFeeds::tr("Download"), "down", {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)}, m_places.items, [this] { download(); });
    add("open_page", TrFeeds::tr("Open the page"), "network", {QKeySequence(Qt::CTRL | Qt::Key_Return)}, m_places.items, [this] { openPages(); });
    add("read", TrFeeds::tr("Mark as read"), "done", {QKeySequence(Qt::CTRL | Qt::Key_R)}, m_places.items, [this] { mark(true); });
    add("unread", TrFeeds::tr("Mark as unread"), "feed", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, m_places.items, [this] { mark(false); });
    add("copy_link", TrFeeds::tr("Copy link of the torrent"), "copy", {QKeySequence::Copy}, m_places.items, [this] { copyLinks(); });
}

QAction *FeedActions::find(const char *id) const
{
    return m_shell.actionRegistry().find(QStringLiteral("feeds.") + QString::fromLatin1(id));
}

void FeedActions::setFeeds(engine::FeedsPointer feeds)
{
    m_feeds = std::move(feeds);
    update();
}

void FeedActions::update()
{
    const FeedSelection chosen = m_selection();
    const auto any = [&](auto has) { return std::ranges::any_of(chosen.items, [&](const FeedItemRow &row) { return has(row.item()); }); };
    find("refresh")->setEnabled(!chosen.feeds.empty());
    find("refresh_all")->setEnabled(!m_feeds->feeds.empty());
    find("rename")->setEnabled(!chosen.all && chosen.feeds.size() == 1);
    find("remove")->setEnabled(!chosen.all && !chosen.feeds.empty());
    find("copy_feed")->setEnabled(!chosen.all && !chosen.feeds.empty());
    find("all_read")->setEnabled(std::ranges::any_of(chosen.feeds, [](const FeedPointer &feed) { return unreadCount(*feed) > 0; }));
    find("download")->setEnabled(any([](const FeedItem &item) { return sourceOf(item).has_value(); }));
    find("copy_link")->setEnabled(find("download")->isEnabled());
    find("open_page")->setEnabled(any([](const FeedItem &item) { return pageOf(item).isValid(); }));
    find("read")->setEnabled(any([](const FeedItem &item) { return !item.read; }));
    find("unread")->setEnabled(any([](const FeedItem &item) { return item.read; }));
}

void FeedActions::addFeed(const QString &address)
{
    QStringList known;
    for (const FeedPointer &feed : m_feeds->feeds)
        known += fromUtf8(feed->url);
    const bool isNew = !known.contains(address);
    (new FeedDialog(m_shell.engine(), isNew ? address : QString(), known, m_shell.dialogParent()))->open();
}

void FeedActions::refresh(const std::vector<FeedPointer> &feeds)
{
    if (!feeds.empty())
        submit(m_shell, RefreshFeeds{addressesOf(feeds)});
}

void FeedActions::rename()
{
    const FeedSelection chosen = m_selection();
    if (!chosen.all && chosen.feeds.size() == 1)
        (new FeedDialog(m_shell.engine(), *chosen.feeds.front(), m_shell.dialogParent()))->open();
}

void FeedActions::askRemoval()
{
    const FeedSelection chosen = m_selection();
    Question question;
    question.title = TrFeeds::tr("Remove %n feed(s)?", nullptr, static_cast<int>(chosen.feeds.size()));
    question.consequence = TrFeeds::tr("Their items leave this page, and what you had read is forgotten. Torrents that came from them stay.");
    question.verb = TrFeeds::tr("&Remove");
    for (const FeedPointer &feed : chosen.feeds)
        question.subjects += feedName(*feed);
    auto *dialog = new QuestionDialog(question, m_shell.dialogParent());
    connect(dialog, &QDialog::accepted, this, [this, urls = addressesOf(chosen.feeds)] { submit(m_shell, RemoveFeeds{urls}); });
    dialog->open();
}

void FeedActions::download()
{
    std::vector<TorrentSource> sources;
    for (const FeedItemRow &row : m_selection().items) {
        if (auto source = sourceOf(row.item()))
            sources.push_back(std::move(*source));
    }
    m_offer(sources);
}

void FeedActions::openPages()
{
    QList<QUrl> pages;
    for (const FeedItemRow &row : m_selection().items) {
        if (const QUrl page = pageOf(row.item()); page.isValid() && !pages.contains(page))
            pages += page;
    }
    if (pages.size() > static_cast<qsizetype>(kMostPages))
        return m_shell.announce(TrFeeds::tr("At most %n page(s) are opened at once.", nullptr, static_cast<int>(kMostPages)));
    for (const QUrl &page : std::as_const(pages)) {
        if (!QDesktopServices::openUrl(page))
            m_shell.announce(TrFeeds::tr("No browser could be started."));
    }
    mark(true);
}

void FeedActions::copyLinks()
{
    QStringList lines;
    for (const FeedItemRow &row : m_selection().items) {
        if (sourceOf(row.item()))
            lines += fromUtf8(row.item().torrent);
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void FeedActions::mark(bool read)
{
    std::map<std::string, std::vector<std::string>> byFeed;
    for (const FeedItemRow &row : m_selection().items) {
        if (row.item().read != read)
            byFeed[row.feed->url].push_back(row.item().id);
    }
    for (auto &[url, ids] : byFeed)
        submit(m_shell, MarkFeedItems{url, std::move(ids), read, false});
}

void FeedActions::markAllRead()
{
    for (const FeedPointer &feed : m_selection().feeds) {
        if (unreadCount(*feed) > 0)
            submit(m_shell, MarkFeedItems{feed->url, {}, true, false});
    }
}

void FeedActions::editRules()
{
    auto *dialog = new RulesDialog(m_shell.engine(), m_feeds, m_labels, m_shell.clock(), m_shell.dialogParent());
    dialog->open();
}

void FeedActions::fill(QMenu &menu, std::initializer_list<const char *> ids) const
{
    for (const char *id : ids) {
        if (*id)
            menu.addAction(find(id));
        else
            menu.addSeparator();
    }
}

QMenu *FeedActions::makeFeedMenu(QWidget *parent) const
{
    auto *menu = new QMenu(parent);
    fill(*menu, {"refresh", "refresh_all", "", "all_read", "", "add", "rename", "copy_feed", "remove", "", "rules"});
    return menu;
}

QMenu *FeedActions::makeItemMenu(QWidget *parent) const
{
    auto *menu = new QMenu(parent);
    fill(*menu, {"download", "open_page", "copy_link", "", "read", "unread", "all_read"});
    return menu;
}

} // namespace trib::ui
