import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CLIP_FILES, CLIPS_FOLDER, createPracticeClips } from '#server/practice/practiceClips.ts';
import { developmentPages } from './developmentPages.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A server with only the development pages. Returns a function that sends requests to it. */
async function startPages() {
  const pages = developmentPages(ROOT);
  if (pages.from !== 'development') throw new Error('These are other pages.');
  const server = createServer();
  const { serve, close } = await pages.start(server);
  server.on('request', serve);
  onTestFinished(async () => {
    await close();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
}

test('[PRA3] while somebody works on the pages, what they are made of is read for a browser, and no key or data', async () => {
  const ask = await startPages();
  const read = (path: string) => ask(`/@fs${path}`);
  expect(await read(join(ROOT, 'client/public/favicon.svg'))).toBe(200);
  expect(await read(join(ROOT, 'shared/protocol/practice.ts'))).toBe(200);
  for (const { id } of await createPracticeClips().offers()) {
    expect(await read(join(CLIPS_FOLDER, CLIP_FILES.key(id)))).toBe(403);
    expect(await read(`${join(CLIPS_FOLDER, CLIP_FILES.key(id))}?raw`)).toBe(403);
  }
  expect(await read(join(ROOT, 'package.json'))).toBe(403);
});
