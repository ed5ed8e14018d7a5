import type { QuietSession } from '#client/live/quietView.ts';
import { familyDevices, knockingDevices } from '#client/live/participants.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { isObservation } from '#shared/session/observing.ts';

/** What a coach who is new to the console should do now. Undefined if there is nothing to do. */
export function guideStep(session: QuietSession, program: Program) {
  switch (session.phase) {
    case 'preparing':
    case 'closed':
      return undefined;
    case 'waiting':
      if (knockingDevices(session).length > 0) return 'knock';
      return familyDevices(session).length > 0 ? 'family-in' : 'nobody-in';
    case 'coaching':
      return isObservation(session, program) ? 'between-situations' : 'coaching';
    default:
      return session.phase;
  }
}
