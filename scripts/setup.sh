#!/usr/bin/env bash
# Installs what building, testing or cross-building Athar needs and is missing.
#
#   scripts/setup.sh build|test|windows
#
# On Debian, Ubuntu and their kin it installs, with sudo where that is needed,
# and does nothing at all when everything is there. On other systems it prints
# what to install and stops. It never asks a question.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { echo "setup: $*"; }
die() { say "$*" >&2; exit 1; }

# packages SET MANAGER prints the packages of a set under that manager's names.
packages() {
  case "$1/$2" in
    build/apt) echo gcc libc6-dev pkg-config libgl1-mesa-dev libx11-dev libxcursor-dev libxrandr-dev \
      libxinerama-dev libxi-dev libxxf86vm-dev libxkbcommon-dev libwayland-dev ca-certificates ;;
    build/dnf) echo gcc pkgconf-pkg-config mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel \
      libXinerama-devel libXi-devel libXxf86vm-devel libxkbcommon-devel wayland-devel ;;
    build/pacman) echo gcc pkgconf libglvnd libx11 libxcursor libxrandr libxinerama libxi libxxf86vm \
      libxkbcommon wayland ;;
    build/zypper) echo gcc pkgconf-pkg-config Mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel \
      libXinerama-devel libXi-devel libXxf86vm-devel libxkbcommon-devel wayland-devel ;;

    # Software OpenGL to draw without a graphics card, a window manager because
    # focus and full screen do not exist without one, xdotool, xclip and
    # ImageMagick to act and to look from outside, Unicode's own test files, and
    # dictionaries with the program to compare the spelling check with.
    test/apt) echo xvfb openbox xdotool imagemagick x11-xkb-utils xclip x11-utils libgl1-mesa-dri unicode-data \
      git shellcheck strace e2fsprogs hunspell hunspell-en-us hunspell-ar ;;
    test/dnf) echo xorg-x11-server-Xvfb openbox xdotool ImageMagick xkbcomp setxkbmap xclip xwininfo \
      mesa-dri-drivers unicode-ucd git ShellCheck strace e2fsprogs hunspell hunspell-en-US hunspell-ar ;;
    test/pacman) echo xorg-server-xvfb openbox xdotool imagemagick xorg-xkbcomp xorg-setxkbmap xclip xorg-xwininfo \
      mesa unicode-character-database git shellcheck strace e2fsprogs hunspell hunspell-en_us ;;
    test/zypper) echo xorg-x11-server-Xvfb openbox xdotool ImageMagick xkbcomp setxkbmap xclip xwininfo \
      Mesa-dri unicode-ucd git ShellCheck strace e2fsprogs hunspell myspell-en_US myspell-ar ;;

    windows/apt) echo gcc-mingw-w64-x86-64 wine wine64 xvfb xauth xdotool ;;
    windows/dnf) echo mingw64-gcc wine xorg-x11-server-Xvfb xorg-x11-xauth xdotool ;;
    windows/pacman) echo mingw-w64-gcc wine xorg-server-xvfb xorg-xauth xdotool ;;
    windows/zypper) echo mingw64-cross-gcc wine xorg-x11-server-Xvfb xauth xdotool ;;
  esac
}

# sets_of GOAL prints the sets it takes.
sets_of() {
  case "$1" in
    build) echo build ;;
    test) echo build test ;;
    windows) echo windows ;;
    *) die "what for? Say build, test or windows." ;;
  esac
}

packages_of() { # GOAL MANAGER
  local set
  for set in $(sets_of "$1"); do
    packages "$set" "$2"
  done | xargs
}

check_go() {
  local want have
  want=$(sed -n 's/^go \([0-9.]*\).*/\1/p' go.mod)
  command -v go >/dev/null || die "Go $want or newer is needed. Get it from https://go.dev/dl/ and put its bin folder on PATH."
  # Asked in the folder of the module: a Go that can fetch the right version of
  # itself answers with that one.
  have=$(go env GOVERSION) || die "Go does not run. Athar needs Go $want or newer: https://go.dev/dl/"
  have=${have#go}
  have=${have%%[!0-9.]*}
  if [ "$(printf '%s\n' "$want" "$have" | sort -V | head -n 1)" != "$want" ]; then
    die "Go $want or newer is needed, this is Go $have. Get a newer one from https://go.dev/dl/"
  fi
}

# missing_debs PACKAGE... prints those that are not installed.
missing_debs() {
  local package
  for package in "$@"; do
    case "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" in
      installed*) ;;
      *) echo "$package" ;;
    esac
  done | xargs
}

install_debs() { # PACKAGE...
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || die "missing: $*. As root, run: apt-get install --no-install-recommends $*"
    as_root=(sudo)
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o Dpkg::Use-Pty=0)
  say "installing $*"
  # The lists of packages are fetched only when they turn out to be absent or
  # too old: that is the slow part, and on most machines not needed.
  if ! "${apt[@]}" install --no-install-recommends "$@" >/dev/null 2>&1; then
    "${apt[@]}" update || say "the lists of packages could not be renewed, trying with the old ones"
    "${apt[@]}" install --no-install-recommends "$@" >/dev/null || die "could not install $*"
  fi
}

# present GOAL tells whether a system without apt has what the goal needs, as
# far as that can be asked without knowing its packages.
present() {
  local tool
  local tools=()
  case "$1" in
    build) tools=(cc pkg-config) ;;
    test) tools=(cc pkg-config Xvfb openbox xdotool convert xkbcomp setxkbmap xclip shellcheck git) ;;
    windows) tools=(x86_64-w64-mingw32-gcc wine xvfb-run xdotool) ;;
  esac
  for tool in "${tools[@]}"; do
    command -v "$tool" >/dev/null || return 1
  done
  [ "$1" = windows ] ||
    pkg-config --exists gl x11 xcursor xrandr xinerama xi xxf86vm xkbcommon wayland-client
}

other_system() { # GOAL
  if [ "$(uname -s)" = Darwin ]; then
    [ "$1" = build ] || die "tests in a real window need Linux. What the program itself needs: xcode-select --install"
    command -v cc >/dev/null && return
    die "a C compiler is missing. Install it with: xcode-select --install   (and Go with: brew install go)"
  fi
  present "$1" && return
  say "this system has no apt, so please install what is missing yourself:" >&2
  local found=no
  if command -v dnf >/dev/null; then found=yes; echo "  sudo dnf install $(packages_of "$1" dnf)" >&2; fi
  if command -v pacman >/dev/null; then found=yes; echo "  sudo pacman -S --needed $(packages_of "$1" pacman)" >&2; fi
  if command -v zypper >/dev/null; then found=yes; echo "  sudo zypper install $(packages_of "$1" zypper)" >&2; fi
  if [ $found = no ]; then
    echo "  the equivalents of these packages of Debian: $(packages_of "$1" apt)" >&2
  fi
  exit 1
}

main() {
  local goal=${1:-}
  sets_of "$goal" >/dev/null
  check_go
  if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    local wanted missing
    read -r -a wanted <<<"$(packages_of "$goal" apt)"
    # A failure within $( ) does not stop a script by itself.
    [ ${#wanted[@]} -gt 0 ] || die "the list of packages for $goal could not be read"
    read -r -a missing <<<"$(missing_debs "${wanted[@]}")"
    if [ ${#missing[@]} -gt 0 ]; then
      install_debs "${missing[@]}"
    fi
  else
    other_system "$goal"
  fi
}

main "$@"
