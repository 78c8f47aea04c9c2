#include "core/torrent/piece_recovery.h"

#include "core/model/engine_error.h"
#include "core/torrent/piece_hash.h"
#include "tests/support/for_all.h"
#include "tests/support/mount_namespace.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <libtorrent/bencode.hpp>
#include <libtorrent/create_torrent.hpp>

#include <filesystem>
#include <fstream>
#include <set>

using namespace trib;
using namespace trib::torrent;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kPage = 4096; // the granularity of holes on tmpfs
const std::atomic<bool> kNeverCancelled{false};

enum class Kind { V1, Hybrid, V2 };

using PieceSet = std::set<int>;

int toInt(lt::piece_index_t piece)
{
    return static_cast<int>(piece);
}

// A torrent, its true content in memory, and what of it a test puts on disk.
class Sample {
public:
    Sample(const std::string &folder, Kind kind, bool single, test::SeededRandom &random, bool zeros = false) : m_folder(folder)
    {
        const int pieceSize = 0x4000 << random.number(0, 2);
        const int count = single ? 1 : random.number(2, 7);
        lt::file_storage files;
        for (int i = 0; i < count; ++i) {
            std::int64_t size = random.oneIn(4) ? random.number<std::int64_t>(0, 3) * pieceSize : random.number<std::int64_t>(single, 200'000);
            if (single)
                size = std::max<std::int64_t>(size, 1);
            files.add_file(single ? "file.bin" : "torrent/" + std::string(i % 2 ? "sub/" : "") + "file" + std::to_string(i), size);
        }
        if (files.total_size() == 0)
            files.add_file("torrent/last", 70'000);
        lt::create_torrent creator(files, pieceSize, kind == Kind::V1 ? lt::create_torrent::v1_only : kind == Kind::V2
            ? lt::create_torrent::v2_only : lt::create_flags_t{});
        const lt::file_storage &ordered = creator.files();
        for (const lt::file_index_t index : ordered.file_range()) {
            // No zero bytes, so that what was never written is never right by chance.
            std::string text(static_cast<std::size_t>(ordered.file_size(index)), '\0');
            for (char &c : text)
                c = zeros ? '\0' : static_cast<char>(random.number(1, 255));
            m_content[ordered.file_path(index)] = std::move(text);
        }
        m_true = folder + "/true";
        for (const lt::file_index_t index : ordered.file_range()) {
            if (ordered.pad_file_at(index))
                continue;
            const fs::path path = ordered.file_path(index, m_true);
            fs::create_directories(path.parent_path());
            std::ofstream(path, std::ios::binary) << m_content[ordered.file_path(index)];
        }
        lt::set_piece_hashes(creator, m_true);
        const std::vector<char> buffer = creator.generate_buf();
        params.ti = std::make_shared<lt::torrent_info>(lt::span<const char>(buffer), lt::from_span);
        params.save_path = folder + "/save";
        fs::create_directories(params.save_path);
        paths = params.ti->files();
        fs::remove_all(m_true);
    }

    ~Sample() { fs::remove_all(m_folder); }
    Sample(const Sample &) = delete;
    Sample &operator=(const Sample &) = delete;

    void rename(lt::file_index_t file, const std::string &to)
    {
        params.renamed_files[file] = to;
        paths.rename_file(file, to);
    }

    [[nodiscard]] std::string path(lt::file_index_t file) const { return paths.file_path(file, params.save_path); }

    // Writes bytes [from, from + length) of a file as they should be, or one of them wrong.
    void write(const PieceSlice &slice, bool wrong = false)
    {
        const std::string name = path(slice.file);
        fs::create_directories(fs::path(name).parent_path());
        if (!fs::exists(name))
            std::ofstream(name, std::ios::binary).flush();
        std::string bytes = m_content.at(params.ti->files().file_path(slice.file))
                                .substr(static_cast<std::size_t>(slice.fileOffset), static_cast<std::size_t>(slice.length));
        if (wrong)
            bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x40);
        std::fstream stream(name, std::ios::binary | std::ios::in | std::ios::out);
        stream.seekp(slice.fileOffset);
        stream.write(bytes.data(), std::ssize(bytes));
        for (std::int64_t page = slice.fileOffset / kPage; page * kPage < slice.fileOffset + slice.length; ++page)
            m_pages.insert({static_cast<int>(slice.file), page});
    }

    void writePiece(lt::piece_index_t piece, bool wrong = false)
    {
        for (const PieceSlice &slice : slicesOf(params.ti->files(), piece)) {
            write(slice, wrong);
            wrong = false;
        }
    }

    // Gives every file that exists its full length, the rest of it a hole.
    void extend()
    {
        for (const lt::file_index_t index : paths.file_range()) {
            if (!paths.pad_file_at(index) && fs::exists(path(index)))
                fs::resize_file(path(index), static_cast<std::uintmax_t>(paths.file_size(index)));
        }
    }

    [[nodiscard]] bool isAllocated(const PieceSlice &slice) const
    {
        for (std::int64_t page = slice.fileOffset / kPage; page * kPage < slice.fileOffset + slice.length; ++page) {
            if (!m_pages.contains({static_cast<int>(slice.file), page}))
                return false;
        }
        std::error_code error;
        return fs::file_size(path(slice.file), error) >= static_cast<std::uintmax_t>(slice.fileOffset + slice.length);
    }

    [[nodiscard]] PieceSet have() const
    {
        PieceSet set;
        for (const lt::piece_index_t piece : params.have_pieces.range()) {
            if (params.have_pieces.get_bit(piece))
                set.insert(toInt(piece));
        }
        return set;
    }

    lt::add_torrent_params params;
    lt::file_storage paths;

private:
    std::string m_folder;
    std::string m_true;
    std::map<std::string, std::string> m_content;
    std::set<std::pair<int, std::int64_t>> m_pages;
};

} // namespace

