import type { ParsedInputOf } from '#shared/protocol/contract.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { AnswersTo } from './answers.ts';
import type { Caller } from './caller.ts';

type RecordingCommand = 'consent:give' | 'consent:withdraw' | 'recording:hold' | 'recording:release' | 'observer:blind';

/** Who agrees to the recording, whether it is held, and who observes blind. What is recorded follows from the log. */
export function recordingAnswers(caller: Caller): AnswersTo<RecordingCommand> {
  const { participantId: by, room } = caller;
  const { actor } = room;
  const how = caller.device === undefined ? ('spoken' as const) : ('on-device' as const);

  return {
    'consent:give': ({ track, saidBy, purposes }) =>
      actor.apply((state) => {
        const refused = consentRefusal(state, caller, { track, saidBy });
        return refused ?? ok([{ type: 'consent.given', by, track, saidBy, how, purposes }]);
      }),
    'consent:withdraw': ({ track, saidBy }) =>
      actor.apply((state) => {
        const refused = consentRefusal(state, caller, { track, saidBy });
        return refused ?? ok([{ type: 'consent.withdrawn', by, track, saidBy }]);
      }),

    'recording:hold': () => actor.apply(({ recording }) => ok(recording.held ? [] : [{ type: 'recording.held', by }])),
    'recording:release': () =>
      actor.apply(({ recording }) => ok(recording.held ? [{ type: 'recording.released', by }] : [])),

    'observer:blind': ({ blind }) =>
      actor.apply((state): Reply<readonly FactDraft[]> => {
        if (state.participants[by]?.blind === blind) return ok([]);
        return ok([{ type: 'observer.blinded', by, participantId: by, blind }]);
      }),
  };
}

/** A coach can consent only for their own voice, and only a caregiver can consent for the family. Rule RCD2. */
function consentRefusal(
  { caregivers }: SessionState,
  { device }: Caller,
  { track, saidBy }: Pick<ParsedInputOf<'consent:give'>, 'track' | 'saidBy'>,
) {
  if (track === 'coach-voice') {
    if (device !== undefined || saidBy !== null)
      return fail('not-allowed', 'A coach can consent only for their own voice.');
    return undefined;
  }
  const isOfTheFamily = caregivers.some(({ caregiverId }) => caregiverId === saidBy);
  return isOfTheFamily ? undefined : fail('not-allowed', 'Only a caregiver can consent for the family.');
}
