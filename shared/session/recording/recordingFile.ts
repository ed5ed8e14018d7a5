import type { Span } from '#shared/domain/codingWindow.ts';
import { RECORDED_TRACKS, type RecordedTrack } from '#shared/domain/recording/recordedTracks.ts';
import { sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import { mergeSpans, withoutSpans } from '#shared/domain/speech/spans.ts';
import type { ParticipantId, TakeId } from '#shared/protocol/ids.ts';
import type { RecordedTake, RecordingHole } from '#shared/protocol/recording.ts';
import type { SessionState } from '../sessionState.ts';
import { hasConsent } from './recordingState.ts';
import { recordingHoles } from './recordedSpans.ts';

/** A span `[from, to)` of session time, in ms, that a track uses from one take of the recording. */
export type Run = { readonly partId: TakeId; readonly from: number; readonly to: number };

/** A track of the session: the takes that it uses, and where it has content. The rest is black or silent. */
export type FileTrack = {
  readonly track: RecordedTrack;
  readonly runs: readonly Run[];
  readonly has: readonly Span[];
};

/** A recording as one file that runs in session time, like the codes. Rule RCD8. */
export type RecordingFile = {
  /** In the order of the file. */
  readonly tracks: readonly FileTrack[];
  readonly holes: readonly RecordingHole[];
  readonly durationMs: number;
};

type Session = Pick<SessionState, 'recording' | 'sight'>;
type Recorded = Pick<RecordedTake, 'partId' | 'recorder' | 'tracks' | 'durationMs' | 'timeMap'>;

/** Tracks with the consent of the people recorded: the family's, and each coach's own voice. Rule RCD2. */
export function tracksToExport({ recording }: Pick<Session, 'recording'>): readonly RecordedTrack[] {
  return RECORDED_TRACKS.filter((track) =>
    recording.spans.some(
      ({ tracks, participantId }) => tracks.includes(track) && hasConsent(recording, track, participantId),
    ),
  );
}

/** The file that these takes make, of everything with a standing consent. Undefined if there is nothing. */
export function recordingFileOf(
  takes: readonly Recorded[],
  state: Session,
  mayLeave: (part: TrackOfPart) => boolean = () => true,
): RecordingFile | undefined {
  const placed = takes
    .map((take) => ({
      ...take,
      from: sessionTimeAt(take.timeMap, 0),
      to: sessionTimeAt(take.timeMap, take.durationMs),
    }))
    .map((take) => ({ ...take, from: Math.max(0, take.from) }))
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from - other.from);
  const durationMs = Math.ceil(Math.max(0, ...placed.map(({ to }) => to)));
  const holes = recordingHoles(state, durationMs);
  const tracks = tracksToExport(state).flatMap((track): FileTrack[] => {
    const runs = runsOf(
      placed.filter(
        ({ partId, tracks }) =>
          tracks.includes(track) && isAgreedTo({ partId, track }, state) && mayLeave({ partId, track }),
      ),
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

/** Whether all tracks still have consent, a voice that of each coach heard in it. Rules RCD2, RCD8. */
export function isStillAgreedTo({ tracks }: Pick<RecordingFile, 'tracks'>, state: Pick<Session, 'recording'>): boolean {
  return tracks.every(({ track, runs }) => runs.every(({ partId }) => isAgreedTo({ partId, track }, state)));
}

export type TrackOfPart = { readonly partId: TakeId; readonly track: RecordedTrack };

/** A coach's voice is their own. One coach's consent does not release another coach's voice. */
function isAgreedTo({ partId, track }: TrackOfPart, { recording }: Pick<Session, 'recording'>): boolean {
  return hasConsent(recording, track, recordedOf(partId, recording));
}

function recordedOf(partId: TakeId, { spans }: Session['recording']): ParticipantId | undefined {
  return spans.find((span) => span.partId === partId)?.participantId;
}

type Placed = Recorded & { readonly from: number; readonly to: number };

/** If two takes overlap, the one that began later is used, as in the player. */
function runsOf(takes: readonly Placed[]): readonly Run[] {
  const bounds = [...new Set(takes.flatMap(({ from, to }) => [from, to]))].toSorted((one, other) => one - other);
  const runs: Run[] = [];
  for (const [index, from] of bounds.entries()) {
    const to = bounds[index + 1];
    const take = takes.findLast((one) => one.from <= from && from < one.to);
    if (to === undefined || take === undefined) continue;
    const last = runs.at(-1);
    if (last?.partId === take.partId && last.to === from) runs[runs.length - 1] = { ...last, to };
    else runs.push({ partId: take.partId, from, to });
  }
  return runs;
}
