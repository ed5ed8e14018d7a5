import { z } from 'zod';
import { ClinicProgramId } from '#shared/protocol/ids.ts';
import { NewFamily } from '#shared/protocol/http/families.ts';

const caregiverName = NewFamily.shape.caregiverNames.element;
const nothing = z.string().trim().max(0);

/** The form's value for a clinic's own copy of a program starts with this. */
export const OWN_COPY = 'copy:';

/** The fields of a new family, and their parsed result. */
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
