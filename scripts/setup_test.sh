#!/usr/bin/env bash
# Tests of setup.sh: it runs with a PATH that holds nothing but stand-ins for
# the package manager and the few ordinary tools it uses. Nothing is installed.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# machine TOOL... makes a fresh machine that has these stand-ins.
machine() {
  rm -rf "${work:?}/bin"
  mkdir "$work/bin"
  : >"$work/log"
  local tool
  for tool in bash env sed sort head xargs dirname cat echo; do
    ln -s "$(type -P "$tool")" "$work/bin/$tool"
  done
  stub uname 'echo Linux'
  stub id 'echo 0'
  stub go 'echo go1.99.0'
  for tool in "$@"; do
    stub "$tool" "echo $tool \"\$@\" >>$work/log"
  done
}

stub() { # NAME BODY
  printf '#!/usr/bin/env bash\n%s\n' "$2" >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}

# installed PACKAGE... makes dpkg-query know these and no others. "all" knows all.
installed() {
  stub dpkg-query "for p; do :; done
case \" $* \" in *\" \$p \"*|*\" all \"*) echo installed ;; *) exit 1 ;; esac"
}

# setup GOAL runs it; the output is in $out, the exit code in $code.
setup() {
  code=0
  out=$(env -i PATH="$work/bin" bash scripts/setup.sh "$@" 2>&1) || code=$?
}

# expect NAME CONDITION... counts a condition that does not hold.
expect() {
  local name=$1
  shift
  if ! "$@"; then
    failures=$((failures + 1))
    printf 'FAIL setup.sh %s\n  exit %s, it said: %s\n  it ran: %s\n' "$name" "$code" "$out" "$(cat "$work/log")"
  fi
}

ran() { grep -qE -- "$1" "$work/log"; }
said() { grep -qE -- "$1" <<<"$out"; }
nothing_ran() { [ ! -s "$work/log" ]; }
code_is() { [ "$code" = "$1" ]; }

machine apt-get
installed all
setup test
expect "is silent when everything is there" test -z "$out"
expect "does not call apt when everything is there" nothing_ran
expect "succeeds when everything is there" code_is 0

machine apt-get
installed
setup build
expect "installs the C libraries on a bare machine" ran 'install .*gcc .*libgl1-mesa-dev .*libxxf86vm-dev .*libxkbcommon-dev .*libwayland-dev'
expect "leaves recommended packages out" ran 'install --no-install-recommends'
expect "asks nothing" ran 'apt-get -y'
expect "does not install what only tests need" test -z "$(grep xvfb "$work/log")"

machine apt-get
installed
setup test
expect "installs both lists for tests" ran 'install .*libx11-dev.* xvfb openbox xdotool imagemagick x11-xkb-utils xclip .*libgl1-mesa-dri unicode-data'

machine apt-get
installed gcc libc6-dev pkg-config libgl1-mesa-dev libx11-dev libxcursor-dev libxrandr-dev libxinerama-dev \
  libxi-dev libxxf86vm-dev libwayland-dev ca-certificates
setup build
expect "installs only what is missing" ran 'no-install-recommends libxkbcommon-dev$'

machine
installed
stub apt-get "echo apt-get \"\$@\" >>$work/log
case \"\$*\" in *update*) : >$work/bin/updated ;; *) [ -e $work/bin/updated ] ;; esac"
setup windows
expect "renews the lists when a package is not found, and tries again" test "$(grep -cE 'install|update' "$work/log")" = 3
expect "installs the cross compiler and Wine" ran 'gcc-mingw-w64-x86-64 wine wine64'
expect "succeeds at the second try" code_is 0

machine
installed
stub apt-get 'exit 100'
setup build
expect "fails when apt cannot install" code_is 1
expect "says what could not be installed" said 'could not install .*gcc'

machine apt-get
installed
stub id 'echo 1000'
stub sudo "echo sudo \"\$@\" >>$work/log"
setup build
expect "uses sudo when not root" ran '^sudo env DEBIAN_FRONTEND=noninteractive apt-get'

machine apt-get
installed
stub id 'echo 1000'
setup build
expect "stops without root and sudo" code_is 1
expect "prints the command for root" said 'As root, run: apt-get install .*libgl1-mesa-dev'
expect "does not try apt without root" nothing_ran

for manager in dnf pacman zypper; do
  machine "$manager"
  setup build
  expect "prints what to install with $manager" said "sudo $manager .*gcc .*wayland"
  expect "stops where there is $manager" code_is 1
  expect "runs no $manager" nothing_ran
done

machine dnf cc
stub pkg-config 'exit 0'
setup build
expect "goes on without apt when all is there" code_is 0

machine
stub uname 'echo Darwin'
setup build
expect "names the compiler for macOS" said 'xcode-select --install.*brew install go'

machine apt-get
installed all
rm "$work/bin/go"
setup build
expect "says where Go is to be had" said 'Go 1\.[0-9.]+ or newer is needed. Get it from https://go.dev/dl/'

machine apt-get
installed all
stub go 'echo go1.19.8'
setup build
expect "refuses a Go that is too old" said 'or newer is needed, this is Go 1\.19\.8'
expect "fails on a Go that is too old" code_is 1

machine apt-get
installed all
stub go 'echo go1.100rc1'
setup build
expect "takes a release candidate of a newer Go" code_is 0

machine apt-get
installed all
setup everything
expect "refuses a goal it does not know" code_is 1

if [ "$failures" -gt 0 ]; then
  echo "setup_test.sh: $failures failed"
  exit 1
fi
echo "ok setup.sh"
