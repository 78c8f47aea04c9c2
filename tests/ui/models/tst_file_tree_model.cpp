#include "tests/support/for_all.h"
#include "ui/models/file_tree_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <map>
#include <set>

using namespace trib;
using namespace trib::ui;
using trib::test::SeededRandom;

namespace {

using Files = std::vector<FileEntry>;
using Model = FileTreeModel;

FileTreeModel::Files shared(Files files)
{
    return std::make_shared<const Files>(std::move(files));
}

Files sampleFiles()
{
    return {{"film/film.mkv", Bytes(1000), FilePriority::Normal}, {"film/extras/cut 10.mkv", Bytes(300), FilePriority::Normal},
            {"film/extras/cut 2.mkv", Bytes(200), FilePriority::Normal}, {"film/readme.txt", Bytes(10), FilePriority::Low}};
}

QModelIndex find(const Model &model, const QString &path, int column = 0)
{
    QModelIndex at;
    for (const QString &name : path.split(u'/')) {
        QModelIndex next;
        for (int row = 0; row < model.rowCount(at); ++row) {
            if (model.index(row, 0, at).data().toString() == name)
                next = model.index(row, 0, at);
        }
        if (!next.isValid())
            return {};
        at = next;
    }
    return at.siblingAtColumn(column);
}

QStringList names(const Model &model, const QModelIndex &parent)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(parent); ++row)
        result.append(model.index(row, 0, parent).data().toString());
    return result;
}

Qt::CheckState check(const Model &model, const QString &path)
{
    return find(model, path).data(Qt::CheckStateRole).value<Qt::CheckState>();
}

void forEachFile(const Model &model, const QModelIndex &parent, const std::function<void(const QModelIndex &)> &visit)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (model.fileAt(index))
            visit(index);
        else
            forEachFile(model, index, visit);
    }
}

Files randomFiles(SeededRandom &random)
{
    std::set<std::string> paths;
    for (auto n = random.number(1, 60); n > 0; --n) {
        std::string path;
        for (auto depth = random.number(0, 4); depth > 0; --depth)
            path += "d" + std::to_string(random.number(0, 3)) + "/";
        paths.insert(path + "f" + std::to_string(random.number(0, 30)));
    }
    Files files;
    constexpr std::array kPriorities{FilePriority::DoNotDownload, FilePriority::Low, FilePriority::Normal, FilePriority::High};
    for (const std::string &path : paths)
        files.push_back({path, Bytes(random.number(0, 1000)), kPriorities[static_cast<std::size_t>(random.number(0, 3))]});
    return files;
}

} // namespace

class TestFileTreeModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ordersFoldersFirstAndNumbersByValue()
    {
        Model model;
        model.setFiles(shared(sampleFiles()));
        QCOMPARE(names(model, {}), QStringList{QStringLiteral("film")});
        QCOMPARE(names(model, find(model, QStringLiteral("film"))),
            (QStringList{QStringLiteral("extras"), QStringLiteral("film.mkv"), QStringLiteral("readme.txt")}));
        QCOMPARE(names(model, find(model, QStringLiteral("film/extras"))),
            (QStringList{QStringLiteral("cut 2.mkv"), QStringLiteral("cut 10.mkv")}));
        model.sort(Model::Size, Qt::DescendingOrder);
        QCOMPARE(names(model, find(model, QStringLiteral("film/extras"))),
            (QStringList{QStringLiteral("cut 10.mkv"), QStringLiteral("cut 2.mkv")}));
    }

    void boxOfAFolderSpeaksForAllItHolds()
    {
        Model model;
        model.setFiles(shared(sampleFiles()));
        QSignalSpy told(&model, &Model::prioritiesChanged);
        QCOMPARE(check(model, QStringLiteral("film")), Qt::Checked);
        QVERIFY(model.setData(find(model, QStringLiteral("film/extras/cut 2.mkv")), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(check(model, QStringLiteral("film/extras")), Qt::PartiallyChecked);
        QCOMPARE(check(model, QStringLiteral("film")), Qt::PartiallyChecked);
        QVERIFY(model.setData(find(model, QStringLiteral("film")), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(check(model, QStringLiteral("film")), Qt::Unchecked);
        QCOMPARE(model.wantedSize(), Bytes(0));
        QVERIFY(model.setData(find(model, QStringLiteral("film/extras")), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model.wantedSize(), Bytes(500));
        QCOMPARE(model.wantedCount(), 2);
        QCOMPARE(told.count(), 3);
        const auto last = told.last().first().value<Model::Priorities>();
        QCOMPARE(last, (Model::Priorities{{FileIndex(1), FilePriority::Normal}, {FileIndex(2), FilePriority::Normal}}));
    }

    void checkingKeepsThePriorityOfWhatIsWanted()
    {
        Model model;
        model.setFiles(shared(sampleFiles()));
        model.setAllWanted(true);
        QCOMPARE(model.priorities().at(3), FilePriority::Low);
        model.setAllWanted(false);
        model.setAllWanted(true);
        QCOMPARE(model.priorities().at(3), FilePriority::Normal);
    }

    void mixedPrioritiesAreToldApart()
    {
        Model model;
        model.setFiles(shared(sampleFiles()));
        QCOMPARE(find(model, QStringLiteral("film")).data(Model::PriorityRole).toInt(), -1);
        model.setPriority({find(model, QStringLiteral("film/extras"))}, FilePriority::High);
        QCOMPARE(find(model, QStringLiteral("film/extras")).data(Model::PriorityRole).toInt(), static_cast<int>(FilePriority::High));
    }

    void whatTheEngineSaysIsTakenOverWithoutAReset()
    {
        Model model;
        model.setFiles(shared(sampleFiles()));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy told(&model, &Model::prioritiesChanged);
        Files files = sampleFiles();
        files[0].priority = FilePriority::DoNotDownload;
        model.setFiles(shared(files));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(told.count(), 0);
        QCOMPARE(check(model, QStringLiteral("film/film.mkv")), Qt::Unchecked);
        files[0].path = "film/renamed.mkv";
        model.setFiles(shared(files));
        QCOMPARE(reset.count(), 1);
        QVERIFY(find(model, QStringLiteral("film/renamed.mkv")).isValid());
    }

    void progressAnnouncesOnlyWhatChanged()
    {
        Model model;
        model.setFiles(shared(sampleFiles()));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setProgress({Bytes(), Bytes(150), Bytes(), Bytes()});
        QCOMPARE(changed.count(), 3); // the file and its two folders
        QCOMPARE(find(model, QStringLiteral("film/extras/cut 10.mkv")).data(Model::ProgressRole).toInt(), 500);
        QCOMPARE(find(model, QStringLiteral("film/extras")).data(Model::ProgressRole).toInt(), 300);
        for (const auto &signal : changed) {
            QCOMPARE(signal.at(0).toModelIndex().column(), static_cast<int>(Model::Progress));
            QCOMPARE(signal.at(1).toModelIndex().column(), static_cast<int>(Model::Remaining));
        }
        changed.clear();
        model.setProgress({Bytes(), Bytes(150), Bytes(), Bytes()});
        QCOMPARE(changed.count(), 0);
    }

    void manyChangesAreOneRange()
    {
        Files files;
        for (int i = 0; i < 5000; ++i)
            files.push_back({"f" + std::to_string(i), Bytes(10), FilePriority::Normal});
        Model model;
        model.setFiles(shared(files));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        std::vector<Bytes> done(5000);
        for (std::size_t i = 0; i < done.size(); i += 2)
            done[i] = Bytes(1);
        model.setProgress(done);
        QCOMPARE(changed.count(), 1);
    }

    void filterShowsMatchesAndTheirFoldersAndChangesOnlyThem()
    {
        Model model;
        model.setFiles(shared(sampleFiles()));
        model.setFilter(QStringLiteral("CUT 2"));
        QCOMPARE(names(model, find(model, QStringLiteral("film"))), QStringList{QStringLiteral("extras")});
        QCOMPARE(names(model, find(model, QStringLiteral("film/extras"))), QStringList{QStringLiteral("cut 2.mkv")});
        model.setAllWanted(false);
        QCOMPARE(check(model, QStringLiteral("film")), Qt::Unchecked);
        model.setFilter({});
        QCOMPARE(check(model, QStringLiteral("film")), Qt::PartiallyChecked);
        QCOMPARE(model.wantedCount(), 3);
        model.setFilter(QStringLiteral("extras"));
        QCOMPARE(model.rowCount(find(model, QStringLiteral("film/extras"))), 2);
    }

    void persistentIndexesSurviveSortAndFilter()
    {
        Model model;
        model.setFiles(shared(sampleFiles()));
        const QPersistentModelIndex kept(find(model, QStringLiteral("film/extras/cut 2.mkv")));
        const QPersistentModelIndex hidden(find(model, QStringLiteral("film/readme.txt")));
        model.sort(Model::Name, Qt::DescendingOrder);
        QCOMPARE(kept.data().toString(), QStringLiteral("cut 2.mkv"));
        model.setFilter(QStringLiteral("cut"));
        QCOMPARE(kept.data().toString(), QStringLiteral("cut 2.mkv"));
        QVERIFY(!hidden.isValid());
    }

    void hostilePathsNeitherCrashNorNest_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("only slashes") << QByteArray("////");
        QTest::newRow("doubled slash") << QByteArray("a//b");
        QTest::newRow("not UTF-8") << QByteArray("a/\xff\xfe");
        QTest::newRow("4096 levels") << QByteArray("a/").repeated(4096) + "b";
    }
    void hostilePathsNeitherCrashNorNest()
    {
        QFETCH(QByteArray, path);
        Model model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFiles(shared({{path.toStdString(), Bytes(-5), FilePriority::Normal}, {path.toStdString(), Bytes(7), FilePriority::Low}}));
        QCOMPARE(model.totalSize(), Bytes(7));
        model.setProgress({Bytes(99), Bytes(99), Bytes(99)});
        model.setFilter(QStringLiteral("b"));
        model.setAllWanted(false);
        QCOMPARE(model.fileCount(), 2);
    }

    // Against a plain map of priorities and progress as the oracle.
    void agreesWithAnOracleOnRandomTrees_data() { test::addSeedRows(12); }
    void agreesWithAnOracleOnRandomTrees()
    {
        QFETCH(quint64, seed);
        SeededRandom random(seed);
        const Files files = randomFiles(random);
        Model model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFiles(shared(files));
        std::vector<FilePriority> priorities;
        for (const FileEntry &file : files)
            priorities.push_back(file.priority);
        std::vector<Bytes> done(files.size());
        for (int step = 0; step < 40; ++step) {
            switch (random.number(0, 4)) {
            case 0: model.sort(static_cast<int>(random.number(0, Model::ColumnCount - 1)), random.number(0, 1) ? Qt::AscendingOrder : Qt::DescendingOrder); break;
            case 1: model.setFilter(random.number(0, 1) ? QString() : QStringLiteral("%1").arg(random.number(0, 9))); break;
            case 2:
                for (std::size_t i = 0; i < files.size(); ++i)
                    done[i] = std::min(files[i].size, Bytes(random.number(0, 1000)));
                model.setProgress(done);
                break;
            default: changeSomething(model, random, priorities); break;
            }
            compare(model, files, priorities, done);
            if (QTest::currentTestFailed())
                return;
        }
    }

    // The work of a tick follows what changed: of 100,000 files three go on, and their rows and folders alone are announced.
    void aTickOfAHugeTorrentAnnouncesOnlyWhatChanged()
    {
        Files files;
        for (int i = 0; i < 100'000; ++i)
            files.push_back({"root/d" + std::to_string(i % 1000) + "/part " + std::to_string(i) + ".bin", Bytes(1000), FilePriority::Normal});
        Model model;
        model.setFiles(shared(std::move(files)));
        std::vector<Bytes> done(100'000);
        model.setProgress(done);
        qint64 rows = 0;
        QObject::connect(&model, &QAbstractItemModel::dataChanged, &model, [&](const QModelIndex &first, const QModelIndex &last) { rows += last.row() - first.row() + 1; });
        int resets = 0;
        QObject::connect(&model, &QAbstractItemModel::modelReset, &model, [&] { ++resets; });
        QObject::connect(&model, &QAbstractItemModel::layoutChanged, &model, [&] { ++resets; });
        model.setProgress(done);
        QCOMPARE(rows, qint64{0});
        done[7] = done[50'000] = done[99'999] = Bytes(500);
        model.setProgress(done);
        QVERIFY2(rows > 0 && rows <= 3 * 3, qPrintable(QString::number(rows))); // each: the file, its folder, the root
        QCOMPARE(resets, 0);
    }

    void buildsAHundredThousandFilesQuickly()
    {
        Files files;
        for (int i = 0; i < 100'000; ++i)
            files.push_back({"root/d" + std::to_string(i % 1000) + "/part " + std::to_string(i) + ".bin", Bytes(1000), FilePriority::Normal});
        const auto list = shared(std::move(files));
        QElapsedTimer clock;
        clock.start();
        Model model;
        model.setFiles(list);
        qInfo("100,000 files in %lld ms", static_cast<long long>(clock.restart()));
        model.setFilter(QStringLiteral("99"));
        qInfo("filtered in %lld ms", static_cast<long long>(clock.restart()));
        model.setFilter({});
        model.setProgress(std::vector<Bytes>(100'000, Bytes(1)));
        qInfo("progress of all in %lld ms", static_cast<long long>(clock.restart()));
        QCOMPARE(model.rowCount(model.index(0, 0)), 1000);
    }

private:
    static void changeSomething(Model &model, SeededRandom &random, std::vector<FilePriority> &priorities)
    {
        QModelIndex at;
        for (auto depth = random.number(0, 4); depth > 0 && model.rowCount(at) > 0; --depth)
            at = model.index(static_cast<int>(random.number(0, model.rowCount(at) - 1)), 0, at);
        if (!at.isValid())
            return;
        constexpr std::array kPriorities{FilePriority::DoNotDownload, FilePriority::Low, FilePriority::Normal, FilePriority::High};
        const FilePriority priority = kPriorities[static_cast<std::size_t>(random.number(0, 3))];
        const auto apply = [&](const QModelIndex &index) { priorities[static_cast<std::size_t>(model.fileAt(index)->value())] = priority; };
        if (model.fileAt(at))
            apply(at);
        else
            forEachFile(model, at, apply);
        model.setPriority({at}, priority);
    }

    static void compare(const Model &model, const Files &files, const std::vector<FilePriority> &priorities, const std::vector<Bytes> &done)
    {
        QCOMPARE(model.priorities(), priorities);
        Bytes wanted;
        for (std::size_t i = 0; i < files.size(); ++i)
            wanted += priorities[i] == FilePriority::DoNotDownload ? Bytes() : files[i].size;
        QCOMPARE(model.wantedSize(), wanted);
        const std::function<void(const QModelIndex &)> folder = [&](const QModelIndex &parent) {
            std::set<FilePriority> below;
            forEachFile(model, parent, [&](const QModelIndex &index) { below.insert(priorities[static_cast<std::size_t>(model.fileAt(index)->value())]); });
            if (parent.isValid()) {
                QCOMPARE(parent.data(Model::PriorityRole).toInt(), below.size() == 1 ? static_cast<int>(*below.begin()) : -1);
                const bool none = !below.contains(FilePriority::DoNotDownload);
                QCOMPARE(parent.data(Qt::CheckStateRole).value<Qt::CheckState>(),
                    none ? Qt::Checked : below.size() == 1 ? Qt::Unchecked : Qt::PartiallyChecked);
            }
            for (int row = 0; row < model.rowCount(parent); ++row) {
                const QModelIndex index = model.index(row, 0, parent);
                if (const auto file = model.fileAt(index)) {
                    const auto i = static_cast<std::size_t>(file->value());
                    QCOMPARE(model.pathAt(index).toStdString(), files[i].path);
                    const auto size = files[i].size.count();
                    QCOMPARE(index.data(Model::ProgressRole).toLongLong(), size ? done[i].count() * 1000 / size : 1000);
                } else {
                    folder(index);
                }
            }
        };
        folder({});
    }
};

QTEST_GUILESS_MAIN(TestFileTreeModel)
#include "tst_file_tree_model.moc"
