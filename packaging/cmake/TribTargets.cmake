# How every target of the project is declared. The folder is the layer: core/base becomes core_base, alias trib::core_base.

add_library(trib_options INTERFACE)
target_compile_features(trib_options INTERFACE cxx_std_20)
target_include_directories(trib_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(trib_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Werror=unused-result
  $<$<BOOL:${TRIB_WERROR}>:-Werror>
  # false alarms of GCC 12 in its own std::string and std::optional once it optimises (GCC bugs 105651, 105329 and 80635)
  "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict;-Wno-maybe-uninitialized;-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread>")
target_compile_definitions(trib_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_NO_FOREACH QT_NO_CONTEXTLESS_CONNECT QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
  TRIB_VERSION="${PROJECT_VERSION}")
if(TRIB_SANITIZE)
  target_compile_options(trib_options INTERFACE -fsanitize=${TRIB_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(trib_options INTERFACE -fsanitize=${TRIB_SANITIZE})
endif()
if(TRIB_FUZZ)
  target_compile_options(trib_options INTERFACE -fsanitize=fuzzer-no-link) # coverage of the libraries guides the search
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(TRIB_MOC_PRELUDE "${CMAKE_SOURCE_DIR}/packaging/cmake/moc_prelude.h")
set(CMAKE_AUTOMOC_MOC_OPTIONS "--include" "${TRIB_MOC_PRELUDE}")
find_program(TRIB_CCACHE ccache)
if(TRIB_CCACHE AND NOT TRIB_UNITY) # batches are rarely the same twice
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${TRIB_CCACHE})
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()

# trib_add_library(SOURCES a.cpp ... [LINKS trib::core_base Qt6::Core ...] [PCH <header> ...])
function(trib_add_library)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PCH" ${ARGN})
  file(RELATIVE_PATH layer "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  string(REPLACE "/" "_" name "${layer}")
  set(batch 10)
  add_library(${name} STATIC ${ARG_SOURCES})
  add_library(trib::${name} ALIAS ${name})
  target_link_libraries(${name} PUBLIC trib_options ${ARG_LINKS})
  if("${ARG_LINKS}" MATCHES "Qt6::|trib::core_engine|trib::core_torrent|trib::ui_")
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
  endif()
  list(LENGTH ARG_SOURCES count)
  if(ARG_PCH AND NOT (TRIB_UNITY AND count LESS_EQUAL ${batch})) # one batch would be the only reader
    target_precompile_headers(${name} PRIVATE ${ARG_PCH})
  endif()
  if(TRIB_UNITY)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${batch})
    target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>) # every file is an included one there
  endif()
endfunction()

# QTest takes longer to parse than most tests: once for those of the window, once for the others. What a precompiled header knows of macros
# must hold for all of its readers, so these link the same modules of Qt, and the folder of each is no macro (nothing uses QFINDTESTDATA).
function(trib_share_test_headers name label)
  set(headers tests_headers)
  set(modules Qt6::Test Qt6::Network)
  if(label STREQUAL "ui")
    string(APPEND headers "_ui")
    list(APPEND modules Qt6::Widgets)
  endif()
  set(same -O0 -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
  if(NOT TARGET ${headers})
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/${headers}.cpp" CONTENT "")
    add_library(${headers} OBJECT "${CMAKE_BINARY_DIR}/${headers}.cpp")
    target_link_libraries(${headers} PRIVATE trib_options ${modules})
    target_compile_options(${headers} PRIVATE ${same})
    target_precompile_headers(${headers} PRIVATE <QTest> <map> <memory> <string> <vector>)
  endif()
  target_link_libraries(${name} PRIVATE ${modules})
  target_compile_options(${name} PRIVATE ${same})
  target_precompile_headers(${name} REUSE_FROM ${headers})
endfunction()

# trib_add_test(tst_unit.cpp [LINKS ...] [LABEL unit] [TIMEOUT 60] [OWN_PCH]): one Qt Test executable, one ctest of the same name.
# OWN_PCH: the caller sees to its precompiled headers.
function(trib_add_test source)
  cmake_parse_arguments(ARG "OWN_PCH" "LABEL;TIMEOUT" "LINKS" ${ARGN})
  get_filename_component(unit "${source}" NAME_WE)
  file(RELATIVE_PATH folder "${CMAKE_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
  string(REPLACE "/" "_" prefix "${folder}")
  set(name "${prefix}_${unit}")
  # The one file is known to need moc: looking for such files, as AUTOMOC does, would take longer than moc itself.
  set(moc "${CMAKE_CURRENT_BINARY_DIR}/${unit}.moc")
  add_custom_command(OUTPUT "${moc}" DEPENDS "${source}" "${TRIB_MOC_PRELUDE}" VERBATIM
    COMMAND Qt6::moc --include "${TRIB_MOC_PRELUDE}" -o "${moc}" "${CMAKE_CURRENT_SOURCE_DIR}/${source}")
  add_executable(${name} ${source} "${moc}")
  target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
  target_link_libraries(${name} PRIVATE trib_options Qt6::Test ${ARG_LINKS})
  target_compile_definitions(${name} PRIVATE TRIB_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
  if(NOT ARG_LABEL)
    set(ARG_LABEL unit)
  endif()
  if(TRIB_UNITY)
    target_compile_options(${name} PRIVATE -O0) # a test's own code is not worth the optimiser's time
    if(NOT ARG_OWN_PCH)
      trib_share_test_headers(${name} ${ARG_LABEL})
    endif()
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;ASAN_OPTIONS=detect_leaks=0;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
