import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { SessionId } from '#shared/protocol/ids.ts';
import { aFact, describeFactLog } from './testing/factLogContract.ts';
import { createMemoryFactLog } from './testing/memoryFactLog.ts';
import { aDatabase, aDatabasePlace } from './testing/aDatabase.ts';
import { openDatabase } from './openDatabase.ts';
import { anAccount, aSession } from './testing/records.ts';
import { createSqlFactLog } from './sqlFactLog.ts';
import { createSqlRecords } from './sqlRecords.ts';
import { keysOf } from './testing/keysOf.ts';

describeFactLog('the log in memory', async () => ({
  log: createMemoryFactLog(),
  sessionId: SessionId.parse(randomUUID()),
  otherSessionId: SessionId.parse(randomUUID()),
}));

describeFactLog('the log in SQL', async () => {
  const db = await aDatabase();
  const records = createSqlRecords(db, keysOf(db));
  const lead = await anAccount(db);
  const [session, other] = [await aSession(records, lead), await aSession(records, lead)];
  return { log: createSqlFactLog(db, keysOf(db)), sessionId: session.sessionId, otherSessionId: other.sessionId };
});

test('appended facts are there when the database is opened again', async () => {
  const place = await aDatabasePlace();
  const first = openDatabase(place);
  const { sessionId } = await aSession(createSqlRecords(first.db, keysOf(first.db)), await anAccount(first.db));
  await createSqlFactLog(first.db, keysOf(first.db)).append(sessionId, [aFact(1), aFact(2)]);
  await first.close();

  const second = openDatabase(place);
  onTestFinished(second.close);
  expect(await createSqlFactLog(second.db, keysOf(second.db)).read(sessionId)).toEqual([aFact(1), aFact(2)]);
});

test('writes of two connections at the same moment form one log without gaps', async () => {
  const place = await aDatabasePlace();
  const db = await aDatabase(place);
  const other = openDatabase(place);
  onTestFinished(other.close);
  const { sessionId } = await aSession(createSqlRecords(db, keysOf(db)), await anAccount(db));
  const [here, there] = [createSqlFactLog(db, keysOf(db)), createSqlFactLog(other.db, keysOf(other.db))];
  const outcomes = await Promise.allSettled([here.append(sessionId, [aFact(1)]), there.append(sessionId, [aFact(1)])]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await here.read(sessionId)).toEqual([aFact(1)]);
});
