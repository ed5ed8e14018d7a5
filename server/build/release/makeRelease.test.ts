import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { freePort } from '#server/network/freePort.ts';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { buildWhatIsStale } from '../buildWhatIsStale.ts';
import { makeRelease } from './makeRelease.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MOST_MB = 150;

beforeAll(() => buildWhatIsStale(ROOT, ['pages', 'server']));

async function aRelease() {
  const folder = join(aFolder(), 'earshot');
  await makeRelease(ROOT, folder, process.env);
  const dataFolder = aFolder();
  const port = await freePort('127.0.0.1');
  const env = {
    ...process.env,
    PORT: String(port),
    MEDIA_PORT: String(await freePort('127.0.0.1')),
    EARSHOT_DATA: dataFolder,
    EARSHOT_DEMO: 'on',
    NODE_PATH: '',
  };
  const command = (...args: readonly string[]) =>
    execFileSync(join(folder, 'bin/earshot'), args, { env, cwd: folder, encoding: 'utf8' });
  return { folder, env, url: `http://localhost:${port}`, command };
}

test('a release runs with Node alone: pages, sessions, exports and the finding of speech', async () => {
  const { folder, env, url, command } = await aRelease();
  const server = spawn(process.execPath, ['dist/server/run.mjs'], {
    env,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    if (server.exitCode !== null) return;
    server.kill();
    await once(server, 'exit');
  });
  let said = '';
  server.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  await vi.waitFor(() => expect(said).toContain(url), { timeout: 60_000 });
  expect(await (await fetch(url)).text()).toContain('<div id="root">');

  expect(command('audit', 'verify')).toMatch(/\S/u);
  expect(command('help')).toContain('doctor');

  const speech = spawn(process.execPath, [join(folder, 'dist/server/speechProcess.mjs')], { cwd: folder });
  let found = '';
  speech.stdout.on('data', (piece: Buffer) => (found += piece.toString()));
  speech.stdin.end(Buffer.alloc(2 * 16_000));
  const [code] = (await once(speech, 'exit')) as [number];
  expect([code, found]).toEqual([0, expect.stringContaining('"finished"')]);
});

test(`a release is smaller than ${MOST_MB} MB`, async () => {
  const { folder } = await aRelease();
  const bytes = globSync('**/*', { cwd: folder }).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  expect(bytes / 1e6).toBeLessThan(MOST_MB);
});
