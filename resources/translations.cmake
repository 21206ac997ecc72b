# SPDX-License-Identifier: GPL-3.0-or-later
# The catalogues of resources/translations, as :/i18n/tokensmith_<language>.qm. What goes in is TOKENSMITH_LANGUAGES.
set(TOKENSMITH_LANGUAGES de en)

set(TOKENSMITH_CATALOGUES)
foreach(language IN LISTS TOKENSMITH_LANGUAGES)
  set(source "${PROJECT_SOURCE_DIR}/resources/translations/tokensmith_${language}.ts")
  set(catalogue "${CMAKE_CURRENT_BINARY_DIR}/i18n/tokensmith_${language}.qm")
  add_custom_command(OUTPUT "${catalogue}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_CURRENT_BINARY_DIR}/i18n"
    COMMAND Qt6::lrelease -silent "${source}" -qm "${catalogue}"
    DEPENDS "${source}"
    VERBATIM)
  list(APPEND TOKENSMITH_CATALOGUES "${catalogue}")
endforeach()

add_custom_target(update_translations
  COMMAND "${PROJECT_SOURCE_DIR}/packaging/update-translations.sh" $<TARGET_FILE:Qt6::lupdate>
  VERBATIM)
