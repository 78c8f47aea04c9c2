// Sections, and rows of sections, for what the program does by itself. GUI thread. A section belongs to `parent`.
#pragma once

class QWidget;

namespace trib::ui {

class SettingsForm;

void addSchedule(SettingsForm &form);   // alternative limits by the clock
void addCompletion(SettingsForm &form); // a program that is run when a download completes

[[nodiscard]] SettingsForm *feedsSection(QWidget *parent);
[[nodiscard]] SettingsForm *filterSection(QWidget *parent);
[[nodiscard]] SettingsForm *backupSection(QWidget *parent);
[[nodiscard]] SettingsForm *apiSection(QWidget *parent);

} // namespace trib::ui
