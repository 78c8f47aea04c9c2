// The sections of the settings, in the order in which they are listed. GUI thread. Each belongs to `parent`.
#pragma once

#include <QList>

class QWidget;

namespace trib::ui {

class SettingsForm;

[[nodiscard]] QList<SettingsForm *> makeSections(QWidget *parent);

} // namespace trib::ui
