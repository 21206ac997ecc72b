# SPDX-License-Identifier: GPL-3.0-or-later
# Every icon that goes into the programs, as :/icons/<name>.svg. Drawing rules: resources/README.md.
set(TOKENSMITH_ICONS)
foreach(icon
    act activity app bell bolt calendar check clients clock columns copy dots down download expd ext eye eyeoff
    file flask globe hour info left link lock minus monitor off offline org pause pencil pend play plus power
    quit refresh right rotate search send settings shield stop sun terminal token trash undo up user vault warn x)
  list(APPEND TOKENSMITH_ICONS "${PROJECT_SOURCE_DIR}/resources/icons/${icon}.svg")
endforeach()
