import { z } from 'zod';
import { Day, ObjectiveMeasure } from '#shared/protocol/familyFacts.ts';
import { CaregiverId, type EntryId } from '#shared/protocol/ids.ts';
import { isShareMeasure } from '#shared/course/objectives.ts';
import { numberField } from './fields.tsx';

const chosenMeasure = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(ObjectiveMeasure);

/** The form of an objective. A share's target is entered in percent and stored as a share. */
export function objectiveFormSchema(entryId: EntryId) {
  return z
    .object({
      words: z.string().trim().min(1).max(300),
      caregiverId: CaregiverId,
      measure: chosenMeasure,
      bound: z.enum(['at least', 'at most']),
      target: numberField,
      by: Day,
    })
    .refine(({ measure, target }) => !isShareMeasure(measure) || target <= 100, { path: ['target'] })
    .transform(({ target, ...fields }) => ({
      type: 'objective.set' as const,
      entryId,
      ...fields,
      target: isShareMeasure(fields.measure) ? target / 100 : target,
    }));
}
