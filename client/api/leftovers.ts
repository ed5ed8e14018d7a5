import type { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { isFinal } from '#shared/protocol/reply.ts';
import { handIn, type HandInPorts } from './handIn.ts';
import { openOutbox, outboxKey, sessionsWithPresses, type UnsentPress } from './outbox.ts';
import type { PressStore } from './pressStore.ts';

/** Presses of one session that wait, and those that the server did not take. */
export type Leftovers = {
  readonly unsent: readonly UnsentPress[];
  readonly refused: readonly UnsentPress[];
  /** Whether nothing more is handed in for now: the sign-in has ended. */
  readonly isHandInStopped: boolean;
};

export const NOTHING_LEFT: Leftovers = { unsent: [], refused: [], isHandInStopped: false };

type LeftoverParts = Pick<HandInPorts, 'connect' | 'random'> & {
  readonly participantId: ParticipantId;
  readonly store: PressStore;
  readonly makeId: () => string;
};

/** Hands in what a browser still keeps of one person's presses, whichever session they belong to. */
export type LeftoverKeeper = {
  /** Looks for presses that nobody hands in yet, and begins. Opens no connection where there are none. */
  readonly look: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => ReadonlyMap<SessionId, Leftovers>;
  /** Somebody has read which presses of a session were not taken. */
  readonly forget: (sessionId: SessionId) => void;
  /** Stops, and keeps what still waits for the next time. Safe to call twice. */
  readonly close: () => void;
};

/** Rules LOG4, LOG5: what was pressed is handed in, and what is not taken is named to whoever pressed it. */
export function createLeftoverKeeper({ participantId, store, makeId, ...ports }: LeftoverParts): LeftoverKeeper {
  const running = new Map<SessionId, () => void>();
  const listeners = new Set<() => void>();
  let left: ReadonlyMap<SessionId, Leftovers> = new Map();

  function show(sessionId: SessionId, change: (before: Leftovers) => Leftovers) {
    const after = change(left.get(sessionId) ?? NOTHING_LEFT);
    const others = [...left].filter(([id]) => id !== sessionId);
    left = new Map(after.unsent.length + after.refused.length > 0 ? [...others, [sessionId, after]] : others);
    for (const listener of listeners) listener();
  }

  function begin(sessionId: SessionId) {
    const outbox = openOutbox(store, outboxKey(sessionId, participantId), makeId);
    if (outbox.unsent().length === 0) return;
    show(sessionId, (before) => ({ ...before, unsent: outbox.unsent(), isHandInStopped: false }));
    // A browser that is signed out may know it at once.
    running.set(sessionId, () => undefined);
    const stop = handIn({
      ...ports,
      handshake: { as: 'staff', sessionId },
      outbox,
      onAnswer(press, reply) {
        const unsent = outbox.unsent();
        if (unsent.length === 0) running.delete(sessionId);
        const isRefused = !reply.ok && isFinal(reply.error.code);
        show(sessionId, (before) => ({
          ...before,
          unsent,
          refused: isRefused ? [...before.refused, press] : before.refused,
        }));
      },
      onSignedOut() {
        running.delete(sessionId);
        show(sessionId, (before) => ({ ...before, isHandInStopped: true }));
      },
    });
    if (running.has(sessionId)) running.set(sessionId, stop);
  }

  return {
    look() {
      for (const sessionId of sessionsWithPresses(store, participantId)) {
        if (!running.has(sessionId)) begin(sessionId);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => left,
    forget: (sessionId) => show(sessionId, (before) => ({ ...before, refused: [] })),
    close() {
      for (const stop of running.values()) stop();
      running.clear();
    },
  };
}
