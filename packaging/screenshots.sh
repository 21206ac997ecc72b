#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the pictures of the README and the metainfo from the sandbox, on a desktop of its own. Start reading at the table.
set -euo pipefail

# picture       scheme  page    clicks in the window, x,y, one after the other
table='
tokens-light    light   tokens  600,540
tokens-dark     dark    tokens  600,540
'

usage() {
    cat <<'U'
usage: packaging/screenshots.sh [--bin DIR] [--to DIR] [--language LANG] [PICTURE…]

Takes all pictures, or those named, of the programs in DIR (build/release/bin) and writes DIR/PICTURE.png
(packaging/screenshots). Needs what packaging/setup.sh --tests installs; a display is not needed and not used.
  --language LANG  the window's language, such as de_DE; English if not given
  --help           this text
U
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
size=1280x800

say() { printf 'screenshots.sh: %s\n' "$*" >&2; }

# Inside a session bus of its own, with $bin, $work and $port in the environment: a portal that says light or dark, a window manager, the program.
if [ "${1-}" = --inside ]; then
    scheme=$2 page=$3 clicks=$4 picture=$5
    started=()
    trap 'kill "${started[@]}" 2>/dev/null || true; wait' EXIT
    # Ends with the answer "ready" once it owns its name.
    coproc portal { exec /usr/bin/python3 "$root/packaging/screenshots/portal.py" "$scheme" 2>/dev/null; }
    started+=("$portal_PID")
    read -rt 20 _ <&"${portal[0]}" || { say "the portal did not start"; exit 1; }
    openbox >/dev/null 2>&1 &
    started+=($!)
    "$bin/tokensmith" --sandbox --port "$port" --page "$page" --data-dir "$work/data" >"$work/program.log" 2>&1 &
    started+=($!)
    window=$(timeout 30 xdotool search --sync --onlyvisible --class tokensmith | head -n 1) || true
    [ -n "$window" ] || { cat "$work/program.log" >&2; say "no window"; exit 1; }
    xdotool windowactivate --sync "$window" windowsize --sync "$window" "${size%x*}" "${size#*x}" || true
    # Still when two looks in a row, half a second apart, see the same.
    settle() {
        local before='' now='' tries=0
        while [ "$tries" -lt 40 ]; do
            import -silent -window "$window" "$picture"
            now=$(identify -format '%#' "$picture")
            [ "$now" != "$before" ] || return 0
            before=$now
            tries=$((tries + 1))
            sleep 0.5
        done
        say "the window does not come to rest"
        return 1
    }
    settle
    for click in $clicks; do
        xdotool mousemove --window "$window" "${click%,*}" "${click#*,}" click 1
        settle
    done
    xdotool mousemove --window "$window" $((${size%x*} - 2)) $((${size#*x} - 2)) # no hover
    settle
    [ "$(identify -format '%wx%h' "$picture")" = "$size" ] || { say "the window is not $size"; exit 1; }
    exit
fi

bin=$root/build/release/bin
to=$root/packaging/screenshots
language=en_GB
wanted=()
while [ $# -gt 0 ]; do
    case $1 in
        --bin | --to | --language)
            [ $# -gt 1 ] || { usage >&2; exit 2; }
            case $1 in
                --bin) bin=$2 ;;
                --to) to=$2 ;;
                --language) language=$2 ;;
            esac
            shift
            ;;
        --help | -h)
            usage
            exit 0
            ;;
        -*)
            say "unknown option $1"
            usage >&2
            exit 2
            ;;
        *) wanted+=("$1") ;;
    esac
    shift
done
for tool in Xvfb openbox xdotool import identify dbus-run-session; do
    command -v "$tool" >/dev/null || { say "$tool is not installed: packaging/setup.sh --tests"; exit 1; }
done
[ -x "$bin/tokensmith" ] || { say "there is no $bin/tokensmith: build first, with packaging/run.sh --build-only"; exit 1; }

work=$(mktemp -d)
x=
trap '[ -z "$x" ] || kill "$x" 2>/dev/null; rm -rf "$work"' EXIT
mkfifo "$work/display"
Xvfb -displayfd 7 -screen 0 1400x900x24 -dpi 96 -nolisten tcp -noreset 7>"$work/display" >"$work/x.log" 2>&1 &
x=$!
read -rt 20 display <"$work/display" || { cat "$work/x.log" >&2; say "no X server"; exit 1; }
mkdir -m 700 "$work/home" "$work/run"
mkdir -p "$work/home/.config/fontconfig"
cat >"$work/home/.config/fontconfig/fonts.conf" <<C
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Inter</family></prefer></alias>
  <match target="font"><edit name="rgba" mode="assign"><const>none</const></edit></match>
</fontconfig>
C
mkdir -p "$to"
# Nothing else may answer on its bus, and nothing of this session may shine through.
cat >"$work/bus.conf" <<C
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$work/run</listen>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
C
port=8787 # as it usually is, if nothing else has it
if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then port=0; fi
clean=(env -i PATH="$PATH" HOME="$work/home" XDG_RUNTIME_DIR="$work/run" DISPLAY=":$display" LANG="$language.UTF-8"
    LC_CTYPE=C.UTF-8 TZ=Europe/London NO_AT_BRIDGE=1
    work="$work" bin="$bin" port="$port")

taken=0
while read -r picture scheme page clicks; do
    [ -n "$picture" ] || continue
    if [ ${#wanted[@]} -gt 0 ] && [[ " ${wanted[*]} " != *" $picture "* ]]; then continue; fi
    say "$picture"
    rm -rf "$work/data"
    "${clean[@]}" dbus-run-session --config-file="$work/bus.conf" -- \
        "${BASH_SOURCE[0]}" --inside "$scheme" "$page" "$clicks" "$work/picture.png" </dev/null 2>"$work/log" ||
        { cat "$work/log" >&2; exit 1; }
    convert "$work/picture.png" -strip -define png:compression-level=9 "$to/$picture.png"
    taken=$((taken + 1))
done <<<"$table"
[ "$taken" -gt 0 ] || { say "no such picture: ${wanted[*]}"; exit 2; }
