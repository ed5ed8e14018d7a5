import { randomUUID } from 'node:crypto';
import { setImmediate as restOfTheLoop } from 'node:timers/promises';
import { DEFAULT_PROGRAM } from '#shared/domain/programs/findProgram.ts';
import { cleanName } from '#shared/domain/cleanName.ts';
import { nameContains } from '#shared/domain/nameContains.ts';
import type { Caregiver } from '#shared/protocol/facts.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { Family } from '#shared/protocol/http/families.ts';
import { CaregiverId, FamilyId, type ParticipantId } from '#shared/protocol/ids.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { FamilyKey } from '#server/keys/familyKey.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { inSteps, steps } from './inSteps.ts';
import type { Db } from './db.ts';
import type { FamilyPlan, FamilyRecords } from './familyRecords.ts';
import type { CaregiversTable, FamiliesTable } from './familyTables.ts';
import { placeOf } from './sealedColumns.ts';
import { insertFamilyFacts } from './sqlFamilyLog.ts';
import { type SeenBy, tiedFamilies } from './tiedFamilies.ts';
import { inTransaction } from './inTransaction.ts';

/** How many families are read at once: a few ms. */
const PAGE = 1_000;

/** How many families are on one page of a list. */
const FAMILIES_A_PAGE = 20;

export function sqlFamilyRecords(db: Db, keys: FamilyKeys): FamilyRecords {
  return {
    async listFamilies(seenBy) {
      const rows = await selectFamilies(db, seenBy);
      const keysOfRows = await keys.ofAll(rows.map(({ family_id: familyId }) => familyId));
      const caregivers = await caregiversByFamily(db, keysOfRows);
      const families = await inSteps(rows, (row) => {
        const key = keysOfRows.get(row.family_id);
        return key && familyOf(row, key, caregivers.get(row.family_id) ?? []);
      });
      return families.filter((family) => family !== undefined).toSorted(byName);
    },

    async pageFamilies(seenBy, { family, after }) {
      const all = await openNames(keys, await selectFamilies(db, seenBy));
      const wanted = family === undefined ? all : all.filter(({ name }) => nameContains(name, family));
      const from = after === undefined ? 0 : wanted.findIndex(({ row }) => row.family_id === after) + 1;
      // The family before may have left the list.
      const rest = after !== undefined && from === 0 ? [] : wanted.slice(from);
      const page = rest.slice(0, FAMILIES_A_PAGE);
      const caregivers = await caregiversByFamily(db, new Map(page.map(({ row, key }) => [row.family_id, key])));
      return {
        families: page.map(({ row, key }) => familyOf(row, key, caregivers.get(row.family_id) ?? [])),
        next: rest.length > page.length ? (page.at(-1)?.row.family_id ?? null) : null,
      };
    },

    async findFamily(familyId) {
      const row = await db.selectFrom('families').selectAll().where('family_id', '=', familyId).executeTakeFirst();
      const key = row && (await keys.of(familyId));
      return key && familyOf(row, key, await caregiversOf(db, key));
    },

    async makeFamily(plan, by, now) {
      const family = newFamily(plan);
      const key = keys.make(family.familyId);
      await inTransaction(db, async (transaction) => {
        await insertFamily(transaction, family, key);
        await keys.keep(key, transaction, now);
        await insertFamilyFacts(transaction, key, [courseOpened(family, by, now)]);
        if (plan.therapist !== undefined) await assign(transaction, family.familyId, plan.therapist, now);
      });
      return family;
    },
  };
}

/** The ids of the families of a person whose name contains this. */
export async function familiesNamed(
  db: Db,
  keys: FamilyKeys,
  seenBy: SeenBy,
  words: string,
): Promise<readonly FamilyId[]> {
  const all = await openNames(keys, await selectFamilies(db, seenBy));
  return all.flatMap(({ row, name }) => (nameContains(name, words) ? [row.family_id] : []));
}

type Named = { readonly row: FamiliesTable; readonly key: FamilyKey; readonly name: string };

/** Names are encrypted, so they are searched and sorted here and not by the database. */
async function openNames(keys: FamilyKeys, rows: readonly FamiliesTable[]): Promise<readonly Named[]> {
  const keysOfRows = await keys.ofAll(rows.map(({ family_id: familyId }) => familyId));
  const all = await inSteps(rows, (row) => {
    const key = keysOfRows.get(row.family_id);
    return key && { row, key, name: key.openName(placeOf('families.name'), row.name) };
  });
  return all.filter((one) => one !== undefined).toSorted(byName);
}

/** All families, or those that a person is tied to, read in pages between which others have their turn. */
async function selectFamilies(db: Db, seenBy: SeenBy | undefined): Promise<readonly FamiliesTable[]> {
  const families: FamiliesTable[] = [];
  for (let page: readonly FamiliesTable[] = []; ;) {
    const last = page.at(-1)?.family_id;
    const all = db.selectFrom('families').selectAll();
    const theirs = seenBy === undefined ? all : all.where('family_id', 'in', tiedFamilies(db, seenBy));
    page = await theirs
      .$if(last !== undefined, (query) => query.where('family_id', '>', last ?? null))
      .orderBy('family_id')
      .limit(PAGE)
      .execute();
    families.push(...page);
    if (page.length < PAGE) return families;
    await restOfTheLoop();
  }
}

