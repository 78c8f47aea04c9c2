// A window on a FakeEngine with torrents as a user would have them: every state and problem once. For screenshots and window tests.
#pragma once

#include "tests/support/fake_engine.h"
#include "tests/support/manual_clock.h"
#include "ui/shell/main_window.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace trib::ui {
class FeedsPage;
class TransfersPage;
}

namespace trib::test {

[[nodiscard]] TorrentId sampleId(int number);
[[nodiscard]] std::vector<TorrentSnapshot> sampleTorrents();
[[nodiscard]] TorrentDetail sampleDetail(const TorrentId &id);
void giveCountries(TorrentDetail &detail); // to its peers, as a database would
[[nodiscard]] SessionStatus sampleStatus();
[[nodiscard]] Labels sampleLabels();

struct Scene {
    explicit Scene(const ui::UiSettings &settings = {});

    void fill(); // sample rows, status, and details of the first
    void label(); // after fill(): categories and tags for some of them
    void select(int row);

    QTemporaryDir folder;
    ManualClock clock;
    FakeEngine engine;
    ui::UiSettingsStore store;
    std::unique_ptr<ui::MainWindow> window;
    ui::TransfersPage *page = nullptr;
    ui::FeedsPage *feeds = nullptr;
};

} // namespace trib::test
