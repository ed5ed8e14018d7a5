import { randomUUID } from 'node:crypto';
import { PCIT } from '#shared/domain/programmes/pcit.ts';
import type { Caregiver } from '#shared/protocol/facts.ts';
import { CaregiverId, FamilyId } from '#shared/protocol/ids.ts';
import type { Db } from './openDatabase.ts';
import type { FamilyRecords } from './records.ts';

export function sqlFamilyRecords(db: Db): FamilyRecords {
  return {
    async listFamilies() {
      const families = await db.selectFrom('families').selectAll().orderBy('name').execute();
      const caregivers = await caregiversByFamily(db);
      return families.map(({ family_id: familyId, name, child_initials: childInitials }) => ({
        familyId,
        name,
        childInitials,
        childBirthMonth: null,
        caregivers: [...(caregivers.get(familyId) ?? [])],
        programme: PCIT.id,
        programmeVersion: PCIT.version,
        clinicProgramme: null,
      }));
    },

    async makeFamily({ name, childInitials, caregiverNames }) {
      const familyId = FamilyId.parse(randomUUID());
      const caregivers = caregiverNames.map((caregiverName) => ({
        caregiverId: CaregiverId.parse(randomUUID()),
        name: caregiverName,
      }));
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('families')
          .values({ family_id: familyId, name, child_initials: childInitials })
          .execute();
        await transaction
          .insertInto('caregivers')
          .values(
            caregivers.map((caregiver, index) => ({
              caregiver_id: caregiver.caregiverId,
              family_id: familyId,
              name: caregiver.name,
              place: index + 1,
            })),
          )
          .execute();
      });
      return {
        familyId,
        name,
        childInitials,
        childBirthMonth: null,
        caregivers,
        programme: PCIT.id,
        programmeVersion: PCIT.version,
        clinicProgramme: null,
      };
    },
  };
}

/** Every family's caregivers, in the order the family named them; of one family only where it is given. */
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
    caregivers.set(family, [...(caregivers.get(family) ?? []), { caregiverId, name }]);
  }
  return caregivers;
}
