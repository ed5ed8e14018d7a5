import { DEFAULT_PROGRAMME, findProgramme } from '#shared/domain/programmes/findProgramme.ts';
import type { NewFamily } from '#shared/protocol/http.ts';
import type { FamilyPlan } from '#server/storage/records.ts';
import type { FamilyCoursesPorts } from './familyCourses.ts';

/** A new family under the programme that was chosen for it, in its newest version. Undefined where there is none such. */
export async function planFamily(
  { programme, clinicProgrammeId, childBirthMonth = null, ...family }: NewFamily,
  { findClinicProgramme }: Pick<FamilyCoursesPorts, 'findClinicProgramme'>,
): Promise<FamilyPlan | undefined> {
  if (clinicProgrammeId !== undefined) {
    const copy = await findClinicProgramme(clinicProgrammeId);
    if (copy === undefined) return undefined;
    const { name, version, basedOn } = copy;
    const clinicProgramme = { id: clinicProgrammeId, name, version };
    return { ...family, childBirthMonth, programme: basedOn.id, programmeVersion: basedOn.version, clinicProgramme };
  }
  const chosen = findProgramme(programme ?? DEFAULT_PROGRAMME.id);
  return chosen && { ...family, childBirthMonth, programme: chosen.id, programmeVersion: chosen.version };
}
