import type { TakeId, SessionId } from '#shared/protocol/ids.ts';
import type { TakePlan, TakeReader, RecordingStore } from './recordingStore.ts';

type HeldTake = {
  readonly plan: TakePlan;
  readonly pieces: Uint8Array[];
  lastAt: number;
  complete: boolean;
  growing: boolean;
};

/** The free space that an in-memory store reports: more than any test needs. */
const MUCH_ROOM = 2 ** 40;

/** Recordings in memory, as they arrived, neither encrypted nor indexed. For tests, which can set the free space. */
export function createMemoryRecordingStore({ freeBytes = () => MUCH_ROOM } = {}): RecordingStore {
  const sessions = new Map<SessionId, Map<TakeId, HeldTake>>();
  const destroyed = new Set<SessionId>();

  function partsOf(sessionId: SessionId): Map<TakeId, HeldTake> {
    const takes = sessions.get(sessionId) ?? new Map<TakeId, HeldTake>();
    sessions.set(sessionId, takes);
    return takes;
  }

  return {
    async begin(sessionId, plan) {
      if (destroyed.has(sessionId)) throw new Error('This recording was erased.');
      const take: HeldTake = { plan, pieces: [], lastAt: plan.zeroAt, complete: false, growing: true };
      if (partsOf(sessionId).has(plan.partId)) throw new Error('This take was begun before.');
      partsOf(sessionId).set(plan.partId, take);
      return {
        async write(bytes, at) {
          if (destroyed.has(sessionId)) throw new Error('This recording was erased.');
          take.pieces.push(Uint8Array.from(bytes));
          take.lastAt = at;
        },
        async end() {
          take.complete = true;
          take.growing = false;
        },
      };
    },
    async list(sessionId) {
      const takes = [...partsOf(sessionId).values()].filter(({ pieces }) => pieces.length > 0);
      return takes
        .toSorted((a, b) => a.plan.zeroAt - b.plan.zeroAt)
        .map((take) => readTake(take, () => destroyed.has(sessionId)));
    },
    async open(sessionId, partId) {
      const take = partsOf(sessionId).get(partId);
      return take && take.pieces.length > 0 ? readTake(take, () => destroyed.has(sessionId)) : undefined;
    },
    async destroy(sessionId) {
      destroyed.add(sessionId);
      sessions.delete(sessionId);
    },
    freeBytes: async () => freeBytes(),
  };
}

function readTake({ plan, pieces, lastAt, complete, growing }: HeldTake, isGone: () => boolean): TakeReader {
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
