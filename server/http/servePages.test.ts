import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

function aBuiltClient() {
  const folder = aFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Earshot</title>');
  writeFileSync(join(folder, 'assets', 'main-4f2a.js'), 'start()');
  return folder;
}

test.for(['/', '/demo', '/sessions/7d1c1a52/report'])('%s is a page of the app, and never kept', async (url) => {
  const { ask } = await anHttpClinic({ pages: { from: 'folder', folder: aBuiltClient() } });
  const { status, answer, headers } = await ask('GET', url);
  expect([status, answer]).toEqual([200, '<title>Earshot</title>']);
  expect(headers['cache-control']).toBe('no-cache');
});

test('a file with a hash in its name is kept for good', async () => {
  const { ask } = await anHttpClinic({ pages: { from: 'folder', folder: aBuiltClient() } });
  const { answer, headers } = await ask('GET', '/assets/main-4f2a.js');
  expect(answer).toBe('start()');
  expect(headers['cache-control']).toMatch(/immutable/);
});

test.for(['/assets/main-gone.js', '/api/nothing', '/../server/main.ts', '/assets/../../secret'])(
  '%s is not there',
  async (url) => {
    const { ask } = await anHttpClinic({ pages: { from: 'folder', folder: aBuiltClient() } });
    const { status, answer } = await ask('GET', url);
    expect(String(answer)).not.toContain('secret');
    expect(status === 404 || answer === '<title>Earshot</title>').toBe(true);
  },
);

test('a development server answers what is not ours', async () => {
  const pages = {
    from: 'development' as const,
    start: async () => ({
      serve: (_: unknown, response: { end: (text: string) => void }) => response.end('from Vite'),
      close: async () => undefined,
    }),
  };
  const { ask } = await anHttpClinic({ pages });
  expect((await ask('GET', '/src/main.tsx')).answer).toBe('from Vite');
  expect((await ask('GET', '/api/http.ts')).answer).toBe('from Vite');
  expect((await ask('GET', '/api/http.ts?t=1')).answer).toBe('from Vite');
  expect((await ask('GET', '/api/nothing')).status).toBe(404);
});
