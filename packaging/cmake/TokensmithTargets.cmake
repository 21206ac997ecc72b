# SPDX-License-Identifier: GPL-3.0-or-later
# How targets are made here: one options target, one function per kind of target.

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # so that packing builds no tests; the target `programs` is all it takes
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported()

find_program(TOKENSMITH_CCACHE ccache)
if(TOKENSMITH_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # With a precompiled header ccache finds nothing unless it may trust the header's own check.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_SLOPPINESS=pch_defines,time_macros"
    "${TOKENSMITH_CCACHE}")
endif()

add_library(tokensmith_options INTERFACE)
add_library(tokensmith::options ALIAS tokensmith_options)
target_compile_features(tokensmith_options INTERFACE cxx_std_20)
target_include_directories(tokensmith_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(tokensmith_options INTERFACE
  QT_NO_CAST_FROM_ASCII
  QT_NO_CAST_TO_ASCII
  QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_URL_CAST_FROM_STRING
  QT_NO_KEYWORDS
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  TOKENSMITH_VERSION="${PROJECT_VERSION}")
target_compile_options(tokensmith_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor
  -fstack-protector-strong -fstack-clash-protection
  $<$<BOOL:${TOKENSMITH_WERROR}>:-Werror>
  # g++ 12 sees uninitialised std::function members in temporaries that are moved from (GCC bug 105562 and its kin)
  $<$<AND:$<BOOL:${TOKENSMITH_WERROR}>,$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-error=maybe-uninitialized>)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(tokensmith_options INTERFACE -fcf-protection)
endif()
target_link_options(tokensmith_options INTERFACE -Wl,-z,relro,-z,now -Wl,--as-needed)

if(TOKENSMITH_SANITIZE)
  target_compile_options(tokensmith_options INTERFACE -fsanitize=${TOKENSMITH_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(tokensmith_options INTERFACE -fsanitize=${TOKENSMITH_SANITIZE})
else()
  # _FORTIFY_SOURCE needs an optimised build, and the sanitizers replace what it checks.
  target_compile_options(tokensmith_options INTERFACE
    $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE> $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
endif()
if(TOKENSMITH_FORCE_ASSERTS)
  target_compile_definitions(tokensmith_options INTERFACE QT_FORCE_ASSERTS _GLIBCXX_ASSERTIONS)
endif()
if(TOKENSMITH_COVERAGE)
  target_compile_options(tokensmith_options INTERFACE --coverage)
  target_link_options(tokensmith_options INTERFACE --coverage)
endif()

# One precompiled header for all: half of a clean build is reading the same headers again. The dev preset goes without
# it (CMAKE_DISABLE_PRECOMPILE_HEADERS), so that a forgotten include is noticed.
file(CONFIGURE OUTPUT pch.cpp CONTENT "// Holds the precompiled header.\n")
add_library(tokensmith_pch OBJECT "${CMAKE_CURRENT_BINARY_DIR}/pch.cpp")
set_target_properties(tokensmith_pch PROPERTIES AUTOMOC OFF)
target_link_libraries(tokensmith_pch PRIVATE tokensmith::options Qt6::Core QCoro6::Core tl::expected)
target_precompile_headers(tokensmith_pch PRIVATE "${CMAKE_CURRENT_LIST_DIR}/pch.h")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
  target_compile_options(tokensmith_options INTERFACE -fpch-preprocess) # for ccache, too
endif()

# tokensmith_library(<folder> SOURCES … [LINKS …]): the static library tokensmith::<folder>.
# LINKS are PUBLIC: they are the arrows of the architecture, checked by tests/structure.
function(tokensmith_library name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LINKS")
  add_library(tokensmith_${name} STATIC ${ARG_SOURCES})
  add_library(tokensmith::${name} ALIAS tokensmith_${name})
  target_link_libraries(tokensmith_${name} PUBLIC tokensmith::options ${ARG_LINKS})
  target_precompile_headers(tokensmith_${name} REUSE_FROM tokensmith_pch)
endfunction()

# Everything packaging/run.sh needs, and no test.
add_custom_target(programs)

# tokensmith_program(<name> SOURCES … LINKS …): an installed executable.
function(tokensmith_program name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LINKS")
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE tokensmith::options ${ARG_LINKS})
  target_precompile_headers(${name} REUSE_FROM tokensmith_pch)
  add_dependencies(programs ${name})
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()
