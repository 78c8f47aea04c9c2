#include "ui/shell/main_window.h"

#include "ui/shell/keys_dialog.h"
#include "ui/shell/rail.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/submit.h"
#include "ui/text/tr.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>

#include <utility>

namespace trib::ui {
namespace {

const auto kGeometry = QStringLiteral("window");
constexpr QSize kFirstSize(1120, 700);
constexpr QSize kSmallest(640, 400);

Appearance appearanceOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System: return Appearance::System;
    case ThemeChoice::Light: return Appearance::Light;
    case ThemeChoice::Dark: return Appearance::Dark;
    }
    return Appearance::System;
}

} // namespace

MainWindow::MainWindow(engine::TorrentEngine &engine, UiSettingsStore &settings, const Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_clock(clock)
    , m_layers(new QStackedWidget(this))
    , m_content(new QWidget(m_layers))
    , m_rail(new Rail(this))
    , m_pages(new QStackedWidget(this))
    , m_status(new StatusStrip(this))
    , m_menu(new QMenu(this))
{
    setWindowTitle(QStringLiteral("Tributary"));
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setMinimumSize(kSmallest);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_rail);
    columns->addWidget(new Hairline(Qt::Vertical, m_content));
    columns->addWidget(m_pages, 1);
    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(columns, 1);
    rows->addWidget(new Hairline(Qt::Horizontal, m_content));
    rows->addWidget(m_status);
    m_layers->addWidget(m_content);
    setCentralWidget(m_layers);

    connect(&m_actions, &ActionRegistry::added, this, [this](QAction *action, const QString &, QWidget *scope) {
        if (!scope)
            m_content->addAction(action);
    });
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_menu, &QMenu::aboutToShow, this, &MainWindow::fillMenu);
    connect(&m_settings, &UiSettingsStore::changed, this, &MainWindow::applySettings);
    connect(&m_engine, &engine::TorrentEngine::statusChanged, m_status, &StatusStrip::setStatus);
    connect(m_status, &StatusStrip::alternativeLimitsWanted, this, [this](bool on) { submit(*this, UseAlternativeLimits{on}); });
    m_rail->setMenu(m_menu);
    applySettings();
    addOwnActions();
    resize(kFirstSize);
    restoreGeometry(m_settings.state(kGeometry));
}

MainWindow::~MainWindow()
{
    hide(); // while it is still a Shell: pages that are hidden call it
}

void MainWindow::addFeature(std::unique_ptr<Feature> feature)
{
    feature->install(*this);
    m_features.push_back(std::move(feature));
}

void MainWindow::addOwnActions()
{
    const QString category = TrShell::tr("Window");
    const auto add = [&](const char *id, const QString &text, const QString &iconName, const QList<QKeySequence> &keys) {
        return m_actions.add({QString::fromLatin1(id), text, iconName, keys, category, {}, nullptr});
    };
    connect(add("window.paste", TrShell::tr("Paste torrents or links"), QStringLiteral("link"), {QKeySequence::Paste}), &QAction::triggered, this, [this] {
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        if (!copied || !take(*copied))
            announce(TrShell::tr("The clipboard holds no torrent and no link to one."));
    });
    connect(add("window.menu", TrShell::tr("Menu"), QStringLiteral("more"), {QKeySequence(Qt::Key_F10)}), &QAction::triggered, m_rail, &Rail::openMenu);
    connect(add("window.keys", TrShell::tr("Keys"), QStringLiteral("keyboard"), {QKeySequence::HelpContents}), &QAction::triggered, this,
            [this] { (new KeysDialog(m_actions, this))->open(); });
    connect(add("window.quit", TrShell::tr("Quit"), QStringLiteral("close"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}), &QAction::triggered, this,
            &MainWindow::quitRequested);
}

// Made anew each time, because features may add actions at any moment.
void MainWindow::fillMenu()
{
    m_menu->clear();
    qDeleteAll(m_menu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
    QHash<QString, QMenu *> categories;
    for (const ActionRegistry::Entry &entry : m_actions.entries()) {
        if (entry.id.endsWith(QStringLiteral(".menu")))
            continue; // a menu that opens menus
        QMenu *&menu = categories[entry.category];
        if (!menu)
            menu = m_menu->addMenu(entry.category);
        menu->addAction(entry.action);
    }
}

void MainWindow::addPage(Page page)
{
    const QString id = page.id;
    m_pageById.insert(id, page.widget);
    m_pages->addWidget(page.widget);
    m_rail->addPage(id, page.title, page.icon, page.place == PagePlace::RailFoot);
    const auto number = static_cast<int>(m_pageById.size());
    if (number == 1)
        showPage(id);
    // A page at the foot brings an action of its own: "Settings", with the key that desktops give it.
    if (page.place == PagePlace::RailFoot)
        return;
    const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number));
    QAction *action = m_actions.add({QStringLiteral("window.page.") + id, page.title, page.icon, {key}, TrShell::tr("Window"), {}, nullptr});
    connect(action, &QAction::triggered, this, [this, id] { showPage(id); });
}

void MainWindow::showPage(const QString &id)
{
    QWidget *page = m_pageById.value(id);
    if (!page)
        return;
    m_pages->setCurrentWidget(page);
    m_rail->setCurrent(id);
    page->setFocus();
}

void MainWindow::addStatusWidget(QWidget *widget)
{
    m_status->addPlace(widget);
}

void MainWindow::addIntake(IntakeHandler handler)
{
    m_intakes.push_back(std::move(handler));
}

void MainWindow::addBanner(QWidget *widget)
{
    static_cast<QVBoxLayout *>(m_content->layout())->insertWidget(0, widget);
}

void MainWindow::announce(const QString &text)
{
    if (!m_cover)
        m_status->announce(text);
}

void MainWindow::present()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::setCloseHandler(std::function<bool()> handler)
{
    m_closeHandler = std::move(handler);
}

void MainWindow::setCover(QWidget *cover)
{
    if (cover && !m_cover)
        m_focused = focusWidget();
    QWidget *before = std::exchange(m_cover, cover);
    if (cover) {
        m_layers->addWidget(cover);
        m_layers->setCurrentWidget(cover);
        cover->setFocus();
    } else {
        m_layers->setCurrentWidget(m_content);
        if (m_focused)
            m_focused->setFocus();
    }
    if (!before)
        return;
    m_layers->removeWidget(before);
    before->deleteLater();
    if (!cover)
        Q_EMIT uncovered();
}

bool MainWindow::wanted(const QMimeData &mime) const
{
    return !m_cover && std::any_of(m_intakes.begin(), m_intakes.end(), [&](const IntakeHandler &handler) { return handler(mime, false); });
}

bool MainWindow::take(const QMimeData &mime)
{
    return !m_cover && std::any_of(m_intakes.begin(), m_intakes.end(), [&](const IntakeHandler &handler) { return handler(mime, true); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!wanted(*event->mimeData()))
        return;
    // Never a move: some file managers would delete the dropped file.
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (!take(*event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::tellAudience()
{
    m_engine.setAudience(isVisible() && !isMinimized() ? engine::Audience::Looking : engine::Audience::Away);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    tellAudience();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    if (!event->spontaneous())
        rememberPlace();
    tellAudience();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        tellAudience();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_closeHandler && m_closeHandler()) {
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
    Q_EMIT quitRequested();
}

void MainWindow::rememberPlace()
{
    m_settings.setState(kGeometry, saveGeometry());
}

void MainWindow::applySettings()
{
    applyAppearance(appearanceOf(m_settings.values().theme));
}

} // namespace trib::ui
