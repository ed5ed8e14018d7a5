import { DEFAULT_PROGRAM, findProgram } from '#shared/domain/programs/findProgram.ts';
import type { NewFamily } from '#shared/protocol/http/families.ts';
import type { FamilyPlan } from '#server/storage/familyRecords.ts';
import type { FamilyCoursesPorts } from './familyCourses.ts';

/** A new family under the newest version of the chosen program. Undefined if there is no such program. */
export async function planFamily(
  { program, clinicProgramId, childBirthMonth = null, ...family }: NewFamily,
  { findClinicProgram }: Pick<FamilyCoursesPorts, 'findClinicProgram'>,
): Promise<FamilyPlan | undefined> {
  if (clinicProgramId !== undefined) {
    const copy = await findClinicProgram(clinicProgramId);
    if (copy === undefined) return undefined;
    const { name, version, basedOn } = copy;
    const clinicProgram = { id: clinicProgramId, name, version };
    return { ...family, childBirthMonth, program: basedOn.id, programVersion: basedOn.version, clinicProgram };
  }
  const chosen = findProgram(program ?? DEFAULT_PROGRAM.id);
  return chosen && { ...family, childBirthMonth, program: chosen.id, programVersion: chosen.version };
}
