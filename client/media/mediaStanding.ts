import type { ConnectionState } from 'mediasoup-client/types';

/** This page's connection to the media server: `idle` before anything is sent or received, `mending` after a loss. */
export type MediaStanding = 'idle' | 'starting' | 'connected' | 'mending';

export function standingOfTransports(states: readonly ConnectionState[]): MediaStanding {
  if (states.some((state) => state === 'disconnected' || state === 'failed')) return 'mending';
  if (states.includes('connecting')) return 'starting';
  return states.includes('connected') ? 'connected' : 'idle';
}

/** The same as a store. Listeners are called only when the state changes. */
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
