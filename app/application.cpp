#include "app/application.h"

#include "app/api_secret_maker.h"
#include "app/window_facts.h"
#include "app/window_restoring.h"
#include "app/xdg_default_program.h"
#include "core/remote/password_hash.h"
#include "core/torrent/torrent_creator_lt.h"
#include "core/torrent/torrent_importer_lt.h"
#include "ui/add_torrent/feature.h"
#include "ui/automation/feature.h"
#include "ui/create_torrent/feature.h"
#include "ui/desktop/feature.h"
#include "ui/feeds/feature.h"
#include "ui/import/feature.h"
#include "ui/settings/feature.h"
#include "ui/shell/main_window.h"
#include "ui/shell/translation.h"
#include "ui/shell/ui_settings.h"
#include "ui/text/error_text.h"
#include "ui/transfers/transfers_feature.h"
#include "ui/transfers/transfers_page.h"

#include <QApplication>
#include <QFile>
#include <QFileOpenEvent>
#include <QMessageBox>
#include <QSessionManager>

#include <utility>

namespace trib::app {
namespace {

constexpr std::size_t kFewestCharacters = 4; // of the window's password: who tries it, types it

[[nodiscard]] ui::PasswordHashing windowPasswords()
{
    return {[](const std::string &password) {
                SystemRandom random;
                return remote::hashPassword(password, random, remote::kHashRounds, kFewestCharacters);
            },
        [](const std::string &password, const std::string &hash) { return remote::matchesHash(password, hash); }};
}

} // namespace

Application::Application(QApplication &application, Start start, QStringList sources, const MakeEngine &makeEngine)
    : m_host(std::move(start), makeEngine), m_sources(std::move(sources))
{
    application.setQuitOnLastWindowClosed(false); // the engine ends first
    buildWindow(application, QString::fromStdString((m_host.folder() / "window.ini").string()));
    m_host.control().setHasWindow(true);
    connect(&m_host.control(), &ControlDispatcher::activated, this, [this](const std::vector<TorrentSource> &handedOver) {
        m_window->present();
        offer(handedOver);
    });
    connect(&m_host, &EngineHost::ready, this, [this] {
        m_ready = true;
        std::vector<TorrentSource> found;
        for (const QString &text : m_sources) {
            if (auto source = recogniseSource(text.toStdString()))
                found.push_back(std::move(*source));
        }
        offer(found);
    });
    connect(&m_host, &EngineHost::failed, this, &Application::explainFailure);
    connect(&m_host, &EngineHost::ending, this, &Application::leaveTheScreen);
    connect(&m_host, &EngineHost::ended, this, [this](int status) { QCoreApplication::exit(m_failed ? kExitFailed : status); });
    joinSession(application);
}

Application::~Application() = default;

void Application::buildWindow(QApplication &application, const QString &windowFile)
{
    m_uiSettings = std::make_unique<ui::UiSettingsStore>(windowFile);
    ui::installTranslation(application, m_uiSettings->values().language);
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    m_defaultProgram = std::make_unique<XdgDefaultProgram>();
#endif
    m_window = std::make_unique<ui::MainWindow>(m_host.engine(), *m_uiSettings, m_host.clock());
    auto transfers = std::make_unique<ui::TransfersFeature>();
    const ui::TransfersFeature &list = *transfers;
    m_window->addFeature(std::move(transfers));
    auto adding = std::make_unique<ui::AddTorrentFeature>();
    m_adding = adding.get();
    auto feeds = std::make_unique<ui::FeedsFeature>([this](const std::vector<TorrentSource> &sources) { offer(sources); });
    connect(m_adding, &ui::AddTorrentFeature::added, feeds.get(), &ui::FeedsFeature::noteAdded);
    m_window->addFeature(std::move(feeds)); // before what takes web addresses for torrents
    m_window->addFeature(std::move(adding));
    m_window->addFeature(std::make_unique<ui::CreateTorrentFeature>(torrent::createTorrentCreator, unseedableFormats()));
    m_window->addFeature(std::make_unique<ui::ImportFeature>([this] { return torrent::createTorrentImporter(m_host.engine()); }));
    m_window->addFeature(std::make_unique<ui::AutomationFeature>(restoringOf(m_host.folder()), [this] { m_host.shutdown(); }));
    addInformation(*m_window, m_host, list.page()->model());
    m_apiSecrets = std::make_unique<ApiSecretMaker>();
    auto settings = std::make_unique<ui::SettingsFeature>(m_defaultProgram.get(), m_apiSecrets.get());
    connect(&m_host, &EngineHost::apiFailed, settings.get(), [feature = settings.get()](const Error &error) { feature->setApiTrouble(troubleOf(error)); });
    connect(&m_host, &EngineHost::apiListens, settings.get(), [feature = settings.get()] { feature->setApiTrouble({}); });
    settings->setPasswordHashing(windowPasswords());
    m_window->addFeature(std::move(settings));
    auto desktop = std::make_unique<ui::DesktopFeature>(*m_window, ui::systemPorts(), windowPasswords());
    m_desktop = desktop.get();
    m_window->addFeature(std::move(desktop));
    connect(m_window.get(), &ui::MainWindow::uncovered, this, &Application::offerWaiting);
    connect(m_window.get(), &ui::MainWindow::quitRequested, &m_host, &EngineHost::shutdown);
}

Result<> Application::start()
{
    if (m_sources.isEmpty())
        m_desktop->showAtStart();
    else
        m_window->show(); // something will be asked
    return m_host.start();
}

// A desktop session may ask to save and not end, and its end may still be called off: what ends the program is the quit that follows.
// The engine stores as it goes, so there is nothing to save but where the window is.
void Application::joinSession(QApplication &application)
{
    connect(&application, &QGuiApplication::commitDataRequest, m_window.get(), &ui::MainWindow::rememberPlace);
    connect(&application, &QGuiApplication::saveStateRequest, this, [this](QSessionManager &session) {
        session.setRestartCommand({QCoreApplication::applicationFilePath(), QStringLiteral("--profile"),
            QFile::decodeName(m_host.folder().c_str())}); // Qt's own would lose the profile
    });
    application.installEventFilter(this);
}

// Qt would end the event loop at once, in the middle of the engine's end.
bool Application::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FileOpen) { // how macOS says what was opened with the program
        const auto &opened = static_cast<const QFileOpenEvent &>(*event);
        open(opened.file().isEmpty() ? opened.url().toString(QUrl::FullyEncoded) : opened.file());
        return true;
    }
    if (event->type() != QEvent::Quit)
        return QObject::eventFilter(watched, event);
    m_host.shutdown();
    event->ignore();
    return true;
}

