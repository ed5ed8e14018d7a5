import type { GapCause } from '#shared/domain/gapCauses.ts';
import { SENSES } from '#shared/domain/sight.ts';
import type { SessionState } from '../sessionState.ts';
import { isSomebodyAway } from './isSomebodyAway.ts';
import { lostSenses } from './sightState.ts';

type Session = Pick<SessionState, 'absences' | 'sight'>;
type Stretch = { readonly from: number; readonly to: number | undefined };

/**
 * What was lost in a stretch of session time (ms, open where `to` is undefined): the connection of the lead coach or of the
 * room, until picture and sound of it were measured again, and whatever else of picture or sound. Rule WIN4.
 */
export function gapCausesIn({ absences, sight }: Session, { from, to = Infinity }: Stretch): readonly GapCause[] {
  const meets = (other: Stretch) => other.from < to && (other.to ?? Infinity) > from;
  const losses = sight.losses.filter(meets);
  const isCut = absences.some(meets) || losses.some(({ why }) => why === 'cut-off');
  const lost = SENSES.filter((sense) => losses.some(({ what, why }) => what === sense && why !== 'cut-off'));
  return isCut ? ['connection', ...lost] : lost;
}

/** What is lost now, for whoever reads a clock that stands still: while somebody is gone it is the connection alone. Rule WIN4. */
export function lostNow(session: Pick<SessionState, 'participants' | 'lead' | 'sight'>): readonly GapCause[] {
  return isSomebodyAway(session) ? ['connection'] : lostSenses(session);
}
