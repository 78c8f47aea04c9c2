#include "core/torrent/country_database.h"

#include "tests/support/mmdb_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace trib;
using namespace trib::torrent;

class tst_country_database : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheCountryOfAnAddress_data();
    void tellsTheCountryOfAnAddress();
    void knowsNothingWithoutADatabase();
    void survivesAnythingThatIsNoDatabase_data();
    void survivesAnythingThatIsNoDatabase();
    void survivesADatabaseWithAnyByteChanged();
    void showsNothingThatIsNoCountryCode();
    void takesTheFirstThatKnowsCountries();
    void looksInTheFoldersOfTheSystem();
    void looksNowhereElseWhenOneIsConfigured();

private:
    std::filesystem::path write(const std::string &name, const std::string &bytes) const
    {
        const auto path = std::filesystem::path(m_dir.path().toStdString()) / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    static std::string country(const CountryDatabase &database, const char *address) { return database.countryOf(boost::asio::ip::make_address(address)); }

    QTemporaryDir m_dir;
    const std::string m_bytes = test::mmdbOf({{"198.51.100.0", 24, "JP"}, {"203.0.113.128", 25, "DE"}, {"2001:db8::", 32, "NZ"}});
};

void tst_country_database::tellsTheCountryOfAnAddress_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<std::string>("country");
    QTest::newRow("v4") << QByteArray("198.51.100.7") << std::string("JP");
    QTest::newRow("v4, half a network") << QByteArray("203.0.113.200") << std::string("DE");
    QTest::newRow("v4, the other half") << QByteArray("203.0.113.7") << std::string();
    QTest::newRow("v6") << QByteArray("2001:db8::1") << std::string("NZ");
    QTest::newRow("unknown") << QByteArray("192.0.2.1") << std::string();
}

void tst_country_database::tellsTheCountryOfAnAddress()
{
    QFETCH(QByteArray, address);
    QFETCH(std::string, country);
    const CountryDatabase database({write("good.mmdb", m_bytes)});
    QVERIFY(database.isThere());
    QCOMPARE(tst_country_database::country(database, address.constData()), country);
}

void tst_country_database::knowsNothingWithoutADatabase()
{
    QVERIFY(!CountryDatabase().isThere());
    QCOMPARE(country(CountryDatabase(), "198.51.100.7"), std::string());
    QVERIFY(!CountryDatabase({"/nowhere/at/all.mmdb"}).isThere());
}

void tst_country_database::survivesAnythingThatIsNoDatabase_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::newRow("empty") << std::string();
    QTest::newRow("text") << std::string("this is no database");
    QTest::newRow("cut short") << m_bytes.substr(m_bytes.size() / 2);
    QTest::newRow("without its end") << m_bytes.substr(0, m_bytes.size() - 20);
    QTest::newRow("of something else") << test::mmdbOf({{"198.51.100.0", 24, "JP"}}, "Test-ASN");
}

void tst_country_database::survivesAnythingThatIsNoDatabase()
{
    QFETCH(std::string, bytes);
    QCOMPARE(country(CountryDatabase({write("bad.mmdb", bytes)}), "198.51.100.7"), std::string());
}

void tst_country_database::survivesADatabaseWithAnyByteChanged()
{
    for (std::size_t at = 0; at < m_bytes.size(); at += 3) {
        std::string bytes = m_bytes;
        bytes[at] = static_cast<char>(bytes[at] ^ 0xff);
        const CountryDatabase database({write("changed.mmdb", bytes)});
        const std::string found = country(database, "198.51.100.7");
        QVERIFY(found.empty() || found.size() == 2);
    }
}

void tst_country_database::showsNothingThatIsNoCountryCode()
{
    const CountryDatabase database({write("odd.mmdb", test::mmdbOf({{"198.51.100.0", 24, "<b>"}, {"203.0.113.0", 24, "\x1b["}}))});
    QVERIFY(database.isThere());
    QCOMPARE(country(database, "198.51.100.7"), std::string());
    QCOMPARE(country(database, "203.0.113.7"), std::string());
}

void tst_country_database::takesTheFirstThatKnowsCountries()
{
    const auto other = write("asn.mmdb", test::mmdbOf({{"198.51.100.0", 24, "AA"}}, "Test-ASN"));
    const CountryDatabase database({"/nowhere.mmdb", other, write("good.mmdb", m_bytes)});
    QCOMPARE(country(database, "198.51.100.7"), std::string("JP"));
}

void tst_country_database::looksInTheFoldersOfTheSystem()
{
    const auto city = write("one/a-City.mmdb", {});
    const auto second = write("two/GeoLite2-Country.mmdb", {});
    (void)write("one/readme.txt", {});
    QCOMPARE(countryDatabaseFiles({}, {"/nowhere/at/all", city.parent_path(), second.parent_path()}), (std::vector{second, city}));
}

void tst_country_database::looksNowhereElseWhenOneIsConfigured()
{
    const auto there = write("three/x-Country.mmdb", {});
    QCOMPARE(countryDatabaseFiles("/mine.mmdb", {there.parent_path()}), std::vector{std::filesystem::path("/mine.mmdb")});
}

QTEST_GUILESS_MAIN(tst_country_database)
#include "tst_country_database.moc"
