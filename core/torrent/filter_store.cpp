#include "core/torrent/filter_store.h"

#include "core/base/hex.h"
#include "core/base/utf8_path.h"
#include "core/torrent/durable_file.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>
#include <fstream>

namespace trib::torrent {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtension = ".list";

[[nodiscard]] Result<std::vector<std::uint8_t>> listBytes(const fs::path &file)
{
    std::error_code error;
    if (!fs::is_regular_file(file, error)) // a FIFO or device would hang or never end
        return failure(EngineErrc::AddressListUnusable, error ? error.message() : "not a regular file");
    const auto size = fs::file_size(file, error);
    if (error || size > kMaxAddressList)
        return failure(EngineErrc::AddressListUnusable, error ? error.message() : "larger than 64 MiB");
    std::ifstream stream(file, std::ios::binary);
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
    stream.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!stream.is_open() || stream.bad())
        return failure(EngineErrc::AddressListUnusable, "cannot be read");
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

[[nodiscard]] Result<AddressList> readList(const fs::path &file)
{
    return listBytes(file).and_then([](const std::vector<std::uint8_t> &bytes) { return parseAddressList(bytes); });
}

[[nodiscard]] Result<> write(const fs::path &kept, std::span<const std::uint8_t> bytes)
{
    std::error_code error;
    fs::create_directories(kept.parent_path(), error);
    return writeDurably(kept, bytes, Existing::Replace);
}

} // namespace

fs::path keptFile(const fs::path &profile, const std::string &list)
{
    const QByteArray digest = QCryptographicHash::hash(QByteArray::fromStdString(list), QCryptographicHash::Sha256);
    const std::string name = digest.left(16).toHex().toStdString() + std::string(kExtension);
    return profile / "filters" / name;
}

Result<AddressList> readListFile(const std::string &path)
{
    const fs::path file = fromUtf8(path);
    if (!file.is_absolute())
        return failure(EngineErrc::PathInvalid, "neither an absolute path nor a URL");
    return readList(file);
}

Result<AddressList> readKeptList(const fs::path &kept)
{
    return readList(kept);
}

std::optional<std::chrono::seconds> ageOf(const fs::path &kept)
{
    std::error_code error;
    const auto written = fs::last_write_time(kept, error);
    if (error)
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::seconds>(fs::file_time_type::clock::now() - written);
}

Result<> keepList(const fs::path &kept, std::span<const std::uint8_t> bytes)
{
    return parseAddressList(bytes).and_then([&](const AddressList &) { return write(kept, bytes); });
}

Result<> keepCopy(const fs::path &kept, const std::string &path)
{
    const auto bytes = listBytes(fromUtf8(path));
    if (!bytes)
        return failure(bytes.error());
    if (const auto before = listBytes(kept); before && *before == *bytes)
        return success();
    return write(kept, *bytes);
}

void removeOtherLists(const fs::path &profile, const std::vector<fs::path> &kept)
{
    std::error_code error;
    std::vector<fs::path> others;
    for (fs::directory_iterator entry(profile / "filters", error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().extension() == kExtension && std::ranges::find(kept, entry->path()) == kept.end())
            others.push_back(entry->path());
    }
    for (const fs::path &other : others)
        fs::remove(other, error);
}

} // namespace trib::torrent
