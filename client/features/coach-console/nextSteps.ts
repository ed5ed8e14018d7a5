import { wasCoded } from '#client/components/live/windowScore.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import type { QuietSession } from '#client/components/live/quietView.ts';

/** Something the lead coach may do next with the session as a whole. What cannot be undone is `held`. */
export type Step =
  | { readonly does: 'check-in' | 'pause' | 'resume' | 'coach' | 'feedback'; readonly held: false }
  | { readonly does: 'code'; readonly held: false; readonly caregiverId: CaregiverId; readonly again: boolean }
  | { readonly does: 'stop' | 'close'; readonly held: true };

export type Steps = { readonly primary: Step | undefined; readonly others: readonly Step[] };

const NONE: Steps = { primary: undefined, others: [] };
const PAUSE: Step = { does: 'pause', held: false };
const RESUME: Step = { does: 'resume', held: false };
const COACH: Step = { does: 'coach', held: false };
const FEEDBACK: Step = { does: 'feedback', held: false };
const STOP: Step = { does: 'stop', held: true };
const CLOSE: Step = { does: 'close', held: true };

/** The one step that usually comes next, and the others that the session allows now. */
export function nextSteps(session: QuietSession): Steps {
  const code = codeOf(session, session.inPlay);
  switch (session.phase) {
    case 'preparing':
    case 'closed':
      return NONE;
    case 'waiting':
      return { primary: { does: 'check-in', held: false }, others: [CLOSE] };
    case 'check-in':
      return { primary: code[0], others: [COACH, FEEDBACK, CLOSE] };
    case 'coding':
      return { primary: PAUSE, others: [STOP, CLOSE] };
    case 'coding-paused':
      return { primary: RESUME, others: [STOP, CLOSE] };
    case 'coaching': {
      const nextCaregiver = codeOf(session, uncodedCaregiver(session))[0];
      if (nextCaregiver)
        return { primary: nextCaregiver, others: [...codeUnless(nextCaregiver, code), FEEDBACK, CLOSE] };
      return { primary: FEEDBACK, others: [...code, CLOSE] };
    }
    case 'feedback':
      return { primary: CLOSE, others: [...code, COACH] };
  }
}

function codeOf(session: QuietSession, caregiverId: CaregiverId | undefined): readonly Step[] {
  if (caregiverId === undefined) return [];
  return [{ does: 'code', held: false, caregiverId, again: wasCoded(session, caregiverId) }];
}

function codeUnless(taken: Step, code: readonly Step[]): readonly Step[] {
  return code.filter((step) => step.does !== 'code' || taken.does !== 'code' || step.caregiverId !== taken.caregiverId);
}

function uncodedCaregiver(session: QuietSession): CaregiverId | undefined {
  const waiting = session.caregivers.filter(({ caregiverId }) => !wasCoded(session, caregiverId));
  return (waiting.find(({ caregiverId }) => caregiverId === session.inPlay) ?? waiting[0])?.caregiverId;
}
