import type { Program } from '#shared/domain/programs/program.ts';
import { type Followed, followSequence } from './followSequence.ts';

/**
 * Whether the treatment's one warning of the back-up was given in this session. A child left the chair under a signed
 * back-up, was warned and brought back, and the connection was up throughout. Rule SEQ8.
 */
export function roomWarningGiven(session: Followed, program: Program): boolean {
  const roomWarned = followSequence(session, program)?.context.roomWarned ?? false;
  return roomWarned && !session.timeOut.roomWarningGiven;
}
