#include "ui/shell/ui_settings.h"

#include <QSettings>

#include <algorithm>

namespace trib::ui {
namespace {

const auto kTheme = QStringLiteral("look/theme");
const auto kDensity = QStringLiteral("look/density");
const auto kLanguage = QStringLiteral("look/language");
const auto kFilters = QStringLiteral("look/filters");
const auto kDetails = QStringLiteral("look/details");
const auto kNotify = QStringLiteral("look/notify_finished");
const auto kAddDialog = QStringLiteral("add/show_dialog");
const auto kNotifyProblems = QStringLiteral("desktop/notify_problems");
const auto kTrayIcon = QStringLiteral("desktop/tray_icon");
const auto kCloseToTray = QStringLiteral("desktop/close_to_tray");
const auto kStartInTray = QStringLiteral("desktop/start_in_tray");
const auto kKeepAwake = QStringLiteral("desktop/keep_awake");
const auto kLockHash = QStringLiteral("lock/hash");
const auto kLockWithScreen = QStringLiteral("lock/with_screen");
const auto kLockInTray = QStringLiteral("lock/in_tray");
const auto kLockAfter = QStringLiteral("lock/after_minutes");
constexpr int kMostMinutes = 24 * 60;

template <class Enum>
Enum readEnum(const QSettings &file, const QString &key, Enum fallback, Enum last)
{
    bool ok = false;
    const int value = file.value(key).toInt(&ok);
    return ok && value >= 0 && value <= static_cast<int>(last) ? static_cast<Enum>(value) : fallback;
}

void readDesktop(const QSettings &file, UiSettings &values)
{
    const UiSettings defaults;
    values.notifyProblems = file.value(kNotifyProblems, defaults.notifyProblems).toBool();
    values.trayIcon = file.value(kTrayIcon, defaults.trayIcon).toBool();
    values.closeToTray = file.value(kCloseToTray, defaults.closeToTray).toBool();
    values.startInTray = file.value(kStartInTray, defaults.startInTray).toBool();
    values.keepAwake = readEnum(file, kKeepAwake, defaults.keepAwake, KeepAwake::Transferring);
    values.lockHash = file.value(kLockHash).toString();
    values.lockWithScreen = file.value(kLockWithScreen, defaults.lockWithScreen).toBool();
    values.lockInTray = file.value(kLockInTray, defaults.lockInTray).toBool();
    values.lockAfterMinutes = std::clamp(file.value(kLockAfter, defaults.lockAfterMinutes).toInt(), 0, kMostMinutes);
}

void writeDesktop(QSettings &file, const UiSettings &values)
{
    file.setValue(kNotifyProblems, values.notifyProblems);
    file.setValue(kTrayIcon, values.trayIcon);
    file.setValue(kCloseToTray, values.closeToTray);
    file.setValue(kStartInTray, values.startInTray);
    file.setValue(kKeepAwake, static_cast<int>(values.keepAwake));
    file.setValue(kLockHash, values.lockHash);
    file.setValue(kLockWithScreen, values.lockWithScreen);
    file.setValue(kLockInTray, values.lockInTray);
    file.setValue(kLockAfter, values.lockAfterMinutes);
}

QString stateKey(const QString &key)
{
    return QStringLiteral("state/") + key;
}

} // namespace

UiSettingsStore::UiSettingsStore(const QString &iniPath, QObject *parent)
    : QObject(parent)
    , m_file(std::make_unique<QSettings>(iniPath, QSettings::IniFormat))
{
    const UiSettings defaults;
    m_values.theme = readEnum(*m_file, kTheme, defaults.theme, ThemeChoice::Dark);
    m_values.density = readEnum(*m_file, kDensity, defaults.density, Density::Compact);
    m_values.language = m_file->value(kLanguage).toString();
    m_values.showFilters = m_file->value(kFilters, defaults.showFilters).toBool();
    m_values.showDetails = m_file->value(kDetails, defaults.showDetails).toBool();
    m_values.notifyFinished = m_file->value(kNotify, defaults.notifyFinished).toBool();
    m_values.showAddDialog = m_file->value(kAddDialog, defaults.showAddDialog).toBool();
    readDesktop(*m_file, m_values);
}

UiSettingsStore::~UiSettingsStore() = default;

void UiSettingsStore::update(const UiSettings &values)
{
    if (values == m_values)
        return;
    const UiSettings before = m_values;
    m_values = values;
    m_file->setValue(kTheme, static_cast<int>(values.theme));
    m_file->setValue(kDensity, static_cast<int>(values.density));
    m_file->setValue(kLanguage, values.language);
    m_file->setValue(kFilters, values.showFilters);
    m_file->setValue(kDetails, values.showDetails);
    m_file->setValue(kNotify, values.notifyFinished);
    m_file->setValue(kAddDialog, values.showAddDialog);
    writeDesktop(*m_file, values);
    Q_EMIT changed(before, m_values);
}

QByteArray UiSettingsStore::state(const QString &key) const
{
    return m_file->value(stateKey(key)).toByteArray();
}

void UiSettingsStore::setState(const QString &key, const QByteArray &value)
{
    m_file->setValue(stateKey(key), value);
}

} // namespace trib::ui
