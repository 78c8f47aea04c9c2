// The translation context of this folder: TrLog::tr("…").
#pragma once

#include <QCoreApplication>

namespace trib::ui {

struct TrLog { Q_DECLARE_TR_FUNCTIONS(ui_log) };

} // namespace trib::ui
