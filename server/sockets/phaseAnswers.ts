import { findTreatmentPhase } from '#shared/domain/programmes/programme.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import { programmeOf } from '#shared/session/programmeOf.ts';
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
  | 'window:rate'
  | 'window:void'
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
        const programme = programmeOf(state);
        if (programme === undefined) return fail('not-found', 'This session’s programme is unknown here.');
        const phase = findTreatmentPhase(programme, window.kind);
        if (phase === undefined) return fail('invalid', 'This programme has no such treatment phase.');
        return ok([{ type: 'coding.started', by, ...window, lengthMs: phase.windowMs }]);
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
    'session:close': ({ inSequence }) =>
      write({ type: 'session.closed', by, ...(inSequence !== undefined && { inSequence }) }),
    'window:rate': ({ windowId, ratings }) => write({ type: 'window.rated', by, windowId, ratings }),
    'window:void': ({ windowId, reason }) => write({ type: 'window.voided', by, windowId, reason }),

    'caregiver:choose': ({ caregiverId }) => write({ type: 'caregiver.chosen', by, caregiverId }),
    'lead:hand': ({ to }) => write({ type: 'lead.changed', by, to, how: 'handed' }),
    'lead:take': () => write({ type: 'lead.changed', by, to: by, how: 'taken' }),
  };
}
