# A Node that runs TypeScript as it is. Where the machine's is older, the npm package `node` brings one: its install
# script, which `npm ci --ignore-scripts` left out, fetches the binary and lets npm link it into node_modules/.bin.

node_needed=24

has_node() {
  local version
  version=$(node --version 2>/dev/null) || return 1
  version=${version#v}
  ((${version%%.*} >= node_needed))
}

bring_node() {
  has_node && return
  say "Node is $(node --version 2>/dev/null || echo missing) here, and Earshot needs $node_needed or newer. Fetching one for this folder…"
  quietly "$cache/node.log" npm rebuild node --ignore-scripts=false --loglevel=error
  hash -r
  has_node || fail "No Node $node_needed could be fetched. Please install one (https://nodejs.org) and try again."
  say "Node $(node --version) is in node_modules/.bin"
}
