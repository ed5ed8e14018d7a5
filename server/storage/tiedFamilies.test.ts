import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSupervised, tieOf, type Team } from '#shared/domain/tie.ts';
import { addDays } from '#shared/domain/course/days.ts';
import type { FamilyId, ParticipantId } from '#shared/protocol/ids.ts';
import { nobodyAsked } from '#server/consents/testing/noAnswers.ts';
import { createTies } from '#server/auth/ties.ts';
import { aDatabase } from './testing/aDatabase.ts';
import { keysOf } from './testing/keysOf.ts';
import { anAccount, aSession } from './testing/records.ts';
import { createSqlRecords } from './sqlRecords.ts';
import type { Db } from './db.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const TODAY = '2026-03-02';
const ROLES = ['therapist', 'therapist', 'therapist', 'supervisor', 'supervisor', 'admin'] as const;
const FAMILIES = 4;

const someone = fc.nat(ROLES.length - 1);

/** A random clinic: who has which family, as cover until a day before or after today or not, and the teams. */
const clinics = fc.record({
  assignments: fc.uniqueArray(
    fc.record({ family: fc.nat(FAMILIES - 1), person: someone, coverDays: fc.option(fc.integer({ min: -2, max: 2 })) }),
    { maxLength: 8, selector: ({ family, person }) => `${family} ${person}` },
  ),
  teams: fc.array(
    fc.record({ members: fc.uniqueArray(someone), leads: fc.uniqueArray(someone), isRetired: fc.boolean() }),
    { maxLength: 3 },
  ),
});
type Clinic = typeof clinics extends fc.Arbitrary<infer C> ? C : never;

async function anEmptyClinic() {
  const db = await aDatabase();
  const records = createSqlRecords(db, keysOf(db));
  const people = await Promise.all(ROLES.map((role) => anAccount(db, role)));
  const maker = await anAccount(db);
  const sessions = [];
  for (let made = 0; made < FAMILIES; made += 1) sessions.push(await aSession(records, maker));
  return { db, records, people, families: sessions.map(({ familyId }) => familyId) };
}

async function fill(
  db: Db,
  { assignments, teams }: Clinic,
  ids: { readonly person: (index: number) => ParticipantId; readonly family: (index: number) => FamilyId },
): Promise<void> {
  for (const table of ['family_therapists', 'team_people', 'teams'] as const) await db.deleteFrom(table).execute();
  for (const { family, person, coverDays } of assignments) {
    const cover = { cover_for: ids.person(0), cover_until: addDays(TODAY, coverDays ?? 0) };
    const row = { family_id: ids.family(family), user_id: ids.person(person), made_at: NOW.toISOString() };
    await db
      .insertInto('family_therapists')
      .values({ ...row, ...(coverDays !== null && cover) })
      .execute();
  }
  const records = createSqlRecords(db, keysOf(db));
  for (const { members, leads, isRetired } of teams) {
    const { teamId } = await records.makeTeam('A team', NOW);
    for (const [part, people] of [['member', members] as const, ['lead', leads] as const]) {
      for (const one of people) {
        await records.changeTeam(teamId, { what: 'add', userId: ids.person(one), part }, NOW);
      }
    }
    if (isRetired) await records.changeTeam(teamId, { what: 'retire', isRetired }, NOW);
  }
}

test('[PER9] lists show the families that the rule ties a person to, and no other, in any clinic', async () => {
  const { db, records, people, families } = await anEmptyClinic();
  const person = (index: number) => people[index]!.userId;
  const family = (index: number) => families[index]!;
  const ties = createTies({
    records,
    consents: nobodyAsked,
    clinic: { today: async () => TODAY, card: async () => ({ name: '', telephone: '', timeZone: 'UTC' }) },
  });
  await fc.assert(
    fc.asyncProperty(clinics, async (clinic) => {
      await fill(db, clinic, { person, family });
      const teams: Team[] = clinic.teams
        .filter(({ isRetired }) => !isRetired)
        .map(({ members, leads }) => ({ members: members.map(person), leads: leads.map(person) }));
      const tieTo = (who: (typeof people)[number], index: number) =>
        tieOf(
          who,
          clinic.assignments
            .filter((one) => one.family === index)
            .map((one) => {
              const coverUntil = one.coverDays === null ? null : addDays(TODAY, one.coverDays);
              return { therapist: person(one.person), coverUntil };
            }),
          teams,
          TODAY,
        );
      for (const who of people) {
        const expected = families.filter((_, index) => tieTo(who, index) !== 'none').toSorted();
        const seenBy = { person: who, today: TODAY };
        const listed = (await records.listFamilies(seenBy)).map(({ familyId }) => familyId).toSorted();
        expect(listed).toEqual(expected);
        const ofSessions = (await records.listSessions(seenBy)).map(({ familyId }) => familyId).toSorted();
        expect(ofSessions).toEqual(expected);
        for (const [index, familyId] of families.entries()) {
          expect(await ties.tieOf(who, familyId)).toBe(tieTo(who, index));
        }
        for (const other of people) {
          const isTheirs = isSupervised(other.userId, who.userId, teams);
          expect(await records.isSupervisedBy(who.userId, other.userId)).toBe(isTheirs);
        }
      }
    }),
    { numRuns: 25 },
  );
});
