// UiSettings: what the window remembers: choices of the user, and the state of windows and headers. An INI file of ui's own.
// GUI thread. Damaged or unknown values become defaults; writing never blocks on anything but that small file.
#pragma once

#include <QByteArray>
#include <QLocale>
#include <QObject>
#include <QString>

#include <memory>

class QSettings;

namespace trib::ui {

enum class ThemeChoice { System, Light, Dark };
enum class Density { Comfortable, Compact };
enum class KeepAwake { Never, Downloading, Transferring }; // while which the machine does not go to sleep by itself

struct UiSettings {
    ThemeChoice theme = ThemeChoice::System;
    Density density = Density::Comfortable;
    QString language;         // "en", "ja"; empty: the system's. Takes effect at the next start
    bool showFilters = true;
    bool showDetails = true;
    bool notifyFinished = true; // say so when a download completes
    bool showAddDialog = true;  // ask before a torrent is added; false: add it as the last time
    bool notifyProblems = true; // say so when a torrent gets into trouble
    bool trayIcon = true;       // where the desktop has a place for one
    bool closeToTray = false;   // closing the window leaves the program running, with the icon
    bool startInTray = false;
    KeepAwake keepAwake = KeepAwake::Downloading;
    QString lockHash;           // of the password that unlocks the window; empty: the window is never locked
    bool lockWithScreen = true;
    bool lockInTray = false;    // when the window is closed to the tray
    int lockAfterMinutes = 0;   // without a key or the mouse; 0: never

    bool operator==(const UiSettings &) const = default;
};

class UiSettingsStore : public QObject {
    Q_OBJECT

public:
    explicit UiSettingsStore(const QString &iniPath, QObject *parent = nullptr);
    ~UiSettingsStore() override;

    [[nodiscard]] const UiSettings &values() const { return m_values; }
    void update(const UiSettings &values); // changed() follows if anything differs

    // Opaque state such as QHeaderView::saveState(), by key. Empty when there is none.
    [[nodiscard]] QByteArray state(const QString &key) const;
    void setState(const QString &key, const QByteArray &value);

Q_SIGNALS:
    void changed(const trib::ui::UiSettings &before, const trib::ui::UiSettings &after);

private:
    std::unique_ptr<QSettings> m_file;
    UiSettings m_values;
};

} // namespace trib::ui
