import { globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isExecutable } from './isExecutable.ts';
import { findExecutable } from './findExecutable.ts';

/** The headless one comes first: it takes a third less of the processor, so that stories fit a slow machine. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** The Chromium to test with: the environment's, else one on PATH, else Playwright's. */
export function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  const named = env['CHROMIUM_BIN'];
  if (named) return named;
  for (const name of NAMES) {
    const found = findExecutable(name, env);
    if (found) return found;
  }
  return downloads(env).filter(isExecutable).at(-1);
}

function downloads(env: NodeJS.ProcessEnv): string[] {
  const cache = env['XDG_CACHE_HOME'] ?? join(env['HOME'] ?? homedir(), '.cache');
  const browsers = env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(cache, 'ms-playwright');
  return globSync('chromium_headless_shell-*/chrome-headless-shell-*/chrome-headless-shell', { cwd: browsers }).map(
    (file) => join(browsers, file),
  );
}
