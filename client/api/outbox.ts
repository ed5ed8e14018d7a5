import { z } from 'zod';
import { CaregiverId, CodeId, PressId } from '#shared/protocol/ids.ts';
import type { PressStore } from './pressStore.ts';

const anyPress = {
  pressId: PressId,
  /** Above that of every press that its window knew when it was made. Presses are sent in this order. */
  place: z.int().positive(),
  codeId: CodeId,
};

/** A press that the server has not acknowledged yet. Holds opaque ids, codes and times, and nothing about people. */
const UnsentPress = z.discriminatedUnion('kind', [
  z.object({
    ...anyPress,
    kind: z.literal('code'),
    code: z.string(),
    caregiverId: CaregiverId,
    pressedAt: z.number(),
    heardDelayMs: z.number(),
    /** Where the coder saw two. */
    candidates: z.array(z.string()).optional(),
    mode: z.enum(['both', 'unsure']).optional(),
  }),
  z.object({ ...anyPress, kind: z.literal('undo') }),
  z.object({ ...anyPress, kind: z.literal('judge'), effective: z.boolean() }),
]);
export type UnsentPress = z.infer<typeof UnsentPress>;

type Unplaced<P extends UnsentPress> = P extends UnsentPress ? Omit<P, 'place'> : never;
export type NewPress = Unplaced<UnsentPress>;

/**
 * The presses of one person in one session that no window of this browser knows to be acknowledged, in the order they
 * were made. Each is kept by itself under its own id, so that windows never write over each other. What another window
 * keeps is sent by this one too: the server tells a press by its id, and counts it once. Rules LOG2, LOG4.
 */
export type Outbox = {
  readonly unsent: () => readonly UnsentPress[];
  /** Whether what is unsent outlives this window. False where the browser's storage is full or off. */
  readonly isKept: () => boolean;
  readonly add: (press: NewPress) => UnsentPress;
  /** Says when a code was pressed, once it is better known. */
  readonly restamp: (pressId: PressId, pressedAt: number) => void;
  /** The server has this press, or has refused it for good. */
  readonly settle: (pressId: PressId) => void;
  /** Calls back when another window has kept a press. Returns how to stop. */
  readonly onOthers: (listener: () => void) => () => void;
};

/** Opens the outbox below a key, with whatever any window of this browser has left in it. */
export function openOutbox(store: PressStore, key: string, makeId: () => string): Outbox {
  const prefix = `${key}.`;
  const presses = new Map<string, UnsentPress>();
  const kept = new Set<string>();
  let lastPlace = 0;

  function know(press: UnsentPress): void {
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
    const read = news.flatMap((one) => readPress(store.getItem(one)) ?? []);
    for (const press of read) {
      know(press);
      kept.add(press.pressId);
    }
    return read.length > 0;
  }

  takeIn();
  for (const press of pressesOfBefore(store.getItem(key), makeId)) know({ ...press, place: lastPlace + 1 });
  let isStoreGood = keepAll() && canWrite(store, `${key}!`);
  if (isStoreGood) store.removeItem(key);

  return {
    unsent: () => [...presses.values()].toSorted(byPlace),
    isKept: () => isStoreGood,
    add(press) {
      const placed = { ...press, place: lastPlace + 1 };
      know(placed);
      isStoreGood = keepAll();
      return placed;
    },
    restamp(pressId, pressedAt) {
      const press = presses.get(pressId);
      if (press?.kind !== 'code') return;
      know({ ...press, pressedAt });
      kept.delete(pressId);
      isStoreGood = keepAll();
    },
    settle(pressId) {
      presses.delete(pressId);
      kept.delete(pressId);
      store.removeItem(prefix + pressId);
      isStoreGood = keepAll();
    },
    onOthers: (listener) =>
      store.watch(prefix, () => {
        if (takeIn()) listener();
      }),
  };
}

function byPlace(one: UnsentPress, other: UnsentPress): number {
  return one.place - other.place || (one.pressId < other.pressId ? -1 : 1);
}

function readPress(text: string | null): UnsentPress | undefined {
  if (text === null) return undefined;
  try {
    return UnsentPress.safeParse(JSON.parse(text)).data;
  } catch {
    // Not ours, or cut short by a crash: passed over rather than fail in front of a family.
    return undefined;
  }
}

/** What pages kept before each press was kept by itself: all of them in one place, numbered. */
const OfBefore = z.object({ unsent: z.array(z.looseObject({ kind: z.string(), codeId: CodeId })) });

function pressesOfBefore(text: string | null, makeId: () => string): NewPress[] {
  if (text === null) return [];
  try {
    const { unsent } = OfBefore.parse(JSON.parse(text));
    return unsent.flatMap((press) => {
      const pressId = press.kind === 'code' ? press.codeId : makeId();
      return UnsentPress.safeParse({ ...press, pressId, place: 1 }).data ?? [];
    });
  } catch {
    // Not ours, or cut short by a crash.
    return [];
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
