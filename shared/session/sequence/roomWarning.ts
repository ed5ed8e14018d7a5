import type { Programme } from '#shared/domain/programmes/programme.ts';
import type { SessionState } from '../sessionState.ts';
import { type Followed, playedCodes } from './followSequence.ts';
import { wasCutOff } from './sequenceBanners.ts';

/**
 * Whether the treatment's one warning of the back-up was given in this session: a child left the chair under a signed
 * back-up, was warned and brought back, and the connection held meanwhile. Rule SEQ8.
 */
export function roomWarningGiven(session: Followed & Pick<SessionState, 'gaps'>, programme: Programme): boolean {
  let warnedAt: number | undefined;
  let wasWarned: boolean | undefined;
  for (const { run, at } of playedCodes(session, programme)) {
    const { roomWarned, current } = run.context;
    if (wasWarned === false && roomWarned && warnedAt !== undefined && !wasCutOff(session, warnedAt, at)) return true;
    wasWarned = roomWarned;
    if (current?.timeOut?.escape === 'room-warning') warnedAt ??= at;
    else warnedAt = undefined;
  }
  return false;
}
