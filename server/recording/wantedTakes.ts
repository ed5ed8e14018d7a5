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
import type { Turn } from '#server/media/mediaServer.ts';

export type TakeEnd = FactOf<'recording.stopped'>['why'];

/** What goes into one file: the sources of one sender, and how their picture must be turned. */
export type TakeRequest = RecordingWish<ParticipantId> & { readonly turn: Turn };

export type WantedTake = TakeRequest & {
  /** What is recorded, in the order of the sources. A sender that starts again counts as another. */
  readonly sendings: readonly Sending[];
  /** Another sender, source, producer or orientation of the camera makes another take. */
  readonly key: string;
};

/** What may be recorded now, each take with all of its sources. */
export function wantedTakes(view: RecordingView<ParticipantId>, sendings: readonly Sending[]): readonly WantedTake[] {
  return recordingWishes(view, sendings).map((wish) => takeOf(wish, sendings));
}

function takeOf(wish: RecordingWish<ParticipantId>, all: readonly Sending[]): WantedTake {
  const sendings = wish.sources.flatMap(
    ({ source }) => all.find((one) => one.from === wish.from && one.source === source) ?? [],
  );
  const turn = sendings.find(({ source }) => source === 'camera')?.turn ?? 0;
  return { ...wish, sendings, turn, key: [wish.recorder, wish.from, ...sendings.map(nameOf)].join('|') };
}

/** A file keeps one picture size, and its picture is turned while recorded, so a turned camera needs another file. */
function nameOf({ producerId, turn }: Sending): string {
  return `${producerId} ${turn}`;
}

/**
 * What can be recorded now of a wanted take. A recorder needs packets of each of its sources before it can begin, so a
 * source that sends nothing must not hold up the other. A coach’s voice is recorded without waiting for packets: it is
 * shut most of the time, and its first word counts. Undefined if nothing arrives, or if it is too early to tell.
 */
export function recordableNow(take: WantedTake, standing: (sending: Sending) => FlowStanding): WantedTake | undefined {
  if (take.recorder === 'coach') return take;
  if (take.sendings.some((one) => standing(one) === 'unknown')) return undefined;
  const flowing = take.sendings.filter((one) => standing(one) === 'flows');
  const sources = take.sources.filter(({ source }) => flowing.some((one) => one.source === source));
  return sources.length === 0 ? undefined : takeOf({ ...take, sources }, flowing);
}

/** Whether the other take records everything of this one, from the same senders. */
export function hasAllOf(other: WantedTake, take: WantedTake): boolean {
  return take.sendings.every(({ producerId }) => other.sendings.some((one) => one.producerId === producerId));
}

/** As `hasAllOf`, with the picture turned as it is now. */
export function hasAllTurned(other: WantedTake, take: WantedTake): boolean {
  return take.sendings.every((sending) => other.sendings.some((one) => nameOf(one) === nameOf(sending)));
}

export function whyNotWanted({ sources, from }: WantedTake, view: RecordingView<ParticipantId>): TakeEnd {
  if (!sources.every(({ track }) => isRecordedIn(track, view.phase))) return 'over';
  if (!sources.every(({ track }) => hasConsentFor(view, track, from))) return 'consent-withdrawn';
  return view.held ? 'held' : 'sender-changed';
}
