import { randomUUID } from 'node:crypto';
import { DEFAULT_PROGRAM } from '#shared/domain/programs/findProgram.ts';
import { cleanName } from '#shared/domain/cleanName.ts';
import type { Caregiver } from '#shared/protocol/facts.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { Family } from '#shared/protocol/http/families.ts';
import { CaregiverId, FamilyId } from '#shared/protocol/ids.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { Db } from './openDatabase.ts';
import type { FamilyPlan, FamilyRecords } from './records.ts';
import type { FamiliesTable } from './schema.ts';
import { insertFamilyFacts } from './sqlFamilyLog.ts';

export function sqlFamilyRecords(db: Db): FamilyRecords {
  return {
    async listFamilies() {
      const families = await db.selectFrom('families').selectAll().orderBy('name').execute();
      const caregivers = await caregiversByFamily(db);
      return families.map((row) => familyOf(row, caregivers.get(row.family_id) ?? []));
    },

    async findFamily(familyId) {
      const row = await db.selectFrom('families').selectAll().where('family_id', '=', familyId).executeTakeFirst();
      return row && familyOf(row, (await caregiversByFamily(db, familyId)).get(familyId) ?? []);
    },

    async makeFamily(plan, by, now) {
      const family = newFamily(plan);
      await db.transaction().execute(async (transaction) => {
        await insertFamily(transaction, family);
        await insertFamilyFacts(transaction, family.familyId, [courseOpened(family, by, now)]);
      });
      return family;
    },
  };
}

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

async function insertFamily(db: Pick<Db, 'insertInto'>, family: Family): Promise<void> {
  const { familyId, caregivers, clinicProgram } = family;
  await db
    .insertInto('families')
    .values({
      family_id: familyId,
      name: family.name,
      child_initials: family.childInitials,
      child_birth_month: family.childBirthMonth,
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
        name,
        place: index + 1,
      })),
    )
    .execute();
}

function familyOf(row: FamiliesTable, caregivers: readonly Caregiver[]): Family {
  const { clinic_program_id: id, clinic_program_name: name, clinic_program_version: version } = row;
  return {
    familyId: row.family_id,
    name: knownName(row.name),
    childInitials: cleanName(row.child_initials),
    childBirthMonth: row.child_birth_month,
    caregivers: [...caregivers],
    program: row.program,
    programVersion: row.program_version,
    clinicProgram: id !== null && name !== null && version !== null ? { id, name: knownName(name), version } : null,
  };
}

/** Every family's caregivers, in the order in which the family named them; of one family only, if given. */
export async function caregiversByFamily(
  db: Pick<Db, 'selectFrom'>,
  familyId?: FamilyId,
): Promise<ReadonlyMap<FamilyId, readonly Caregiver[]>> {
  const rows = await db
    .selectFrom('caregivers')
    .selectAll()
    .$if(familyId !== undefined, (query) => query.where('family_id', '=', familyId ?? null))
    .orderBy('place')
    .execute();
  const caregivers = new Map<FamilyId, readonly Caregiver[]>();
  for (const { family_id: family, caregiver_id: caregiverId, name } of rows) {
    caregivers.set(family, [...(caregivers.get(family) ?? []), { caregiverId, name: knownName(name) }]);
  }
  return caregivers;
}
