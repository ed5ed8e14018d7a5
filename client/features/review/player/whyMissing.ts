import { isTakenBack, type RecordedStretch } from '#shared/session/recording/recordingState.ts';
import { recordingHoles } from '#shared/session/recording/recordedSpans.ts';
import { gapCausesIn } from '#shared/session/sight/gapCauses.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** Why the room's recording does not have a moment of the session. Rule RCD3. */
export type WhyMissing =
  | { readonly is: 'cut-off' }
  /** A recorder ran, and the camera sent no picture. */
  | { readonly is: 'no-picture' }
  | { readonly is: 'not-yet' }
  | { readonly is: 'never' }
  /** It was recorded, and a caregiver took their consent back after the session. Rule RCD9. */
  | { readonly is: 'taken-back' }
  | { readonly is: 'ended'; readonly why: NonNullable<RecordedStretch['why']> }
  /** The log has it as recorded, and the file does not: it lost its last second or so when it was cut off. */
  | { readonly is: 'lost' };

/** Why a moment (session time, ms) is not in the room's recording, by what the log says of it. */
export function whyMissing(state: Pick<SessionState, 'recording' | 'absences' | 'sight'>, at: number): WhyMissing {
  const { recording } = state;
  const here = recording.stretches.findLast(
    ({ recorder, from, to }) => recorder === 'room' && from <= at && at < (to ?? Infinity),
  );
  if (here !== undefined && isTakenBack(recording, here)) return { is: 'taken-back' };
  if (hasNoPicture(state, at)) return { is: 'no-picture' };
  const room = recording.stretches.filter(({ recorder }) => recorder === 'room');
  if (gapCausesIn(state, { from: at, to: at + 1 }).includes('connection')) return { is: 'cut-off' };
  if (room.length === 0) return { is: 'never' };
  const before = room.findLast(({ from }) => from <= at);
  if (before === undefined) return { is: 'not-yet' };
  if (before.why === undefined || before.to === undefined || at < before.to) return { is: 'lost' };
  return { is: 'ended', why: before.why };
}

/** Whether the room's recording runs over a moment (session time, ms) without a picture: its last one would stand still. */
export function hasNoPicture(state: Pick<SessionState, 'recording' | 'sight'>, at: number): boolean {
  return recordingHoles(state, Infinity).some(({ what, from, to }) => what === 'picture' && at >= from && at < to);
}
