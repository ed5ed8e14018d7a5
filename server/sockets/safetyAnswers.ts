import { fail, ok } from '#shared/protocol/reply.ts';
import type { Records } from '#server/storage/records.ts';
import type { AnswersTo } from './answers.ts';
import type { Caller } from './caller.ts';
import type { ConsentPorts } from './recordingAnswers.ts';

export type SafetyPorts = { readonly records: Pick<Records, 'findSafetySheet'> };

/** How to reach the family, and the confirmation of today. Of the sheet, the log keeps only the revision. Rules SAF1, SAF2. */
export function safetyAnswers(
  { participantId: by, room: { actor, record } }: Caller,
  { records, consents }: SafetyPorts & ConsentPorts,
): AnswersTo<'safety:read' | 'safety:confirm'> {
  const find = async () => records.findSafetySheet(record.familyId);
  return {
    'safety:read': async () =>
      ok({ familyId: record.familyId, kept: (await find()) ?? null, live: await consents.to('live', record) }),

    'safety:confirm': async ({ revision, inRoom }) => {
      const kept = await find();
      if (kept?.revision !== revision) return fail('not-now', 'The safety sheet has changed. Read it again.');
      return actor.apply(() => ok([{ type: 'safety.confirmed', by, revision, inRoom }]));
    },
  };
}
