import type { QuietSession } from '#client/live/quietView.ts';
import { familyDevices } from '#client/live/participants.ts';
import { wasCoded } from '#client/live/windowScore.ts';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { plannedEnd } from '#shared/session/beginning.ts';
import { isObservation } from '#shared/session/observing.ts';
import { offeredSituations, openSituations } from './observation.ts';

type CodeStep = {
  readonly does: 'code';
  readonly held: false;
  readonly caregiverId: CaregiverId;
  readonly treatmentPhase: string;
  readonly again: boolean;
};

/** A step that the lead coach may take with the whole session. What cannot be undone is `held`. */
export type Step =
  | { readonly does: 'check-in' | 'pause' | 'resume' | 'coach' | 'feedback'; readonly held: false }
  | CodeStep
  | { readonly does: 'stop' | 'close'; readonly held: true };

type Steps = {
  readonly next: Step | undefined;
  /** Whether the coach should take it now. Only then is its button filled. */
  readonly isDue: boolean;
  readonly others: readonly Step[];
};

/** How long before its planned end a session moves to feedback, in ms: no new commands from then on. Rule SEQ11. */
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
 * The usual next step, whether it is due at this session time, and the other possible steps. No step is due while a
 * window runs or the parent is coached.
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
      // An observation has no coaching: the next situation follows at once.
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

/** One window of each kind for a caregiver, first the one that the session was planned for, or the next situation. */
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

/** The caregiver without a window of the planned phase (or of any, if none was planned), or with situations to come. */
function uncodedCaregiver(session: QuietSession, program: Program): CaregiverId | undefined {
  const waiting = session.caregivers.filter(({ caregiverId }) =>
    isObservation(session, program)
      ? openSituations(session, program, caregiverId).length > 0
      : !wasCoded(session, caregiverId, session.treatmentPhase),
  );
  return (waiting.find(({ caregiverId }) => caregiverId === session.inPlay) ?? waiting[0])?.caregiverId;
}
