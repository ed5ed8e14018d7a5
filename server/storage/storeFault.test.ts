import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { aFact } from './testing/factLogContract.ts';
import { migrate } from './migrate.ts';
import { aDatabaseFile } from './testing/aDatabase.ts';
import { openDatabase } from './openDatabase.ts';
import { anAccount, aSession } from './testing/records.ts';
import { createSqlFactLog } from './sqlFactLog.ts';
import { createSqlRecords } from './sqlRecords.ts';
import { StoreFault, storeFaultOf, type StoreTrouble } from './storeFault.ts';
import { keysOf } from './testing/keysOf.ts';

/** A log in a database that a test can fill up, and what was reported of it. */
async function aLogThatCanBeFull() {
  const told: (StoreTrouble | undefined)[] = [];
  const { db, health, close } = openDatabase(aDatabaseFile(), (fault) => told.push(fault?.trouble));
  onTestFinished(close);
  await migrate(db);
  const { sessionId } = await aSession(createSqlRecords(db, keysOf(db)), await anAccount(db));
  const mostPages = (count: number) => sql`pragma max_page_count = ${sql.raw(String(count))}`.execute(db);
  return { log: createSqlFactLog(db, keysOf(db)), db, health, told, sessionId, mostPages };
}

const aLongNote = (seq: number) => {
  const fact = aFact(seq);
  return fact.type === 'note.written' ? { ...fact, text: 'x'.repeat(50_000) } : fact;
};

test('a full disk is reported as such, once; nothing is written, and everything goes on when there is space', async () => {
  const { log, health, told, sessionId, mostPages } = await aLogThatCanBeFull();
  await log.append(sessionId, [aFact(1)]);
  await mostPages(1);
  for (let round = 0; round < 3; round += 1) {
    await expect(log.append(sessionId, [aLongNote(2)])).rejects.toThrow(/its disk is full/);
  }
  expect(told).toEqual(['disk-full']);
  expect(await log.read(sessionId)).toEqual([aFact(1)]);

  await mostPages(100_000);
  await log.append(sessionId, [aFact(2)]);
  expect(told).toEqual(['disk-full', undefined]);
  expect(health.trouble()).toBeUndefined();
});

test('a store in trouble is tried again when somebody asks for its health', async () => {
  const { log, health, told, sessionId, mostPages } = await aLogThatCanBeFull();
  await mostPages(1);
  await expect(log.append(sessionId, [aLongNote(1)])).rejects.toThrow(StoreFault);
  await mostPages(100_000);
  expect(health.trouble()).toBeUndefined();
  expect(told).toEqual(['disk-full', undefined]);
});

test('a read-only file is reported as such and stays so', async () => {
  const { log, db, health, sessionId } = await aLogThatCanBeFull();
  await sql`pragma query_only = on`.execute(db);
  await expect(log.append(sessionId, [aFact(1)])).rejects.toThrow(/read-only/);
  expect(health.trouble()).toBe('read-only');
});

test.for([
  ['SQLITE_IOERR_WRITE', 'disk-failing'],
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['SQLITE_CONSTRAINT_UNIQUE', undefined],
] as const)('%s is %s', ([code, trouble]) => {
  expect(storeFaultOf(Object.assign(new Error(code), { code }))?.trouble).toBe(trouble);
});
