// The translation context of this folder: TrStatistics::tr("…").
#pragma once

#include <QCoreApplication>

namespace trib::ui {

struct TrStatistics { Q_DECLARE_TR_FUNCTIONS(ui_statistics) };

} // namespace trib::ui
