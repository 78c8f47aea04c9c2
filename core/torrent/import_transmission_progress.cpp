#include "core/torrent/import_transmission_progress.h"

#include <algorithm>
#include <limits>

namespace trib::torrent {
namespace {

constexpr int kTransmissionBlock = 16 << 10;

[[nodiscard]] bool hasBlock(lt::string_view bits, std::int64_t block)
{
    const auto byte = static_cast<std::size_t>(block / 8);
    return byte < bits.size() && (static_cast<unsigned char>(bits[byte]) & (0x80u >> (block % 8))) != 0;
}

// A number for all pieces of a file, or a list: the oldest time, then for each piece 0 (not checked) or how much later.
[[nodiscard]] std::int64_t oldestOf(const lt::bdecode_node &checked)
{
    if (checked.type() == lt::bdecode_node::int_t)
        return checked.int_value();
    if (checked.type() != lt::bdecode_node::list_t || checked.list_size() < 1)
        return 0;
    std::int64_t oldest = std::numeric_limits<std::int64_t>::max();
    const std::int64_t base = checked.list_int_value_at(0);
    for (int i = 1; i < checked.list_size(); ++i) {
        if (const std::int64_t later = checked.list_int_value_at(i); later > 0 && later < oldest)
            oldest = later;
    }
    return base > 0 && oldest < std::numeric_limits<std::int64_t>::max() - base ? base + oldest - 1 : 0;
}

[[nodiscard]] lt::bdecode_node progressList(const lt::bdecode_node &progress, std::initializer_list<const char *> spellings)
{
    for (const char *key : spellings) {
        if (const lt::bdecode_node list = progress.dict_find_list(key))
            return list;
    }
    return {};
}

} // namespace

lt::typed_bitfield<lt::piece_index_t> transmissionPieces(const lt::bdecode_node &progress, const lt::file_storage &files)
{
    lt::typed_bitfield<lt::piece_index_t> pieces;
    if (!progress || progress.type() != lt::bdecode_node::dict_t || files.piece_length() % kTransmissionBlock != 0)
        return pieces;
    const lt::string_view blocks = progress.dict_find_string_value("blocks");
    const lt::string_view have = progress.dict_find_string_value("have");
    if (blocks == "none" || (blocks.empty() && have != "all"))
        return pieces;
    pieces.resize(files.num_pieces(), true);
    if (blocks == "all" || (blocks.empty() && have == "all"))
        return pieces;
    const std::int64_t perPiece = files.piece_length() / kTransmissionBlock;
    for (const lt::piece_index_t piece : files.piece_range()) {
        const std::int64_t first = static_cast<int>(piece) * perPiece;
        const std::int64_t count = (files.piece_size(piece) + kTransmissionBlock - 1) / kTransmissionBlock;
        for (std::int64_t block = first; block < first + count; ++block) {
            if (!hasBlock(blocks, block)) {
                pieces.clear_bit(piece);
                break;
            }
        }
    }
    return pieces;
}

std::vector<FileTime> transmissionTimes(const lt::bdecode_node &progress, const lt::file_storage &files, FileTime otherwise)
{
    std::vector<FileTime> times(static_cast<std::size_t>(files.num_files()), otherwise);
    if (!progress || progress.type() != lt::bdecode_node::dict_t)
        return times;
    const lt::bdecode_node modified = progressList(progress, {"mtimes"});
    const lt::bdecode_node checked = progressList(progress, {"time-checked", "time_checked"});
    for (const lt::file_index_t file : files.file_range()) {
        const int index = static_cast<int>(file);
        std::int64_t time = 0;
        if (modified && index < modified.list_size())
            time = modified.list_int_value_at(index);
        else if (checked && index < checked.list_size())
            time = oldestOf(checked.list_at(index));
        if (time > 0)
            times[static_cast<std::size_t>(index)] = FileTime{time, 0};
    }
    return times;
}

} // namespace trib::torrent
