import type { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { isFinal } from '#shared/protocol/reply.ts';
import { sendLeftovers, type SendLeftoversPorts } from './sendLeftovers.ts';
import { openOutbox, outboxKey, sessionsWithPresses, type UnsentPress } from './outbox.ts';
import type { PressStore } from './pressStore.ts';

/** Presses of one session that are waiting, and those that the server refused. */
export type Leftovers = {
  readonly unsent: readonly UnsentPress[];
  readonly refused: readonly UnsentPress[];
  readonly isSendingStopped: boolean;
};

export const NOTHING_LEFT: Leftovers = { unsent: [], refused: [], isSendingStopped: false };

type LeftoverParts = Pick<SendLeftoversPorts, 'connect' | 'random'> & {
  readonly participantId: ParticipantId;
  readonly store: PressStore;
  readonly makeId: () => string;
};

/** Sends the presses that this browser still keeps for one person, of any session. */
export type LeftoverKeeper = {
  /** Starts sending presses that nothing else is sending yet. Opens no connection if there are none. */
  readonly look: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => ReadonlyMap<SessionId, Leftovers>;
  /** Call when somebody has read which presses of a session were refused. */
  readonly forget: (sessionId: SessionId) => void;
  /** Stops, and keeps unsent presses for the next time. Safe to call twice. */
  readonly close: () => void;
};

/** Rules LOG4, LOG5: unsent presses are sent, and refused ones are reported to the person who pressed. */
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
    show(sessionId, (before) => ({ ...before, unsent: outbox.unsent(), isSendingStopped: false }));
    // If the browser is signed out, `sendLeftovers` may stop before it returns.
    running.set(sessionId, () => undefined);
    const stop = sendLeftovers({
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
        show(sessionId, (before) => ({ ...before, isSendingStopped: true }));
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
