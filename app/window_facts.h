// What the window is told of libtorrent and of the API, in its own words: it knows neither. GUI thread.
#pragma once

#include "core/base/result.h"
#include "core/model/create_request.h"
#include "ui/about/about_facts.h"
#include "ui/settings/api_notice.h"

#include <QList>

namespace trib::ui {
class MainWindow;
class TransferModel;
}

namespace trib::app {

class EngineHost;

[[nodiscard]] ui::AboutFacts aboutFacts();

// What the libtorrent at hand cannot seed safely.
[[nodiscard]] QList<TorrentFormat> unseedableFormats();

[[nodiscard]] ui::ApiTrouble troubleOf(const Error &error);

// The log, statistics and About.
void addInformation(ui::MainWindow &window, EngineHost &host, const ui::TransferModel &torrents);

} // namespace trib::app
