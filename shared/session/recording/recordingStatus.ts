import {
  RECORDED_IN,
  RECORDED_TRACKS,
  RECORDER_OF,
  type RecordedTrack,
} from '#shared/domain/recording/recordedTracks.ts';
import type { FactOf } from '#shared/protocol/facts.ts';
import { isMissingInRecording, type SightState } from '../sight/sightState.ts';
import type { SessionState } from '../sessionState.ts';
import { hasConsent, type RecordingState, tracksBeingRecorded } from './recordingState.ts';

/** The state of a session's recording, as everyone in it sees it. Rules RCD2, RCD3. */
export type RecordingStatus =
  /** `lost`: tracks with consent that were cut off while the rest continues. */
  | { readonly is: 'recording'; readonly tracks: readonly RecordedTrack[]; readonly lost: readonly RecordedTrack[] }
  /** Withdrawn or held, but the recorder has not confirmed it yet. */
  | { readonly is: 'stopping' }
  | { readonly is: 'held' }
  | { readonly is: 'nothing-agreed' }
  /** There is consent, but this phase is not recorded. */
  | { readonly is: 'not-in-this-phase' }
  | { readonly is: 'prevented'; readonly why: FactOf<'recording.prevented'>['why'] }
  | { readonly is: 'interrupted' }
  /** It was recorded, and continues once something arrives again. The sender has gone or is sending again. */
  | { readonly is: 'nothing-arrives' }
  /** There is consent, but no recorder has anything to record yet. */
  | { readonly is: 'not-yet' }
  | { readonly is: 'over' };

type Session = Pick<SessionState, 'recording' | 'phase' | 'lead' | 'sight'>;

/** Ends of a take that nobody intended. */
const BREAKS: ReadonlySet<string> = new Set(['recorder-died', 'worker-died', 'server-restart', 'failed', 'disk-full']);

/** What is being written outranks what should be written, so that nobody is recorded unaware. */
export function recordingStatus({ recording, phase, lead, sight }: Session): RecordingStatus {
  const running = tracksBeingRecorded(recording);
  const agreed = RECORDED_TRACKS.filter((track) => hasConsent(recording, track, lead));
  const wanted = agreed.filter((track) => !recording.held && RECORDED_IN[track].includes(phase));

  if (running.size > 0) {
    const all = RECORDED_TRACKS.filter((track) => running.has(track));
    if (!all.some((track) => wanted.includes(track))) return { is: 'stopping' };
    // A recorder that runs without receiving anything records a hole.
    const tracks = all.filter((track) => !isMissing(sight, track));
    if (tracks.length === 0) return { is: 'interrupted' };
    const lost = wanted.filter(
      (track) => !tracks.includes(track) && (running.has(track) || BREAKS.has(lastEnd(recording, track) ?? '')),
    );
    return { is: 'recording', tracks, lost };
  }
  if (phase === 'closed') return { is: 'over' };
  if (agreed.length === 0) return { is: 'nothing-agreed' };
  if (recording.held) return { is: 'held' };
  if (recording.prevented !== undefined) return { is: 'prevented', why: recording.prevented };
  if (wanted.length === 0) return { is: 'not-in-this-phase' };
  const ends = wanted.map((track) => lastEnd(recording, track));
  if (ends.some((why) => why !== undefined && BREAKS.has(why))) return { is: 'interrupted' };
  return { is: ends.includes('sender-changed') ? 'nothing-arrives' : 'not-yet' };
}

/** Whether nothing of a track of the room reaches the media server, and therefore the recorder. */
function isMissing(sight: SightState, track: RecordedTrack): boolean {
  if (track === 'coach-voice') return false;
  const sense = sight[track === 'room-video' ? 'picture' : 'sound'];
  return sense.is === 'lost' && isMissingInRecording(sense.why);
}

/** Why the recording of a track last ended; undefined if it never did. */
function lastEnd({ spans }: RecordingState, track: RecordedTrack) {
  return spans.findLast(({ recorder }) => recorder === RECORDER_OF[track])?.why;
}
