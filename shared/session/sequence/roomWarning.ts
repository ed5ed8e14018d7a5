import type { Programme } from '#shared/domain/programmes/programme.ts';
import { type Followed, followSequence } from './followSequence.ts';

/**
 * Whether the treatment's one warning of the back-up was given in this session: a child left the chair under a signed
 * back-up, was warned and brought back, and the connection held meanwhile. Rule SEQ8.
 */
export function roomWarningGiven(session: Followed, programme: Programme): boolean {
  const roomWarned = followSequence(session, programme)?.context.roomWarned ?? false;
  return roomWarned && !session.timeOut.roomWarningGiven;
}
