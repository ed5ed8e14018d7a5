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

export type PartEnd = FactOf<'recording.stopped'>['why'];

export type WantedPart = RecordingWish<ParticipantId> & {
  /** Another sender, another source, another producer: another part. */
  readonly key: string;
};

/** The parts that should be running now, by their keys. */
export function wantedParts(
  view: RecordingView<ParticipantId>,
  sendings: readonly Sending[],
): ReadonlyMap<string, WantedPart> {
  const producerOf = (from: ParticipantId, source: string) =>
    sendings.find((one) => one.from === from && one.source === source)?.producerId;
  const parts = recordingWishes(view, sendings).map((wish) => {
    const producers = wish.sources.map(({ source }) => producerOf(wish.from, source));
    return { ...wish, key: [wish.recorder, wish.from, ...producers].join('|') };
  });
  return new Map(parts.map((part) => [part.key, part]));
}

/** Why a part that ran is not wanted any more. */
export function whyNotWanted({ sources, from }: WantedPart, view: RecordingView<ParticipantId>): PartEnd {
  if (!sources.every(({ track }) => isRecordedIn(track, view.phase))) return 'over';
  if (!sources.every(({ track }) => hasConsentFor(view, track, from))) return 'consent-withdrawn';
  return view.held ? 'held' : 'sender-changed';
}
