/** Loaded into the server's process, with `--expose-gc`: what is measured of its memory is then what it holds on to. */
const EVERY_MS = 2_000;

setInterval(() => globalThis.gc?.(), EVERY_MS).unref();
