import { RECORDED_TRACKS, type RecordedTrack } from '#shared/domain/recording/recordedTracks.ts';
import { lengthOf } from '#shared/domain/speech/spans.ts';
import { recordedSpans } from '#shared/session/recording/recordedSpans.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** How much of each track was recorded, in ms, by the log and without gaps. Tracks without any are left out. */
export function recordedTracksOf(
  state: Pick<SessionState, 'recording' | 'sight' | 'phases'>,
): readonly { readonly track: RecordedTrack; readonly ms: number }[] {
  const endsAt = state.phases.at(-1)?.since ?? 0;
  return RECORDED_TRACKS.map((track) => ({ track, ms: lengthOf(recordedSpans(state, track, endsAt)) })).filter(
    ({ ms }) => ms > 0,
  );
}
