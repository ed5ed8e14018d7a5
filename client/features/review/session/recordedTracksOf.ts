import { RECORDED_TRACKS, type RecordedTrack } from '#shared/domain/recording/recordedTracks.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** How much of each track was recorded, in ms, by what the log says; tracks of which nothing was are left out. */
export function recordedTracksOf({
  recording,
}: Pick<SessionState, 'recording'>): readonly { readonly track: RecordedTrack; readonly ms: number }[] {
  return RECORDED_TRACKS.map((track) => {
    const stretches = recording.stretches.filter(({ tracks }) => tracks.includes(track));
    return { track, ms: stretches.reduce((sum, { from, to }) => sum + ((to ?? from) - from), 0) };
  }).filter(({ ms }) => ms > 0);
}
