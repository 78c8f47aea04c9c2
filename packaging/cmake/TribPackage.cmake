# CPack: .deb on Linux (`cpack -G DEB`), an NSIS installer on Windows, a disk image on macOS.
set(CPACK_PACKAGE_NAME tributary)
set(CPACK_PACKAGE_VENDOR "The Tributary maintainers")
set(CPACK_PACKAGE_CONTACT "The Tributary maintainers <maintainers@tributary.invalid>" CACHE STRING "Name and address of who makes the packages")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Download and share files with BitTorrent")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_INSTALL_DIRECTORY Tributary)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_OUTPUT_FILE_PREFIX "${CMAKE_BINARY_DIR}/packages")
set(CPACK_COMPONENTS_ALL tributaryd)
if(TRIB_UI_TESTS)
  list(APPEND CPACK_COMPONENTS_ALL tributary)
endif()

if(WIN32)
  set(CPACK_GENERATOR NSIS)
  include("${CMAKE_SOURCE_DIR}/packaging/windows/nsis.cmake")
elseif(APPLE)
  set(CPACK_GENERATOR DragNDrop)
  set(CPACK_DMG_VOLUME_NAME Tributary)
else()
  set(CPACK_GENERATOR DEB)
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
  set(CPACK_DEB_COMPONENT_INSTALL ON)
  set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_PACKAGE_SECTION net)
  set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

  set(CPACK_DEBIAN_TRIBUTARY_PACKAGE_NAME tributary)
  set(CPACK_COMPONENT_TRIBUTARY_DESCRIPTION "The window. Takes magnet links and torrents of all three kinds (v1, v2,
hybrid), shows what they hold before anything is downloaded, and keeps list,
progress and files through crashes, full disks and unplugged drives.")
  # Plugins that no shared library asks for: the window's way to the display and the icons.
  set(CPACK_DEBIAN_TRIBUTARY_PACKAGE_DEPENDS "qt6-qpa-plugins, libqt6svg6")
  set(CPACK_DEBIAN_TRIBUTARY_PACKAGE_RECOMMENDS "qt6-wayland, xdg-utils, tributaryd")

  set(CPACK_DEBIAN_TRIBUTARYD_PACKAGE_NAME tributaryd)
  set(CPACK_COMPONENT_TRIBUTARYD_DESCRIPTION "Without a window: the engine for servers, as a systemd user service, and the
command line, which speaks JSON and reaches the window as well.")
endif()
include(CPack)