class TestPieceRecovery : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_number = 0;

    std::string newFolder() { return m_folder.path().toStdString() + "/" + std::to_string(++m_number); }

    static void addKinds()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("single");
        QTest::newRow("v1, one file") << int(Kind::V1) << true;
        QTest::newRow("v1, several files") << int(Kind::V1) << false;
        QTest::newRow("hybrid, one file") << int(Kind::Hybrid) << true;
        QTest::newRow("hybrid, several files") << int(Kind::Hybrid) << false;
        QTest::newRow("v2, one file") << int(Kind::V2) << true;
        QTest::newRow("v2, several files") << int(Kind::V2) << false;
    }

    static void renameSome(Sample &sample, const std::string &elsewhere, test::SeededRandom &random)
    {
        for (const lt::file_index_t index : sample.paths.file_range()) {
            const std::string number = std::to_string(static_cast<int>(index));
            if (!sample.paths.pad_file_at(index) && random.oneIn(4))
                sample.rename(index, random.oneIn(2) ? "other folder/" + number : elsewhere + "/absolute" + number);
        }
    }

    // Random pieces rightly or wrongly on disk, others half or not at all. Returns those that are right.
    static PieceSet scatter(Sample &sample, test::SeededRandom &random)
    {
        PieceSet right;
        for (const lt::piece_index_t piece : sample.params.ti->piece_range()) {
            const auto slices = slicesOf(sample.params.ti->files(), piece);
            switch (random.number(0, 4)) {
            case 0:
            case 1:
                sample.writePiece(piece);
                right.insert(toInt(piece));
                break;
            case 2: sample.writePiece(piece, true); break;
            case 3:
                if (slices.front().length > 1) {
                    PieceSlice half = slices.front();
                    half.length = random.number<std::int64_t>(1, half.length - 1);
                    sample.write(half);
                }
                break;
            default: break;
            }
        }
        if (random.oneIn(2))
            sample.extend();
        return right;
    }

