import { copyFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDatabase, aFolder } from '#server/storage/testing/aDatabase.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { aPlan, opened, readAll, record } from '../testing/recordingStoreContract.ts';
import { aFileStore } from './testing/aFileStore.ts';
import { ID } from './webm/ebml.ts';
import { aBlock, aCluster, aSecond, aWebmStart, aWebmStream } from './webm/testing/aWebmStream.ts';
import { aClinicKey, keysOf } from '#server/storage/testing/keysOf.ts';

const SECONDS = 4;

/** A recording on the disk, and how a server without a cache reads it after its file was changed. */
async function aRecordingOnDisk() {
  const [db, folder] = [await aDatabase(), aFolder()];
  const { sessionId } = await aSession(createSqlRecords(db, keysOf(db)), await anAccount(db));
  const [plan, store] = [aPlan(), await aFileStore(db, { folder })];
  await record(store, sessionId, plan, aWebmStream(SECONDS));
  const path = join(folder, sessionId, plan.partId);
  const file = await readFile(path);
  const blocks = blocksIn(await readAll(await opened(store, sessionId, plan)));

  async function reread(bytes: Buffer) {
    await writeFile(path, bytes);
    const fresh = await aFileStore(db, { folder });
    const take = await fresh.open(sessionId, plan.partId);
    return take && { complete: take.complete, blocks: blocksIn(await readAll(take)) };
  }
  return { db, folder, store, sessionId, plan, path, file, blocks, reread };
}

/** The payloads of a test stream's blocks, in file order. */
function blocksIn(file: Buffer): readonly string[] {
  expect(file.readUInt32BE()).toBe(ID.ebml);
  return [...file.toString('latin1').matchAll(/a picture of second \d+|sound at \d+/g)].map(([text]) => text);
}

test('[RCD6] a file that was cut anywhere opens up to the cut and is marked as incomplete', async () => {
  const { file, blocks, reread } = await aRecordingOnDisk();
  expect(blocks).toHaveLength(SECONDS * 60);
  let longest = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: file.length - 1 }), async (end) => {
      const take = await reread(file.subarray(0, end));
      if (take === undefined) return;
      expect(take.complete).toBe(false);
      expect(take.blocks).toEqual(blocks.slice(0, take.blocks.length));
      longest = Math.max(longest, take.blocks.length);
    }),
    { numRuns: 200 },
  );
  expect(longest).toBeGreaterThan(SECONDS * 30);
});

test('[RCD6] a writer that was killed at any moment loses at most the last quarter of a second', async () => {
  const [db, folder] = [await aDatabase(), aFolder()];
  const { sessionId } = await aSession(createSqlRecords(db, keysOf(db)), await anAccount(db));
  const plan = aPlan({ zeroAt: 0 });
  const writer = await (await aFileStore(db, { folder })).begin(sessionId, plan);
  await writer.write(aWebmStart(), 0);
  for (let second = 0; second < 3; second += 1) {
    const { at: clusterAt, blocks } = aSecond(second * 1_000);
    await writer.write(aCluster({ at: clusterAt, blocks: [] }, false), clusterAt);
    for (const block of blocks) {
      await writer.write(aBlock(clusterAt, block), block.at + 30);
      const fresh = await aFileStore(db, { folder });
      const kept = (await fresh.open(sessionId, plan.partId))?.durationMs ?? 0;
      expect(kept).toBeGreaterThan(block.at - 260);
    }
  }
});

test('[RCD6] a changed byte is detected: only what was recorded is ever read', async () => {
  const { file, blocks, reread } = await aRecordingOnDisk();
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), async (place, change) => {
      const changed = Buffer.from(file);
      changed[place] = (changed[place] ?? 0) ^ change;
      const take = await reread(changed).catch(() => 'refused' as const);
      if (take === undefined || take === 'refused') return;
      // Changes to the end record, which only repeats other data, lose nothing.
      expect(take.blocks).toEqual(take.complete ? blocks : blocks.slice(0, take.blocks.length));
    }),
    { numRuns: 200 },
  );
});

test('[RCD6] pieces that were left out, repeated or exchanged are not read', async () => {
  const { file, reread } = await aRecordingOnDisk();
  const [from, to] = [Math.floor(file.length * 0.4), Math.floor(file.length * 0.6)];
  for (const changed of [
    Buffer.concat([file.subarray(0, from), file.subarray(to)]),
    Buffer.concat([file.subarray(0, to), file.subarray(from)]),
  ]) {
    const take = await reread(changed).catch(() => undefined);
    expect(take?.complete ?? false).toBe(false);
  }
});

test('[RCD6] a take does not open as another take or in another session', async () => {
  const { db, folder, store, sessionId, plan, path } = await aRecordingOnDisk();
  const other = await aSession(createSqlRecords(db, keysOf(db)), await anAccount(db));
  const [renamed, elsewhere] = [aPlan(), aPlan()];
  await record(store, other.sessionId, elsewhere, aWebmStream(1));
  await copyFile(path, join(folder, sessionId, renamed.partId));
  await copyFile(path, join(folder, other.sessionId, plan.partId));
  expect(await store.open(sessionId, renamed.partId)).toBeUndefined();
  expect(await store.open(other.sessionId, plan.partId)).toBeUndefined();
});

test('[RCD6] nothing opens under another clinic’s key, and the message says why', async () => {
  const { db, folder, sessionId } = await aRecordingOnDisk();
  const store = await aFileStore(db, { folder, clinicKey: aClinicKey(8) });
  await expect(store.list(sessionId)).rejects.toThrow(/key of family .* under clinic key/);
});

test('[RCD6] no file contains anything of what was recorded', async () => {
  const { file } = await aRecordingOnDisk();
  const { at, blocks } = aSecond(0);
  for (const block of blocks.slice(0, 5)) expect(file.includes(aBlock(at, block))).toBe(false);
  expect(file.includes('a picture')).toBe(false);
  expect(file.includes('sound at')).toBe(false);
});

test('a take of a server that was killed while it wrote stays readable', async () => {
  const { path, file, reread } = await aRecordingOnDisk();
  await truncate(path, file.length - 10);
  expect((await reread(await readFile(path)))?.complete).toBe(false);
});
