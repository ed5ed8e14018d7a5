import { clinicDay } from '../clinicDay.ts';
import type { AuditActor, Audited } from './audited.ts';

/** How far back a family reads who looked at its record, in days. */
export const LOOKED_BACK_DAYS = 90;

/** What somebody of the clinic can look at. A copy is a file that leaves the clinic. */
export const LOOKED_AT = ['record', 'session', 'recording', 'copy'] as const;
type LookedAt = (typeof LOOKED_AT)[number];

/** Who looks: staff by their role, or a command on the server. */
export const LOOKERS = ['therapist', 'supervisor', 'admin', 'terminal'] as const satisfies readonly AuditActor[];
export type Looker = (typeof LOOKERS)[number];

/** The rows of the audit that mean that somebody looked at a family. */
const LOOKINGS: { readonly [W in Audited]?: LookedAt } = {
  'record.read': 'record',
  'safety-sheet.read': 'record',
  'session.read': 'session',
  'session.attended': 'session',
  'recording.played': 'recording',
  'speech.read': 'recording',
  'session.exported': 'copy',
  'recording.exported': 'copy',
  'copy.made': 'copy',
};

export const LOOKINGS_AUDITED = Object.keys(LOOKINGS) as readonly Audited[];

/** One row of the audit, as far as it matters here. */
export type Looking = { readonly at: string; readonly actor: Looker; readonly what: Audited };

/** A day on which somebody of one role looked, and at what. */
type DayOfLooking = { readonly on: string; readonly by: Looker; readonly at: readonly LookedAt[] };

/** By day of the clinic, the last one first, and by role: what was looked at. It names nobody. Rule ADT4. */
export function lookedAt(lookings: readonly Looking[], timeZone: string): readonly DayOfLooking[] {
  const days = Map.groupBy(lookings, ({ at }) => clinicDay(at, timeZone));
  return [...days]
    .toSorted(([one], [other]) => other.localeCompare(one))
    .flatMap(([on, ofDay]) =>
      LOOKERS.flatMap((by) => {
        const seen = new Set(ofDay.flatMap(({ actor, what }) => (actor === by ? (LOOKINGS[what] ?? []) : [])));
        return seen.size === 0 ? [] : [{ on, by, at: LOOKED_AT.filter((one) => seen.has(one)) }];
      }),
    );
}
