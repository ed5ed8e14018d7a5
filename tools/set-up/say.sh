# Talking to whoever ran the command, and waiting for one another.

say() { echo "set-up: $*" >&2; }

fail() {
  say "$*"
  exit 1
}

has() { command -v "$1" >/dev/null; }

# quietly LOG COMMAND…: runs the command with its output in a file, and shows the end of it only on failure.
quietly() {
  local log=$1
  shift
  "$@" >"$log" 2>&1 && return
  tail -n 20 "$log" >&2
  say "That failed. All of its output is in $log"
  return 1
}

# at_most SECONDS COMMAND…
at_most() {
  if has timeout; then timeout --kill-after=5 "$@"; else "${@:2}"; fi
}

# Two set-ups at once (`npm start` beside `npm test`) would write the same folders. The lock goes when this process ends.
wait_for_other_setups() {
  has flock || return 0
  exec 9>"$cache/setup.lock"
  flock --nonblock 9 && return
  say 'Another set-up is at work. Waiting for it.'
  flock 9
}
