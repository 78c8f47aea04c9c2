// CountryDatabase: in which country an address is, as a MaxMind database (.mmdb) on this machine says. Nothing is asked of the network.
// Reads a file that is mapped into memory; any one thread. Without a database every answer is empty.
#pragma once

#include <boost/asio/ip/tcp.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace trib::torrent {

class CountryDatabase {
public:
    CountryDatabase(); // none
    // The first of the files that can be read and knows countries.
    explicit CountryDatabase(const std::vector<std::filesystem::path> &files);
    ~CountryDatabase();
    CountryDatabase(CountryDatabase &&) noexcept;
    CountryDatabase &operator=(CountryDatabase &&) noexcept;

    [[nodiscard]] bool isThere() const { return m_file != nullptr; }

    // Two capital letters, or empty.
    [[nodiscard]] std::string countryOf(const boost::asio::ip::address &address) const;

private:
    struct File;
    std::unique_ptr<File> m_file;
};

// Where to look: the configured file alone, or else the databases in the folders where systems keep them, those of countries first.
[[nodiscard]] std::vector<std::filesystem::path> countryDatabaseFiles(const std::string &configured,
    const std::vector<std::filesystem::path> &folders = {"/usr/share/GeoIP", "/usr/local/share/GeoIP", "/var/lib/GeoIP"});

} // namespace trib::torrent
