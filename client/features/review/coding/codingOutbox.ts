import { z } from 'zod';
import type { HttpProblem } from '#client/api/http.ts';
import { openPressKeeper } from '#client/api/pressKeeper.ts';
import type { KeyValueStore, PressStore } from '#client/api/pressStore.ts';
import type { CodingId } from '#shared/protocol/ids.ts';
import { ReviewEntry, type ReviewEntryOf } from '#shared/protocol/review.ts';

/** A key press of a blind coder. Contains ids, codes and times, and nothing about people. */
export type Press = ReviewEntryOf<'coding.code' | 'coding.undo'>;

export type OutboxView = {
  /** Presses not acknowledged yet, in the order they were made. */
  readonly unsent: readonly Press[];
  /** Whether unsent presses survive this window. False if the browser's storage is full or off. */
  readonly isKept: boolean;
  /** Why nothing can be sent now. */
  readonly trouble: 'none' | 'offline' | 'signed-out' | 'busy';
  readonly refused: number;
};

export type CodingOutbox = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => OutboxView;
  readonly add: (press: Press) => void;
  /** Starts sending, including presses kept from before. */
  readonly open: () => void;
  /** Sends waiting presses immediately, because the connection is back. */
  readonly hurry: () => void;
  /** Stops sending until it is opened again. Unsent presses are kept. */
  readonly close: () => void;
};

type CodingOutboxPorts = {
  readonly store: PressStore;
  /** Where older pages kept unsent presses, in one item. */
  readonly olderStore: KeyValueStore;
  readonly send: (press: Press) => Promise<void>;
  readonly problemOf: (error: unknown) => HttpProblem;
  /** Calls back later. Returns a cancel function. */
  readonly later: (ms: number, callback: () => void) => () => void;
};

/** Wait before the first retry, in ms. Doubles each time, up to a maximum. */
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 10_000;

const Entry = ReviewEntry.refine((entry): entry is Press => isPress(entry));
const KeptPress = z.object({ pressId: z.string(), place: z.int().positive(), entry: Entry });
const OlderPresses = z.array(Entry);

function isPress(entry: ReviewEntry): entry is Press {
  return entry.type === 'coding.code' || entry.type === 'coding.undo';
}

/** A code is given once and undone once, so this id is unique. */
const idOf = ({ type, codeId }: Press) => `${codeId}.${type}`;

/** Temporary problems. After any other, the server has refused the press for good. */
const PASSING: { readonly [P in HttpProblem]?: Exclude<OutboxView['trouble'], 'none'> } = {
  offline: 'offline',
  'signed-out': 'signed-out',
  'second-factor': 'signed-out',
  'too-many': 'busy',
  fault: 'busy',
};

/**
 * Sends the presses of one second coding one after the other until each is acknowledged. Stored for all windows of the
 * browser, so that they survive the one they were made in. Rules LOG2, LOG4.
 */
export function openCodingOutbox(codingId: CodingId, ports: CodingOutboxPorts): CodingOutbox {
  const key = `earshot-coding-${codingId}`;
  const keeper = openPressKeeper(ports.store, `${key}.`, KeptPress);
  const listeners = new Set<() => void>();
  let isSending = false;
  let isOpen = false;
  let retryMs = FIRST_RETRY_MS;
  let callOff: (() => void) | undefined;
  let stopWatching: (() => void) | undefined;

  for (const press of olderPresses(ports.olderStore, key)) keeper.add({ pressId: idOf(press), entry: press });
  if (keeper.isKept()) ports.olderStore.removeItem(key);
  let view: OutboxView = { ...standing(), trouble: 'none', refused: 0 };

  function standing() {
    return { unsent: keeper.unsent().map(({ entry }) => entry), isKept: keeper.isKept() };
  }

  function show(change: Partial<OutboxView>): void {
    view = { ...view, ...change, ...standing() };
    for (const listener of listeners) listener();
  }

  async function sendAll(): Promise<void> {
    if (isSending || !isOpen) return;
    isSending = true;
    while (mayContinue()) {
      const [next] = view.unsent;
      const trouble = next && (await attempt(next));
      if (trouble === undefined) continue;
      show({ trouble });
      callOff = ports.later(retryMs, () => void sendAll());
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
      break;
    }
    isSending = false;
  }

  const mayContinue = () => isOpen && view.unsent.length > 0;

  /** Undefined if it is settled: saved by the server or refused for good. */
  async function attempt(press: Press): Promise<OutboxView['trouble'] | undefined> {
    try {
      await ports.send(press);
      settle(press, 0);
    } catch (error) {
      const trouble = PASSING[ports.problemOf(error)];
      if (trouble !== undefined) return trouble;
      settle(press, 1);
    }
    retryMs = FIRST_RETRY_MS;
    return undefined;
  }

  function showAndSend(): void {
    show({});
    // Before a retry, new presses wait behind the failed one.
    if (view.trouble === 'none') void sendAll();
  }

  function settle(press: Press, refused: number): void {
    keeper.settle(idOf(press));
    show({ trouble: 'none', refused: view.refused + refused });
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    add(press) {
      keeper.add({ pressId: idOf(press), entry: press });
      showAndSend();
    },
    open() {
      isOpen = true;
      stopWatching ??= keeper.onOthers(showAndSend);
      void sendAll();
    },
    hurry() {
      callOff?.();
      retryMs = FIRST_RETRY_MS;
      void sendAll();
    },
    close() {
      isOpen = false;
      stopWatching?.();
      stopWatching = undefined;
      callOff?.();
    },
  };
}

function olderPresses(store: KeyValueStore, key: string): readonly Press[] {
  const text = store.getItem(key);
  if (text === null) return [];
  try {
    return OlderPresses.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    // Not written by Earshot, or cut short by a crash.
    return [];
  }
}
