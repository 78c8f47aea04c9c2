// Application: the composition root of tributary: the engine with its control socket, and the window over it. GUI thread; owned by
// main(). The window is there at once and fills while the engine loads the list.
#pragma once

#include "app/engine_host.h"

#include <QObject>

#include <memory>

class QApplication;

namespace trib::ui {
class AddTorrentFeature;
class ApiSecrets;
class DefaultProgram;
class DesktopFeature;
class MainWindow;
class UiSettingsStore;
}

namespace trib::app {

class Application final : public QObject {
    Q_OBJECT

public:
    // `start` holds the profile's lock; `sources` are offered to the user when the list is loaded.
    Application(QApplication &application, Start start, QStringList sources, const MakeEngine &makeEngine = torrent::createEngine);
    ~Application() override;

    // The event loop ends with the program's exit status afterwards.
    [[nodiscard]] Result<> start();

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildWindow(QApplication &application, const QString &windowFile);
    void joinSession(QApplication &application);
    void open(const QString &text);
    void leaveTheScreen();
    void offerWaiting();
    void offer(const std::vector<TorrentSource> &sources);
    void explainFailure(const Error &error);

    EngineHost m_host;
    std::unique_ptr<ui::UiSettingsStore> m_uiSettings;
    std::unique_ptr<ui::ApiSecrets> m_apiSecrets;
    std::unique_ptr<ui::DefaultProgram> m_defaultProgram; // null where the system keeps that elsewhere
    std::unique_ptr<ui::MainWindow> m_window;
    ui::AddTorrentFeature *m_adding = nullptr; // the window's
    ui::DesktopFeature *m_desktop = nullptr;   // likewise
    std::vector<TorrentSource> m_waiting;      // for the window to be unlocked
    QStringList m_sources;
    bool m_ready = false;
    bool m_failed = false;
};

} // namespace trib::app
