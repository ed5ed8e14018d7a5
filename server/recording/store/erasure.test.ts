import { randomBytes } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDatabase, aFolder } from '#server/storage/testing/aDatabase.ts';
import { filesContaining } from '#server/storage/testing/filesContaining.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { aPlan, record } from '../testing/recordingStoreContract.ts';
import { aFileStore } from './testing/aFileStore.ts';
import { aCluster, aSecond, aWebmStart } from './webm/testing/aWebmStream.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';

/** A data folder with a recording of recognizable pictures in it. */
async function aDataFolder() {
  const data = aFolder();
  const db = await aDatabase(join(data, 'earshot.sqlite'));
  const { sessionId } = await aSession(createSqlRecords(db, keysOf(db)), await anAccount(db));
  const store = await aFileStore(db, { folder: join(data, 'recordings') });
  const canary = randomBytes(48);
  const stream = [aWebmStart(), ...[0, 1_000, 2_000].map((at) => aCluster(aSecond(at, canary)))];
  const plan = aPlan();
  await record(store, sessionId, plan, stream);
  return { data, db, store, sessionId, plan, canary };
}

test('[RCD6] no file in the data folder contains what was recorded', async () => {
  const { data, canary } = await aDataFolder();
  expect(filesContaining(data, canary)).toEqual([]);
  expect(filesContaining(data, 'earshot-part-1')).toHaveLength(1);
});

test('[RCD7] after a recording is erased its files are gone, and no file contains its encrypted key', async () => {
  const { data, db, store, sessionId } = await aDataFolder();
  const { wrapped_key } = await db.selectFrom('recordings').selectAll().executeTakeFirstOrThrow();
  const wrapped = wrapped_key!;
  expect(filesContaining(data, wrapped)).not.toEqual([]);
  await store.destroy(sessionId);
  expect(filesContaining(data, wrapped)).toEqual([]);
  expect(filesContaining(data, 'earshot-part-1')).toEqual([]);
  expect(await db.selectFrom('recordings').selectAll().execute()).toMatchObject([
    { session_id: sessionId, wrapped_key: null, destroyed_at: expect.any(String) as string },
  ]);
});

test('[RCD7] the remains of an interrupted erasure are removed at the next start', async () => {
  const { data, db, store, sessionId, plan } = await aDataFolder();
  await store.destroy(sessionId);
  const left = join(data, 'recordings', sessionId, plan.partId);
  await mkdir(left, { recursive: true });
  const next = await aFileStore(db, { folder: join(data, 'recordings') });
  await expect(readdir(left)).rejects.toThrow();
  await expect(next.begin(sessionId, aPlan())).rejects.toThrow();
});
