import {
  RECORDED_TRACKS,
  type RecordedTrack,
  type RecorderName,
  RECORDING_PURPOSES,
  type RecordingPurpose,
} from '#shared/domain/recording/recordedTracks.ts';
import type { FactTypeIn } from '#shared/protocol/factDraft.ts';
import type { FactOf } from '#shared/protocol/facts.ts';
import type { recordingFacts } from '#shared/protocol/recordingFacts.ts';
import type { ParticipantId, TakeId } from '#shared/protocol/ids.ts';

/** Who consented to the recording of a track, and for which purposes. */
export type Consent = Readonly<Pick<FactOf<'consent.given'>, 'track' | 'saidBy' | 'how' | 'purposes' | 'at'>> & {
  readonly by: ParticipantId;
};

/** A refusal to have a track recorded, and who refused. By the server: on the caregiver's own page. */
export type Refusal = Pick<Consent, 'track' | 'saidBy' | 'at'> & { readonly by: ParticipantId | 'server' };

/** What one recorder wrote without a break: a take. */
export type RecordedSpan = {
  readonly partId: TakeId;
  readonly recorder: RecorderName;
  readonly participantId: ParticipantId;
  readonly tracks: readonly RecordedTrack[];
  readonly from: number;
  /** Undefined while it runs. */
  readonly to: number | undefined;
  readonly why: FactOf<'recording.stopped'>['why'] | undefined;
};

export type RecordingState = {
  readonly consents: readonly Consent[];
  /** Standing refusals and withdrawals, one of a person and track at most. */
  readonly refusals: readonly Refusal[];
  /** Consents withdrawn after the session: nothing of those tracks is played or exported. Rule RCD9. */
  readonly withdrawn: readonly Refusal[];
  readonly held: boolean;
  /** Why nothing can be recorded, if that is so. */
  readonly prevented: FactOf<'recording.prevented'>['why'] | undefined;
  readonly spans: readonly RecordedSpan[];
};

export const NOTHING_RECORDED: RecordingState = {
  consents: [],
  refusals: [],
  withdrawn: [],
  held: false,
  prevented: undefined,
  spans: [],
};

/** The recording after one more fact about it, during the session or after it. */
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
      const refusal = { track, saidBy, by, at };
      const withdrawn = isOver ? [...without(state.withdrawn, fact), refusal] : state.withdrawn;
      return { ...state, consents, refusals: [...without(state.refusals, fact), refusal], withdrawn };
    }
    case 'recording.held':
      return { ...state, held: true };
    case 'recording.released':
      return { ...state, held: false };
    case 'recording.started': {
      const { partId, recorder, participantId, tracks, at } = fact;
      const span = { partId, recorder, participantId, tracks, from: at, to: undefined, why: undefined };
      return { ...state, spans: [...state.spans, span] };
    }
    case 'recording.stopped': {
      const { partId, why, at, lastSeenAt } = fact;
      const ended = (one: RecordedSpan) =>
        one.partId === partId && one.to === undefined ? { ...one, to: lastSeenAt ?? at, why } : one;
      return { ...state, spans: state.spans.map(ended) };
    }
    case 'recording.prevented':
      return { ...state, prevented: fact.why };
    case 'recording.possible':
      return { ...state, prevented: undefined };
  }
}

/** Every caregiver has an answer of their own to each track, whoever entered it, and so has every coach. Rule CNS2. */
function without<A extends Refusal>(answers: readonly A[], fact: FactOf<'consent.given' | 'consent.withdrawn'>) {
  return answers.filter((one) => !isOfSamePerson(one, fact));
}

/** Whether an answer is about the same track and of the same person. */
export function isOfSamePerson(one: Omit<Refusal, 'at'>, { track, saidBy, by }: Omit<Refusal, 'at'>): boolean {
  return one.track === track && (track === 'coach-voice' ? one.by === by : one.saidBy === saidBy);
}

/** Whether consent to any track of a take was withdrawn later. A take is one file, so all is locked. Rule RCD9. */
export function isWithdrawn(
  { withdrawn }: Pick<RecordingState, 'withdrawn'>,
  { tracks, participantId }: Pick<RecordedSpan, 'tracks' | 'participantId'>,
): boolean {
  return withdrawn.some(({ track, by }) => tracks.includes(track) && (track !== 'coach-voice' || by === participantId));
}

/** The family's recorded tracks whose consent was not withdrawn after the session. Rule RCD9. */
export function familyTracksKept({ spans, withdrawn }: RecordingState): readonly RecordedTrack[] {
  return RECORDED_TRACKS.filter(
    (track) =>
      track !== 'coach-voice' &&
      spans.some(({ tracks }) => tracks.includes(track)) &&
      withdrawn.every((one) => one.track !== track),
  );
}

/** The tracks that are being recorded now. */
export function tracksBeingRecorded({ spans }: RecordingState): ReadonlySet<RecordedTrack> {
  return new Set(spans.filter(({ to }) => to === undefined).flatMap(({ tracks }) => tracks));
}

/** Whether this track may be recorded by the standing consents; a coach's voice by that coach's own. Rule RCD2. */
export function hasConsent(recording: RecordingState, track: RecordedTrack, coach?: ParticipantId): boolean {
  return consentsTo(recording, track, coach).length > 0;
}

/**
 * The consents by which this track may be recorded; for a coach's voice, that coach's own. One caregiver's refusal
 * outweighs the other's consent. Rules RCD2, CNS2.
 */
export function consentsTo(
  { consents, refusals }: Pick<RecordingState, 'consents' | 'refusals'>,
  track: RecordedTrack,
  coach?: ParticipantId,
): readonly Consent[] {
  const isThis = (one: Refusal) => one.track === track && (track !== 'coach-voice' || one.by === coach);
  return refusals.some(isThis) ? [] : consents.filter(isThis);
}

/** The purposes that every one of the needed consents allows. None if one is missing. */
export function purposesOfAll(needed: readonly (readonly Consent[])[]): readonly RecordingPurpose[] {
  return RECORDING_PURPOSES.filter((purpose) =>
    needed.every((given) => given.length > 0 && given.every(({ purposes }) => purposes.includes(purpose))),
  );
}
