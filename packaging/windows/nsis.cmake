# The installer: start menu, and the registry entries by which Windows offers Tributary for magnet links and .torrent files in
# Settings > Apps > Default apps. It takes no default from another program: since Windows 8 only the user can.
set(CPACK_NSIS_DISPLAY_NAME Tributary)
set(CPACK_NSIS_PACKAGE_NAME Tributary)
set(CPACK_NSIS_INSTALLED_ICON_NAME "bin\\tributary.exe")
set(CPACK_NSIS_MUI_ICON "${CMAKE_BINARY_DIR}/packaging/tributary.ico")
set(CPACK_NSIS_MUI_UNIICON "${CMAKE_BINARY_DIR}/packaging/tributary.ico")
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH OFF)
set(CPACK_NSIS_UNINSTALL_NAME Uninstall)
set(CPACK_PACKAGE_EXECUTABLES tributary Tributary)
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS [[
  WriteRegStr HKLM "Software\Classes\Tributary.torrent" "" "BitTorrent file"
  WriteRegStr HKLM "Software\Classes\Tributary.torrent\DefaultIcon" "" "$INSTDIR\bin\tributary.exe,0"
  WriteRegStr HKLM "Software\Classes\Tributary.torrent\shell\open\command" "" '"$INSTDIR\bin\tributary.exe" "%1"'
  WriteRegStr HKLM "Software\Classes\Tributary.magnet" "" "Magnet link"
  WriteRegStr HKLM "Software\Classes\Tributary.magnet" "URL Protocol" ""
  WriteRegStr HKLM "Software\Classes\Tributary.magnet\DefaultIcon" "" "$INSTDIR\bin\tributary.exe,0"
  WriteRegStr HKLM "Software\Classes\Tributary.magnet\shell\open\command" "" '"$INSTDIR\bin\tributary.exe" "%1"'
  WriteRegStr HKLM "Software\Classes\.torrent\OpenWithProgids" "Tributary.torrent" ""
  WriteRegStr HKLM "Software\Tributary\Capabilities" "ApplicationName" "Tributary"
  WriteRegStr HKLM "Software\Tributary\Capabilities" "ApplicationDescription" "Download and share files with BitTorrent"
  WriteRegStr HKLM "Software\Tributary\Capabilities\FileAssociations" ".torrent" "Tributary.torrent"
  WriteRegStr HKLM "Software\Tributary\Capabilities\URLAssociations" "magnet" "Tributary.magnet"
  WriteRegStr HKLM "Software\RegisteredApplications" "Tributary" "Software\Tributary\Capabilities"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
]])
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS [[
  DeleteRegValue HKLM "Software\RegisteredApplications" "Tributary"
  DeleteRegValue HKLM "Software\Classes\.torrent\OpenWithProgids" "Tributary.torrent"
  DeleteRegKey HKLM "Software\Tributary"
  DeleteRegKey HKLM "Software\Classes\Tributary.magnet"
  DeleteRegKey HKLM "Software\Classes\Tributary.torrent"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
]])
