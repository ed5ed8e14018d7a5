import type { ParsedInputOf } from '#shared/protocol/contract.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { findParticipant, type SessionState } from '#shared/session/sessionState.ts';
import { isOfSamePerson, type Refusal } from '#shared/session/recording/recordingState.ts';
import type { ConsentDesk } from '#server/consents/consentDesk.ts';
import type { AnswersTo } from './answers.ts';
import type { Caller } from './caller.ts';

export type ConsentPorts = { readonly consents: Pick<ConsentDesk, 'to'> };

const SAID_NO = fail(
  'not-allowed',
  'The family said no to recordings on their own page, or for the child. Talk to them first.',
);

type RecordingCommand = 'consent:give' | 'consent:withdraw' | 'recording:hold' | 'recording:release' | 'observer:blind';

/** Who agrees to the recording, whether it is held, and who observes blind. What is recorded follows from the log. */
export function recordingAnswers(caller: Caller, { consents }: ConsentPorts): AnswersTo<RecordingCommand> {
  const { participantId: by, room } = caller;
  const { actor } = room;
  const how = caller.device === undefined ? ('spoken' as const) : ('on-device' as const);

  return {
    'consent:give': async ({ track, saidBy, purposes }) => {
      const { familyId, caregivers } = room.record;
      const speaker = caregivers.filter(({ caregiverId }) => caregiverId === saidBy);
      // Nobody agrees in a session to what they said no to for all sessions. Rule CNS4.
      if (
        track !== 'coach-voice' &&
        (await consents.to('record-room', { familyId, caregivers: speaker })) === 'against'
      ) {
        return SAID_NO;
      }
      return actor.apply((state) => {
        const refused = consentRefusal(state, caller, { track, saidBy }) ?? liftRefusal(state, { track, saidBy, by });
        return refused ?? ok([{ type: 'consent.given', by, track, saidBy, how, purposes }]);
      });
    },
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

/**
 * Nobody turns another person's no into a yes: only the device where it was said does, or a coach if a coach noted it.
 * Rule CNS2.
 */
function liftRefusal(
  { recording, caregivers, ...state }: SessionState,
  given: Pick<Refusal, 'track' | 'saidBy'> & { readonly by: ParticipantId },
) {
  const standing = recording.refusals.find((one) => isOfSamePerson(one, given));
  // What was said on the caregiver's own page is in the table of consents, which was asked before.
  if (standing === undefined || standing.by === given.by || standing.by === 'server') return undefined;
  const wasNotedByStaff = (id: ParticipantId) => findParticipant(state, id)?.device === null;
  if (wasNotedByStaff(standing.by) && wasNotedByStaff(given.by)) return undefined;
  const name = caregivers.find(({ caregiverId }) => caregiverId === given.saidBy)?.name ?? '';
  return fail('not-allowed', `${name} said no on another device. Only the same device can change that.`);
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
