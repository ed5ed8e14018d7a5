import { GAP_CAUSES, type GapCause } from '#shared/domain/gapCauses.ts';
import type { SessionState } from '../sessionState.ts';
import { awayCauses } from './isSomebodyAway.ts';
import { lostSenses } from './sightState.ts';

type Session = Pick<SessionState, 'absences' | 'sight'>;
type OpenSpan = { readonly from: number; readonly to: number | undefined };

/**
 * What was lost in a span (ms of session time, open without `to`): people who left; a connection, until picture and
 * sound were measured again; any other loss of a sense. Rules WIN4, SES8.
 */
export function gapCausesIn({ absences, sight }: Session, { from, to = Infinity }: OpenSpan): readonly GapCause[] {
  const losses = sight.losses.filter((loss) => overlaps(loss, { from, to }));
  const cuts = losses.filter(({ why }) => why === 'cut-off');
  const now = absences.filter((absence) => overlaps(absence, { from, to }));
  // A person who is back is not seen yet, so what is missing is still due to their absence.
  const gone = now.length > 0 ? now : absences.filter((absence) => cuts.some((cut) => overlaps(absence, cut)));
  const found = new Set<GapCause>([
    ...gone.flatMap(({ causes }) => causes),
    ...(gone.length === 0 && cuts.length > 0 ? ['connection' as const] : []),
    ...losses.flatMap(({ what, why }) => (why === 'cut-off' ? [] : [what])),
  ]);
  return GAP_CAUSES.filter((cause) => found.has(cause));
}

function overlaps(one: OpenSpan, other: OpenSpan): boolean {
  return one.from < (other.to ?? Infinity) && (one.to ?? Infinity) > other.from;
}

/** What is lost now, to explain why the clock is paused. While somebody is gone, only that is named. Rule WIN4. */
export function lostNow(session: Pick<SessionState, 'participants' | 'lead' | 'sight'>): readonly GapCause[] {
  const away = awayCauses(session);
  return away.length > 0 ? away : lostSenses(session);
}
