// The translation context of this folder: TrFeeds::tr("…").
#pragma once

#include <QCoreApplication>

namespace trib::ui {

struct TrFeeds { Q_DECLARE_TR_FUNCTIONS(ui_feeds) };

} // namespace trib::ui
