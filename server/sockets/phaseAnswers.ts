import { findTreatmentPhase } from '#shared/domain/programs/program.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { WindowId } from '#shared/protocol/ids.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import { programOf } from '#shared/session/programOf.ts';
import { holdsTheSession, sequenceOf } from '#shared/session/sequence/sequenceView.ts';
import { currentWindow, type SessionState } from '#shared/session/sessionState.ts';
import type { AnswersTo } from './answers.ts';
import type { Caller } from './caller.ts';
import type { ConsentPorts } from './recordingAnswers.ts';

type PhaseCommand =
  | 'phase:check-in'
  | 'coding:start'
  | 'coding:pause'
  | 'coding:resume'
  | 'coding:stop'
  | 'coaching:start'
  | 'feedback:start'
  | 'session:close'
  | 'window:rate'
  | 'window:void'
  | 'caregiver:choose'
  | 'lead:hand'
  | 'lead:take';

const NO_LIVE = fail('not-allowed', 'The family said no to sessions by video. Close the session, and talk to them.');

export function phaseAnswers({ participantId: by, room }: Caller, { consents }: ConsentPorts): AnswersTo<PhaseCommand> {
  const { actor } = room;
  const write = (draft: FactDraft) => actor.apply(() => ok([draft]));
  /** The session machine refuses it too; the refusal here says why. */
  const writeUnlessInSequence = (draft: FactDraft) =>
    actor.apply((state, now) => (isHeld(state, now) ? IN_SEQUENCE : ok([draft])));

  return {
    'phase:check-in': async () =>
      (await consents.to('live', room.record)) === 'against' ? NO_LIVE : write({ type: 'check-in.started', by }),

    'coding:start': (window) =>
      actor.apply((state, now) => {
        if (isHeld(state, now)) return IN_SEQUENCE;
        const program = programOf(state);
        if (program === undefined) return fail('not-found', 'This server does not have this session’s program.');
        const phase = findTreatmentPhase(program, window.kind);
        if (phase === undefined) return fail('invalid', 'This program has no such treatment phase.');
        return ok([{ type: 'coding.started', by, ...window, lengthMs: phase.windowMs }]);
      }),
    'coding:pause': ({ reason }) => write({ type: 'coding.paused', by, reason }),
    'coding:resume': () => write({ type: 'coding.resumed', by }),
    'coding:stop': () =>
      actor.apply((state, now) => {
        const window = currentWindow(state);
        if (window === undefined) return fail('not-now', 'Nothing is being coded.');
        if (isHeld(state, now)) return IN_SEQUENCE;
        return ok([{ type: 'coding.finished', by, windowId: window.windowId, complete: false }]);
      }),

    'coaching:start': () => write({ type: 'coaching.started', by }),
    'feedback:start': () => writeUnlessInSequence({ type: 'feedback.started', by }),
    'session:close': ({ inSequence }) =>
      inSequence === true
        ? write({ type: 'session.closed', by, inSequence })
        : writeUnlessInSequence({ type: 'session.closed', by }),
    'window:rate': ({ windowId, ratings }) =>
      actor.apply((state) => {
        if (!isRatable(state, windowId, ratings)) return fail('invalid', 'This window does not have this rating.');
        const known = state.windows.find((window) => window.windowId === windowId)?.ratings;
        return ok([{ type: 'window.rated', by, windowId, ratings: { ...known, ...ratings } }]);
      }),
    'window:void': ({ windowId, reason }) => write({ type: 'window.voided', by, windowId, reason }),

    'caregiver:choose': ({ caregiverId }) => write({ type: 'caregiver.chosen', by, caregiverId }),
    'lead:hand': ({ to }) => write({ type: 'lead.changed', by, to, how: 'handed' }),
    'lead:take': () =>
      actor.apply((state) => {
        const taken: FactDraft = { type: 'lead.changed', by, to: by, how: 'taken' };
        // If the lead coach never came, the person who takes the lead opens the waiting room.
        return ok(state.phase === 'preparing' ? [taken, { type: 'waiting.opened', by }] : [taken]);
      }),
  };
}

const IN_SEQUENCE = fail('not-now', 'A command is still being followed through. Finish it, or stop it, first.');

function isHeld(state: SessionState, now: number): boolean {
  return holdsTheSession(sequenceOf(state, now));
}

/** Whether the window's treatment phase has these ratings, with these steps on their scales. */
function isRatable(state: SessionState, windowId: WindowId, ratings: Readonly<Record<string, string>>): boolean {
  const program = programOf(state);
  const window = state.windows.find((one) => one.windowId === windowId);
  const known = program && window && findTreatmentPhase(program, window.kind)?.ratings;
  return Object.entries(ratings).every(([id, given]) =>
    known?.some((rating) => rating.id === id && rating.scale.includes(given)),
  );
}
