# A Chromium for the tests, and a font for it. server/cli/findChromium.ts looks in the same places, in the same order.

playwright_browsers=${PLAYWRIGHT_BROWSERS_PATH:-${XDG_CACHE_HOME:-$HOME/.cache}/ms-playwright}

has_browser() {
  [[ -n ${CHROMIUM_BIN:-} ]] || has chromium || has chromium-browser || has google-chrome || has_playwright_browser
}

# The download lacks the system libraries it needs; asking its version shows whether they are here.
has_playwright_browser() {
  local program
  for program in "$playwright_browsers"/chromium-*/chrome-linux*/chrome; do
    [[ -x $program ]] && "$program" --version >/dev/null 2>&1 && return
  done
  return 1
}

has_font() { [[ $OSTYPE == darwin* ]] || compgen -G '/usr/share/fonts/*/*/*.[ot]tf' >/dev/null; }

fetch_browser() {
  has_browser && return
  say 'Fetching Chromium for the tests…'
  at_most 300 npx --no-install playwright install chromium >"$cache/chromium-fetch.log" 2>&1 || true
}
