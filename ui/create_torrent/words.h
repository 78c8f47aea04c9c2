// The translation context of this folder: TrCreateTorrent::tr("…").
#pragma once

#include <QCoreApplication>

namespace trib::ui {

struct TrCreateTorrent { Q_DECLARE_TR_FUNCTIONS(ui_create_torrent) };

} // namespace trib::ui
