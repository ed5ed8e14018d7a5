import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { unzipped } from './testing/unzipped.ts';
import { type ZipEntry, zipStream } from './zipStream.ts';

const AT = new Date('2026-03-02T09:00:00Z');
const FILM = randomBytes(300_000);

async function* inPieces(film: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < film.length; from += 50_000) yield film.subarray(from, from + 50_000);
}

const text = (path: string, content: string): ZipEntry => ({ path, isFilm: false, read: async () => content });

test('[ERA7] an archive has its files as they were given', async () => {
  const entries = [
    text('index.html', '<p>Grüße</p>'),
    { path: 'film.webm', isFilm: true, read: async () => inPieces(FILM) },
    text('empty.json', ''),
  ];
  const files = unzipped(await buffer(zipStream(entries, AT)));
  expect(files.get('index.html')?.toString()).toBe('<p>Grüße</p>');
  expect(files.get('film.webm')?.equals(FILM)).toBe(true);
  expect(files.get('empty.json')?.length).toBe(0);
});

test('[ERA7] an archive whose file cannot be read fails, and is not cut off silently', async () => {
  const fails = async () => Promise.reject(new Error('It may no longer leave the clinic.'));
  const first = [text('index.html', 'a'), { path: 'film.webm', isFilm: true, read: fails }];
  await expect(buffer(zipStream(first, AT))).rejects.toThrow('no longer leave');
  // eslint-disable-next-line require-yield
  async function* breaks(): AsyncGenerator<Uint8Array> {
    throw new Error('It was erased while it was read.');
  }
  const second = [{ path: 'film.webm', isFilm: true, read: async () => breaks() }, text('index.html', 'a')];
  await expect(buffer(zipStream(second, AT))).rejects.toThrow('was erased');
});

test('an archive that nobody reads to its end stops reading its files', async () => {
  let isStopped = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield FILM;
    } finally {
      isStopped = true;
    }
  }
  const bytes = zipStream([{ path: 'film.webm', isFilm: true, read: async () => endless() }], AT);
  for await (const piece of bytes) if (piece !== null) break;
  await expect.poll(() => isStopped).toBe(true);
});
