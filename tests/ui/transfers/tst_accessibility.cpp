// What a screen reader finds: the whole page is walked as it would walk it, and nothing that can have the focus is without a name.
#include "tests/ui/screenshots/feed_scene.h"
#include "tests/ui/screenshots/scene.h"
#include "ui/about/about_dialog.h"
#include "ui/feeds/feed_dialog.h"
#include "ui/feeds/feeds_page.h"
#include "ui/feeds/rules_dialog.h"
#include "ui/import/import_dialog.h"
#include "ui/log/log_page.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/settings_page.h"
#include "ui/statistics/statistics_dialog.h"
#include "ui/transfers/columns_dialog.h"
#include "ui/transfers/details_pane.h"
#include "ui/transfers/transfer_view.h"
#include "ui/transfers/transfers_page.h"

#include <QAccessible>
#include <QAction>
#include <QPushButton>
#include <QTest>

using namespace trib;
using namespace trib::ui;
using trib::test::Scene;

namespace {

constexpr int kDeepest = 40;

// Objects that were met, and the nameless ones among those that matter.
struct Walk {
    int met = 0;
    int cells = 0;
    QStringList nameless;
};

bool isCell(QAccessible::Role role)
{
    return role == QAccessible::Cell || role == QAccessible::ListItem || role == QAccessible::TreeItem || role == QAccessible::ColumnHeader;
}

void walk(QAccessibleInterface *at, const QString &path, int depth, Walk &found)
{
    if (!at || !at->isValid() || depth > kDeepest || at->state().invisible)
        return;
    ++found.met;
    const QAccessible::Role role = at->role();
    const QString name = at->text(QAccessible::Name);
    const QObject *object = at->object();
    const QString here = path + QLatin1Char('/') + (object ? QString::fromLatin1(object->metaObject()->className()) : QString::number(static_cast<int>(role))) + QStringLiteral("(%1)").arg(name);
    found.cells += isCell(role);
    // An empty cell is its column's name; what is not a control may be nameless.
    const bool matters = at->state().focusable || isCell(role) || role == QAccessible::Button || role == QAccessible::CheckBox || role == QAccessible::ComboBox || role == QAccessible::EditableText;
    if (matters && name.trimmed().isEmpty())
        found.nameless += here;
    for (int i = 0; i < at->childCount(); ++i)
        walk(at->child(i), here, depth + 1, found);
}

Walk walkOf(QWidget &widget)
{
    Walk found;
    walk(QAccessible::queryAccessibleInterface(&widget), {}, 0, found);
    return found;
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingOnThePageHasAName_data()
    {
        QTest::addColumn<int>("tab");
        for (const auto &[name, tab] : {std::pair("general", 0), {"trackers", 1}, {"peers", 2}, {"files", 3}, {"web seeds", 4}, {"speed", 5}})
            QTest::newRow(name) << tab;
    }
    void everythingOnThePageHasAName()
    {
        QFETCH(int, tab);
        Scene scene;
        show(scene);
        scene.page->details().showTab(tab);
        scene.select(0);
        QCoreApplication::processEvents();
        const Walk found = walkOf(*scene.page);
        QVERIFY2(found.nameless.isEmpty(), qPrintable(found.nameless.join(QLatin1Char('\n'))));
        QVERIFY2(found.cells > 15 * 5, qPrintable(QString::number(found.cells))); // the rows were met, not only their frame
    }

    void everythingHasANameWhileNothingIsThere()
    {
        Scene scene;
        scene.window->show();
        QCoreApplication::processEvents();
        const Walk found = walkOf(*scene.page);
        QVERIFY2(found.nameless.isEmpty(), qPrintable(found.nameless.join(QLatin1Char('\n'))));
        QVERIFY(found.met > 10);
    }

    void everythingInTheColumnsDialogHasAName()
    {
        Scene scene;
        show(scene);
        scene.window->actionRegistry().find(QStringLiteral("transfers.columns"))->trigger();
        auto *dialog = scene.window->findChild<ColumnsDialog *>();
        QVERIFY(dialog);
        const Walk found = walkOf(*dialog);
        QVERIFY2(found.nameless.isEmpty(), qPrintable(found.nameless.join(QLatin1Char('\n'))));
    }

    void everythingOnThePageOfFeedsHasAName()
    {
        Scene scene;
        show(scene);
        scene.window->showPage(QStringLiteral("feeds"));
        const Walk empty = walkOf(*scene.feeds);
        QVERIFY2(empty.nameless.isEmpty(), qPrintable(empty.nameless.join(QLatin1Char('\n'))));
        scene.engine.publishFeeds(test::sampleFeeds());
        QCoreApplication::processEvents();
        const Walk found = walkOf(*scene.feeds);
        QVERIFY2(found.nameless.isEmpty(), qPrintable(found.nameless.join(QLatin1Char('\n'))));
        QVERIFY2(found.cells > 5 + 6 * 5, qPrintable(QString::number(found.cells)));
    }

    void everythingInTheDialogsOfFeedsHasAName()
    {
        Scene scene;
        show(scene);
        scene.engine.publishFeeds(test::sampleFeeds());
        scene.window->showPage(QStringLiteral("feeds"));
        scene.window->actionRegistry().find(QStringLiteral("feeds.rules"))->trigger();
        scene.feeds->actions().addFeed({});
        for (QWidget *dialog : {static_cast<QWidget *>(scene.window->findChild<RulesDialog *>()), static_cast<QWidget *>(scene.window->findChild<FeedDialog *>())}) {
            QVERIFY(dialog);
            const Walk found = walkOf(*dialog);
            QVERIFY2(found.nameless.isEmpty(), qPrintable(found.nameless.join(QLatin1Char('\n'))));
            QVERIFY(found.met > 8);
        }
    }

    void everyStepOfTheImportHasNames()
    {
        Scene scene;
        show(scene);
        scene.window->actionRegistry().find(QStringLiteral("torrent.import"))->trigger();
        auto *dialog = scene.window->findChild<ImportDialog *>();
        QVERIFY(dialog);
        for (int step = 0; step < 3; ++step) {
            QCoreApplication::processEvents();
            const Walk found = walkOf(*dialog);
            QVERIFY2(found.nameless.isEmpty(), qPrintable(found.nameless.join(QLatin1Char('\n'))));
            QVERIFY(found.met > 5);
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                if (button->isDefault())
                    button->click();
            }
        }
    }

