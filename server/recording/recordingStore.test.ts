import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { SessionId } from '#shared/protocol/ids.ts';
import { aDatabase } from '#server/storage/testing/aDatabase.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { createMemoryRecordingStore } from './memoryRecordingStore.ts';
import { aPlan, describeRecordingStore, record } from './testing/recordingStoreContract.ts';
import { aFileStore } from './store/testing/aFileStore.ts';
import { aCluster, aSecond, aWebmStart, aWebmStream } from './store/webm/testing/aWebmStream.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';

async function aFileStoreUnderTest() {
  const db = await aDatabase();
  const records = createSqlRecords(db, keysOf(db));
  const lead = await anAccount(db);
  const [session, other] = [await aSession(records, lead), await aSession(records, lead)];
  return { store: await aFileStore(db), sessionId: session.sessionId, otherSessionId: other.sessionId };
}

describeRecordingStore('recordings in encrypted files', aFileStoreUnderTest);
describeRecordingStore('recordings in memory', async () => ({
  store: createMemoryRecordingStore(),
  sessionId: SessionId.parse(randomUUID()),
  otherSessionId: SessionId.parse(randomUUID()),
}));

test('a take without picture and sound is not listed', async () => {
  const { store, sessionId } = await aFileStoreUnderTest();
  const plan = aPlan();
  await record(store, sessionId, plan, [aWebmStart()]);
  expect(await store.list(sessionId)).toEqual([]);
  expect(await store.open(sessionId, plan.partId)).toBeUndefined();
});

test('bytes that are not WebM are refused, and those before them are kept', async () => {
  const { store, sessionId } = await aFileStoreUnderTest();
  const writer = await store.begin(sessionId, aPlan());
  for (const chunk of aWebmStream(2)) await writer.write(chunk, 61_000);
  await expect(writer.write(Buffer.from('this is not WebM'), 63_000)).rejects.toThrow();
  await expect(writer.write(aCluster(aSecond(2_000)), 63_000)).rejects.toThrow();
  await expect(writer.end()).rejects.toThrow();
  expect(await store.list(sessionId)).toMatchObject([{ complete: false, growing: false }]);
});
