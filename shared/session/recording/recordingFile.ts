import type { Span } from '#shared/domain/codingWindow.ts';
import {
  RECORDED_TRACKS,
  type RecordedTrack,
  RECORDING_PURPOSES,
  type RecordingPurpose,
} from '#shared/domain/recording/recordedTracks.ts';
import { sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import { mergeSpans, withoutSpans } from '#shared/domain/speech/spans.ts';
import type { ParticipantId, PartId } from '#shared/protocol/ids.ts';
import type { RecordedPart, RecordingHole } from '#shared/protocol/recording.ts';
import type { SessionState } from '../sessionState.ts';
import { findConsent, hasConsent } from './recordingState.ts';
import { recordingHoles } from './recordedSpans.ts';

/** A stretch `[from, to)` of session time, in ms, that a track takes from one part of the recording. */
export type Run = { readonly partId: PartId; readonly from: number; readonly to: number };

/** What a track has of the session: the parts it comes from, and where it has anything. The rest is black, or silent. */
export type FileTrack = {
  readonly track: RecordedTrack;
  readonly runs: readonly Run[];
  readonly has: readonly Span[];
};

/**
 * A session's recording as one file. It runs in session time: its moment 0 is the session's, and each moment of it is the same
 * moment of the session, so that every code stands where its number says. Rule RCD8.
 */
export type RecordingFile = {
  /** In the order of the file. */
  readonly tracks: readonly FileTrack[];
  readonly holes: readonly RecordingHole[];
  readonly durationMs: number;
};

type Session = Pick<SessionState, 'recording' | 'sight'>;
type Recorded = Pick<RecordedPart, 'partId' | 'recorder' | 'tracks' | 'durationMs' | 'timeMap'>;

/** The tracks whose recording those who were recorded agree to now: the family's, and each coach's own voice. Rule RCD2. */
export function tracksToExport({ recording }: Pick<Session, 'recording'>): readonly RecordedTrack[] {
  return RECORDED_TRACKS.filter((track) =>
    recording.stretches.some(
      ({ tracks, participantId }) => tracks.includes(track) && hasConsent(recording, track, participantId),
    ),
  );
}

/** The file that these parts make, of what is agreed to now. Undefined where nothing is. */
export function recordingFileOf(parts: readonly Recorded[], state: Session): RecordingFile | undefined {
  const placed = parts
    .map((part) => ({
      ...part,
      from: sessionTimeAt(part.timeMap, 0),
      to: sessionTimeAt(part.timeMap, part.durationMs),
    }))
    .map((part) => ({ ...part, from: Math.max(0, part.from) }))
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from - other.from);
  const durationMs = Math.ceil(Math.max(0, ...placed.map(({ to }) => to)));
  const holes = recordingHoles(state, durationMs);
  const tracks = tracksToExport(state).flatMap((track): FileTrack[] => {
    const runs = runsOf(
      placed.filter(({ partId, tracks }) => tracks.includes(track) && isAgreedTo({ partId, track }, state)),
    );
    const lost = holes.filter(({ what }) => track === (what === 'picture' ? 'room-video' : 'room-audio'));
    const has = withoutSpans(
      mergeSpans(runs.map(({ from, to }) => [from, to])),
      lost.map(({ from, to }) => [from, to]),
    );
    return runs.length === 0 ? [] : [{ track, runs, has }];
  });
  return tracks.length === 0 ? undefined : { tracks, holes, durationMs };
}

/** Whether everything that is in a file is still agreed to: a coach's voice by each coach who is heard in it. Rules RCD2, RCD8. */
export function isStillAgreedTo({ tracks }: Pick<RecordingFile, 'tracks'>, state: Pick<Session, 'recording'>): boolean {
  return tracks.every(({ track, runs }) => runs.every(({ partId }) => isAgreedTo({ partId, track }, state)));
}

/** What a track of a file may be used for: the purposes of every consent that it needs. */
export function purposesOf(
  { track, runs }: FileTrack,
  { recording }: Pick<Session, 'recording'>,
): readonly RecordingPurpose[] {
  const consents = runs.map(({ partId }) => findConsent(recording, track, recordedOf(partId, recording)));
  return RECORDING_PURPOSES.filter((purpose) => consents.every((consent) => consent?.purposes.includes(purpose)));
}

type TrackOfPart = { readonly partId: PartId; readonly track: RecordedTrack };

/** A coach's voice is theirs alone: one coach's consent does not let another's out. */
function isAgreedTo({ partId, track }: TrackOfPart, { recording }: Pick<Session, 'recording'>): boolean {
  return hasConsent(recording, track, recordedOf(partId, recording));
}

/** Who was recorded in a part. */
function recordedOf(partId: PartId, { stretches }: Session['recording']): ParticipantId | undefined {
  return stretches.find((stretch) => stretch.partId === partId)?.participantId;
}

type Placed = Recorded & { readonly from: number; readonly to: number };

/** Where two parts have a moment, it comes from the one that began later, as when it is played. */
function runsOf(parts: readonly Placed[]): readonly Run[] {
  const bounds = [...new Set(parts.flatMap(({ from, to }) => [from, to]))].toSorted((one, other) => one - other);
  const runs: Run[] = [];
  for (const [index, from] of bounds.entries()) {
    const to = bounds[index + 1];
    const part = parts.findLast((one) => one.from <= from && from < one.to);
    if (to === undefined || part === undefined) continue;
    const last = runs.at(-1);
    if (last?.partId === part.partId && last.to === from) runs[runs.length - 1] = { ...last, to };
    else runs.push({ partId: part.partId, from, to });
  }
  return runs;
}
