#include "core/model/engine_error.h"
#include "core/torrent/volume_watcher.h"
#include "core/torrent/volumes.h"
#include "tests/support/mount_namespace.h"

#include <QCoreApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace trib;
using namespace trib::torrent;

class TestVolumes : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_root;  // without symbolic links
    std::string m_drive; // a mount point

    static void writeFile(const std::string &path, std::size_t size)
    {
        std::ofstream(path, std::ios::binary) << std::string(size, 'x');
    }

private Q_SLOTS:
    void init()
    {
        m_root = std::filesystem::canonical(m_folder.path().toStdString()).string();
        m_drive = m_root + "/a drive";
        std::filesystem::create_directories(m_drive);
    }

    void cleanup()
    {
        while (test::unmountLazily(m_drive)) {}
        std::filesystem::remove_all(m_drive);
    }

    void readsALineOfMountInfo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("point");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("source");
        // The first as in proc(5).
        QTest::newRow("optional field") << QByteArray("36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue")
            << "/mnt2" << "ext3" << "/dev/root";
        QTest::newRow("none") << QByteArray("28 1 254:0 / /data rw - ext4 /dev/vda rw") << "/data" << "ext4" << "/dev/vda";
        QTest::newRow("several") << QByteArray("28 1 0:1 / /data rw shared:1 master:2 - nfs4 h:/x rw") << "/data" << "nfs4" << "h:/x";
        QTest::newRow("space") << QByteArray("28 1 0:1 / /my\\040drive rw - fuse.sshfs me@host:/my\\040x rw") << "/my drive"
            << "fuse.sshfs" << "me@host:/my x";
        QTest::newRow("backslash") << QByteArray("28 1 0:1 / /a\\134040b rw - tmpfs t rw") << "/a\\040b" << "tmpfs" << "t";
        QTest::newRow("dash in the path") << QByteArray("28 1 0:1 / - rw - tmpfs t rw\n28 1 0:1 / /- rw - tmpfs t rw") << "/-" << "tmpfs" << "t";
    }

    void readsALineOfMountInfo()
    {
        QFETCH(QByteArray, text);
        const auto mounts = MountTable::parse(text.toStdString()).mounts();
        QCOMPARE(mounts.size(), 1u);
        QTEST(QString::fromStdString(mounts[0].mountPoint), "point");
        QTEST(QString::fromStdString(mounts[0].type), "type");
        QTEST(QString::fromStdString(mounts[0].source), "source");
    }

    void passesOverLinesThatAreNoMounts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("newlines") << QByteArray("\n\n\n");
        QTest::newRow("words") << QByteArray("one two");
        QTest::newRow("no dash") << QByteArray("28 1 254:0 / /data rw ext4 /dev/vda rw");
        QTest::newRow("nothing after the dash") << QByteArray("28 1 254:0 / /data rw -");
        QTest::newRow("no source") << QByteArray("28 1 254:0 / /data rw - ext4");
        QTest::newRow("id is no number") << QByteArray("x 1 254:0 / /data rw - ext4 /dev/vda rw");
        QTest::newRow("id too large") << QByteArray("99999999999 1 254:0 / /data rw - ext4 /dev/vda rw");
        QTest::newRow("relative") << QByteArray("28 1 254:0 / data rw - ext4 /dev/vda rw");
    }

    void passesOverLinesThatAreNoMounts()
    {
        QFETCH(QByteArray, text);
        const MountTable table = MountTable::parse(text.toStdString());
        QVERIFY(table.mounts().empty());
        QVERIFY(!table.find("/data"));
    }

    void findsTheMountThatAPathIsReachedThrough_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("id");
        QTest::newRow("root") << "/" << 27;
        QTest::newRow("on the root") << "/home/x" << 27;
        QTest::newRow("mount point") << "/data" << 30;
        QTest::newRow("below") << "/data/x/y" << 30;
        QTest::newRow("a name that only begins so") << "/database" << 27;
        QTest::newRow("mount in a mount") << "/data/deep/x" << 31;
        QTest::newRow("the upper of two at one place") << "/twice/x" << 41;
        QTest::newRow("hidden by a later mount above it") << "/over/inner/x" << 51;
        QTest::newRow("listed before its parent") << "/proc/self" << 22;
        QTest::newRow("parents in a circle are not reached") << "/circle/x" << 27;
    }

    void findsTheMountThatAPathIsReachedThrough()
    {
        const MountTable table = MountTable::parse("22 27 0:21 / /proc rw - proc proc rw\n"
                                                   "27 1 254:0 / / rw - ext4 /dev/vda rw\n"
                                                   "31 30 0:3 / /data/deep rw - tmpfs a rw\n"
                                                   "30 27 0:4 / /data rw - tmpfs b rw\n"
                                                   "40 27 0:5 / /twice rw - tmpfs c rw\n"
                                                   "41 40 0:6 / /twice rw - tmpfs d rw\n"
                                                   "50 27 0:7 / /over/inner rw - tmpfs e rw\n"
                                                   "51 27 0:8 / /over rw - tmpfs f rw\n"
                                                   "60 61 0:9 / /circle rw - tmpfs g rw\n"
                                                   "61 60 0:9 / /circle rw - tmpfs h rw\n");
        QFETCH(QString, path);
        const Mount *mount = table.find(path.toStdString());
        QVERIFY(mount);
        QTEST(mount->id, "id");
    }

    void knowsTheRootOfAChrootThoughItIsNotShown()
    {
        const MountTable shown = MountTable::parse("121 101 0:39 / /proc rw - proc proc rw\n139 101 0:41 / /media/a rw - tmpfs tmpfs rw\n"
                                                   "140 139 0:42 / /media/a/b rw - tmpfs other rw\n");
        QVERIFY(!shown.find("/media/a"));
        const MountTable table = shown.withRoot();
        for (const auto &[path, mountPoint] : {std::pair("/home/x", "/"), {"/media/a", "/media/a"}, {"/media/a/c", "/media/a"}, {"/media/a/b/c", "/media/a/b"}}) {
            QVERIFY(table.find(path));
            QCOMPARE(QString::fromStdString(table.find(path)->mountPoint), QString::fromUtf8(mountPoint));
        }
        const MountTable whole = MountTable::parse("1 0 8:1 / / rw - ext4 /dev/vda rw\n2 1 0:2 / /net rw - autofs systemd-1 rw\n");
        QCOMPARE(whole.withRoot().mounts(), whole.mounts());
    }

    void namesTheVolumeOfAPathThatDoesNotExistYet()
    {
        QVERIFY(test::mountTmpfs(m_drive, "size=1m", "first"));
        const VolumeIdentity volume = volumeOf(m_drive + "/not/there/yet");
        QCOMPARE(volume.mountPoint, m_drive);
        QCOMPARE(volume.device, std::string("tmpfs first"));
        QVERIFY(!std::filesystem::exists(m_drive + "/not"));
        QVERIFY(volumeOf(m_root).mountPoint != m_drive);
    }

    void isOfflineWhenOnlyTheEmptyFolderIsLeft()
    {
        QVERIFY(test::mountTmpfs(m_drive, "size=1m", "first"));
        const VolumeIdentity volume = volumeOf(m_drive + "/save");
        QVERIFY(isOnline(volume, m_drive + "/save"));
        QVERIFY(test::unmountLazily(m_drive));
        QVERIFY(std::filesystem::is_directory(m_drive));
        QVERIFY(!isOnline(volume, m_drive + "/save"));
        QVERIFY(test::mountTmpfs(m_drive, "size=1m", "first"));
        QVERIFY(isOnline(volume, m_drive + "/save"));
    }

    void isOfflineWhenAnotherVolumeIsMountedThere()
    {
        QVERIFY(test::mountTmpfs(m_drive, "size=1m", "first"));
        const VolumeIdentity volume = volumeOf(m_drive);
        QVERIFY(test::unmountLazily(m_drive));
        QVERIFY(test::mountTmpfs(m_drive, "size=1m", "second"));
        QVERIFY(!isOnline(volume, m_drive));
        QVERIFY(isOnline(volumeOf(m_drive), m_drive));
    }

    void isOfflineBehindASymbolicLinkToADriveThatIsGone()
    {
        QVERIFY(test::mountTmpfs(m_drive));
        std::filesystem::create_directory(m_drive + "/downloads");
        const std::string link = m_root + "/link";
        std::filesystem::create_directory_symlink(m_drive + "/downloads", link);
        const VolumeIdentity volume = volumeOf(link + "/save");
        QCOMPARE(volume.mountPoint, m_drive);
        QVERIFY(test::unmountLazily(m_drive));
        QVERIFY(!isOnline(volume, link + "/save"));
        std::filesystem::remove(link);
        std::filesystem::create_directory_symlink(m_root, link);
        QVERIFY(isOnline(volume, link + "/save"));
        std::filesystem::remove(link);
    }

    void survivesALinkToItself()
    {
        std::filesystem::create_directory_symlink(m_root + "/loop", m_root + "/loop");
        QVERIFY(!volumeOf(m_root + "/loop/x").mountPoint.empty());
    }

    void theRootAndWhatIsUnknownAreAlwaysOnline()
    {
        QVERIFY(isOnline(VolumeIdentity{}, m_drive));
        QVERIFY(isOnline(VolumeIdentity{"/", "ext4 /dev/other"}, m_drive));
    }

    void anAutomountTrapCountsAsOnline()
    {
        const MountTable table = MountTable::parse("1 0 8:1 / / rw - ext4 /dev/vda rw\n2 1 0:2 / /net rw - autofs systemd-1 rw\n");
        QVERIFY(isOnline(VolumeIdentity{"/net", "nfs4 host:/x"}, "/net/x", table));
    }

    void aFileSystemIsNamedByItsUuidWhereverItIsPluggedIn()
    {
        // Device nodes cannot be made by an ordinary user: regular files with their names stand for them.
        QVERIFY(test::mountTmpfs("/dev", "size=1m"));
        writeFile("/dev/sdy1", 1);
        writeFile("/dev/sdz1", 1);
        std::filesystem::create_directories("/dev/disk/by-uuid");
        std::filesystem::create_symlink("../../sdz1", "/dev/disk/by-uuid/1234-ABCD");
        const Mount known{2, 1, "/", "/media/usb", "vfat", "/dev/sdz1"};
        Mount unknown = known;
        unknown.source = "/dev/sdy1";
        Mount subvolume = known;
        subvolume.root = "/@home";
        const std::string names = deviceName(known) + '|' + deviceName(unknown) + '|' + deviceName(subvolume);
        QVERIFY(test::unmountLazily("/dev"));
        QCOMPARE(names, std::string("uuid 1234-ABCD|vfat /dev/sdy1|uuid 1234-ABCD /@home"));
    }

    void tellsTheFreeSpaceOfTheNearestExistingFolder()
    {
        QVERIFY(test::mountTmpfs(m_drive, "size=8m"));
        const auto before = freeSpace(m_drive + "/not/there");
        QVERIFY(before);
        QVERIFY(before->count() > 7 << 20);
        QVERIFY(before->count() <= 8 << 20);
        writeFile(m_drive + "/file", 3 << 20);
        const auto after = freeSpace(m_drive);
        QVERIFY(after);
        QCOMPARE(before->count() - after->count(), std::int64_t{3} << 20);
    }

    void knowsWhichFoldersShareAVolume()
    {
        QVERIFY(test::mountTmpfs(m_drive));
        QVERIFY(sameVolume(m_drive + "/a", m_drive + "/b/c"));
        QVERIFY(!sameVolume(m_drive, m_root));
        QVERIFY(sameVolume(m_root + "/x", m_root));
    }

    void theWatcherTellsOfMountsAndUnmounts()
    {
        VolumeWatcher watcher;
        QSignalSpy spy(&watcher, &VolumeWatcher::changed);
        QCoreApplication::processEvents();
        QCOMPARE(spy.count(), 0);
        QVERIFY(test::mountTmpfs(m_drive));
        QTRY_COMPARE_WITH_TIMEOUT(spy.count(), 1, 500);
        QVERIFY(test::unmountLazily(m_drive));
        QTRY_COMPARE_WITH_TIMEOUT(spy.count(), 2, 500);
    }
};

int main(int argc, char *argv[])
{
    trib::test::enterMountNamespace();
    const QCoreApplication application(argc, argv);
    TestVolumes tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_volumes.moc"
