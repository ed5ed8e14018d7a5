import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUILT } from '#server/build/isStale.ts';
import { findExecutable } from '#server/processes/findExecutable.ts';
import { dataFolderOf } from '#server/config/config.ts';
import { cacheFolder } from '#server/processes/cacheFolder.ts';

const UNIT = join(import.meta.dirname, 'earshot.service');
const README = readFileSync('README.md', 'utf8');

const LINES = readFileSync(UNIT, 'utf8').split('\n');
const valuesOf = (name: string) =>
  LINES.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1));
const env = Object.fromEntries(
  valuesOf('Environment').map((set) => [set.slice(0, set.indexOf('=')), set.slice(set.indexOf('=') + 1)]),
);

test('the service starts the server, and finds what README.md installs for it', () => {
  const [home] = valuesOf('WorkingDirectory');
  expect(valuesOf('ExecStart')[0]?.split(' ').at(-1)).toBe(BUILT.server.file);
  expect(env['PATH']).toMatch(new RegExp(`^${home}/node_modules/.bin:`, 'u'));
  for (const named of [home, valuesOf('EnvironmentFile')[0], `XDG_CACHE_HOME=${env['XDG_CACHE_HOME']}`]) {
    expect(README).toContain(named);
  }
  expect(cacheFolder(env)).toBe('/var/cache/earshot');
});

test('the service may write only to its data folder, and has no right of root', () => {
  expect(dataFolderOf(env)).toBe(`/var/lib/${valuesOf('StateDirectory')[0]}`);
  expect(valuesOf('ProtectSystem')).toEqual(['strict']);
  expect(valuesOf('ReadWritePaths')).toEqual([]);
  expect(valuesOf('User')).toEqual(['earshot']);
  expect(valuesOf('NoNewPrivileges')).toEqual(['yes']);
  expect([...valuesOf('CapabilityBoundingSet'), ...valuesOf('AmbientCapabilities')]).toEqual(['', '']);
  // V8 could not compile.
  expect(valuesOf('MemoryDenyWriteExecute')).toEqual([]);
});

test.skipIf(findExecutable('systemd-analyze', process.env) === undefined)('systemd understands every line', () => {
  // An unknown name is only a warning.
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', UNIT], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
