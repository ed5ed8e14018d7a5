import {
  RECORDED_TRACKS,
  type RecordedTrack,
  type RecorderName,
  type RecordingPurpose,
} from '#shared/domain/recording/recordedTracks.ts';
import type { FactTypeIn } from '#shared/protocol/factDraft.ts';
import type { FactOf } from '#shared/protocol/facts.ts';
import type { recordingFacts } from '#shared/protocol/recordingFacts.ts';
import type { CaregiverId, ParticipantId, PartId } from '#shared/protocol/ids.ts';

/** Who agreed to a track being recorded, and for what. */
export type Consent = {
  readonly track: RecordedTrack;
  /** The caregiver who spoke for the family; null for the coach, who speaks for themself. */
  readonly saidBy: CaregiverId | null;
  readonly by: ParticipantId;
  readonly how: 'on-device' | 'spoken';
  readonly purposes: readonly RecordingPurpose[];
  readonly at: number;
};

/** That a track is not to be recorded, and who said so. */
export type Refusal = Pick<Consent, 'track' | 'saidBy' | 'by' | 'at'>;

/** What one recorder wrote without a break. */
export type RecordedStretch = {
  readonly partId: PartId;
  readonly recorder: RecorderName;
  readonly participantId: ParticipantId;
  readonly tracks: readonly RecordedTrack[];
  readonly from: number;
  /** Undefined while it runs. */
  readonly to: number | undefined;
  readonly why: FactOf<'recording.stopped'>['why'] | undefined;
};

export type RecordingState = {
  /** The consents that stand. */
  readonly consents: readonly Consent[];
  /** Who last said no, or took a yes back, by track; of coaches, each for themself. */
  readonly refusals: readonly Refusal[];
  /** What was agreed to while the session was live and was taken back after it: none of it is played or handed out. Rule RCD9. */
  readonly takenBack: readonly Refusal[];
  /** Whether the lead coach holds the recording. */
  readonly held: boolean;
  /** Why nothing can be recorded, where that is so. */
  readonly prevented: FactOf<'recording.prevented'>['why'] | undefined;
  readonly stretches: readonly RecordedStretch[];
};

export const NOTHING_RECORDED: RecordingState = {
  consents: [],
  refusals: [],
  takenBack: [],
  held: false,
  prevented: undefined,
  stretches: [],
};

/** A recording after one more fact, of a session that is over or not. Facts about anything else change nothing. */
export function foldRecording(
  state: RecordingState,
  fact: FactOf<FactTypeIn<typeof recordingFacts>>,
  isOver: boolean,
): RecordingState {
  switch (fact.type) {
    case 'consent.given': {
      const { track, saidBy, how, purposes, at, by } = fact;
      if (by === 'server') return state;
      const consents = [...without(state.consents, fact), { track, saidBy, by, how, purposes, at }];
      return { ...state, consents, refusals: without(state.refusals, fact) };
    }
    case 'consent.withdrawn': {
      const { track, saidBy, at, by } = fact;
      const consents = without(state.consents, fact);
      if (by === 'server') return { ...state, consents };
      const refusal = { track, saidBy, by, at };
      const takenBack = isOver ? [...without(state.takenBack, fact), refusal] : state.takenBack;
      return { ...state, consents, refusals: [...without(state.refusals, fact), refusal], takenBack };
    }
    case 'recording.held':
      return { ...state, held: true };
    case 'recording.released':
      return { ...state, held: false };
    case 'recording.started': {
      const { partId, recorder, participantId, tracks, at } = fact;
      const stretch = { partId, recorder, participantId, tracks, from: at, to: undefined, why: undefined };
      return { ...state, stretches: [...state.stretches, stretch] };
    }
    case 'recording.stopped': {
      const { partId, why, at, lastSeenAt } = fact;
      const ended = (one: RecordedStretch) =>
        one.partId === partId && one.to === undefined ? { ...one, to: lastSeenAt ?? at, why } : one;
      return { ...state, stretches: state.stretches.map(ended) };
    }
    case 'recording.prevented':
      return { ...state, prevented: fact.why };
    case 'recording.possible':
      return { ...state, prevented: undefined };
  }
}

/** The family has one answer for each track, whoever of it spoke; each coach has their own. */
function without<A extends Refusal>(
  answers: readonly A[],
  { track, by }: FactOf<'consent.given' | 'consent.withdrawn'>,
): readonly A[] {
  return answers.filter((one) => one.track !== track || (track === 'coach-voice' && one.by !== by));
}

/** Whether a recorded stretch has anything in it that was taken back after the session; it is one file, and stays shut whole. Rule RCD9. */
export function isTakenBack(
  { takenBack }: Pick<RecordingState, 'takenBack'>,
  { tracks, participantId }: Pick<RecordedStretch, 'tracks' | 'participantId'>,
): boolean {
  return takenBack.some(({ track, by }) => tracks.includes(track) && (track !== 'coach-voice' || by === participantId));
}

/** The tracks of the family that were recorded, and not taken back after the session. Rule RCD9. */
export function familyTracksKept({ stretches, takenBack }: RecordingState): readonly RecordedTrack[] {
  return RECORDED_TRACKS.filter(
    (track) =>
      track !== 'coach-voice' &&
      stretches.some(({ tracks }) => tracks.includes(track)) &&
      takenBack.every((one) => one.track !== track),
  );
}

/** The tracks that are being recorded now. */
export function tracksBeingRecorded({ stretches }: RecordingState): ReadonlySet<RecordedTrack> {
  return new Set(stretches.filter(({ to }) => to === undefined).flatMap(({ tracks }) => tracks));
}

/** Whether this track may be recorded by the consents that stand; a coach's voice by that coach's own. Rule RCD2. */
export function hasConsent(recording: RecordingState, track: RecordedTrack, coach?: ParticipantId): boolean {
  return findConsent(recording, track, coach) !== undefined;
}

/** The consent by which this track may be recorded; a coach's voice by that coach's own. Undefined where none stands. */
export function findConsent(
  { consents }: RecordingState,
  track: RecordedTrack,
  coach?: ParticipantId,
): Consent | undefined {
  return consents.find((one) => one.track === track && (track !== 'coach-voice' || one.by === coach));
}
