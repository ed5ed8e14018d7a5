import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { openDraft, whyNotPlaced } from './draftFile.ts';

/** A folder with an older file in it. */
function aKeptFile() {
  const folder = aFolder();
  const path = join(folder, 'kept.csv');
  writeFileSync(path, 'kept');
  return { folder, path, found: () => [readFileSync(path, 'utf8'), readdirSync(folder).length] };
}

async function* failsInTheMiddle() {
  yield Buffer.from('half');
  await Promise.resolve();
  throw new Error('no room');
}

test('a file that cannot be written completely leaves the older file as it was, and nothing next to it', async () => {
  const { path, found } = aKeptFile();
  const draft = await openDraft(path, true);
  await expect(draft.write(failsInTheMiddle())).rejects.toThrow('no room');
  expect(found()[0]).toBe('kept');
  await draft.drop();
  await draft.drop();
  expect(found()).toEqual(['kept', 1]);
});

test('a complete file replaces the older one and is readable by its owner only', async () => {
  const { path, found } = aKeptFile();
  const draft = await openDraft(path, true);
  await draft.write('new');
  expect(found()).toEqual(['kept', 2]);
  await draft.place();
  await draft.drop();
  expect(found()).toEqual(['new', 1]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a file that was created meanwhile is overwritten only with permission', async () => {
  const { path, found } = aKeptFile();
  const draft = await openDraft(path, false);
  await draft.write('new');
  await expect(draft.place()).rejects.toThrow('--force');
  await draft.drop();
  expect(found()).toEqual(['kept', 1]);
});

test('a link stays a link, and the file that it points to is written', async () => {
  const { folder, path, found } = aKeptFile();
  const link = join(folder, 'link.csv');
  symlinkSync(path, link);
  const draft = await openDraft(link, true);
  await draft.write('new');
  await draft.place();
  expect([lstatSync(link).isSymbolicLink(), found()[0]]).toEqual([true, 'new']);
});

test('a folder or a device is never overwritten', async () => {
  const { folder, path } = aKeptFile();
  mkdirSync(join(folder, 'folder'));
  expect(await whyNotPlaced(join(folder, 'folder'), true)).toContain('not a file');
  expect(await whyNotPlaced('/dev/null', true)).toContain('not a file');
  expect(await whyNotPlaced(path, true)).toBeUndefined();
  expect(await whyNotPlaced(path, false)).toContain('--force');
  expect(await whyNotPlaced(join(folder, 'new.csv'), false)).toBeUndefined();
});
