import type { z } from 'zod';
import type { PressStore } from './pressStore.ts';

/** A kept press has an id of its own and a place higher than that of every press its window knew when it was made. */
type Placed = { readonly pressId: string; readonly place: number };

/** A press that has no place yet. */
export type Unplaced<P extends Placed> = P extends Placed ? Omit<P, 'place'> : never;

/**
 * Unacknowledged presses, oldest first, shared by the windows of one browser. Each is stored under its own id, so that
 * windows never overwrite each other's. Rule LOG4.
 */
export type PressKeeper<P extends Placed> = {
  readonly unsent: () => readonly P[];
  /** Whether unsent presses survive this window. False if the browser's storage is full or off. */
  readonly isKept: () => boolean;
  readonly add: (press: Unplaced<P>) => P;
  readonly change: (pressId: string, change: (press: P) => P) => void;
  readonly settle: (pressId: string) => void;
  /** Calls back when another window has kept a press. Returns a stop function. */
  readonly onOthers: (listener: () => void) => () => void;
};

/** Opens what any window of this browser has kept under a prefix. Items that do not parse are skipped. */
export function openPressKeeper<P extends Placed>(
  store: PressStore,
  prefix: string,
  schema: z.ZodType<P>,
): PressKeeper<P> {
  const presses = new Map<string, P>();
  const kept = new Set<string>();
  let lastPlace = 0;

  function know(press: P): void {
    presses.set(press.pressId, press);
    lastPlace = Math.max(lastPlace, press.place);
  }

  /** Stores whatever is not stored yet: storage that was full may have space again. */
  function keepAll(): boolean {
    try {
      for (const press of presses.values()) {
        if (kept.has(press.pressId)) continue;
        store.setItem(prefix + press.pressId, JSON.stringify(press));
        kept.add(press.pressId);
      }
      return true;
    } catch {
      // Storage is full or off: the presses stay in memory, and the screen says so.
      return false;
    }
  }

  function takeIn(): boolean {
    const news = store.keys().filter((one) => one.startsWith(prefix) && !presses.has(one.slice(prefix.length)));
    const read = news.flatMap((one) => readPress(store.getItem(one), schema) ?? []);
    for (const press of read) {
      know(press);
      kept.add(press.pressId);
    }
    return read.length > 0;
  }

  takeIn();
  let isStoreGood = canWrite(store, `${prefix}!`);

  return {
    unsent: () => [...presses.values()].toSorted(byPlace),
    isKept: () => isStoreGood,
    add(press) {
      // The press lacks only its place, which the compiler cannot infer for a generic type.
      const placed = schema.parse({ ...press, place: lastPlace + 1 });
      know(placed);
      isStoreGood = keepAll();
      return placed;
    },
    change(pressId, change) {
      const press = presses.get(pressId);
      if (press === undefined) return;
      know(change(press));
      kept.delete(pressId);
      isStoreGood = keepAll();
    },
    settle(pressId) {
      presses.delete(pressId);
      kept.delete(pressId);
      store.removeItem(prefix + pressId);
      // An empty outbox does not prove that a store which failed before works again, so try a write.
      isStoreGood = keepAll() && (isStoreGood || canWrite(store, `${prefix}!`));
    },
    onOthers: (listener) =>
      store.watch(prefix, () => {
        if (takeIn()) listener();
      }),
  };
}

function byPlace(one: Placed, other: Placed): number {
  return one.place - other.place || (one.pressId < other.pressId ? -1 : 1);
}

function readPress<P>(text: string | null, schema: z.ZodType<P>): P | undefined {
  if (text === null) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    // Not written by Earshot, or cut short by a crash: skipped, so that the screen does not fail in front of a family.
    return undefined;
  }
}

/** Whether anything can be stored here, checked before it is needed. */
function canWrite(store: PressStore, key: string): boolean {
  try {
    store.setItem(key, '');
    store.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
