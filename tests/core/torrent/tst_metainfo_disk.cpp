// Torrents with hostile names, downloaded for real: nothing appears outside the folder that was chosen, and no symbolic link.
#include "tests/core/torrent/hostile_cases.h"

#include "core/torrent/metainfo.h"
#include "tests/support/bencode.h"

#include <libtorrent/session.hpp>
#include <libtorrent/session_params.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/torrent_status.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace trib;
using namespace trib::test;

namespace {

[[nodiscard]] lt::settings_pack withoutNetwork()
{
    lt::settings_pack settings;
    settings.set_str(lt::settings_pack::listen_interfaces, "127.0.0.1:0");
    for (const int service : {lt::settings_pack::enable_dht, lt::settings_pack::enable_lsd, lt::settings_pack::enable_upnp,
             lt::settings_pack::enable_natpmp})
        settings.set_bool(service, false);
    return settings;
}

[[nodiscard]] QStringList entriesBelow(const std::filesystem::path &folder)
{
    QStringList entries;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_symlink() || !entry.is_directory())
            entries << QString::fromStdString(std::filesystem::relative(entry.path(), folder).string() + (entry.is_symlink() ? " ->" : ""));
    }
    entries.sort();
    return entries;
}

} // namespace

class TestMetainfoDisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesBelowTheChosenFolderAlone_data()
    {
        QTest::addColumn<QByteArray>("input");
        for (const NameCase &row : hostileNames())
            QTest::addRow("%s", row.cause.c_str()) << QByteArray::fromStdString(row.torrent);
    }
    void writesBelowTheChosenFolderAlone()
    {
        QFETCH(QByteArray, input);
        const QTemporaryDir folder;
        QVERIFY(folder.isValid());
        const std::string bytes = input.toStdString();
        auto params = torrent::parseMetainfo(bencode::bytesOf(bytes));
        QVERIFY(params);
        params->save_path = folder.filePath(QStringLiteral("outer/save")).toStdString();
        const std::shared_ptr<lt::torrent_info> info = params->ti;

        QStringList expected;
        for (const lt::file_index_t file : info->files().file_range()) {
            if (!info->files().pad_file_at(file))
                expected << QStringLiteral("outer/save/") + QString::fromStdString(info->files().file_path(file));
        }
        expected.sort();
        complete(std::move(*params), *info);
        QCOMPARE(entriesBelow(folder.path().toStdString()), expected);
    }

private:
    void complete(lt::add_torrent_params params, const lt::torrent_info &info)
    {
        params.flags &= ~(lt::torrent_flags::paused | lt::torrent_flags::auto_managed);
        const lt::torrent_handle handle = m_session.add_torrent(std::move(params));
        QTRY_VERIFY_WITH_TIMEOUT(handle.status().state == lt::torrent_status::downloading, 10'000);
        for (const lt::piece_index_t piece : info.piece_range())
            handle.add_piece(piece, std::vector<char>(static_cast<std::size_t>(info.piece_size(piece)), 0));
        QTRY_VERIFY_WITH_TIMEOUT(handle.status().is_seeding, 10'000);
        m_session.remove_torrent(handle);
        QTRY_VERIFY_WITH_TIMEOUT(!handle.is_valid(), 10'000); // its files are closed and written
    }

    lt::session m_session{lt::session_params(withoutNetwork())};
};

QTEST_GUILESS_MAIN(TestMetainfoDisk)
#include "tst_metainfo_disk.moc"
