# The proxy of tools/service/Caddyfile, for its test. Only the program: Debian's package would also start a proxy for the whole
# machine. tools/service/caddyfile.test.ts looks in the same places.

has_caddy() { has caddy || [[ -x $cache/caddy/usr/bin/caddy ]]; }

download_caddy() {
  rm -rf "$cache/caddy" && mkdir -p "$cache/caddy" && cd "$cache/caddy" &&
    quietly "$cache/caddy.log" apt-get download caddy && dpkg-deb --extract caddy_*.deb . && rm caddy_*.deb
}

bring_caddy() {
  has_caddy && return
  say 'Fetching Caddy, the proxy in front of a server…'
  if [[ $system != debian ]]; then
    want caddy 'the proxy in front of a server'
    install_wanted
    return
  fi
  (download_caddy) || { may_install && quietly "$cache/apt.log" apt-get update --quiet && (download_caddy); } || true
  has_caddy || fail 'Caddy could not be fetched. Please run apt-get update, and try again.'
}
