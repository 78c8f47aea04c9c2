// MainWindow: rail, pages, status line, drop and paste; everything else comes from features. GUI thread.
// The engine, the settings and the clock outlive it. It owns its features and pages.
#pragma once

#include "ui/shell/feature.h"
#include "ui/shell/window_frame.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>
#include <vector>

class QMenu;
class QStackedWidget;

namespace trib::ui {

class Rail;
class StatusStrip;

class MainWindow : public QMainWindow, public Shell, public WindowFrame {
    Q_OBJECT

public:
    MainWindow(engine::TorrentEngine &engine, UiSettingsStore &settings, const Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    // Installs it at once; the page that is added first is the one shown.
    void addFeature(std::unique_ptr<Feature> feature);

    // As if dropped. False if nobody wanted it, or the window is covered.
    bool take(const QMimeData &mime);

    // Its size and place, for the next start. Done by itself whenever it leaves the screen.
    void rememberPlace();

    engine::TorrentEngine &engine() override { return m_engine; }
    UiSettingsStore &uiSettings() override { return m_settings; }
    const Clock &clock() const override { return m_clock; }
    ActionRegistry &actionRegistry() override { return m_actions; }
    QWidget *dialogParent() override { return this; }
    void addPage(Page page) override;
    void showPage(const QString &id) override;
    void addStatusWidget(QWidget *widget) override;
    void addIntake(IntakeHandler handler) override;
    void addBanner(QWidget *widget) override;
    void announce(const QString &text) override;

    void present() override;
    void setCloseHandler(std::function<bool()> handler) override;
    void setCover(QWidget *cover) override;
    bool isCovered() const override { return m_cover != nullptr; }

Q_SIGNALS:
    // By Ctrl+Q, the menu, or the close button where that puts nothing away. The owner ends the engine in order and then the program.
    void quitRequested();
    void uncovered();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addOwnActions();
    void fillMenu();
    void tellAudience();
    void applySettings();
    [[nodiscard]] bool wanted(const QMimeData &mime) const;

    engine::TorrentEngine &m_engine;
    UiSettingsStore &m_settings;
    const Clock &m_clock;
    ActionRegistry m_actions;
    QStackedWidget *m_layers; // what the window shows, and the cover in front of it
    QWidget *m_content;       // has the keys: hidden, they do nothing
    QWidget *m_cover = nullptr;
    QPointer<QWidget> m_focused; // before the cover
    Rail *m_rail;
    QStackedWidget *m_pages;
    StatusStrip *m_status;
    QMenu *m_menu;
    QHash<QString, QWidget *> m_pageById;
    std::vector<IntakeHandler> m_intakes;
    std::function<bool()> m_closeHandler;
    std::vector<std::unique_ptr<Feature>> m_features;
};

} // namespace trib::ui
