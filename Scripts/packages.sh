# Functions that the scripts share: installing what is missing, or saying exactly what to install.
# shellcheck shell=bash

fail() {
  printf '%s\n' "$@" >&2
  exit 3
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Installs those of the named Debian packages that are missing; quiet where nothing is.
need_packages() {
  local missing=() package log
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      fail "Some packages are missing, and only root may install them. Please run:" \
        "  sudo apt-get install --no-install-recommends ${missing[*]}"
    fi
    as_root=(sudo -n)
  fi
  printf 'Installing %s…\n' "${missing[*]}" >&2
  log=$(mktemp)
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
  # The lists may be stale or absent; where they cannot be renewed, the installation still may do.
  "${apt[@]}" update >"$log" 2>&1 </dev/null || true
  if ! "${apt[@]}" install --no-install-recommends "${missing[@]}" >>"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    fail "The packages could not be installed; the log is above."
  fi
  rm -f "$log"
}

# What building Collate takes: Swift, a linker, and the libraries that are linked into it.
need_build_tools() {
  if ! command -v swift >/dev/null; then
    fail "Collate is built with Swift 6.3, and there is no swift in the PATH." \
      "Install it as https://www.swift.org/install/ says, then try again."
  fi
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    need_libraries_elsewhere
    return
  fi
  local packages=(libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev)
  command -v git >/dev/null || packages+=(git ca-certificates)
  command -v ld >/dev/null || packages+=(binutils)
  [ -e /usr/include/stdlib.h ] || packages+=(libc6-dev)
  [ -d /usr/include/c++ ] || packages+=(g++)
  need_packages "${packages[@]}"
}

# On a system without apt, nothing is installed; a missing header is named with what brings it.
need_libraries_elsewhere() {
  local header folder found missing=()
  for header in cmark-gfm.h cmark-gfm-core-extensions.h yaml.h; do
    found=
    for folder in /usr/include /usr/local/include /opt/homebrew/include; do
      [ ! -e "$folder/$header" ] || found=yes
    done
    [ -n "$found" ] || missing+=("$header")
  done
  [ "${#missing[@]}" -eq 0 ] || fail \
    "Collate needs the libraries cmark-gfm (with its extensions) and libyaml, with headers and static archives." \
    "These headers were not found: ${missing[*]}" \
    "Debian and Ubuntu: sudo apt-get install libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev" \
    "macOS: brew install cmark-gfm libyaml"
}
