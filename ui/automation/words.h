// The translation context of this folder: TrAutomation::tr("…").
#pragma once

#include <QCoreApplication>

namespace trib::ui {

struct TrAutomation { Q_DECLARE_TR_FUNCTIONS(ui_automation) };

} // namespace trib::ui