    void everythingInTheSettingsHasAName()
    {
        Scene scene;
        show(scene);
        scene.window->showPage(QStringLiteral("settings"));
        auto *page = scene.window->findChild<SettingsPage *>();
        for (int section = 0; section < page->sections().size(); ++section) {
            page->showSection(section);
            QCoreApplication::processEvents();
            const Walk found = walkOf(*page);
            QVERIFY2(found.nameless.isEmpty(), qPrintable(page->sections().at(section)->title() + u'\n' + found.nameless.join(QLatin1Char('\n'))));
            QVERIFY(found.met > 12);
        }
        page->search(QStringLiteral("no such thing"));
        QVERIFY(walkOf(*page).nameless.isEmpty());
    }

    void everythingInTheLogStatisticsAndAboutHasAName()
    {
        Scene scene;
        NullLog nowhere;
        LogHistory history(scene.clock, nowhere);
        history.warning("something");
        show(scene);
        LogPage log(history, {});
        log.resize(800, 400);
        log.show();
        StatisticsDialog statistics(scene.engine, scene.clock, scene.page->model(), test::sampleStatus(), nullptr);
        statistics.setAttribute(Qt::WA_DeleteOnClose, false);
        statistics.show();
        AboutDialog about({QStringLiteral("Tributary"), QStringLiteral("2.0.8.0"), true, true}, nullptr);
        about.setAttribute(Qt::WA_DeleteOnClose, false);
        about.show();
        QCoreApplication::processEvents();
        for (QWidget *widget : {static_cast<QWidget *>(&log), static_cast<QWidget *>(&statistics), static_cast<QWidget *>(&about)}) {
            const Walk found = walkOf(*widget);
            QVERIFY2(found.nameless.isEmpty(), qPrintable(found.nameless.join(QLatin1Char('\n'))));
            QVERIFY(found.met > 5);
        }
        QVERIFY(walkOf(log).cells >= 3 + 3); // the titles and the entry
    }

    void aRowSpeaksNameStatePercentAndRate()
    {
        Scene scene;
        show(scene);
        scene.select(0);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&scene.page->view());
        QVERIFY(list && list->tableInterface());
        const QString spoken = list->tableInterface()->cellAt(0, 0)->text(QAccessible::Name);
        for (const char *part : {"debian-12", "Downloading", "68 %", "MiB/s down"})
            QVERIFY2(spoken.contains(QString::fromLatin1(part)), qPrintable(spoken));
    }

    // The walk itself is able to fail.
    void aNamelessControlIsFound()
    {
        QWidget page;
        QWidget control(&page);
        control.setFocusPolicy(Qt::StrongFocus);
        page.show();
        QVERIFY(!walkOf(page).nameless.isEmpty());
    }

private:
    static void show(Scene &scene)
    {
        scene.window->resize(1200, 800);
        scene.window->show();
        QVERIFY(QTest::qWaitForWindowActive(scene.window.get()));
        scene.fill();
        scene.label();
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
