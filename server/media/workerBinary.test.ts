import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findWorkerBinary, WORKER_RECIPE } from './workerBinary.ts';

test('the worker that the environment names comes before all others', () => {
  const { mediasoup, env, prebuilt } = aMachine();
  place(prebuilt);
  expect(findWorkerBinary({ ...env, MEDIASOUP_WORKER_BIN: '/opt/worker' }, mediasoup)).toBe('/opt/worker');
});

test('the prebuilt worker comes before the one built here', () => {
  const { mediasoup, env, prebuilt, built } = aMachine();
  place(built);
  place(prebuilt);
  expect(findWorkerBinary(env, mediasoup)).toBe(prebuilt);
});

test('the worker built here is used if there is no prebuilt one', () => {
  const { mediasoup, env, built } = aMachine();
  place(built);
  expect(findWorkerBinary(env, mediasoup)).toBe(built);
});

test('a file that is not executable is not a worker', () => {
  const { mediasoup, env, built } = aMachine();
  place(built, 0o644);
  expect(findWorkerBinary(env, mediasoup)).toBeUndefined();
});

test('set-up builds the worker that the server looks for', () => {
  const setUp = readFileSync(join(import.meta.dirname, '../../tools/set-up/worker.sh'), 'utf8');
  expect(setUp).toContain(`worker_recipe=${WORKER_RECIPE}\n`);
});

function aMachine() {
  const root = mkdtempSync(join(tmpdir(), 'earshot-worker-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const mediasoup = join(root, 'mediasoup');
  mkdirSync(mediasoup);
  writeFileSync(join(mediasoup, 'package.json'), JSON.stringify({ version: '1.2.3' }));
  return {
    mediasoup,
    env: { XDG_CACHE_HOME: join(root, 'cache') },
    prebuilt: join(mediasoup, 'worker/out/Release/mediasoup-worker'),
    built: join(root, `cache/earshot/mediasoup-worker-1.2.3-${WORKER_RECIPE}-${process.platform}-${process.arch}`),
  };
}

function place(file: string, mode = 0o755) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '', { mode });
}
