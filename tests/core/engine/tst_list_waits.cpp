#include "core/engine/list_waits.h"
#include "tests/support/fake_engine.h"

#include <QTest>

#include <set>

using namespace trib;
using namespace trib::engine;

class tst_list_waits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAtOnceWhatTheListShows()
    {
        ListWaits waits([this](const TorrentId &id) { return m_list.contains(id); });
        m_list = {idOf(1)};
        waits.whenListShows({idOf(1)}, true, note("there"));
        waits.whenListShows({idOf(2)}, false, note("gone"));
        QCOMPARE(m_told, QStringList({QStringLiteral("there"), QStringLiteral("gone")}));
    }

    void waitsForEveryTorrent()
    {
        ListWaits waits([this](const TorrentId &id) { return m_list.contains(id); });
        waits.whenListShows({idOf(1), idOf(2)}, true, note("both"));
        m_list = {idOf(1)};
        waits.look();
        QVERIFY(m_told.isEmpty());
        m_list = {idOf(1), idOf(2)};
        waits.look();
        waits.look();
        QCOMPARE(m_told, QStringList(QStringLiteral("both")));
    }

    void anAnswerMayWaitForMore()
    {
        ListWaits waits([this](const TorrentId &id) { return m_list.contains(id); });
        waits.whenListShows({idOf(1)}, true, [&] { waits.whenListShows({idOf(1)}, false, note("gone again")); });
        m_list = {idOf(1)};
        waits.look();
        QVERIFY(m_told.isEmpty());
        m_list.clear();
        waits.look();
        QCOMPARE(m_told, QStringList(QStringLiteral("gone again")));
    }

    void answersInTheEndWhateverTheListShows()
    {
        ListWaits waits([](const TorrentId &) { return false; });
        waits.whenListShows({idOf(1)}, true, note("late"));
        QTRY_COMPARE_WITH_TIMEOUT(m_told, QStringList(QStringLiteral("late")), 15'000);
    }

    void joinsTheAnswersOfSeveralCommands()
    {
        test::FakeEngine engine;
        engine.manual = true;
        std::vector<Result<>> answers;
        const auto take = [&](const Result<> &answer) { answers.push_back(answer); };
        submitAll(engine, this, {StopTorrents{{idOf(1)}}, StopTorrents{{idOf(2)}}, StopTorrents{{idOf(3)}}}, take);
        QVERIFY(engine.answerSubmit(success()));
        QVERIFY(engine.answerSubmit(failure(EngineErrc::NoSuchTorrent)));
        QCoreApplication::processEvents();
        QVERIFY(answers.empty());
        QVERIFY(engine.answerSubmit(failure(EngineErrc::DiskError)));
        QTRY_COMPARE(answers.size(), std::size_t(1));
        QCOMPARE(answers.front().error().code, make_error_code(EngineErrc::NoSuchTorrent));
        submitAll(engine, this, {}, take);
        QCOMPARE(answers.size(), std::size_t(2));
        QVERIFY(answers.back().has_value());
    }

    void knowsWhatCommandsTakeOut()
    {
        QCOMPARE(removedBy({RemoveTorrents{{idOf(1)}}, StopTorrents{{idOf(2)}}, RemoveTorrents{{idOf(3), idOf(4)}}}), TorrentIds({idOf(1), idOf(3), idOf(4)}));
    }

    void init()
    {
        m_list.clear();
        m_told.clear();
    }

private:
    [[nodiscard]] static TorrentId idOf(std::uint8_t number)
    {
        std::array<std::uint8_t, 20> bytes{};
        bytes.back() = number;
        return TorrentId(bytes);
    }

    [[nodiscard]] std::function<void()> note(const char *what)
    {
        return [this, what] { m_told += QString::fromLatin1(what); };
    }

    std::set<TorrentId> m_list;
    QStringList m_told;
};

QTEST_GUILESS_MAIN(tst_list_waits)
#include "tst_list_waits.moc"
