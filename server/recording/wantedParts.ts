import {
  hasConsentFor,
  isRecordedIn,
  recordingWishes,
  type RecordingView,
  type RecordingWish,
} from '#shared/domain/recording/recordedTracks.ts';
import type { FactOf } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { Sending } from '#server/media/mediaPorts.ts';
import type { FlowStanding } from './flowWatch.ts';

export type PartEnd = FactOf<'recording.stopped'>['why'];

export type WantedPart = RecordingWish<ParticipantId> & {
  /** What is recorded, in the order of the sources: a sender that begins anew is another. */
  readonly sendings: readonly Sending[];
  /** Another sender, another source, another producer: another part. */
  readonly key: string;
};

/** What may be recorded now, each part with all of its sources. */
export function wantedParts(view: RecordingView<ParticipantId>, sendings: readonly Sending[]): readonly WantedPart[] {
  return recordingWishes(view, sendings).map((wish) => partOf(wish, sendings));
}

function partOf(wish: RecordingWish<ParticipantId>, all: readonly Sending[]): WantedPart {
  const sendings = wish.sources.flatMap(
    ({ source }) => all.find((one) => one.from === wish.from && one.source === source) ?? [],
  );
  return {
    ...wish,
    sendings,
    key: [wish.recorder, wish.from, ...sendings.map(({ producerId }) => producerId)].join('|'),
  };
}

/**
 * What of a wanted part can be recorded now: a recorder needs packets of each of its sources before it can begin, and one
 * that sends nothing must not cost the other. A coach’s voice is waited for as it is: it is shut most of the time, and its
 * first word counts. Undefined where nothing comes, or it is too early to say.
 */
export function recordableNow(part: WantedPart, standing: (sending: Sending) => FlowStanding): WantedPart | undefined {
  if (part.recorder === 'coach') return part;
  if (part.sendings.some((one) => standing(one) === 'unknown')) return undefined;
  const flowing = part.sendings.filter((one) => standing(one) === 'flows');
  const sources = part.sources.filter(({ source }) => flowing.some((one) => one.source === source));
  return sources.length === 0 ? undefined : partOf({ ...part, sources }, flowing);
}

/** Whether all that a part records is recorded by the other, from the same senders. */
export function isPartOf(part: WantedPart, other: WantedPart): boolean {
  return part.sendings.every(({ producerId }) => other.sendings.some((one) => one.producerId === producerId));
}

/** Why a part that ran is not wanted any more. */
export function whyNotWanted({ sources, from }: WantedPart, view: RecordingView<ParticipantId>): PartEnd {
  if (!sources.every(({ track }) => isRecordedIn(track, view.phase))) return 'over';
  if (!sources.every(({ track }) => hasConsentFor(view, track, from))) return 'consent-withdrawn';
  return view.held ? 'held' : 'sender-changed';
}
