# System packages: first everything missing is wanted, by its name in Debian, then all of it is installed at once.

wanted_packages=()
wanted_reasons=()

# Which package manager this system has. Debian stands for its relatives, such as Ubuntu, and Fedora for its own.
find_system() {
  if has apt-get; then echo debian; elif has dnf; then echo fedora; elif has brew; then echo macos; else echo other; fi
}
system=$(find_system)

# Debian's names that others do not have, with theirs. On macOS, a C++ compiler comes with Apple's tools.
other_names='
  chromium-headless-shell fedora=chromium-headless macos=chromium
  ffmpeg                  fedora=ffmpeg-free
  poppler-utils           macos=poppler
  postgresql              fedora=postgresql-server macos=postgresql@17
  fonts-dejavu-core       fedora=dejavu-sans-fonts
  ninja-build             macos=ninja
  pkg-config              fedora=pkgconf-pkg-config macos=pkgconf
  g++                     fedora=gcc-c++ macos=gcc
  libuv1-dev              fedora=libuv-devel macos=libuv
  libssl-dev              fedora=openssl-devel macos=openssl@3
  libsrtp2-dev            fedora=libsrtp-devel macos=srtp
  libabsl-dev             fedora=abseil-cpp-devel macos=abseil
  libflatbuffers-dev      fedora=flatbuffers-devel macos=flatbuffers
  flatbuffers-compiler    macos=flatbuffers
'

# name_here PACKAGE: what this system calls it.
name_here() {
  local debian others other
  while read -r debian others; do
    [[ $debian == "$1" ]] || continue
    for other in $others; do
      [[ $other == "$system="* ]] && echo "${other#*=}" && return
    done
  done <<<"$other_names"
  echo "$1"
}

# want PACKAGE REASON
want() {
  local name
  name=$(name_here "$1")
  wanted_packages+=("$name")
  wanted_reasons+=("$name ($2)")
}

is_installed() {
  local name
  name=$(name_here "$1")
  case $system in
    debian) [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] ;;
    fedora) rpm --query "$name" >/dev/null 2>&1 ;;
    macos) brew list "$name" >/dev/null 2>&1 ;;
    *) return 1 ;;
  esac
}

# Debian and Homebrew keep the server's programs out of the path. server/storage/testing/postgresPrograms.ts looks in the same places.
has_postgres() { has postgres || compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || compgen -G '/opt/homebrew/opt/postgresql@*/bin/postgres' >/dev/null; }

# Homebrew installs for its user and asks nothing, but what else it would change is theirs to decide.
may_install() { [[ $system == debian || $system == fedora ]] && ((EUID == 0)); }

how_to_install() {
  case $system in
    debian) echo "sudo apt-get install -y --no-install-recommends $*" ;;
    fedora) echo "sudo dnf install -y $*" ;;
    macos) echo "brew install $*" ;;
  esac
}

# install_packages NAME…: as this system calls them.
install_packages() {
  if [[ $system == fedora ]]; then
    quietly "$cache/dnf.log" dnf install --assumeyes --setopt=install_weak_deps=False "$@"
    return
  fi
  export DEBIAN_FRONTEND=noninteractive
  # Tests start a PostgreSQL of their own. Without this, Debian's package starts one for the whole machine.
  local own=/etc/postgresql-common/createcluster.conf
  if [[ " $* " == *' postgresql '* && ! -e $own ]]; then
    mkdir -p "${own%/*}" && echo 'create_main_cluster = false' >"$own"
  fi
  quietly "$cache/apt.log" apt-get update --quiet &&
    quietly "$cache/apt.log" apt-get install --yes --quiet --no-install-recommends "$@"
}

install_wanted() {
  ((${#wanted_packages[@]})) || return 0
  local reasons
  reasons=$(printf ', %s' "${wanted_reasons[@]}")
  if may_install; then
    say "Installing system packages: ${reasons:2}"
    install_packages "${wanted_packages[@]}" || fail 'The packages could not be installed.'
    hash -r
    return
  fi
  say "Missing: ${reasons:2}"
  [[ $system != other ]] || fail 'Earshot sets itself up on Debian, Ubuntu and Fedora, and says what to install on macOS with Homebrew.
Here, please install these with the package manager of this system (the names are Debian’s), then try again.'
  fail "Please run this, then try again:
  $(how_to_install "${wanted_packages[@]}")"
}

# offer PACKAGE REASON: something that is good to have. It is tried once, and its absence stops nothing.
offer() {
  has "$1" && return
  local tried=node_modules/.earshot-tried-$1
  [[ -e $tried ]] && return
  touch "$tried"
  if may_install; then
    say "Installing $1. $2"
    install_packages "$(name_here "$1")" || say "Going on without $1."
  else
    say "$1 is not here. $2"
    [[ $system == other ]] || say "To install it: $(how_to_install "$(name_here "$1")")"
  fi
}
