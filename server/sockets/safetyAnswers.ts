import type { FactDraft } from '#shared/protocol/facts.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import { partOf } from '#shared/session/sessionState.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { Records } from '#server/storage/records.ts';
import type { AnswersTo } from './answers.ts';
import type { Caller } from './caller.ts';
import type { ConsentPorts } from './recordingAnswers.ts';

export type SafetyPorts = {
  readonly records: Pick<Records, 'findSafetySheet'>;
  /** Tells the family’s supervisors, wherever they are. Never fails, and nobody waits for it. */
  readonly tellSupervisors: (session: SessionRecord) => void;
};

type SafetyCommand = 'safety:read' | 'safety:confirm' | 'safety:help' | 'emergency:raise' | 'emergency:end';

/** The pause of a window in an emergency, in words for the clinic. */
const PAUSE = 'Emergency';

/** How to reach the family, and emergencies. Of the sheet, the log keeps only the revision. Rules SAF1 to SAF3. */
export function safetyAnswers(
  { participantId: by, room: { actor, record } }: Caller,
  { records, consents, tellSupervisors }: SafetyPorts & ConsentPorts,
): AnswersTo<SafetyCommand> {
  const find = async () => records.findSafetySheet(record.familyId);
  return {
    'safety:read': async () =>
      ok({ familyId: record.familyId, kept: (await find()) ?? null, live: await consents.to('live', record) }),

    'safety:confirm': async ({ revision, inRoom }) => {
      const kept = await find();
      if (kept?.revision !== revision) return fail('not-now', 'The safety sheet has changed. Read it again.');
      return actor.apply(() => ok([{ type: 'safety.confirmed', by, revision, inRoom }]));
    },

    'safety:help': async () => {
      const kept = await find();
      if (kept === undefined) return ok(null);
      const { address, emergencyService } = kept.sheet;
      const part = partOf(actor.state(), by);
      // An earphone may be worn somewhere else, by somebody who must not learn where the child is.
      const isInRoom = part === 'room' || part === 'combined';
      return ok({ address: isInRoom ? address : '', emergencyService });
    },

    'emergency:raise': async () => {
      const before = actor.state().emergency;
      const written = await actor.apply(({ emergency, phase }) => {
        if (emergency !== undefined) return ok([]);
        const raised: FactDraft = { type: 'emergency.raised', by };
        return ok(phase === 'coding' ? [raised, { type: 'coding.paused', by: 'server', reason: PAUSE }] : [raised]);
      });
      if (written.ok && before === undefined) tellSupervisors(record);
      return written;
    },

    'emergency:end': () =>
      actor.apply(({ emergency }) => ok(emergency === undefined ? [] : [{ type: 'emergency.ended', by }])),
  };
}
