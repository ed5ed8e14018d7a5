# The npm packages, at the exact versions of the lock file. The stamp says which lock file they came from.

stamp=node_modules/.earshot-setup

lock_hash() { if has sha256sum; then sha256sum; else shasum -a 256; fi <package-lock.json; }

bring_dependencies() {
  local wanted
  wanted=$(lock_hash)
  [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return
  has npm || fail 'npm is not here. Please install Node.js 20 or newer, which brings it, and try again.'
  say 'Installing the dependencies (about a minute)…'
  quietly "$cache/npm-ci.log" npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  echo "$wanted" >"$stamp"
}
