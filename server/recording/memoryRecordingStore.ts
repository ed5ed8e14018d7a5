import type { PartId, SessionId } from '#shared/protocol/ids.ts';
import type { PartPlan, PartReader, RecordingStore } from './recordingStore.ts';

type HeldPart = {
  readonly plan: PartPlan;
  readonly pieces: Uint8Array[];
  lastAt: number;
  complete: boolean;
  growing: boolean;
};

/** The free space that an in-memory store reports: more than any test needs. */
const MUCH_ROOM = 2 ** 40;

/** Recordings in memory, as they arrived, neither encrypted nor indexed. For tests, which can set the free space. */
export function createMemoryRecordingStore({ freeBytes = () => MUCH_ROOM } = {}): RecordingStore {
  const sessions = new Map<SessionId, Map<PartId, HeldPart>>();
  const destroyed = new Set<SessionId>();

  function partsOf(sessionId: SessionId): Map<PartId, HeldPart> {
    const parts = sessions.get(sessionId) ?? new Map<PartId, HeldPart>();
    sessions.set(sessionId, parts);
    return parts;
  }

  return {
    async begin(sessionId, plan) {
      if (destroyed.has(sessionId)) throw new Error('This recording was erased.');
      const part: HeldPart = { plan, pieces: [], lastAt: plan.zeroAt, complete: false, growing: true };
      if (partsOf(sessionId).has(plan.partId)) throw new Error('This take was begun before.');
      partsOf(sessionId).set(plan.partId, part);
      return {
        async write(bytes, at) {
          if (destroyed.has(sessionId)) throw new Error('This recording was erased.');
          part.pieces.push(Uint8Array.from(bytes));
          part.lastAt = at;
        },
        async end() {
          part.complete = true;
          part.growing = false;
        },
      };
    },
    async list(sessionId) {
      const parts = [...partsOf(sessionId).values()].filter(({ pieces }) => pieces.length > 0);
      return parts
        .toSorted((a, b) => a.plan.zeroAt - b.plan.zeroAt)
        .map((part) => readPart(part, () => destroyed.has(sessionId)));
    },
    async open(sessionId, partId) {
      const part = partsOf(sessionId).get(partId);
      return part && part.pieces.length > 0 ? readPart(part, () => destroyed.has(sessionId)) : undefined;
    },
    async destroy(sessionId) {
      destroyed.add(sessionId);
      sessions.delete(sessionId);
    },
    freeBytes: async () => freeBytes(),
  };
}

function readPart({ plan, pieces, lastAt, complete, growing }: HeldPart, isGone: () => boolean): PartReader {
  const file = Buffer.concat(pieces);
  return {
    ...plan,
    durationMs: lastAt - plan.zeroAt,
    timeMap: [[0, plan.zeroAt]],
    complete,
    growing,
    size: file.length,
    async *read(from, to) {
      if (isGone()) throw new Error('This recording was erased.');
      yield file.subarray(from, to);
    },
  };
}
