#include "core/torrent/country_database.h"

#include <maxminddb.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace trib::torrent {
namespace {

namespace fs = std::filesystem;

[[nodiscard]] std::string isoCodeOf(const MMDB_entry_data_s &data)
{
    if (!data.has_data || data.type != MMDB_DATA_TYPE_UTF8_STRING || data.data_size != 2)
        return {};
    const std::string code(data.utf8_string, data.data_size);
    const bool letters = std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
    return letters ? code : std::string();
}

// GeoLite2, DB-IP and others agree on country/iso_code; some have a plain text instead.
[[nodiscard]] std::string isoCodeIn(MMDB_entry_s &entry)
{
    constexpr const char *kEnd = nullptr;
    MMDB_entry_data_s data{};
    if (MMDB_get_value(&entry, &data, "country", "iso_code", kEnd) == MMDB_SUCCESS && !isoCodeOf(data).empty())
        return isoCodeOf(data);
    if (MMDB_get_value(&entry, &data, "registered_country", "iso_code", kEnd) == MMDB_SUCCESS && !isoCodeOf(data).empty())
        return isoCodeOf(data);
    if (MMDB_get_value(&entry, &data, "country_code", kEnd) == MMDB_SUCCESS && !isoCodeOf(data).empty())
        return isoCodeOf(data);
    return MMDB_get_value(&entry, &data, "country", kEnd) == MMDB_SUCCESS ? isoCodeOf(data) : std::string();
}

[[nodiscard]] bool isOfCountries(std::string_view name)
{
    return name.find("ountry") != std::string_view::npos || name.find("ity") != std::string_view::npos;
}

} // namespace

struct CountryDatabase::File {
    MMDB_s mmdb{};
    bool open = false;

    File() = default;
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    ~File()
    {
        if (open)
            MMDB_close(&mmdb);
    }

    [[nodiscard]] bool read(const fs::path &path)
    {
        open = MMDB_open(path.c_str(), MMDB_MODE_MMAP, &mmdb) == MMDB_SUCCESS;
        return open && isOfCountries(mmdb.metadata.database_type ? mmdb.metadata.database_type : "");
    }
};

CountryDatabase::CountryDatabase() = default;
CountryDatabase::~CountryDatabase() = default;
CountryDatabase::CountryDatabase(CountryDatabase &&) noexcept = default;
CountryDatabase &CountryDatabase::operator=(CountryDatabase &&) noexcept = default;

CountryDatabase::CountryDatabase(const std::vector<fs::path> &files)
{
    for (const fs::path &path : files) {
        auto file = std::make_unique<File>();
        if (!file->read(path))
            continue;
        m_file = std::move(file);
        return;
    }
}

std::string CountryDatabase::countryOf(const boost::asio::ip::address &address) const
{
    if (!m_file)
        return {};
    boost::asio::ip::tcp::endpoint endpoint(address, 0);
    int error = MMDB_SUCCESS;
    MMDB_lookup_result_s found = MMDB_lookup_sockaddr(&m_file->mmdb, endpoint.data(), &error);
    return error == MMDB_SUCCESS && found.found_entry ? isoCodeIn(found.entry) : std::string();
}

std::vector<fs::path> countryDatabaseFiles(const std::string &configured, const std::vector<fs::path> &folders)
{
    if (!configured.empty())
        return {fs::path(configured)};
    std::vector<fs::path> files;
    for (const fs::path &folder : folders) {
        std::error_code error;
        const auto first = static_cast<std::ptrdiff_t>(files.size());
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
            if (it->path().extension() == ".mmdb")
                files.push_back(it->path());
        }
        std::sort(files.begin() + first, files.end());
    }
    std::stable_partition(files.begin(), files.end(), [](const fs::path &path) { return path.filename().string().find("ountry") != std::string::npos; });
    return files;
}

} // namespace trib::torrent
