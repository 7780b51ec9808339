#!/usr/bin/env bash
# Builds Athar for Windows on Linux and tries its store and the program under
# Wine.
#
#   scripts/windows.sh TAGS LDFLAGS          everything
#   scripts/windows.sh TAGS LDFLAGS store    only the tests of the store
#
# Wine is not Windows: that the program starts here shows that its Windows code
# runs (paths, locks, files, the window), not how NTFS takes a power cut.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
tags=$1
ldflags=$2
only=${3:-}
exe=$PWD/dist/athar.exe
work=$PWD/dist/wine

say() { echo "== $*"; }
die() { echo "windows: $*" >&2; exit 1; }

say "prepare Wine"
export WINEPREFIX=$work/prefix WINEDEBUG=-all WINEARCH=win64
# Neither Mono nor Gecko: Wine would ask to download them.
export WINEDLLOVERRIDES='mscoree,mshtml='
rm -rf "$work"
mkdir -p "$work/data"
wineboot --init >/dev/null 2>&1
if [ ! -e "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" ]; then
  x86_64-w64-mingw32-gcc -shared -O2 -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
    scripts/windows/bcryptprimitives.c -ladvapi32
fi

# Not all of persistence, which would take an hour: what differs on Windows.
# Those are kills, who has the store, names and long paths, and whatever renames
# or removes folders.
store_tests=(
  Kill SecondOpen Folder NewerFormat LostMarker PlaceThat NamesOfFolders ThePathOfAStore
  WhoHas SomebodyElse Knock Source Restore Revert Replaced Backup ADeath Migrat Format1
  Rebuilt Checkpoint Quarantine PutAside CatchesUp Log Encrypt Decrypt KeyFile Canar
  Nothing Forg FullDisk Drive Probe WhileTheyAreRead
)

# under_wine PACKAGE PATTERN runs the tests of a package, and names those that
# were left out. The tag and the flag of the linker: see wine_windows_test.go.
under_wine() {
  local name=${1//\//-} log
  log=$work/$name.txt
  CGO_ENABLED=0 GOOS=windows GOARCH=amd64 \
    go test -c -tags wine -ldflags -checklinkname=0 -o "$work/$name.exe" "./$1"
  if ! (cd "$1" && timeout 900 wine "$work/$name.exe" -test.short -test.v -test.timeout 850s -test.run "$2") >"$log" 2>&1; then
    grep -E '^ *--- FAIL|_test.go:[0-9]+:|^panic' "$log" >&2 || tail -n 20 "$log" >&2
    die "$1 fails, all of it is in $log"
  fi
  grep -B 1 -E '^ *--- SKIP' "$log" || true
  say "$1: $(grep -c -E '^ *--- PASS' "$log") passed, $(grep -c -E '^ *--- SKIP' "$log" || true) left out"
}

say "the store's tests"
under_wine persistence/vault .
under_wine persistence/archive .
under_wine persistence "$(IFS='|'; echo "${store_tests[*]}")"
[ "$only" != store ] || exit 0

say "cross-build $exe"
mkdir -p dist
CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc \
  go build -trimpath -tags "$tags" -ldflags "-s -w -H windowsgui $ldflags" -o "$exe" ./cmd/athar

say "without a window: athar new, list, verify"
athar() { timeout 120 wine "$exe" "$@" --data "Z:${work//\//\\}\\data"; }
athar new --title 'مياه نظيفة Clean water' >"$work/new.txt" || die "athar new failed"
athar list --json >"$work/list.json" || die "athar list failed"
grep -q 'مياه نظيفة Clean water' "$work/list.json" || die "the campaign is not in the list: $(cat "$work/list.json")"
athar verify || die "athar verify found problems"

say "with a window"
cat >"$work/look.sh" <<'LOOK'
#!/usr/bin/env bash
# Runs inside Xvfb: opens the program and waits for its window.
set -euo pipefail
wine "$1" --data "$2" &
program=$!
for _ in $(seq 120); do
  kill -0 "$program" 2>/dev/null || { echo "windows: the program ended by itself" >&2; exit 1; }
  # A mapped window with a name: Wine's helper windows have none or stay hidden.
  if id=$(xdotool search --onlyvisible --name 'Athar|أثر' 2>/dev/null | head -n 1) && [ -n "$id" ]; then
    xdotool getwindowname "$id"
    wineserver -k
    exit 0
  fi
  sleep 0.5
done
wineserver -k
echo "windows: no window after a minute" >&2
exit 1
LOOK
chmod +x "$work/look.sh"
xvfb-run -a -s '-screen 0 1366x768x24' "$work/look.sh" "$exe" "Z:${work//\//\\}\\data" ||
  die "the window did not open"
say "$(du -h "$exe" | cut -f 1) $exe"
