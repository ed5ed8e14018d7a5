import { z } from 'zod';
import { ClinicProgrammeId } from '#shared/protocol/ids.ts';
import { NewFamily } from '#shared/protocol/http.ts';

const caregiverName = NewFamily.shape.caregiverNames.element;
const nothing = z.string().trim().max(0);

/** How the choice of a programme is written in the form: one that Earshot ships, or a clinic's own copy. */
export const OWN_COPY = 'copy:';

/** The fields of a new family, and what they come to. */
export const FamilyForm = z
  .object({
    name: NewFamily.shape.name,
    childInitials: NewFamily.shape.childInitials,
    birthMonth: z.union([nothing, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)]),
    first: caregiverName,
    second: z.union([nothing, caregiverName]),
    programme: z.string(),
  })
  .transform(({ name, childInitials, birthMonth, first, second, programme }): NewFamily => ({
    name,
    childInitials,
    childBirthMonth: birthMonth === '' ? null : birthMonth,
    caregiverNames: second === '' ? [first] : [first, second],
    ...(programme.startsWith(OWN_COPY)
      ? { clinicProgrammeId: ClinicProgrammeId.parse(programme.slice(OWN_COPY.length)) }
      : { programme }),
  }));
