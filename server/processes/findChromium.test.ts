import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findChromium } from './findChromium.ts';

test('the browser that the environment names comes first', () => {
  const { env } = aMachine('bin/chromium');
  expect(findChromium({ ...env, CHROMIUM_BIN: '/opt/chrome' })).toBe('/opt/chrome');
});

test('a headless Chromium comes before a full one', () => {
  const { root, env } = aMachine('bin/chromium', 'bin/chromium-headless-shell');
  expect(findChromium(env)).toBe(join(root, 'bin/chromium-headless-shell'));
});

test('a browser on PATH comes before a downloaded one', () => {
  const { root, env } = aMachine(
    'bin/google-chrome',
    'browsers/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell',
  );
  expect(findChromium(env)).toBe(join(root, 'bin/google-chrome'));
});

test('a downloaded browser is used if there is no other', () => {
  const { root, env } = aMachine(
    'browsers/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell',
  );
  expect(findChromium(env)).toBe(
    join(root, 'browsers/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell'),
  );
});

test('without any browser the result is undefined', () => {
  expect(findChromium(aMachine().env)).toBeUndefined();
});

function aMachine(...programs: string[]) {
  const root = mkdtempSync(join(tmpdir(), 'earshot-chromium-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const name of programs) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), '', { mode: 0o755 });
  }
  return { root, env: { PATH: join(root, 'bin'), PLAYWRIGHT_BROWSERS_PATH: join(root, 'browsers') } };
}
