import { findProgramme } from '#shared/domain/programmes/findProgramme.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import { currentWindow } from '#shared/session/sessionState.ts';
import type { AnswersTo } from './answers.ts';
import type { Caller } from './caller.ts';

type PhaseCommand =
  | 'phase:check-in'
  | 'coding:start'
  | 'coding:pause'
  | 'coding:resume'
  | 'coding:stop'
  | 'coaching:start'
  | 'feedback:start'
  | 'session:close'
  | 'caregiver:choose'
  | 'lead:hand'
  | 'lead:take';

/** The phases, who plays, and who leads. Whether a step is possible now, the session machine says. */
export function phaseAnswers({ participantId: by, room }: Caller): AnswersTo<PhaseCommand> {
  const { actor } = room;
  const write = (draft: FactDraft) => actor.apply(() => ok([draft]));

  return {
    'phase:check-in': () => write({ type: 'check-in.started', by }),

    'coding:start': (window) =>
      actor.apply((state) => {
        const programme = findProgramme(state.programme);
        if (programme === undefined) return fail('not-found', 'This session’s programme is unknown here.');
        return ok([{ type: 'coding.started', by, ...window, lengthMs: programme.windowLengthMs }]);
      }),
    'coding:pause': ({ reason }) => write({ type: 'coding.paused', by, reason }),
    'coding:resume': () => write({ type: 'coding.resumed', by }),
    'coding:stop': () =>
      actor.apply((state) => {
        const window = currentWindow(state);
        if (window === undefined) return fail('not-now', 'Nothing is being coded.');
        return ok([{ type: 'coding.finished', by, windowId: window.windowId, complete: false }]);
      }),

    'coaching:start': () => write({ type: 'coaching.started', by }),
    'feedback:start': () => write({ type: 'feedback.started', by }),
    'session:close': () => write({ type: 'session.closed', by }),

    'caregiver:choose': ({ caregiverId }) => write({ type: 'caregiver.chosen', by, caregiverId }),
    'lead:hand': ({ to }) => write({ type: 'lead.changed', by, to, how: 'handed' }),
    'lead:take': () => write({ type: 'lead.changed', by, to: by, how: 'taken' }),
  };
}
