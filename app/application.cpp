#include "app/application.h"

#include "app/xdg_default_program.h"
#include "core/torrent/torrent_creator_lt.h"
#include "ui/add_torrent/feature.h"
#include "ui/create_torrent/feature.h"
#include "ui/settings/feature.h"
#include "ui/shell/main_window.h"
#include "ui/shell/translation.h"
#include "ui/shell/ui_settings.h"
#include "ui/text/error_text.h"
#include "ui/transfers/transfers_feature.h"

#include <QApplication>
#include <QFile>
#include <QFileOpenEvent>
#include <QMessageBox>
#include <QSessionManager>

namespace trib::app {

Application::Application(QApplication &application, Start start, QStringList sources, const MakeEngine &makeEngine)
    : m_host(std::move(start), makeEngine), m_sources(std::move(sources))
{
    application.setQuitOnLastWindowClosed(false); // the engine ends first
    buildWindow(application, QString::fromStdString((m_host.folder() / "window.ini").string()));
    m_host.control().setHasWindow(true);
    connect(&m_host.control(), &ControlDispatcher::activated, this, [this](const std::vector<TorrentSource> &handedOver) {
        bringToFront();
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
    m_window->addFeature(std::make_unique<ui::TransfersFeature>());
    auto adding = std::make_unique<ui::AddTorrentFeature>();
    m_adding = adding.get();
    m_window->addFeature(std::move(adding));
    m_window->addFeature(std::make_unique<ui::CreateTorrentFeature>(torrent::createTorrentCreator));
    m_window->addFeature(std::make_unique<ui::SettingsFeature>(m_defaultProgram.get()));
    connect(m_window.get(), &ui::MainWindow::quitRequested, &m_host, &EngineHost::shutdown);
}

Result<> Application::start()
{
    m_window->show();
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
    bringToFront();
    if (!m_ready)
        m_sources += text;
    else if (auto source = recogniseSource(text.toStdString()))
        offer({std::move(*source)});
}

// With its dialogs: nothing may be asked of an engine that is ending.
void Application::leaveTheScreen()
{
    for (QWidget *widget : QApplication::topLevelWidgets())
        widget->hide();
}

void Application::bringToFront()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Application::offer(const std::vector<TorrentSource> &sources)
{
    if (!sources.empty())
        m_adding->offer(sources);
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
