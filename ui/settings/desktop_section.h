// The section of the settings about the desktop around the window: tray, notifications, sleep, lock. GUI thread.
#pragma once

class QWidget;

namespace trib::ui {

class SettingsForm;

[[nodiscard]] SettingsForm *desktopSection(QWidget *parent); // holds a LockRow, to be joined

} // namespace trib::ui
