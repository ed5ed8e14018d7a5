import { GAP_CAUSES, type GapCause } from '#shared/domain/gapCauses.ts';
import type { SessionState } from '../sessionState.ts';
import { awayCauses } from './isSomebodyAway.ts';
import { lostSenses } from './sightState.ts';

type Session = Pick<SessionState, 'absences' | 'sight'>;
type Stretch = { readonly from: number; readonly to: number | undefined };

/**
 * What was lost in a stretch of session time (ms, open where `to` is undefined): who had left, the connection of the lead coach
 * or of the room, until picture and sound of it were measured again, and whatever else of picture or sound. Rules WIN4, SES8.
 */
export function gapCausesIn({ absences, sight }: Session, { from, to = Infinity }: Stretch): readonly GapCause[] {
  const losses = sight.losses.filter((loss) => doMeet(loss, { from, to }));
  const cuts = losses.filter(({ why }) => why === 'cut-off');
  const now = absences.filter((absence) => doMeet(absence, { from, to }));
  // Whoever is back is not yet seen: what is missing was lost with their going.
  const gone = now.length > 0 ? now : absences.filter((absence) => cuts.some((cut) => doMeet(absence, cut)));
  const found = new Set<GapCause>([
    ...gone.flatMap(({ causes }) => causes),
    ...(gone.length === 0 && cuts.length > 0 ? ['connection' as const] : []),
    ...losses.flatMap(({ what, why }) => (why === 'cut-off' ? [] : [what])),
  ]);
  return GAP_CAUSES.filter((cause) => found.has(cause));
}

function doMeet(one: Stretch, other: Stretch): boolean {
  return one.from < (other.to ?? Infinity) && (one.to ?? Infinity) > other.from;
}

/** What is lost now, for whoever reads a clock that stands still: while somebody is gone it is that alone. Rule WIN4. */
export function lostNow(session: Pick<SessionState, 'participants' | 'lead' | 'sight'>): readonly GapCause[] {
  const away = awayCauses(session);
  return away.length > 0 ? away : lostSenses(session);
}
