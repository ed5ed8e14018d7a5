# Debian packages: first everything missing is wanted, then all of it is installed at once.

wanted_packages=()
wanted_reasons=()

# want PACKAGE REASON
want() {
  wanted_packages+=("$1")
  wanted_reasons+=("$1 ($2)")
}

is_installed() { [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

# Debian keeps the server's programs out of the path.
has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null; }

may_install() { has apt-get && ((EUID == 0)); }

apt_install() {
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
    apt_install "${wanted_packages[@]}" || fail 'The packages could not be installed.'
    hash -r
  else
    say "Missing: ${reasons:2}"
    has apt-get || fail 'Please install these with the package manager of this system (the names are Debian’s), then try again.'
    fail "Please run this, then try again:
  sudo apt-get install -y --no-install-recommends ${wanted_packages[*]}"
  fi
}

# offer PACKAGE REASON: something that is good to have. It is tried once, and its absence stops nothing.
offer() {
  has "$1" && return
  local tried=node_modules/.earshot-tried-$1
  [[ -e $tried ]] && return
  touch "$tried"
  if may_install; then
    say "Installing $1. $2"
    apt_install "$1" || say "Going on without $1."
  else
    say "$1 is not here. $2"
  fi
}