void Application::open(const QString &text)
{
    m_window->present();
    if (!m_ready)
        m_sources += text;
    else if (auto source = recogniseSource(text.toStdString()))
        offer({std::move(*source)});
}

// With its dialogs: nothing may be asked of an engine that is ending.
void Application::leaveTheScreen()
{
    m_desktop->leave();
    for (QWidget *widget : QApplication::topLevelWidgets())
        widget->hide();
}

void Application::offer(const std::vector<TorrentSource> &sources)
{
    if (sources.empty())
        return;
    if (!m_window->isCovered()) {
        m_adding->offer(sources);
        return;
    }
    m_waiting.insert(m_waiting.end(), sources.begin(), sources.end());
    m_desktop->setWaitingLinks(static_cast<int>(m_waiting.size()));
}

void Application::offerWaiting()
{
    offer(std::exchange(m_waiting, {}));
}

void Application::explainFailure(const Error &error)
{
    m_failed = true;
    const ui::ErrorWords words = ui::errorWords(error);
    auto *box = new QMessageBox(QMessageBox::Critical, QStringLiteral("Tributary"), words.what, QMessageBox::Close, m_window.get());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(words.advice);
    box->setDetailedText(words.detail);
    connect(box, &QMessageBox::finished, &m_host, &EngineHost::shutdown);
    box->open();
}

} // namespace trib::app
