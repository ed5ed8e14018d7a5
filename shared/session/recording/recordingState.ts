import type { RecordedTrack, RecorderName, RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import type { Fact, FactOf } from '#shared/protocol/facts.ts';
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
  /** Whether the lead coach holds the recording. */
  readonly held: boolean;
  /** Why nothing can be recorded, where that is so. */
  readonly prevented: FactOf<'recording.prevented'>['why'] | undefined;
  readonly stretches: readonly RecordedStretch[];
};

export const NOTHING_RECORDED: RecordingState = { consents: [], held: false, prevented: undefined, stretches: [] };

/** A session's recording after one more fact. Facts about anything else change nothing. */
export function foldRecording(state: RecordingState, fact: Fact): RecordingState {
  switch (fact.type) {
    case 'consent.given': {
      const { track, saidBy, how, purposes, at, by } = fact;
      if (by === 'server') return state;
      return { ...state, consents: [...without(state, fact), { track, saidBy, by, how, purposes, at }] };
    }
    case 'consent.withdrawn':
      return { ...state, consents: without(state, fact) };
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
      const { partId, why, at } = fact;
      const ended = (one: RecordedStretch) =>
        one.partId === partId && one.to === undefined ? { ...one, to: at, why } : one;
      return { ...state, stretches: state.stretches.map(ended) };
    }
    case 'recording.prevented':
      return { ...state, prevented: fact.why };
    case 'recording.possible':
      return { ...state, prevented: undefined };
    default:
      return state;
  }
}

/** The family has one consent for each track, whoever of it spoke; each coach has their own. */
function without({ consents }: RecordingState, { track, by }: FactOf<'consent.given' | 'consent.withdrawn'>) {
  return consents.filter((one) => one.track !== track || (track === 'coach-voice' && one.by !== by));
}

/** The tracks that are being recorded now. */
export function tracksBeingRecorded({ stretches }: RecordingState): ReadonlySet<RecordedTrack> {
  return new Set(stretches.filter(({ to }) => to === undefined).flatMap(({ tracks }) => tracks));
}

/** Whether this track may be recorded by the consents that stand; a coach's voice by that coach's own. Rule RCD2. */
export function hasConsent({ consents }: RecordingState, track: RecordedTrack, coach?: ParticipantId): boolean {
  return consents.some((one) => one.track === track && (track !== 'coach-voice' || one.by === coach));
}
