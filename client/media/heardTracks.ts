import type { Track } from '#shared/domain/audience.ts';
import type { ConsumerId, ParticipantId } from '#shared/protocol/ids.ts';
import type { Plane } from '#shared/protocol/media.ts';

/** Sound or picture that this client receives now. */
export type HeardTrack = {
  readonly consumerId: ConsumerId;
  readonly track: Track;
  readonly from: ParticipantId;
  readonly kind: 'audio' | 'video';
  readonly plane: Plane;
  readonly mediaStreamTrack: MediaStreamTrack;
  /** The receiver's statistics, with those of the way it comes. */
  readonly stats: () => Promise<RTCStatsReport>;
};

/** What is heard, as a store: the list is a new one whenever it changed, and only then. */
export type HeardTracks = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => readonly HeardTrack[];
};

export function createHeardTracks() {
  const listeners = new Set<() => void>();
  let heard: readonly HeardTrack[] = [];

  function change(next: readonly HeardTrack[]) {
    if (next.length === heard.length) return;
    heard = next;
    for (const listener of listeners) listener();
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    getSnapshot: () => heard,
    add: (track: HeardTrack) => change([...heard, track]),
    drop: (gone: (track: HeardTrack) => boolean) => change(heard.filter((track) => !gone(track))),
  };
}
