# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package: `cmake --build --preset release --target deb` writes build/release/package/tokensmith_*.deb.
# Needs dpkg-dev and file. What the package holds is what `cmake --install` installs.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tokensmith)
set(CPACK_PACKAGE_VENDOR "The Tokensmith authors")
set(CPACK_PACKAGE_CONTACT "The Tokensmith authors <authors@tokensmith.dev>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop keyring for Cloudflare API tokens")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "\
Tokensmith shows every Cloudflare API token you have: what it may do, when it
expires and when it was last used. It makes tokens that can do exactly what is
needed, and revokes those that nobody uses. The one token it works with is kept
in the keychain of the desktop.
.
AI clients do the same through a local MCP server, each with a key of its own.
.
Besides the desktop program this package holds tokensmithd, the same without
a window, tokensmith-bridge for clients that only start commands, and
tokensmith-sandbox, a simulated Cloudflare to try everything without an
account.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_SET_DESTDIR ON) # the service has to know /usr, not where it is packed
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# What is linked is found by itself; these are loaded at run time.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "ca-certificates, libqt6sql6-sqlite, libsecret-1-0")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
  "gnome-keyring | kwalletmanager | keepassxc, qt6-qpa-plugins, qt6-translations-l10n, qt6-wayland")

include(CPack)
add_custom_target(deb
  COMMAND "${PROJECT_SOURCE_DIR}/packaging/deb.sh" "${CMAKE_BINARY_DIR}"
  COMMENT "Packing the Debian package"
  VERBATIM)
add_dependencies(deb programs)
