import { z } from 'zod';
import { ClinicProgramId } from '#shared/protocol/ids.ts';
import { NewFamily } from '#shared/protocol/http/families.ts';

const caregiverName = NewFamily.shape.caregiverNames.element;
const nothing = z.string().trim().max(0);

/** How the choice of a program is written in the form: one that Earshot ships, or a clinic's own copy. */
export const OWN_COPY = 'copy:';

/** The fields of a new family, and what they come to. */
export const FamilyForm = z
  .object({
    name: NewFamily.shape.name,
    childInitials: NewFamily.shape.childInitials,
    birthMonth: z.union([nothing, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)]),
    first: caregiverName,
    second: z.union([nothing, caregiverName]),
    program: z.string(),
  })
  .transform(({ name, childInitials, birthMonth, first, second, program }): NewFamily => ({
    name,
    childInitials,
    childBirthMonth: birthMonth === '' ? null : birthMonth,
    caregiverNames: second === '' ? [first] : [first, second],
    ...(program.startsWith(OWN_COPY)
      ? { clinicProgramId: ClinicProgramId.parse(program.slice(OWN_COPY.length)) }
      : { program }),
  }));
