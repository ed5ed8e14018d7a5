import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { FamilyId, ParticipantId } from '#shared/protocol/ids.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import type { Db } from './db.ts';
import { openDatabase } from './openDatabase.ts';
import { createSqlRecords } from './sqlRecords.ts';
import { aDatabaseFile } from './testing/aDatabase.ts';
import { openKeys } from './openKeys.ts';
import { aClinicKey, keysOf } from './testing/keysOf.ts';

const AT = '2026-02-01T09:00:00.000Z';
const TODAY = '2026-03-02';
const person = (id: string, role: 'therapist' | 'supervisor' | 'admin') => ({
  userId: ParticipantId.parse(id),
  name: id,
  role,
});
const [IDA, OMAR, ADA, KIM] = [
  person('ida', 'therapist'),
  person('omar', 'therapist'),
  person('ada', 'supervisor'),
  person('kim', 'admin'),
];

/** A clinic from before there were teams. */
async function aFormerClinic() {
  const { db, close } = openDatabase(aDatabaseFile());
  onTestFinished(close);
  const names = Object.keys(MIGRATIONS);
  await migrate(db, names[names.indexOf('0013-teams') - 1]);
  for (const { userId, role } of [IDA, OMAR, ADA, KIM]) {
    await sql`
      insert into auth_user (id, name, email, "emailVerified", role, "createdAt", "updatedAt")
      values (${userId}, ${userId}, ${`${userId}@clinic.example`}, 0, ${role}, ${AT}, ${AT})
    `.execute(db);
  }
  return db;
}

async function aFormerFamily(db: Db, name: string, madeBy: string, leads: readonly string[]): Promise<FamilyId> {
  const familyId = FamilyId.parse(randomUUID());
  await sql`
    insert into families (family_id, name, child_initials, program, program_version)
    values (${familyId}, ${name}, 'L', 'pcit', 'pcit-2011')
  `.execute(db);
  await sql`
    insert into family_facts (family_id, seq, at, by, entry)
    values (${familyId}, 1, ${AT}, ${JSON.stringify({ id: madeBy, name: madeBy })}, '{}')
  `.execute(db);
  for (const [index, lead] of leads.entries()) {
    const startsAt = `2026-02-0${index + 1}T09:00:00.000Z`;
    await sql`
      insert into coaching_sessions
        (session_id, family_id, lead_user_id, starts_at, program, program_version, made_by)
      values (${randomUUID()}, ${familyId}, ${lead}, ${startsAt}, 'pcit', 'pcit-2011', ${lead})
    `.execute(db);
  }
  return familyId;
}

test('[PER9] on upgrade nobody’s work stops: leads keep their families, and supervisors theirs through one team', async () => {
  const db = await aFormerClinic();
  const led = await aFormerFamily(db, 'Lark', 'kim', ['ida', 'omar']);
  const made = await aFormerFamily(db, 'Haugen', 'omar', []);
  const nobodys = await aFormerFamily(db, 'Rivera', 'kim', []);
  await migrate(db);
  const { familyKeys } = await openKeys(db, aClinicKey(), { now: () => new Date(AT), say: () => undefined });

  const records = createSqlRecords(db, familyKeys);
  const seen = async (who: ReturnType<typeof person>) =>
    (await records.listFamilies({ person: who, today: TODAY })).map(({ familyId }) => familyId);
  expect(await seen(IDA)).toEqual([led]);
  expect(await seen(OMAR)).toEqual([made, led]);
  expect(await seen(ADA)).toEqual([made, led]);
  expect(await seen(KIM)).toEqual([]);
  expect((await records.listTherapistsOf(led, TODAY)).map(({ userId }) => userId)).toEqual(['omar', 'ida']);
  expect((await records.listTeams()).teams).toMatchObject([
    { name: 'Clinic', members: [{ userId: 'ida' }, { userId: 'omar' }], leads: [{ userId: 'ada' }] },
  ]);
  const { families } = await records.listAssignments({ today: TODAY, of: 'nobody' });
  expect(families).toEqual([{ familyId: nobodys, name: 'Rivera', therapists: [] }]);
});

test('a clinic without people gets no team', async () => {
  const { db, close } = openDatabase(aDatabaseFile());
  onTestFinished(close);
  await migrate(db);
  expect((await createSqlRecords(db, keysOf(db)).listTeams()).teams).toEqual([]);
});
