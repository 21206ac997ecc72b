# SPDX-License-Identifier: GPL-3.0-or-later
# Every outside library, found once. Debian package names are in packaging/setup.sh.
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTOUIC OFF)
set(CMAKE_AUTORCC OFF)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network HttpServer DBus Gui Widgets Svg Sql LinguistTools)
find_package(Qt6Keychain REQUIRED)
find_package(QCoro6 0.8 REQUIRED COMPONENTS Core Network)
find_package(tl-expected REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)
find_path(VALIJSON_INCLUDE_DIR NAMES valijson/validator.hpp REQUIRED)
find_path(TOML11_INCLUDE_DIR NAMES toml/parser.hpp REQUIRED)
find_path(YAML_INCLUDE_DIR NAMES yaml.h REQUIRED)
find_library(YAML_LIBRARY NAMES yaml REQUIRED)
if(BUILD_TESTING)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
