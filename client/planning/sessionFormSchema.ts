import { z } from 'zod';
import { momentOfClock } from '#shared/domain/clinicDay.ts';
import { NewSession } from '#shared/protocol/http/sessions.ts';

/** The fields of a new session, in the clinic's time. Another stage than the suggested one needs a reason. */
export function sessionFormSchema(suggested: string | undefined, timeZone: string) {
  return z
    .object({
      familyId: NewSession.shape.familyId,
      startsAt: z.iso.datetime({ local: true, precision: -1 }),
      stage: NewSession.shape.stage,
      treatmentPhase: NewSession.shape.treatmentPhase,
      reason: z.string().trim().max(300).optional(),
    })
    .refine(({ stage, reason = '' }) => !isOther(stage, suggested) || reason.length >= 3, { path: ['reason'] })
    .transform(({ familyId, startsAt, stage, treatmentPhase, reason }) => ({
      session: {
        familyId,
        startsAt: momentOfClock(startsAt, timeZone).toISOString(),
        ...(stage ? { stage } : {}),
        ...(treatmentPhase ? { treatmentPhase } : {}),
      },
      /** Why another stage than the suggested one was chosen, if so. */
      reason: isOther(stage, suggested) ? reason : undefined,
    }));
}

export type PlannedSession = z.output<ReturnType<typeof sessionFormSchema>>;

export function isOther(stage: string | undefined, suggested: string | undefined): boolean {
  return stage !== undefined && suggested !== undefined && stage !== suggested;
}
