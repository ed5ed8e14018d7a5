import type { ConnectionState } from 'mediasoup-client/types';

/**
 * How this page stands with the media server, by its transports: nothing was to go over them yet, they are connecting, they are
 * connected, or one that was is cut off and being mended.
 */
export type MediaStanding = 'idle' | 'starting' | 'connected' | 'mending';

/** A transport is `new` until something is sent or received over it. */
export function standingOfTransports(states: readonly ConnectionState[]): MediaStanding {
  if (states.some((state) => state === 'disconnected' || state === 'failed')) return 'mending';
  if (states.includes('connecting')) return 'starting';
  return states.includes('connected') ? 'connected' : 'idle';
}

/** That standing as a store: told only when it is another one. */
export type MediaStandingStore = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => MediaStanding;
};

export function createMediaStanding(read: () => readonly ConnectionState[]) {
  const listeners = new Set<() => void>();
  let standing: MediaStanding = 'idle';
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    getSnapshot: () => standing,
    look: () => {
      const now = standingOfTransports(read());
      if (now === standing) return;
      standing = now;
      for (const listener of listeners) listener();
    },
  };
}
