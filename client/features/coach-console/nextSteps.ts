import type { QuietSession } from '#client/live/quietView.ts';
import { familyDevices } from '#client/live/participants.ts';
import { wasCoded } from '#client/live/windowScore.ts';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { plannedEnd } from '#shared/session/beginning.ts';
import { isObservation } from '#shared/session/observing.ts';
import { offeredSituations, openSituations } from './observation.ts';

/** A coding window of one treatment phase. */
type CodeStep = {
  readonly does: 'code';
  readonly held: false;
  readonly caregiverId: CaregiverId;
  readonly treatmentPhase: string;
  readonly again: boolean;
};

/** Something the lead coach may do next with the session as a whole. What cannot be undone is `held`. */
export type Step =
  | { readonly does: 'check-in' | 'pause' | 'resume' | 'coach' | 'feedback'; readonly held: false }
  | CodeStep
  | { readonly does: 'stop' | 'close'; readonly held: true };

type Steps = {
  /** What usually comes next. */
  readonly next: Step | undefined;
  /** Whether the coach is meant to take it now. Only then its button is filled; what ends something else waits unfilled. */
  readonly isDue: boolean;
  readonly others: readonly Step[];
};

/** How long before its planned end a session turns to feedback, in ms: no new commands are given from here on. Rule SEQ11. */
const FEEDBACK_MS = 600_000;

const NONE: Steps = { next: undefined, isDue: false, others: [] };
const CHECK_IN: Step = { does: 'check-in', held: false };
const PAUSE: Step = { does: 'pause', held: false };
const RESUME: Step = { does: 'resume', held: false };
const COACH: Step = { does: 'coach', held: false };
const FEEDBACK: Step = { does: 'feedback', held: false };
const STOP: Step = { does: 'stop', held: true };
const CLOSE: Step = { does: 'close', held: true };

/**
 * The step that usually comes next, whether it is due at this session time, and the others that the session allows.
 * While a window runs and while the parent is coached no step is due: the coach codes, or speaks.
 */
export function nextSteps(session: QuietSession, program: Program, now: number): Steps {
  const code = windowsOf(session, program, session.inPlay);
  const isObserved = isObservation(session, program);
  switch (session.phase) {
    case 'preparing':
    case 'closed':
      return NONE;
    case 'waiting':
      return { next: CHECK_IN, isDue: familyDevices(session).length > 0, others: [CLOSE] };
    case 'check-in':
      return {
        next: code[0],
        isDue: true,
        others: [...code.slice(1), ...(isObserved ? [] : [COACH]), FEEDBACK, CLOSE],
      };
    case 'coding':
      return { next: undefined, isDue: false, others: [PAUSE, STOP, CLOSE] };
    case 'coding-paused':
      return { next: RESUME, isDue: true, others: [STOP, CLOSE] };
    case 'coaching': {
      const [next] = windowsOf(session, program, uncodedCaregiver(session, program));
      // Nobody is coached in an observation: the next situation follows at once.
      if (next) {
        const others = [...code.filter((step) => !isSame(step, next)), FEEDBACK, CLOSE];
        return { next, isDue: isObserved, others };
      }
      const isDue = isObserved || now >= plannedEnd(session) - FEEDBACK_MS;
      return { next: FEEDBACK, isDue, others: [...code, CLOSE] };
    }
    case 'feedback':
      return { next: CLOSE, isDue: false, others: [...code, COACH] };
  }
}

/** A window of each kind for a caregiver: first that which the session was planned for, or the next situation. */
function windowsOf(session: QuietSession, program: Program, caregiverId: CaregiverId | undefined): readonly CodeStep[] {
  if (caregiverId === undefined) return [];
  return kindsOf(session, program, caregiverId).map(({ id }) => {
    const again = wasCoded(session, caregiverId, id);
    return { does: 'code', held: false, caregiverId, treatmentPhase: id, again };
  });
}

function kindsOf(session: QuietSession, program: Program, caregiverId: CaregiverId): readonly TreatmentPhase[] {
  if (isObservation(session, program)) return offeredSituations(session, program, caregiverId);
  const planned = findTreatmentPhase(program, session.treatmentPhase ?? '') ?? program.phases[0];
  return [planned, ...program.phases.filter(({ id }) => id !== planned.id)];
}

function isSame(one: CodeStep, other: CodeStep): boolean {
  return one.caregiverId === other.caregiverId && one.treatmentPhase === other.treatmentPhase;
}

/** Who has no window yet of the phase that was planned, or of any where none was; or a situation still to come. */
function uncodedCaregiver(session: QuietSession, program: Program): CaregiverId | undefined {
  const waiting = session.caregivers.filter(({ caregiverId }) =>
    isObservation(session, program)
      ? openSituations(session, program, caregiverId).length > 0
      : !wasCoded(session, caregiverId, session.treatmentPhase),
  );
  return (waiting.find(({ caregiverId }) => caregiverId === session.inPlay) ?? waiting[0])?.caregiverId;
}
