// window_load [ROWS [TICKS]]: what the window costs while every row changes with every tick, as one line of JSON. The list is sorted by a
// column that changes. Then, ticks going on: a filter is typed and deleted, columns are sorted, the list is scrolled from end to end.
// A tick is the GUI thread's processor time from the arrival of the delta until all is painted; a stall is the time that one event
// keeps the window from the next.
#include "tests/ui/screenshots/scene.h"
#include "ui/models/transfer_columns.h"
#include "ui/transfers/transfer_view.h"
#include "ui/transfers/transfers_page.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <functional>
#include <utility>
#include <vector>

using namespace trib;
using namespace trib::test;

namespace {

constexpr int kMillisecondsBetweenTicks = 500;

[[nodiscard]] double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// Spread as hashes are.
[[nodiscard]] TorrentId idOf(int number)
{
    const QByteArray digest = QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha1);
    return *TorrentId::fromHex(digest.toHex().toStdString());
}

[[nodiscard]] TorrentSnapshot rowOf(int number, int tick)
{
    TorrentSnapshot row;
    row.id = idOf(number);
    row.name = "Torrent " + std::to_string(number * 7919 % 100'003) + " of ordinary length";
    row.savePath = "/data/downloads";
    row.tracker = "tracker" + std::to_string(number % 40) + ".example";
    row.hasMetadata = true;
    row.state = number % 10 == 0 ? TorrentState::Downloading : TorrentState::Seeding;
    row.size = row.wanted = Bytes(std::int64_t{1'000'000} * (number % 5000 + 1));
    row.progressPermille = row.state == TorrentState::Seeding ? 1000 : (number + tick) % 1000;
    row.done = Bytes(row.wanted.count() / 1000 * row.progressPermille);
    row.downloadRate = BytesPerSecond(row.state == TorrentState::Seeding ? 0 : (number * 31 + tick * 7919) % 5'000'000);
    row.uploadRate = BytesPerSecond(static_cast<std::int64_t>(qHash(number, static_cast<std::size_t>(tick)) % 5'000'000)); // the order is another one with every tick
    row.uploaded = Bytes(std::int64_t{1000} * number + std::int64_t{1000} * tick);
    row.peers = (number + tick) % 50;
    row.added = WallTime(std::chrono::seconds(1'700'000'000 + number));
    row.fixedRevision = 1; // as the engine: names and the like stay
    return row;
}

[[nodiscard]] engine::DeltaPointer deltaOf(int rows, int tick)
{
    auto delta = std::make_shared<TransferDelta>();
    delta->sequence = DeltaSequence(static_cast<std::uint64_t>(tick) + 1);
    for (int number = 0; number < rows; ++number)
        delta->upserted.push_back(share(rowOf(number, tick)));
    return delta;
}

struct Figures {
    std::vector<double> ticks; // ms of processor time
    double longestStall = 0;   // ms of time
    int stallsOver50 = 0;
    QString longestDuring;
};

// Times every event that is not handled within another.
class ProbedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    Figures figures;
    QString doing; // what a user just did

    void leaveOut() { m_leftOut = true; } // the event that is being handled

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        QElapsedTimer timer;
        timer.start();
        const bool handled = QApplication::notify(receiver, event);
        take(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        --m_depth;
        return handled;
    }

private:
    void take(double milliseconds)
    {
        if (std::exchange(m_leftOut, false))
            return;
        figures.stallsOver50 += milliseconds > 50;
        if (milliseconds <= figures.longestStall)
            return;
        figures.longestStall = milliseconds;
        figures.longestDuring = doing;
    }

    int m_depth = 0;
    bool m_leftOut = false;
};

class Load : public QObject {
public:
    Load(ProbedApplication &application, Scene &scene, int rows, int ticks)
        : m_application(application)
        , m_scene(scene)
        , m_rows(rows)
        , m_ticksLeft(ticks)
        , m_view(scene.page->view())
    {
        for (QLineEdit *edit : scene.page->findChildren<QLineEdit *>()) {
            if (edit->isVisible() && !scene.page->view().isAncestorOf(edit))
                m_filter = m_filter ? m_filter : edit;
        }
        plan();
        m_next = deltaOf(m_rows, ++m_tick);
        connect(&m_ticker, &QTimer::timeout, this, [this] { tick(); });
        connect(&m_actor, &QTimer::timeout, this, [this] { act(); });
        m_ticker.start(kMillisecondsBetweenTicks);
    }

private:
    // What a user does, one step every 100 ms; ticks come between.
    void plan()
    {
        for (const QString &text : {QStringLiteral("1"), QStringLiteral("17"), QStringLiteral("17 of"), QStringLiteral("tracker3"), QString()})
            m_steps.emplace_back(QStringLiteral("filtering"), [this, text] { m_filter->setText(text); });
        for (int column = 0; column < ui::kTransferColumns; ++column) {
            m_steps.emplace_back(QStringLiteral("sorting"), [this, column] { m_view.sortByColumn(column, Qt::AscendingOrder); });
            m_steps.emplace_back(QStringLiteral("sorting"), [this, column] { m_view.sortByColumn(column, Qt::DescendingOrder); });
        }
        for (int step = 0; step <= 40; ++step) {
            m_steps.emplace_back(QStringLiteral("scrolling"), [this, step] {
                QScrollBar *bar = m_view.verticalScrollBar();
                bar->setValue(static_cast<int>(std::int64_t{bar->maximum()} * step / 40));
            });
        }
        m_steps.emplace_back(QStringLiteral("selecting"), [this] { m_view.selectAll(); });
        m_steps.emplace_back(QStringLiteral("selecting"), [this] { m_view.clearSelection(); });
    }

    void tick()
    {
        if (m_acting) {
            publish();
            return;
        }
        const double before = threadMilliseconds();
        publish();
        QCoreApplication::sendPostedEvents();   // what the delta has posted: layouts, updates
        m_view.viewport()->repaint();
        m_application.figures.ticks.push_back(threadMilliseconds() - before);
        if (--m_ticksLeft == 0) {
            m_acting = true;
            m_actor.start(100);
        }
    }

    void publish()
    {
        const engine::DeltaPointer delta = std::exchange(m_next, nullptr);
        Q_EMIT m_scene.engine.changed(delta);
        QTimer::singleShot(kMillisecondsBetweenTicks / 10, this, [this] { makeNext(); });
    }

    // The engine's work, not the window's: its time is not counted.
    void makeNext()
    {
        m_next = deltaOf(m_rows, ++m_tick);
        m_application.leaveOut();
    }

    void act()
    {
        if (m_step == m_steps.size()) {
            QCoreApplication::quit();
            return;
        }
        const auto &[what, step] = m_steps[m_step++];
        m_application.doing = what;
        step();
    }

    ProbedApplication &m_application;
    Scene &m_scene;
    int m_rows;
    int m_ticksLeft;
    ui::TransferView &m_view;
    QLineEdit *m_filter = nullptr;
    QTimer m_ticker;
    QTimer m_actor;
    engine::DeltaPointer m_next;
    int m_tick = 0;
    bool m_acting = false;
    std::size_t m_step = 0;
    std::vector<std::pair<QString, std::function<void()>>> m_steps;
};

} // namespace

int main(int argc, char **argv)
{
    ProbedApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int rows = arguments.value(1, QStringLiteral("10000")).toInt();
    const int ticks = arguments.value(2, QStringLiteral("40")).toInt();
    Scene scene;
    scene.window->resize(1400, 900);
    scene.window->show();
    Q_EMIT scene.engine.changed(deltaOf(rows, 0));
    scene.page->view().sortByColumn(static_cast<int>(ui::TransferColumn::Up), Qt::DescendingOrder);
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents();
    application.figures = {}; // the window is there
    application.doing = QStringLiteral("a tick");
    Load load(application, scene, rows, ticks);
    const int status = QApplication::exec();
    const Figures &figures = application.figures;
    std::vector<double> sorted = figures.ticks;
    std::sort(sorted.begin(), sorted.end());
    QTextStream(stdout) << "{\"rows\": " << rows << ", \"ticks\": " << sorted.size() << ", \"tick_ms\": " << sorted[sorted.size() / 2]
                        << ", \"tick_worst_ms\": " << sorted.back() << ", \"stall_ms\": " << figures.longestStall
                        << ", \"stall_during\": \"" << figures.longestDuring << "\", \"stalls_over_50_ms\": "
                        << figures.stallsOver50 << "}\n";
    return status;
}
