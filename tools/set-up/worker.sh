# The mediasoup worker. server/media/workerBinary.ts looks in the same places, in the same order.

worker_version=
# Grows when the recipe changes. server/media/workerBinary.ts has the same.
worker_recipe=2
worker_prebuilt=node_modules/mediasoup/worker/out/Release/mediasoup-worker
# What tools/mediasoup-worker/build.sh needs on Debian.
worker_packages=(
  meson ninja-build pkg-config g++ libuv1-dev libssl-dev libsrtp2-dev libabsl-dev libflatbuffers-dev flatbuffers-compiler
)

# What Node calls process.platform and process.arch, without the cost of starting it.
platform() { uname -s | tr '[:upper:]' '[:lower:]'; }
architecture() {
  case $(uname -m) in
    x86_64) echo x64 ;;
    aarch64 | arm64) echo arm64 ;;
    *) uname -m ;;
  esac
}

find_worker_version() {
  local line
  while read -r line; do
    [[ $line =~ ^\"version\":\ *\"([^\"]+)\" ]] && worker_version=${BASH_REMATCH[1]} && return
  done <node_modules/mediasoup/package.json
}

worker_built() { echo "$cache/mediasoup-worker-$worker_version-$worker_recipe-$(platform)-$(architecture)"; }

# Started without MEDIASOUP_VERSION, a worker that this machine can run ends with 41.
runs() {
  [[ -x $1 ]] || return
  local status=0
  env -i "$1" >/dev/null 2>&1 || status=$?
  ((status == 41))
}

has_worker() {
  [[ -n $worker_version ]] || find_worker_version
  [[ -n ${MEDIASOUP_WORKER_BIN:-} ]] || runs "$worker_prebuilt" || runs "$(worker_built)"
}

# PYTHON=false stops mediasoup's own build, which needs PyPI and GitHub and takes half a minute to notice their absence.
fetch_worker() {
  has_worker && return
  say 'Fetching the mediasoup worker…'
  PYTHON=false at_most 120 npm rebuild mediasoup --ignore-scripts=false --loglevel=error >"$cache/worker-fetch.log" 2>&1 || true
  has_worker || say 'The prebuilt worker cannot be had here. It will be built from source.'
}

want_worker_build() {
  local package
  for package in "${worker_packages[@]}"; do
    is_installed "$package" || want "$package" 'to build the worker'
  done
}

# Turns ninja's "[131/263] …" lines into one line every tenth of the way.
show_progress() {
  awk -F '[][/]' '/^\[[0-9]+\/[0-9]+\]/ { tenth = int($2 * 10 / $3); if (tenth > shown) { shown = tenth; print "set-up:   " tenth * 10 "%"; fflush() } }' >&2
}

build_worker() {
  local log=$cache/worker-build.log
  say "Building the mediasoup worker $worker_version (once; 5 to 10 minutes on two cores)…"
  tools/mediasoup-worker/build.sh node_modules/mediasoup "$(worker_built)" 2>&1 | tee "$log" | show_progress || {
    tail -n 20 "$log" >&2
    fail "The worker could not be built. All of the output is in $log"
  }
  has_worker || fail "The worker was built but does not run. See $log, then remove $(worker_built)"
  say "The worker is in $(worker_built)"
}
