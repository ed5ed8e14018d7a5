import type { RecordedStretch } from '#shared/session/recording/recordingState.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** Why the room's recording does not have a moment of the session. Rule RCD3. */
export type WhyMissing =
  | { readonly is: 'cut-off' }
  | { readonly is: 'not-yet' }
  | { readonly is: 'never' }
  | { readonly is: 'ended'; readonly why: NonNullable<RecordedStretch['why']> }
  /** The log has it as recorded, and the file does not: it lost its last second or so when it was cut off. */
  | { readonly is: 'lost' };

/** Why a moment (session time, ms) is not in the room's recording, by what the log says of it. */
export function whyMissing({ recording, gaps }: Pick<SessionState, 'recording' | 'gaps'>, at: number): WhyMissing {
  const room = recording.stretches.filter(({ recorder }) => recorder === 'room');
  if (gaps.some(({ from, to }) => at >= from && at < (to ?? Infinity))) return { is: 'cut-off' };
  if (room.length === 0) return { is: 'never' };
  const before = room.findLast(({ from }) => from <= at);
  if (before === undefined) return { is: 'not-yet' };
  if (before.why === undefined || before.to === undefined || at < before.to) return { is: 'lost' };
  return { is: 'ended', why: before.why };
}
