# A headless Chromium for the tests, and a font for it. server/processes/findChromium.ts looks in the same places.

playwright_browsers=${PLAYWRIGHT_BROWSERS_PATH:-${XDG_CACHE_HOME:-$HOME/.cache}/ms-playwright}

# A full Chromium is enough where nothing can be installed.
has_browser() {
  [[ -n ${CHROMIUM_BIN:-} ]] || has chromium-headless-shell || has_playwright_browser || { ! may_install && has_any_browser; }
}

has_any_browser() { has chromium || has chromium-browser || has google-chrome; }

# The download lacks the system libraries it needs; asking its version shows whether they are here.
has_playwright_browser() {
  local program
  for program in "$playwright_browsers"/chromium_headless_shell-*/chrome-headless-shell-*/chrome-headless-shell; do
    [[ -x $program ]] && "$program" --version >/dev/null 2>&1 && return
  done
  return 1
}

has_font() { [[ $OSTYPE == darwin* ]] || compgen -G '/usr/share/fonts/*/*/*.[ot]tf' >/dev/null; }

fetch_browser() {
  has_browser && return
  say 'Fetching Chromium for the tests…'
  at_most 300 npx --no-install playwright install --only-shell chromium >"$cache/chromium-fetch.log" 2>&1 || true
}
