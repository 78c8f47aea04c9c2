#include "ui/text/state_text.h"

#include <QSet>
#include <QTest>

using namespace trib;
using namespace trib::ui;

namespace {

TorrentSnapshot in(TorrentState state)
{
    TorrentSnapshot torrent;
    torrent.state = state;
    torrent.hasMetadata = true;
    return torrent;
}

TorrentSnapshot with(ProblemKind kind)
{
    TorrentSnapshot torrent = in(TorrentState::Failed);
    torrent.problem.kind = kind;
    torrent.problem.path = "/media/ann/Archive/films";
    return torrent;
}

constexpr auto kLastState = static_cast<int>(TorrentState::Failed);
constexpr auto kLastProblem = static_cast<int>(ProblemKind::Internal);

} // namespace

class TestStateText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasWordsAndAnIconOfItsOwn()
    {
        QSet<QString> texts;
        for (int state = 0; state <= kLastState; ++state) {
            const StateWords words = stateWords(in(static_cast<TorrentState>(state)));
            QVERIFY2(!words.text.isEmpty() && !words.icon.isEmpty(), qPrintable(QString::number(state)));
            texts.insert(words.text);
        }
        QCOMPARE(texts.size(), kLastState + 1);
    }

    void everyProblemHasACauseAndARemedy()
    {
        QSet<QString> texts;
        for (int kind = 1; kind <= kLastProblem; ++kind) {
            const StateWords words = stateWords(with(static_cast<ProblemKind>(kind)));
            QVERIFY(words.tone == StateTone::Problem || words.tone == StateTone::Danger);
            QVERIFY2(!actionText(words.action).isEmpty(), qPrintable(words.text));
            texts.insert(words.text);
        }
        QCOMPARE(texts.size(), kLastProblem);
    }

    void aProblemIsSaidWhateverTheState()
    {
        TorrentSnapshot torrent = in(TorrentState::Stopped);
        torrent.problem = {ProblemKind::NoSpace, "/data", {}, Bytes(1'288'490'189), Bytes(429'496'730)};
        QString text = stateWords(torrent).text;
        QCOMPARE(text.replace(QChar::Nbsp, QLatin1Char(' ')), QStringLiteral("No space: 1.20 GiB needed in /data, 410 MiB free"));
        QCOMPARE(stateWords(torrent).action, StateAction::ChoosePlace);
    }

    void namesADriveAsItsUserDoes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *path, const char *name) { QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(name); };
        row("/media/ann/Archive/films", "Archive");
        row("/run/media/ann/Archive", "Archive");
        row("/mnt/nas/x", "nas");
        row("/media/ann", "/media/ann");
        row("/data/films", "/data/films");
        row("", "");
    }
    void namesADriveAsItsUserDoes()
    {
        QFETCH(QString, path);
        QFETCH(QString, name);
        QCOMPARE(driveName(path), name);
    }

    void saysWhatADownloadWaitsFor()
    {
        TorrentSnapshot torrent = in(TorrentState::Downloading);
        QCOMPARE(stateWords(torrent).text, QStringLiteral("Looking for peers"));
        torrent.swarmSeeds = 3;
        QCOMPARE(stateWords(torrent).text, QStringLiteral("Waiting for seeds (0 of 3 connected)"));
        torrent.trackerMessage = "unregistered torrent";
        QCOMPARE(stateWords(torrent).text, QStringLiteral("Tracker says: unregistered torrent"));
        torrent.downloadRate = BytesPerSecond(1);
        QCOMPARE(stateWords(torrent).text, QStringLiteral("Downloading"));
        QCOMPARE(stateWords(torrent).tone, StateTone::Working);
    }

    void countsTheQueueFromOne()
    {
        TorrentSnapshot torrent = in(TorrentState::QueuedForDownload);
        torrent.queuePosition = QueuePosition(0);
        QCOMPARE(stateWords(torrent).text, QStringLiteral("Waiting in the queue, number 1"));
    }
};

QTEST_GUILESS_MAIN(TestStateText)
#include "tst_state_text.moc"
