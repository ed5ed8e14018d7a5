import { z } from 'zod';
import { CaregiverId, ClientId, CodeId } from '#shared/protocol/ids.ts';

/** A press that the server has not acknowledged yet. Holds opaque ids, codes and times, and nothing about people. */
const UnsentPress = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('code'),
    clientSeq: z.int().positive(),
    codeId: CodeId,
    code: z.string(),
    caregiverId: CaregiverId,
    pressedAt: z.number(),
    heardDelayMs: z.number(),
    /** Where the coder saw two. Absent in what was kept by pages of before. */
    candidates: z.array(z.string()).optional(),
    mode: z.enum(['both', 'unsure']).optional(),
  }),
  z.object({ kind: z.literal('undo'), clientSeq: z.int().positive(), codeId: CodeId }),
  z.object({ kind: z.literal('judge'), clientSeq: z.int().positive(), codeId: CodeId, effective: z.boolean() }),
]);
export type UnsentPress = z.infer<typeof UnsentPress>;

const Stored = z.object({ clientId: ClientId, nextSeq: z.int().positive(), unsent: z.array(UnsentPress) });
type Stored = z.infer<typeof Stored>;

type Unnumbered<P extends UnsentPress> = P extends UnsentPress ? Omit<P, 'clientSeq'> : never;
export type NewPress = Unnumbered<UnsentPress>;

/** Where an outbox is kept over reloads. `localStorage` fits. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Presses in the order they were made, kept over reloads until the server has each. Numbers are given once and never
 * again, so that a press which is sent twice counts once.
 */
export type Outbox = {
  readonly clientId: ClientId;
  readonly unsent: () => readonly UnsentPress[];
  readonly add: (press: NewPress) => UnsentPress;
  /** The server has this press, or has refused it for good. */
  readonly settle: (clientSeq: number) => void;
};

/** Opens the outbox stored under a key, or begins a new one with an id from `makeId`. */
export function openOutbox(store: KeyValueStore, key: string, makeId: () => string): Outbox {
  let stored = read(store, key) ?? { clientId: ClientId.parse(makeId()), nextSeq: 1, unsent: [] };

  const keep = (change: Partial<Stored>) => {
    stored = { ...stored, ...change };
    store.setItem(key, JSON.stringify(stored));
  };
  keep({});

  return {
    clientId: stored.clientId,
    unsent: () => stored.unsent,
    add(press) {
      const numbered = { ...press, clientSeq: stored.nextSeq };
      keep({ nextSeq: stored.nextSeq + 1, unsent: [...stored.unsent, numbered] });
      return numbered;
    },
    settle(clientSeq) {
      keep({ unsent: stored.unsent.filter((press) => press.clientSeq !== clientSeq) });
    },
  };
}

function read(store: KeyValueStore, key: string): Stored | undefined {
  const text = store.getItem(key);
  if (text === null) return undefined;
  try {
    return Stored.safeParse(JSON.parse(text)).data;
  } catch {
    // Not ours, or cut short by a crash: begin anew rather than fail in front of a family.
    return undefined;
  }
}