private Q_SLOTS:
    // Holes of a known granularity, whatever the machine's own file system does.
    void initTestCase() { QVERIFY(test::mountTmpfs(m_folder.path().toStdString(), "size=256m,huge=never")); }
    void cleanupTestCase() { QVERIFY(test::unmountLazily(m_folder.path().toStdString())); }

    void findsExactlyThePiecesThatAreThereAndRight_data() { addKinds(); }
    void findsExactlyThePiecesThatAreThereAndRight()
    {
        QFETCH(int, kind);
        QFETCH(bool, single);
        test::forAll(test::seeds(15), [](test::SeededRandom &random) { return random; }, [&](test::SeededRandom random) {
            const std::string folder = newFolder();
            Sample sample(folder, Kind(kind), single, random);
            renameSome(sample, folder, random);
            const PieceSet right = scatter(sample, random);
            PieceSet known;
            sample.params.have_pieces.resize(random.oneIn(2) ? sample.params.ti->num_pieces() : 0, false);
            for (const lt::piece_index_t piece : sample.params.have_pieces.range()) {
                sample.params.unfinished_pieces[piece] = lt::bitfield(1, true);
                if (right.contains(toInt(piece)) && random.oneIn(3)) {
                    sample.params.have_pieces.set_bit(piece);
                    known.insert(toInt(piece));
                }
            }
            const auto found = recoverPieces(sample.params, kNeverCancelled);
            QVERIFY(found);
            QCOMPARE(sample.have(), right);
            QCOMPARE(*found, static_cast<int>(right.size() - known.size()));
            for (const auto &[piece, blocks] : sample.params.unfinished_pieces)
                QVERIFY(!right.contains(toInt(piece)) || known.contains(toInt(piece)));
        });
    }

    void dropsExactlyThePiecesWhoseBytesAreNotThere_data() { addKinds(); }
    void dropsExactlyThePiecesWhoseBytesAreNotThere()
    {
        QFETCH(int, kind);
        QFETCH(bool, single);
        test::forAll(test::seeds(15), [](test::SeededRandom &random) { return random; }, [&](test::SeededRandom random) {
            const std::string folder = newFolder();
            Sample sample(folder, Kind(kind), single, random);
            renameSome(sample, folder, random);
            scatter(sample, random);
            sample.params.have_pieces.resize(sample.params.ti->num_pieces(), true);
            PieceSet kept;
            for (const lt::piece_index_t piece : sample.params.ti->piece_range()) {
                const auto slices = slicesOf(sample.params.ti->files(), piece);
                if (std::ranges::all_of(slices, [&](const PieceSlice &slice) { return sample.isAllocated(slice); }))
                    kept.insert(toInt(piece));
            }
            const auto lost = dropLostPieces(sample.params);
            QVERIFY(lost);
            QCOMPARE(sample.have(), kept);
            QCOMPARE(*lost, sample.params.ti->num_pieces() - static_cast<int>(kept.size()));
        });
    }

    void aHoleThatStandsForZerosIsKeptWhenClaimed()
    {
        test::SeededRandom random(1);
        Sample sample(newFolder(), Kind::V1, true, random, true);
        std::ofstream(sample.path(lt::file_index_t(0)), std::ios::binary).flush();
        sample.extend();
        sample.params.have_pieces.resize(sample.params.ti->num_pieces(), true);
        const auto lost = dropLostPieces(sample.params);
        QVERIFY(lost);
        QCOMPARE(*lost, 0);
        fs::remove(sample.path(lt::file_index_t(0)));
        QCOMPARE(dropLostPieces(sample.params).value(), sample.params.ti->num_pieces());
    }

    void whatMayBeInThePartFileIsKept()
    {
        test::SeededRandom random(2);
        Sample sample(newFolder(), Kind::V1, false, random);
        sample.params.have_pieces.resize(sample.params.ti->num_pieces(), true);
        sample.params.file_priorities.assign(static_cast<std::size_t>(sample.paths.num_files()), lt::dont_download);
        lt::add_torrent_params without = sample.params;
        QCOMPARE(dropLostPieces(without).value(), sample.params.ti->num_pieces());
        std::ostringstream name;
        name << sample.params.ti->info_hashes().v1;
        std::ofstream(sample.params.save_path + "/." + name.str() + ".parts") << "parts";
        QCOMPARE(dropLostPieces(sample.params).value(), 0);
        sample.params.file_priorities.clear();
        QCOMPARE(dropLostPieces(sample.params).value(), sample.params.ti->num_pieces());
    }

    void aFolderOrPipeInPlaceOfAFileHoldsNoPieces()
    {
        test::SeededRandom random(3);
        Sample sample(newFolder(), Kind::V1, true, random);
        const std::string path = sample.path(lt::file_index_t(0));
        fs::create_directories(path);
        QCOMPARE(recoverPieces(sample.params, kNeverCancelled).value(), 0);
        fs::remove(path);
        QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
        QCOMPARE(recoverPieces(sample.params, kNeverCancelled).value(), 0);
        sample.params.have_pieces.set_all();
        QCOMPARE(dropLostPieces(sample.params).value(), sample.params.ti->num_pieces());
    }

    void followsASymbolicLinkAsTheDownloaderDoes()
    {
        test::SeededRandom random(4);
        Sample sample(newFolder(), Kind::V1, true, random);
        for (const lt::piece_index_t piece : sample.params.ti->piece_range())
            sample.writePiece(piece);
        const std::string path = sample.path(lt::file_index_t(0));
        fs::rename(path, path + ".elsewhere");
        fs::create_symlink(path + ".elsewhere", path);
        QCOMPARE(recoverPieces(sample.params, kNeverCancelled).value(), sample.params.ti->num_pieces());
        QCOMPARE(dropLostPieces(sample.params).value(), 0);
    }

    void leavesEverythingAsItWasWhenCancelled()
    {
        test::SeededRandom random(5);
        Sample sample(newFolder(), Kind::V1, true, random);
        for (const lt::piece_index_t piece : sample.params.ti->piece_range())
            sample.writePiece(piece);
        const std::atomic<bool> cancelled{true};
        const auto found = recoverPieces(sample.params, cancelled);
        QVERIFY(!found);
        QCOMPARE(found.error().code, make_error_code(EngineErrc::Cancelled));
        QVERIFY(sample.params.have_pieces.empty());
    }

    void refusesATorrentWithoutMetadata()
    {
        lt::add_torrent_params params;
        params.save_path = newFolder();
        QCOMPARE(recoverPieces(params, kNeverCancelled).error().code, make_error_code(EngineErrc::NoMetadataYet));
        QCOMPARE(dropLostPieces(params).error().code, make_error_code(EngineErrc::NoMetadataYet));
    }

    void syncsWhatIsThereAndPassesOverTheRest()
    {
        test::SeededRandom random(6);
        Sample sample(newFolder(), Kind::Hybrid, false, random);
        std::vector<lt::file_index_t> all;
        for (const lt::file_index_t index : sample.paths.file_range())
            all.push_back(index);
        QVERIFY(syncFiles(sample.params.save_path, sample.paths, all));
        for (const lt::piece_index_t piece : sample.params.ti->piece_range()) {
            if (toInt(piece) % 2)
                sample.writePiece(piece);
        }
        QVERIFY(syncFiles(sample.params.save_path, sample.paths, all));
        QVERIFY(syncFiles(sample.params.save_path + "/", sample.paths, all));
        fs::remove_all(sample.params.save_path);
        QVERIFY(syncFiles(sample.params.save_path, sample.paths, all));
    }
};

int main(int argc, char *argv[])
{
    trib::test::enterMountNamespace();
    const QCoreApplication application(argc, argv);
    TestPieceRecovery tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_piece_recovery.moc"
