# Third-party libraries; why each is here stands in ARCHITECTURE.md.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Concurrent Test)
if(TRIB_UI_TESTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Svg LinguistTools)
endif()
find_package(tl-expected REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(Libtorrent REQUIRED IMPORTED_TARGET libtorrent-rasterbar>=2.0.8)
pkg_check_modules(MaxMindDb REQUIRED IMPORTED_TARGET libmaxminddb>=1.5)
# SQLCipher (its .pc file gives the version of SQLite), never beside libsqlite3: both export the same symbols.
pkg_check_modules(SqlCipher REQUIRED IMPORTED_TARGET sqlcipher>=3.39)
