import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

const PAGE = '<title>Earshot</title><meta property="csp-nonce" nonce="{{style-nonce}}" />';

function aBuiltClient() {
  const folder = aFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'main-4f2a.js'), 'start()');
  return folder;
}

test.for(['/', '/index.html', '/demo', '/sessions/7d1c1a52/report'])(
  '%s is a page of the app, kept nowhere, with a nonce of its own for its styles',
  async (url) => {
    const { ask } = await anHttpClinic({ pages: { from: 'folder', folder: aBuiltClient() } });
    const [first, second] = [await ask('GET', url), await ask('GET', url)];
    const nonces = [first, second].map(({ answer }) => /nonce="([^"]+)"/u.exec(String(answer))?.[1] ?? '');
    expect(first.status).toBe(200);
    expect(first.answer).toBe(PAGE.replace('{{style-nonce}}', nonces[0] ?? ''));
    expect(first.headers['cache-control']).toBe('no-store');
    expect(String(first.headers['content-security-policy'])).toContain(`style-src 'self' 'nonce-${nonces[0]}'`);
    expect(new Set([...nonces, '']).size).toBe(3);
  },
);

test('a page is there for HEAD too, without its text', async () => {
  const { ask } = await anHttpClinic({ pages: { from: 'folder', folder: aBuiltClient() } });
  const [got, head] = [await ask('GET', '/demo'), await ask('HEAD', '/demo')];
  expect([head.status, head.answer]).toEqual([200, '']);
  for (const name of ['content-type', 'content-length', 'cache-control']) {
    expect([name, head.headers[name]]).toEqual([name, got.headers[name]]);
  }
});

test('a file without a hash in its name is checked again each time', async () => {
  const { ask } = await anHttpClinic({ pages: { from: 'folder', folder: aBuiltClient() } });
  expect((await ask('GET', '/favicon.svg')).headers['cache-control']).toBe('no-cache');
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
    expect(status === 404 || String(answer).startsWith('<title>Earshot</title>')).toBe(true);
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
