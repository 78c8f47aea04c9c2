# The manual page of tributaryd with what the program itself says about its commands:
# cmake -DPROGRAM=tributaryd -DTEMPLATE=tributaryd.1 -DOUT=tributaryd.1 -P make_daemon_page.cmake
execute_process(COMMAND "${PROGRAM}" --help OUTPUT_VARIABLE help RESULT_VARIABLE status ENCODING UTF-8)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} --help: ${status}")
endif()
string(STRIP "${help}" help)
string(REPLACE "\\" "\\e" help "${help}")
string(REPLACE "-" "\\-" help "${help}")
string(REGEX REPLACE "(^|\n)([.'])" "\\1\\\\&\\2" help "${help}")
file(READ "${TEMPLATE}" page)
string(REPLACE "@TRIB_HELP@" "${help}" page "${page}")
file(WRITE "${OUT}" "${page}")
