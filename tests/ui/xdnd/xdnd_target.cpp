// What a drag is dropped on: the real window with the real add feature. Prints "ready <window id>" when it is on the screen, then
// - without arguments, on an engine that does nothing but remember: "source <kind> <text>" for each source that reaches the engine;
// - with --dialog, on the real engine: "dialog <title>: <torrent>: <names in its tree>" or "refused <torrent>: <why>" for each torrent
//   that the dialog shows; the dialog is then closed.
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/torrent/lt_engine.h"
#include "tests/support/fake_engine.h"
#include "ui/add_torrent/add_torrent_dialog.h"
#include "ui/add_torrent/feature.h"
#include "ui/add_torrent/pending_torrent.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <cstdio>

using namespace trib;

namespace {

void print(const QString &line)
{
    std::printf("%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

void print(const TorrentSource &source)
{
    struct Words {
        QString operator()(const TorrentFilePath &file) const { return QStringLiteral("file ") + QString::fromStdString(file.path); }
        QString operator()(const TorrentFileBytes &) const { return QStringLiteral("bytes"); }
        QString operator()(const MagnetLink &link) const { return QStringLiteral("magnet ") + QString::fromStdString(link.uri); }
        QString operator()(const TorrentUrl &url) const { return QStringLiteral("url ") + QString::fromStdString(url.url); }
    };
    print(QStringLiteral("source ") + std::visit(Words{}, source));
}

QStringList namesIn(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList names;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        names += index.data().toString();
        names += namesIn(model, index);
    }
    return names;
}

void printDialog(const ui::MainWindow &window)
{
    using Stage = ui::PendingTorrent::Stage;
    auto *dialog = window.findChild<ui::AddTorrentDialog *>();
    if (!dialog || !dialog->isVisible() || dialog->count() == 0)
        return;
    const ui::PendingTorrent &torrent = *dialog->torrentAt(0);
    if (torrent.stage() == Stage::Refused)
        print(QStringLiteral("refused %1: %2").arg(torrent.title(), torrent.problem()));
    else if (torrent.stage() == Stage::Ready)
        print(QStringLiteral("dialog %1: %2: %3").arg(dialog->windowTitle(), torrent.title(),
            namesIn(*dialog->findChild<QTreeView *>()->model()).join(QStringLiteral(", "))));
    else
        return;
    dialog->hide();
    delete dialog;
}

std::unique_ptr<engine::TorrentEngine> realEngine(const QTemporaryDir &folder, const Clock &clock, Log &log)
{
    const settings::TextMap offline{{"network/interfaces", "127.0.0.1"}, {"network/dht", "false"}, {"network/lsd", "false"},
        {"network/port_mapping", "false"}};
    auto engine = torrent::createEngine({folder.path().toStdString(), clock, log, offline, folder.path().toStdString()});
    engine->start();
    return engine;
}

void run(ui::MainWindow &window, const std::function<void()> &look)
{
    window.addFeature(std::make_unique<ui::AddTorrentFeature>());
    window.setGeometry(100, 100, 600, 400);
    window.show();
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &window, look);
    poll.start(10);
    QTimer::singleShot(0, &window, [&] { print(QStringLiteral("ready %1").arg(window.winId())); });
    QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QTemporaryDir folder;
    ui::UiSettingsStore settings(folder.filePath(QStringLiteral("ui.ini")));
    const SystemClock clock;
    if (QApplication::arguments().contains(QStringLiteral("--dialog"))) {
        FileLog log(folder.filePath(QStringLiteral("log")).toStdString(), clock);
        const auto engine = realEngine(folder, clock, log);
        ui::MainWindow window(*engine, settings, clock);
        run(window, [&] { printDialog(window); });
        return 0;
    }
    test::FakeEngine engine;
    engine.manual = true;
    ui::UiSettings values;
    values.showAddDialog = false; // a drop is added at once, so that the next one meets the window and not a dialog
    settings.update(values);
    ui::MainWindow window(engine, settings, clock);
    std::size_t printed = 0;
    run(window, [&] {
        for (; printed < engine.adds.size(); ++printed)
            print(engine.adds[printed].source);
    });
    return 0;
}
