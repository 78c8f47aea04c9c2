// What a drag is dropped on: the real window with the real add feature, on an engine that does nothing but remember. Prints a line
// "ready <window id>" when it is on the screen and "source <kind> <text>" for each source that reaches the engine.
#include "core/base/clock.h"
#include "tests/support/fake_engine.h"
#include "ui/add_torrent/feature.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace trib;

namespace {

void print(const TorrentSource &source)
{
    struct Print {
        void operator()(const TorrentFilePath &file) const { std::printf("source file %s\n", file.path.c_str()); }
        void operator()(const TorrentFileBytes &) const { std::printf("source bytes\n"); }
        void operator()(const MagnetLink &link) const { std::printf("source magnet %s\n", link.uri.c_str()); }
        void operator()(const TorrentUrl &url) const { std::printf("source url %s\n", url.url.c_str()); }
    };
    std::visit(Print{}, source);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QTemporaryDir folder;
    test::FakeEngine engine;
    engine.manual = true;
    ui::UiSettingsStore settings(folder.filePath(QStringLiteral("ui.ini")));
    ui::UiSettings values;
    values.showAddDialog = false; // a drop is added at once, so that the next one meets the window and not a dialog
    settings.update(values);
    const SystemClock clock;
    ui::MainWindow window(engine, settings, clock);
    window.addFeature(std::make_unique<ui::AddTorrentFeature>());
    window.setGeometry(100, 100, 600, 400);
    window.show();
    std::size_t printed = 0;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &window, [&] {
        for (; printed < engine.adds.size(); ++printed)
            print(engine.adds[printed].source);
    });
    poll.start(10);
    QTimer::singleShot(0, &window, [&] {
        std::printf("ready %llu\n", static_cast<unsigned long long>(window.winId()));
        std::fflush(stdout);
    });
    return QApplication::exec();
}
