#include "core/torrent/backup_digest.h"

#include "core/base/hex.h"

#include <libtorrent/hasher.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace trib::torrent {
namespace {

constexpr std::array<std::string_view, 7> kTables{"torrent", "metainfo", "resume", "setting", "meta", "session_state", "backup_file"};

class Digest {
public:
    // With its length, so that no two sequences of values give the same bytes.
    void add(std::span<const std::uint8_t> bytes)
    {
        std::array<char, 8> head{};
        for (std::size_t i = 0; i < head.size(); ++i)
            head[i] = static_cast<char>(static_cast<std::uint64_t>(bytes.size()) >> (8 * i));
        m_hasher.update(head);
        for (; !bytes.empty(); bytes = bytes.subspan(std::min<std::size_t>(bytes.size(), 1 << 20))) {
            const auto part = bytes.first(std::min<std::size_t>(bytes.size(), 1 << 20));
            m_hasher.update({reinterpret_cast<const char *>(part.data()), static_cast<std::ptrdiff_t>(part.size())});
        }
    }
    void add(std::string_view text) { add(std::span(reinterpret_cast<const std::uint8_t *>(text.data()), text.size())); }

    [[nodiscard]] std::string finish()
    {
        const lt::sha256_hash hash = m_hasher.final();
        return toHex(std::span(reinterpret_cast<const std::uint8_t *>(hash.data()), static_cast<std::size_t>(lt::sha256_hash::size())));
    }

private:
    lt::hasher256 m_hasher;
};

[[nodiscard]] Result<> addTable(Digest &digest, database::Database &backup, const std::string &table)
{
    const auto columns = backup.queryInt("SELECT count(*) FROM pragma_table_info('" + table + "')");
    if (!columns)
        return failure(columns.error());
    auto rows = backup.prepare("SELECT * FROM " + table + " ORDER BY 1");
    if (!rows)
        return failure(std::move(rows.error()));
    digest.add(table);
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            return success();
        for (int column = 0; column < static_cast<int>(*columns); ++column) {
            digest.add(rows->isNull(column) ? std::string_view("null") : std::string_view());
            digest.add(rows->blobAt(column));
        }
    }
}

} // namespace

Result<std::string> backupDigest(database::Database &backup, const std::map<std::string, std::string> &manifest)
{
    Digest digest;
    for (const std::string_view table : kTables) {
        if (auto added = addTable(digest, backup, std::string(table)); !added)
            return failure(std::move(added.error()));
    }
    for (const auto &[key, value] : manifest) {
        digest.add(key);
        digest.add(value);
    }
    return digest.finish();
}

} // namespace trib::torrent
