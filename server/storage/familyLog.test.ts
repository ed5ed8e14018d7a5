import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, onTestFinished, test } from 'vitest';
import { ParticipantId, FamilyId } from '#shared/protocol/ids.ts';
import { LogConflict } from './factLog.ts';
import { migrate } from './migrate.ts';
import * as clinic from './migrations/0001-clinic.ts';
import { aDatabase, aDatabaseFile } from './testing/aDatabase.ts';
import { openDatabase } from './openDatabase.ts';
import { createSqlFamilyLog } from './sqlFamilyLog.ts';
import { createSqlRecords } from './sqlRecords.ts';
import { openKeys } from './openKeys.ts';
import { aClinicKey, keysOf } from './testing/keysOf.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const IDA = { id: ParticipantId.parse('ida'), name: 'Ida Berg' };
const paused = (seq: number) => {
  const entry = { type: 'course.pause', reason: 'Away for the summer.' } as const;
  return { seq, at: NOW.toISOString(), by: IDA, entry };
};

async function aRecord() {
  const db = await aDatabase();
  const plan = { name: 'Lark', childInitials: 'T.', caregiverNames: ['Nora'] };
  const { familyId } = await createSqlRecords(db, keysOf(db)).makeFamily(plan, IDA, NOW);
  return { log: createSqlFamilyLog(db, keysOf(db)), familyId };
}

test('[LOG1] a family’s facts are read back as they were written, in order', async () => {
  const { log, familyId } = await aRecord();
  await log.append(familyId, [paused(2), paused(3)]);
  const facts = await log.read(familyId);
  expect(facts[0]).toMatchObject({ seq: 1, by: IDA, entry: { type: 'course.open' } });
  expect(facts.slice(1)).toEqual([paused(2), paused(3)]);
  expect(await log.read(familyId, 2)).toEqual([paused(3)]);
  expect(await log.read(familyId, 3)).toEqual([]);
});

test.for([
  ['a gap', [3]],
  ['a fact that is there already', [1]],
  ['a gap among the new facts', [2, 4]],
] as const)('[LOG1] %s is a conflict, and nothing is written', async ([, seqs]) => {
  const { log, familyId } = await aRecord();
  await expect(log.append(familyId, seqs.map(paused))).rejects.toThrow(LogConflict);
  expect(await log.read(familyId)).toHaveLength(1);
});

test('[LOG1] of two people who enter at the same moment one gets a conflict', async () => {
  const { log, familyId } = await aRecord();
  const outcomes = await Promise.allSettled([log.append(familyId, [paused(2)]), log.append(familyId, [paused(2)])]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await log.read(familyId)).toHaveLength(2);
});

test('a family from before courses were kept has one now, under the program of its last session', async () => {
  const { db, close } = openDatabase(aDatabaseFile());
  onTestFinished(close);
  const provider = { getMigrations: async () => ({ '0001-clinic': clinic }) };
  expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
  const familyId = FamilyId.parse('7d1c1a52-3f0e-4c55-9d0e-7a3f2a7f0001');
  await sql`insert into families (family_id, name, child_initials) values (${familyId}, 'Lark', 'T.')`.execute(db);

  await migrate(db);
  const { familyKeys } = await openKeys(db, aClinicKey(), { now: () => NOW, say: () => undefined });
  const family = await createSqlRecords(db, familyKeys).findFamily(familyId);
  expect(family).toMatchObject({ name: 'Lark', childBirthMonth: null, clinicProgram: null });
  expect(await createSqlFamilyLog(db, familyKeys).read(familyId)).toMatchObject([
    {
      seq: 1,
      entry: { type: 'course.open', program: family?.program, programVersion: family?.programVersion },
    },
  ]);
});
