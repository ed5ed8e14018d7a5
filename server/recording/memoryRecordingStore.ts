import type { PartId, SessionId } from '#shared/protocol/ids.ts';
import type { PartPlan, PartReader, RecordingStore } from './recordingStore.ts';

type HeldPart = { readonly plan: PartPlan; readonly pieces: Uint8Array[]; lastAt: number; complete: boolean };

/** How much room a store in memory says it has: more than anybody asks for. */
const MUCH_ROOM = 2 ** 40;

/** Recordings in memory, as they came: neither encrypted nor indexed. For tests, which may say how much room is left. */
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
      if (destroyed.has(sessionId)) throw new Error('This recording was destroyed.');
      const part: HeldPart = { plan, pieces: [], lastAt: plan.zeroAt, complete: false };
      partsOf(sessionId).set(plan.partId, part);
      return {
        async write(bytes, at) {
          if (destroyed.has(sessionId)) throw new Error('This recording was destroyed.');
          part.pieces.push(Uint8Array.from(bytes));
          part.lastAt = at;
        },
        async end() {
          part.complete = true;
        },
      };
    },
    async list(sessionId) {
      return [...partsOf(sessionId).values()].filter(({ pieces }) => pieces.length > 0).map(readPart);
    },
    async open(sessionId, partId) {
      const part = partsOf(sessionId).get(partId);
      return part && readPart(part);
    },
    async destroy(sessionId) {
      destroyed.add(sessionId);
      sessions.delete(sessionId);
    },
    freeBytes: async () => freeBytes(),
  };
}

function readPart({ plan, pieces, lastAt, complete }: HeldPart): PartReader {
  const file = Buffer.concat(pieces);
  return {
    ...plan,
    durationMs: lastAt - plan.zeroAt,
    timeMap: [[0, plan.zeroAt]],
    complete,
    size: file.length,
    async *read(from, to) {
      yield file.subarray(from, to);
    },
  };
}