const byName = (one: Pick<Family, 'name'>, other: Pick<Family, 'name'>) =>
  Number(one.name > other.name) - Number(one.name < other.name);

function newFamily({ name, childInitials, caregiverNames, ...plan }: FamilyPlan): Family {
  return {
    familyId: FamilyId.parse(randomUUID()),
    name,
    childInitials,
    childBirthMonth: plan.childBirthMonth ?? null,
    caregivers: caregiverNames.map((caregiver) => ({
      caregiverId: CaregiverId.parse(randomUUID()),
      name: caregiver,
    })),
    program: plan.program ?? DEFAULT_PROGRAM.id,
    programVersion: plan.programVersion ?? DEFAULT_PROGRAM.version,
    clinicProgram: plan.clinicProgram ?? null,
  };
}

function courseOpened({ program, programVersion, clinicProgram }: Family, by: FamilyFact['by'], now: Date): FamilyFact {
  const entry = { type: 'course.open', program, programVersion, clinicProgram } as const;
  return { seq: 1, at: now.toISOString(), by, entry };
}

/** A therapist who adds a family has it on their caseload, without a notice. */
async function assign(db: Pick<Db, 'insertInto'>, familyId: FamilyId, therapist: ParticipantId, now: Date) {
  const at = now.toISOString();
  const row = { family_id: familyId, user_id: therapist, made_by: therapist, made_at: at, seen_at: at };
  await db.insertInto('family_therapists').values(row).execute();
}

async function insertFamily(db: Pick<Db, 'insertInto'>, family: Family, key: FamilyKey): Promise<void> {
  const { familyId, childBirthMonth, caregivers, clinicProgram } = family;
  await db
    .insertInto('families')
    .values({
      family_id: familyId,
      name: key.seal(placeOf('families.name'), family.name),
      child_initials: key.seal(placeOf('families.child_initials'), family.childInitials),
      child_birth_month:
        childBirthMonth === null ? null : key.seal(placeOf('families.child_birth_month'), childBirthMonth),
      program: family.program,
      program_version: family.programVersion,
      clinic_program_id: clinicProgram?.id ?? null,
      clinic_program_name: clinicProgram?.name ?? null,
      clinic_program_version: clinicProgram?.version ?? null,
    })
    .execute();
  await db
    .insertInto('caregivers')
    .values(
      caregivers.map(({ caregiverId, name }, index) => ({
        caregiver_id: caregiverId,
        family_id: familyId,
        name: key.seal(placeOf('caregivers.name', caregiverId), name),
        place: index + 1,
      })),
    )
    .execute();
}

function familyOf(row: FamiliesTable, key: FamilyKey, caregivers: readonly Caregiver[]): Family {
  const { clinic_program_id: id, clinic_program_name: name, clinic_program_version: version } = row;
  const { child_birth_month: month } = row;
  return {
    familyId: row.family_id,
    name: knownName(key.openName(placeOf('families.name'), row.name)),
    childInitials: cleanName(key.openName(placeOf('families.child_initials'), row.child_initials)),
    childBirthMonth: month && key.openName(placeOf('families.child_birth_month'), month),
    caregivers: [...caregivers],
    program: row.program,
    programVersion: row.program_version,
    clinicProgram: id !== null && name !== null && version !== null ? { id, name: knownName(name), version } : null,
  };
}

/** A family's caregivers, in the order in which it named them. */
export async function caregiversOf(db: Pick<Db, 'selectFrom'>, key: FamilyKey): Promise<readonly Caregiver[]> {
  const rows = await selectCaregivers(db).where('family_id', '=', key.familyId).execute();
  return rows.map((row) => caregiverOf(row, key));
}

/** The caregivers of all families with these keys. */
export async function caregiversByFamily(
  db: Pick<Db, 'selectFrom'>,
  keys: ReadonlyMap<FamilyId, FamilyKey>,
): Promise<ReadonlyMap<FamilyId, readonly Caregiver[]>> {
  const caregivers = new Map<FamilyId, Caregiver[]>();
  for await (const some of steps([...keys.keys()])) {
    for (const row of await selectCaregivers(db).where('family_id', 'in', some).execute()) {
      const key = keys.get(row.family_id);
      if (key === undefined) continue;
      const ofFamily = caregivers.get(row.family_id) ?? [];
      ofFamily.push(caregiverOf(row, key));
      caregivers.set(row.family_id, ofFamily);
    }
  }
  return caregivers;
}

const selectCaregivers = (db: Pick<Db, 'selectFrom'>) => db.selectFrom('caregivers').selectAll().orderBy('place');

function caregiverOf({ caregiver_id: caregiverId, name }: CaregiversTable, key: FamilyKey): Caregiver {
  return { caregiverId, name: knownName(key.openName(placeOf('caregivers.name', caregiverId), name)) };
}
