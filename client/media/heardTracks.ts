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
  /** Statistics of the receiver and its transport. */
  readonly stats: () => Promise<RTCStatsReport>;
};

/** The received tracks as a store. Each change, and nothing else, makes a new list. */
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
