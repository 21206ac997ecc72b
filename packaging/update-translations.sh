#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# update-translations.sh LUPDATE [DIRECTORY]: brings the catalogues of resources/translations (or those of DIRECTORY) up to
# date with the texts in the sources. Texts that are gone go. The target `update_translations` runs it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
lupdate=$1
catalogues=${2:-$root/resources/translations}
cd "$root"
for catalogue in "$catalogues"/tokensmith_*.ts; do
    options=()
    # English needs its plurals only: the texts are English.
    [ "${catalogue##*_}" != en.ts ] || options=(-pluralonly)
    "$lupdate" -silent -I. -locations none -no-obsolete -disable-heuristic similartext \
        -disable-heuristic sametext "${options[@]}" ui app core -ts "$catalogue" \
        2> >(grep -vE 'Qualifying with unknown|Ignoring definition of undeclared' >&2) # tests/translations checks that
done
wait
