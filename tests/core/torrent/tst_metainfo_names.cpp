// Hostile names become the safe paths that each row gives, and nothing ever leaves the folder of the torrent.
#include "tests/core/torrent/hostile_cases.h"

#include "core/torrent/metainfo.h"
#include "core/torrent/safe_names.h"
#include "tests/support/bencode.h"

#include <libtorrent/torrent_info.hpp>

#include <QSet>
#include <QTest>

#include <filesystem>

using namespace trib;
using namespace trib::test;

namespace {

constexpr const char *kSavePath = "/save/path";

[[nodiscard]] QStringList expectedPaths(const NameCase &row)
{
    QStringList paths;
    for (const std::string &path : row.paths)
        paths << QString::fromStdString(path);
    return paths;
}

[[nodiscard]] bool liesBelow(const std::string &path, const std::string &folder)
{
    const std::filesystem::path normal = std::filesystem::path(path).lexically_normal();
    return normal.native().starts_with(folder + "/") && normal.native().size() > folder.size() + 1 && normal == std::filesystem::path(path);
}

} // namespace

class TestMetainfoNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesHostileNamesSafe_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QStringList>("expected");
        for (const NameCase &row : hostileNames())
            QTest::addRow("%s", row.cause.c_str()) << QByteArray::fromStdString(row.torrent) << expectedPaths(row);
    }
    void makesHostileNamesSafe()
    {
        QFETCH(QByteArray, input);
        QFETCH(QStringList, expected);
        const std::string bytes = input.toStdString();
        const auto parsed = torrent::parseMetainfo(bencode::bytesOf(bytes));
        QVERIFY2(parsed, parsed ? "" : parsed.error().detail.c_str());
        const lt::file_storage &files = parsed->ti->files();
        const QString hash = QString::fromStdString(torrent::previewOf(*parsed).infoHash.toId().toHex());
        expected.replaceInStrings(QStringLiteral("<hash>"), hash);

        QStringList paths;
        QSet<QString> written;
        for (const lt::file_index_t file : files.file_range()) {
            const std::string path = files.file_path(file, kSavePath);
            QVERIFY2(liesBelow(path, kSavePath), path.c_str());
            if (files.pad_file_at(file))
                continue;
            paths << QString::fromStdString(files.file_path(file));
            written << paths.last().toCaseFolded();
        }
        QCOMPARE(paths, expected);
        QCOMPARE(written.size(), paths.size());
        QVERIFY2(torrent::safeRenames(files).empty(), "a second pass renames what the first one chose");
    }

    void givesTheSameNamesEachTime()
    {
        for (const NameCase &row : hostileNames()) {
            const auto first = torrent::parseMetainfo(bencode::bytesOf(row.torrent));
            const auto second = torrent::parseMetainfo(bencode::bytesOf(row.torrent));
            QVERIFY2(first && second, row.cause.c_str());
            QVERIFY2(first->renamed_files == second->renamed_files, row.cause.c_str());
        }
    }

    // The renames are given to libtorrent's resume data too, so that a torrent finds its files again.
    void putsRenamesIntoTheParameters()
    {
        const auto parsed = torrent::parseMetainfo(bencode::bytesOf(bencode::torrentOfPaths({{"a"}, {"CON"}})));
        QVERIFY(parsed);
        QCOMPARE(parsed->renamed_files.size(), std::size_t(1));
        QCOMPARE(parsed->renamed_files.at(lt::file_index_t(1)), std::string("root/_CON"));
    }

    void resolvesManyNamesakesInTime()
    {
        std::vector<std::vector<std::string>> paths(100'000, {"a"});
        const auto parsed = torrent::parseMetainfo(bencode::bytesOf(bencode::torrentOfPaths(paths)));
        QVERIFY2(parsed, parsed ? "" : parsed.error().detail.c_str());
        QCOMPARE(parsed->ti->files().file_path(lt::file_index_t(99'999)), std::string("root/a.99999"));
    }
};

QTEST_GUILESS_MAIN(TestMetainfoNames)
#include "tst_metainfo_names.moc"
