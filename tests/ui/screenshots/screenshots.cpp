// screenshots FOLDER [NAME]: one PNG for each state of the window that someone should look at. For a display of 200 %, set QT_SCALE_FACTOR=2.
#include "tests/ui/screenshots/feed_scene.h"
#include "tests/ui/screenshots/scene.h"
#include "ui/feeds/feed_dialog.h"
#include "ui/feeds/feeds_page.h"
#include "ui/feeds/rules_dialog.h"
#include "ui/import/import_dialog.h"
#include "ui/models/speed_monitor.h"
#include "ui/models/transfer_model.h"
#include "ui/shell/keys_dialog.h"
#include "ui/shell/translation.h"
#include "ui/transfers/columns_dialog.h"
#include "ui/transfers/details_pane.h"
#include "ui/transfers/label_tree.h"
#include "ui/transfers/transfer_view.h"
#include "ui/transfers/transfers_page.h"
#include "ui/widgets/hinted_table.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTranslator>

#include <algorithm>
#include <functional>

using namespace trib;
using namespace trib::test;

namespace {

struct Shot {
    QString name;
    ui::UiSettings settings;
    QSize size{1120, 700};
    std::function<void(Scene &)> arrange;
    int fontPercent = 100;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    std::function<QWidget *(Scene &)> subject = [](Scene &scene) { return scene.window.get(); };
};

ui::UiSettings looks(ui::ThemeChoice theme, ui::Density density = ui::Density::Comfortable)
{
    ui::UiSettings settings;
    settings.theme = theme;
    settings.density = density;
    return settings;
}

void filled(Scene &scene)
{
    scene.fill();
    scene.select(0);
}

std::function<void(Scene &)> tab(int index)
{
    return [index](Scene &scene) {
        scene.fill();
        scene.page->details().showTab(index);
        scene.select(0);
    };
}

// Five minutes with a busy middle, as fast as the clock of the scene goes.
void speed(Scene &scene)
{
    tab(5)(scene);
    auto *monitor = scene.page->findChild<ui::SpeedMonitor *>();
    TorrentSnapshot torrent = sampleTorrents().front();
    for (int second = 0; second < 300; ++second) {
        scene.clock.advance(std::chrono::seconds(1));
        torrent.downloadRate = BytesPerSecond(second < 40 ? 0 : 4'400'000 + 700'000 * ((second * 7919) % 13 - 6) / 6 - (second > 200 ? 2'000'000 : 0));
        torrent.uploadRate = BytesPerSecond(317'440 + 40'000 * ((second * 31) % 7));
        if (second % 10 == 0)
            scene.engine.publish({torrent});
        monitor->sample();
    }
}

void openMenu(Scene &scene)
{
    filled(scene);
    QWidget *viewport = scene.page->view().viewport();
    QContextMenuEvent event(QContextMenuEvent::Mouse, {5, 5}, viewport->mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(viewport, &event);
}

ui::LabelTree *tree(Scene &scene, ui::LabelKind kind)
{
    const auto trees = scene.page->findChildren<ui::LabelTree *>();
    return *std::find_if(trees.begin(), trees.end(), [kind](const ui::LabelTree *tree) { return tree->kind() == kind; });
}

void labelled(Scene &scene)
{
    scene.fill();
    scene.label();
    for (const auto column : {ui::TransferColumn::Category, ui::TransferColumn::Tags}) {
        scene.page->view().setColumnHidden(static_cast<int>(column), false);
        scene.page->view().horizontalHeader()->moveSection(scene.page->view().horizontalHeader()->visualIndex(static_cast<int>(column)), 1);
    }
    ui::LabelTree *categories = tree(scene, ui::LabelKind::Category);
    categories->setCurrentItem(categories->find("Images of systems"));
    scene.page->view().sortByColumn(static_cast<int>(ui::TransferColumn::Name), Qt::AscendingOrder);
    scene.select(1);
}

QMenu *menuOf(Scene &scene, const char *id)
{
    return scene.window->actionRegistry().find(QStringLiteral("transfers.%1").arg(QString::fromLatin1(id)))->menu();
}

std::function<void(Scene &)> labelMenu(const char *id)
{
    return [id](Scene &scene) {
        scene.fill();
        scene.label();
        scene.page->view().selectAll();
        menuOf(scene, id)->popup(scene.window->mapToGlobal(QPoint(5, 5)));
    };
}

void sideMenu(Scene &scene)
{
    labelled(scene);
    ui::LabelTree *categories = tree(scene, ui::LabelKind::Category);
    const QPoint place = categories->visualItemRect(categories->find("Video")).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, categories->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(categories->viewport(), &event);
}

QList<Shot> detailShots(const ui::UiSettings &light, const ui::UiSettings &dark)
{
    const QSize normal(1120, 700);
    const QSize small(800, 500);
    QList<Shot> all;
    all += {QStringLiteral("trackers"), light, normal, tab(1)};
    all += {QStringLiteral("peers"), light, normal, tab(2)};
    all += {QStringLiteral("peers-countries"), light, normal, [](Scene &scene) {
                tab(2)(scene);
                TorrentDetail detail = sampleDetail(*scene.engine.watched);
                giveCountries(detail);
                scene.engine.publishDetail(detail);
            }};
    all += {QStringLiteral("files"), light, normal, tab(3)};
    all += {QStringLiteral("web-seeds"), light, normal, tab(4)};
    for (const auto &[name, settings] : {std::pair("speed", light), {"speed-dark", dark}})
        all += {QString::fromLatin1(name), settings, normal, speed};
    all += {QStringLiteral("speed-small"), light, small, speed};
    all += {QStringLiteral("speed-mirrored"), light, normal, speed, 100, Qt::RightToLeft};
    all += {QStringLiteral("trackers-dark"), dark, normal, tab(1)};
    all += {QStringLiteral("trackers-small"), light, small, tab(1)};
    all += {QStringLiteral("trackers-large"), light, normal, tab(1), 150};
    all += {QStringLiteral("files-compact"), looks(ui::ThemeChoice::Light, ui::Density::Compact), normal, tab(3)};
    all += {QStringLiteral("columns"), light, normal, [](Scene &scene) { scene.window->actionRegistry().find(QStringLiteral("transfers.columns"))->trigger(); },
            100, Qt::LeftToRight, [](Scene &scene) -> QWidget * { return scene.window->findChild<ui::ColumnsDialog *>(); }};
    return all;
}

void feeds(Scene &scene)
{
    scene.fill();
    scene.label();
    scene.engine.publishFeeds(sampleFeeds());
    scene.window->showPage(QStringLiteral("feeds"));
    scene.feeds->itemList().setCurrentIndex(scene.feeds->itemList().model()->index(0, 0));
}

// The feed of the list at the side that cannot be read.
void feedProblem(Scene &scene)
{
    feeds(scene);
    for (int row = 0; row < scene.feeds->feedList().model()->rowCount(); ++row) {
        if (scene.feeds->feedList().model()->index(row, 0).data().toString() == QStringLiteral("Field recordings"))
            scene.feeds->feedList().setCurrentIndex(scene.feeds->feedList().model()->index(row, 0));
    }
}

void rules(Scene &scene)
{
    feeds(scene);
    scene.window->actionRegistry().find(QStringLiteral("feeds.rules"))->trigger();
    scene.window->findChild<ui::RulesDialog *>()->choose(1);
    QElapsedTimer waited;
    for (waited.start(); waited.elapsed() < 400;) // until the items were looked through
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

// The import as far as its next button goes so many times.
std::function<void(Scene &)> import(int steps)
{
    return [steps](Scene &scene) {
        scene.fill();
        scene.window->actionRegistry().find(QStringLiteral("torrent.import"))->trigger();
        auto *dialog = scene.window->findChild<ui::ImportDialog *>();
        QCoreApplication::processEvents();
        for (int step = 0; step < steps; ++step) {
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                if (button->isDefault())
                    button->click();
            }
            QCoreApplication::processEvents();
        }
    };
}

template <class T>
QWidget *dialogOf(Scene &scene)
{
    return scene.window->findChild<T *>();
}

QList<Shot> feedShots(const ui::UiSettings &light, const ui::UiSettings &dark)
{
    const QSize normal(1120, 700);
    const QSize small(800, 500);
    QList<Shot> all;
    all += {QStringLiteral("feeds"), light, normal, feeds};
    all += {QStringLiteral("feeds-dark"), dark, normal, feeds};
    all += {QStringLiteral("feeds-small"), light, small, feeds};
    all += {QStringLiteral("feeds-large"), light, normal, feeds, 150};
    all += {QStringLiteral("feeds-mirrored"), light, normal, feeds, 100, Qt::RightToLeft};
    all += {QStringLiteral("feeds-problem"), dark, small, feedProblem};
    all += {QStringLiteral("feeds-empty"), light, small, [](Scene &scene) { scene.window->showPage(QStringLiteral("feeds")); }};
    all += {QStringLiteral("feed-add"), light, normal, [](Scene &scene) { scene.feeds->actions().addFeed(QStringLiteral("https://example.org/rss")); },
            100, Qt::LeftToRight, dialogOf<ui::FeedDialog>};
    for (const auto &[name, settings] : {std::pair("rules", light), {"rules-dark", dark}})
        all += {QString::fromLatin1(name), settings, normal, rules, 100, Qt::LeftToRight, dialogOf<ui::RulesDialog>};
    all += {QStringLiteral("rules-small"), light, small, rules, 100, Qt::LeftToRight, dialogOf<ui::RulesDialog>};
    all += {QStringLiteral("import-2-small"), light, small, import(1), 100, Qt::LeftToRight, dialogOf<ui::ImportDialog>};
    all += {QStringLiteral("rules-large"), light, normal, rules, 150, Qt::LeftToRight, dialogOf<ui::RulesDialog>};
    for (const auto &[name, steps] : {std::pair("import-1", 0), {"import-2", 1}, {"import-3", 2}})
        all += {QString::fromLatin1(name), light, normal, import(steps), 100, Qt::LeftToRight, dialogOf<ui::ImportDialog>};
    all += {QStringLiteral("import-2-dark"), dark, normal, import(1), 100, Qt::LeftToRight, dialogOf<ui::ImportDialog>};
    all += {QStringLiteral("import-2-large"), light, normal, import(1), 150, Qt::LeftToRight, dialogOf<ui::ImportDialog>};
    return all;
}

QList<Shot> shots()
{
    const auto light = looks(ui::ThemeChoice::Light);
    const auto dark = looks(ui::ThemeChoice::Dark);
    const QSize normal(1120, 700);
    const QSize small(800, 500);
    QList<Shot> all;
    all += {QStringLiteral("light"), light, normal, filled};
    all += {QStringLiteral("dark"), dark, normal, filled};
    all += {QStringLiteral("compact"), looks(ui::ThemeChoice::Light, ui::Density::Compact), normal, filled};
    all += {QStringLiteral("empty"), light, normal, [](Scene &scene) { scene.engine.publishStatus(sampleStatus()); }};
    all += {QStringLiteral("empty-dark"), dark, normal, [](Scene &) {}};
    all += {QStringLiteral("small"), light, small, filled};
    all += {QStringLiteral("no-match"), light, small, [](Scene &scene) {
                scene.fill();
                scene.page->findChild<QLineEdit *>()->setText(QStringLiteral("nothing like this"));
            }};
    const auto problem = [](Scene &scene) {
        scene.fill();
        scene.page->view().sortByColumn(static_cast<int>(ui::TransferColumn::State), Qt::AscendingOrder);
        scene.select(0);
    };
    all += {QStringLiteral("wide"), light, QSize(1280, 800), problem};
    all += {QStringLiteral("wide-dark"), dark, QSize(1280, 800), problem};
    all += {QStringLiteral("problems"), dark, normal, [](Scene &scene) {
                scene.fill();
                scene.page->model().setFilter({ui::StatusFilter::Problems, {}});
                scene.select(1);
            }};
    all += detailShots(light, dark);
    all += feedShots(light, dark);
    all += {QStringLiteral("settings"), light, normal, [](Scene &scene) { scene.window->showPage(QStringLiteral("settings")); }};
    all += {QStringLiteral("peers-dark"), dark, normal, tab(2)};
    all += {QStringLiteral("keys"), light, normal, [](Scene &scene) { scene.window->actionRegistry().find(QStringLiteral("window.keys"))->trigger(); },
            100, Qt::LeftToRight, [](Scene &scene) -> QWidget * { return scene.window->findChild<ui::KeysDialog *>(); }};
    all += {QStringLiteral("menu"), light, normal, openMenu, 100, Qt::LeftToRight,
            [](Scene &scene) -> QWidget * { return scene.page->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly); }};
    all += {QStringLiteral("labels"), light, normal, labelled};
    all += {QStringLiteral("labels-dark"), dark, normal, labelled};
    all += {QStringLiteral("labels-small"), light, small, labelled};
    all += {QStringLiteral("labels-large"), light, normal, labelled, 150};
    all += {QStringLiteral("labels-mirrored"), light, normal, labelled, 100, Qt::RightToLeft};
    for (const char *id : {"category", "tags"})
        all += {QStringLiteral("menu-%1").arg(QString::fromLatin1(id)), light, normal, labelMenu(id), 100, Qt::LeftToRight,
                [id](Scene &scene) -> QWidget * { return menuOf(scene, id); }};
    all += {QStringLiteral("menu-side"), light, normal, sideMenu, 100, Qt::LeftToRight,
            [](Scene &scene) -> QWidget * { return scene.page->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly); }};
    all += {QStringLiteral("large"), light, normal, filled, 150};
    all += {QStringLiteral("large-small"), light, small, filled, 150};
    all += {QStringLiteral("large-files"), light, normal, tab(3), 150};
    all += {QStringLiteral("mirrored"), light, normal, filled, 100, Qt::RightToLeft};
    all += {QStringLiteral("mirrored-files"), light, normal, tab(3), 100, Qt::RightToLeft};
    all += {QStringLiteral("mirrored-settings"), light, normal, [](Scene &scene) { scene.window->showPage(QStringLiteral("settings")); }, 100, Qt::RightToLeft};
    return all;
}

bool take(const Shot &shot, const QDir &folder, const QString &language)
{
    const QFont usual = QApplication::font();
    QFont font = usual;
    font.setPointSizeF(usual.pointSizeF() * shot.fontPercent / 100);
    QApplication::setFont(font);
    QApplication::setLayoutDirection(shot.direction);
    Scene scene(shot.settings);
    scene.window->resize(shot.size);
    scene.window->show();
    QCoreApplication::processEvents();
    shot.arrange(scene);
    QCoreApplication::processEvents();
    QWidget *subject = shot.subject(scene);
    const bool saved = subject && subject->grab().save(folder.filePath(QStringLiteral("%1-%2.png").arg(shot.name, language)));
    scene.window->hide();
    QApplication::setFont(usual);
    return saved;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 2)
        return 2;
    QDir folder(QString::fromLocal8Bit(argv[1]));
    if (!folder.mkpath(QStringLiteral(".")))
        return 1;
    const QString only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    for (const QString &language : ui::availableLanguages()) {
        ui::installTranslation(application, language);
        for (const Shot &shot : shots()) {
            if ((only.isEmpty() || only == shot.name) && !take(shot, folder, language))
                return 1;
        }
    }
    return 0;
}
