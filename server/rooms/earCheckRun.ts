import { type Leak, leakOf } from '#shared/domain/earCheck.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { Time } from '#server/time/time.ts';

/** How long the caregiver's answer waits for missing microphones, in ms: less than a client waits for a reply. */
export const WAITS_FOR_MICROPHONES_MS = 3_000;

/** One ear check: whose it is, and what each microphone that was asked to listen has reported of the tone so far. */
export type EarCheckRun = {
  readonly participantId: ParticipantId;
  /** What this device heard. Of several answers the worst counts. False if it was not asked. */
  readonly heard: (by: ParticipantId, leak: Leak) => boolean;
  readonly leak: () => Leak;
  /** Resolves when every microphone has answered or the time for it is over. */
  readonly answered: () => Promise<void>;
  /** Takes the caregiver's answer. False if it was given before. */
  readonly confirm: () => boolean;
};

/** Begins an ear check in which each of these devices must answer. */
export function startEarCheck(
  participantId: ParticipantId,
  asked: readonly ParticipantId[],
  callAfter: Time['callAfter'],
): EarCheckRun {
  const answers = new Map<ParticipantId, Leak | undefined>(asked.map((id) => [id, undefined]));
  const all = Promise.withResolvers<null>();
  let isConfirmed = false;
  const owesNone = () => [...answers.values()].every((leak) => leak !== undefined);
  if (owesNone()) all.resolve(null);

  return {
    participantId,
    heard(by, leak) {
      if (!answers.has(by)) return false;
      const before = answers.get(by);
      answers.set(by, before === undefined ? leak : leakOf([before, leak]));
      if (owesNone()) all.resolve(null);
      return true;
    },
    leak: () => leakOf([...answers.values()]),
    async answered() {
      const timeUp = Promise.withResolvers<null>();
      const callOff = callAfter(WAITS_FOR_MICROPHONES_MS, () => timeUp.resolve(null));
      await Promise.race([all.promise, timeUp.promise]);
      callOff();
    },
    confirm() {
      const isFirst = !isConfirmed;
      isConfirmed = true;
      return isFirst;
    },
  };
}
