import type { z } from 'zod';
import type { PressStore } from './pressStore.ts';

/** What every kept press has: an id of its own, and a place above that of every press its window knew when it was made. */
type Placed = { readonly pressId: string; readonly place: number };

/** A press before it has its place. */
export type Unplaced<P extends Placed> = P extends Placed ? Omit<P, 'place'> : never;

/**
 * Presses that nobody has acknowledged yet, in the order they were made, shared by the windows of one browser. Each is
 * kept by itself under its own id, so that windows never write over each other. Rule LOG4.
 */
export type PressKeeper<P extends Placed> = {
  readonly unsent: () => readonly P[];
  /** Whether what is unsent outlives this window. False where the browser's storage is full or off. */
  readonly isKept: () => boolean;
  readonly add: (press: Unplaced<P>) => P;
  /** Keeps a press anew, under the id that it has, where it is still unsent. */
  readonly change: (pressId: string, change: (press: P) => P) => void;
  readonly settle: (pressId: string) => void;
  /** Calls back when another window has kept a press. Returns how to stop. */
  readonly onOthers: (listener: () => void) => () => void;
};

/** Opens what any window of this browser has kept below a prefix. What is there and does not parse is passed over. */
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

  /** Keeps whatever is not kept yet: storage that was full may have room again. */
  function keepAll(): boolean {
    try {
      for (const press of presses.values()) {
        if (kept.has(press.pressId)) continue;
        store.setItem(prefix + press.pressId, JSON.stringify(press));
        kept.add(press.pressId);
      }
      return true;
    } catch {
      // Full, or off: the presses stay in memory, and the screen says so.
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
      // Its place is all that a press lacks, which the compiler cannot see through a type that it does not know yet.
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
      // Nothing left to keep says nothing of a store that took nothing before.
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
    // Not ours, or cut short by a crash: passed over rather than fail in front of a family.
    return undefined;
  }
}

/** Whether something can be kept here at all, before it has to be. */
function canWrite(store: PressStore, key: string): boolean {
  try {
    store.setItem(key, '');
    store.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
