import { z } from 'zod';
import { CaregiverId, CodeId, type ParticipantId, PressId, SessionId } from '#shared/protocol/ids.ts';
import { openPressKeeper, type PressKeeper, type Unplaced } from './pressKeeper.ts';
import type { PressStore } from './pressStore.ts';

const anyPress = {
  pressId: PressId,
  /** Higher than the place of every press that its window knew when it was made. Presses are sent in this order. */
  place: z.int().positive(),
  codeId: CodeId,
};

/** Session time of the press. Older pages did not keep it. */
const madeAt = { pressedAt: z.number().optional() };

/** A press that the server has not acknowledged yet. Contains opaque ids, codes and times, and no names. */
const UnsentPress = z.discriminatedUnion('kind', [
  z.object({
    ...anyPress,
    kind: z.literal('code'),
    code: z.string(),
    caregiverId: CaregiverId,
    pressedAt: z.number(),
    heardDelayMs: z.number(),
    candidates: z.array(z.string()).optional(),
    mode: z.enum(['both', 'unsure']).optional(),
  }),
  z.object({ ...anyPress, ...madeAt, kind: z.literal('undo') }),
  z.object({ ...anyPress, ...madeAt, kind: z.literal('judge'), effective: z.boolean() }),
]);
export type UnsentPress = z.infer<typeof UnsentPress>;

export type NewPress = Unplaced<UnsentPress>;

/**
 * Unacknowledged presses of one person in one session, oldest first, from all windows of this browser. Windows may send
 * the same press: the server counts each id once. Rules LOG2, LOG4.
 */
export type Outbox = Omit<PressKeeper<UnsentPress>, 'change'> & {
  readonly restamp: (pressId: PressId, pressedAt: number) => void;
};

const ALL_OUTBOXES = 'earshot.outbox.';

export function outboxKey(place: SessionId | 'device', participantId: ParticipantId): string {
  return `${ALL_OUTBOXES}${place}.${participantId}`;
}

/** The sessions for which this browser still keeps presses of one person. */
export function sessionsWithPresses(store: PressStore, participantId: ParticipantId): readonly SessionId[] {
  const places = store.keys().flatMap((key) => {
    if (!key.startsWith(ALL_OUTBOXES)) return [];
    const [place, person] = key.slice(ALL_OUTBOXES.length).split('.');
    return person === participantId ? (SessionId.safeParse(place).data ?? []) : [];
  });
  return [...new Set(places)];
}

/** Opens the outbox under a key, with whatever any window of this browser has left in it. */
export function openOutbox(store: PressStore, key: string, makeId: () => string): Outbox {
  const { change, ...keeper } = openPressKeeper(store, `${key}.`, UnsentPress);
  for (const press of olderPresses(store.getItem(key), makeId)) keeper.add(press);
  if (keeper.isKept()) store.removeItem(key);

  return {
    ...keeper,
    restamp: (pressId, pressedAt) => change(pressId, (press) => ({ ...press, pressedAt })),
  };
}

/** The format of older pages: all presses in one item, numbered. */
const OlderPresses = z.object({ unsent: z.array(z.looseObject({ kind: z.string(), codeId: CodeId })) });

function olderPresses(text: string | null, makeId: () => string): NewPress[] {
  if (text === null) return [];
  try {
    const { unsent } = OlderPresses.parse(JSON.parse(text));
    return unsent.flatMap((press) => {
      const pressId = press.kind === 'code' ? press.codeId : makeId();
      return UnsentPress.safeParse({ ...press, pressId, place: 1 }).data ?? [];
    });
  } catch {
    // Not written by Earshot, or cut short by a crash.
    return [];
  }
}
