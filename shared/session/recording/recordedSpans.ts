import type { Span } from '#shared/domain/codingWindow.ts';
import type { RecordedTrack } from '#shared/domain/recording/recordedTracks.ts';
import type { Sense } from '#shared/domain/sight.ts';
import type { RecordingHole } from '#shared/protocol/recording.ts';
import { mergeSpans, overlapOf, withoutSpans } from '#shared/domain/speech/spans.ts';
import { isMissingInRecording } from '../sight/sightState.ts';
import type { SessionState } from '../sessionState.ts';

type Session = Pick<SessionState, 'recording' | 'sight'>;

const TRACK_OF = { picture: 'room-video', sound: 'room-audio' } as const satisfies Record<Sense, RecordedTrack>;

/** The holes of the room's recording, oldest first. Open holes end at `endsAt`. Times are in ms. Rules RCD3, WIN4. */
export function recordingHoles({ recording, sight }: Session, endsAt: number): readonly RecordingHole[] {
  return sight.losses
    .filter(({ why }) => isMissingInRecording(why))
    .flatMap(({ what, why, from, to = endsAt }) => {
      const ran = spansOf(recording, TRACK_OF[what], endsAt);
      return overlapOf(ran, [[from, to]]).map(([start, end]) => ({ what, why, from: start, to: end }));
    });
}

/** Where a track was recorded, without its holes. A running recording ends at `endsAt`. Times are in ms. */
export function recordedSpans(session: Session, track: RecordedTrack, endsAt: number): readonly Span[] {
  const holes = recordingHoles(session, endsAt).filter(({ what }) => TRACK_OF[what] === track);
  return withoutSpans(
    spansOf(session.recording, track, endsAt),
    holes.map(({ from, to }) => [from, to]),
  );
}

function spansOf({ spans }: Session['recording'], track: RecordedTrack, endsAt: number): readonly Span[] {
  return mergeSpans(spans.filter(({ tracks }) => tracks.includes(track)).map(({ from, to }) => [from, to ?? endsAt]));
}
