// The translation context of this folder: TrAbout::tr("…").
#pragma once

#include <QCoreApplication>

namespace trib::ui {

struct TrAbout { Q_DECLARE_TR_FUNCTIONS(ui_about) };

} // namespace trib::ui
