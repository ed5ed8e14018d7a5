/* global document, localStorage, matchMedia */
/* The page's Content-Security-Policy forbids compiling code. Zod would try it when its module loads. */
globalThis.__zod_globalConfig = { jitless: true };

/* Sets light or dark before the first paint. The theme reads and writes the same key. */
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value');
  } catch {
    /* storage may be shut: follow the device */
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
