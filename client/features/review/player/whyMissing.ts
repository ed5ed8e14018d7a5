import type { Sense } from '#shared/domain/sight.ts';
import { isWithdrawn, type RecordedSpan } from '#shared/session/recording/recordingState.ts';
import { gapCausesIn } from '#shared/session/sight/gapCauses.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** Why the room's recording lacks a moment of the session. Rule RCD3. */
type WhyMissing =
  | { readonly is: 'cut-off' }
  /** The lead coach or the family said that they left. Rule SES8. */
  | { readonly is: 'coach-left' | 'family-left' }
  /** A recorder ran, and the room sent no picture, or neither picture nor sound. */
  | { readonly is: 'no-picture' | 'nothing-sent' }
  | { readonly is: 'not-yet' }
  | { readonly is: 'never' }
  /** It was recorded, and a caregiver withdrew their consent after the session. Rule RCD9. */
  | { readonly is: 'withdrawn' }
  | { readonly is: 'ended'; readonly why: NonNullable<RecordedSpan['why']> }
  /** The log says that it was recorded, but the file lacks it: a file that is cut off loses about its last second. */
  | { readonly is: 'lost' };

/**
 * Why a moment (session time, ms) is not in the room's recording, by the log. `lacks` is what a file of this moment
 * lacks; empty if there is no file.
 */
export function whyMissing(
  state: Pick<SessionState, 'recording' | 'absences' | 'sight'>,
  at: number,
  lacks: readonly Sense[],
): WhyMissing {
  const { recording } = state;
  const here = recording.spans.findLast(
    ({ recorder, from, to }) => recorder === 'room' && from <= at && at < (to ?? Infinity),
  );
  if (here !== undefined && isWithdrawn(recording, here)) return { is: 'withdrawn' };
  if (lacks.includes('picture')) return { is: lacks.includes('sound') ? 'nothing-sent' : 'no-picture' };
  const room = recording.spans.filter(({ recorder }) => recorder === 'room');
  const causes = gapCausesIn(state, { from: at, to: at + 1 });
  if (causes.includes('connection')) return { is: 'cut-off' };
  const left = causes.find((cause) => cause === 'coach-left' || cause === 'family-left');
  if (left !== undefined) return { is: left };
  if (room.length === 0) return { is: 'never' };
  const before = room.findLast(({ from }) => from <= at);
  if (before === undefined) return { is: 'not-yet' };
  if (before.why === undefined || before.to === undefined || at < before.to) return { is: 'lost' };
  return { is: 'ended', why: before.why };
}
