import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import { TakeId, type SessionId } from '#shared/protocol/ids.ts';
import type { TakePlan, TakeReader, RecordingStore } from '../recordingStore.ts';
import { aCluster, aSecond, aWebmStream } from '../store/webm/testing/aWebmStream.ts';

/** A store to test, and two sessions that it can keep recordings of. */
type StoreUnderTest = {
  readonly store: RecordingStore;
  readonly sessionId: SessionId;
  readonly otherSessionId: SessionId;
};

export function aPlan(plan: Partial<TakePlan> = {}): TakePlan {
  return {
    partId: TakeId.parse(randomUUID()),
    recorder: 'room',
    tracks: ['room-video', 'room-audio'],
    zeroAt: 60_000,
    ...plan,
  };
}

/** Records these bytes at the speed of a live stream, a second's worth each second, from this session time on. */
export async function record(
  store: RecordingStore,
  sessionId: SessionId,
  plan: TakePlan,
  chunks: readonly Buffer[],
): Promise<void> {
  const writer = await store.begin(sessionId, plan);
  for (const [index, chunk] of chunks.entries()) await writer.write(chunk, plan.zeroAt + index * 1_000);
  await writer.end();
}

/** A take that exists. */
export async function opened(store: RecordingStore, sessionId: SessionId, { partId }: TakePlan): Promise<TakeReader> {
  const take = await store.open(sessionId, partId);
  if (take === undefined) throw new Error('There is no such take.');
  return take;
}

export async function readAll(take: TakeReader, from = 0, to = take.size): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of take.read(from, to)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The contract of every recording store. */
export function describeRecordingStore(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    test('a take is listed with its content and its duration', async () => {
      const { store, sessionId } = await make();
      const plan = aPlan();
      await record(store, sessionId, plan, aWebmStream(3));
      expect(await store.list(sessionId)).toMatchObject([
        { ...plan, durationMs: 3_000, complete: true, growing: false },
      ]);
    });

    test('[RCD4] a take says which session time its moments have', async () => {
      const { store, sessionId } = await make();
      await record(store, sessionId, aPlan({ zeroAt: 60_000 }), aWebmStream(12));
      const [take] = await store.list(sessionId);
      expect(sessionTimeAt(take?.timeMap ?? [], 5_000)).toBe(65_000);
    });

    test('any range of a take is that range of the whole', async () => {
      const { store, sessionId } = await make();
      const plan = aPlan();
      await record(store, sessionId, plan, aWebmStream(3));
      const take = await opened(store, sessionId, plan);
      const whole = await readAll(take);
      expect(whole.length).toBe(take.size);
      for (const [from, to] of [
        [0, 1],
        [0, 0],
        [17, 1_000],
        [1_000, take.size - 3],
        [take.size - 1, take.size],
      ] as const) {
        expect((await readAll(take, from, to)).equals(whole.subarray(from, to))).toBe(true);
      }
    });

    test('takes are listed in the order in which they begin', async () => {
      const { store, sessionId } = await make();
      const late = aPlan({ zeroAt: 90_000 });
      const early = aPlan({ recorder: 'coach', tracks: ['coach-voice'], zeroAt: 10_000 });
      await record(store, sessionId, late, aWebmStream(2));
      await record(store, sessionId, early, aWebmStream(2));
      expect((await store.list(sessionId)).map(({ partId }) => partId)).toEqual([early.partId, late.partId]);
    });

    test('a take without content is not listed', async () => {
      const { store, sessionId } = await make();
      const plan = aPlan();
      await record(store, sessionId, plan, []);
      expect(await store.list(sessionId)).toEqual([]);
      expect(await store.open(sessionId, plan.partId)).toBeUndefined();
    });

    test('a session has only its own takes', async () => {
      const { store, sessionId, otherSessionId } = await make();
      const plan = aPlan();
      await record(store, sessionId, plan, aWebmStream(1));
      expect(await store.list(otherSessionId)).toEqual([]);
      expect(await store.open(otherSessionId, plan.partId)).toBeUndefined();
    });

    test('a take that is being written is growing and not complete', async () => {
      const { store, sessionId } = await make();
      const plan = aPlan();
      const writer = await store.begin(sessionId, plan);
      for (const chunk of aWebmStream(2)) await writer.write(chunk, 1_000);
      expect(await store.list(sessionId)).toMatchObject([{ growing: true, complete: false }]);
      await writer.end();
      await writer.end();
      expect(await store.list(sessionId)).toMatchObject([{ growing: false, complete: true }]);
    });

    test('a take can be begun once', async () => {
      const { store, sessionId } = await make();
      const plan = aPlan();
      await record(store, sessionId, plan, aWebmStream(1));
      await expect(store.begin(sessionId, plan)).rejects.toThrow();
      expect(await store.list(sessionId)).toMatchObject([{ complete: true }]);
    });

    test('[RCD7] an erased recording is gone and cannot be recorded again', async () => {
      const { store, sessionId, otherSessionId } = await make();
      const [plan, other] = [aPlan(), aPlan()];
      await record(store, sessionId, plan, aWebmStream(2));
      await record(store, otherSessionId, other, aWebmStream(2));
      const take = await opened(store, sessionId, plan);
      await store.destroy(sessionId);
      expect(await store.list(sessionId)).toEqual([]);
      expect(await store.open(sessionId, plan.partId)).toBeUndefined();
      await expect(readAll(take)).rejects.toThrow();
      await expect(store.begin(sessionId, aPlan())).rejects.toThrow();
      expect(await store.list(otherSessionId)).toHaveLength(1);
      await store.destroy(sessionId);
    });

    test('[RCD7] erasing a recording ends what is being written', async () => {
      const { store, sessionId } = await make();
      const writer = await store.begin(sessionId, aPlan());
      await writer.write(Buffer.concat(aWebmStream(1)), 1_000);
      await store.destroy(sessionId);
      await expect(writer.write(aCluster(aSecond(1_000)), 2_000)).rejects.toThrow();
      expect(await store.list(sessionId)).toEqual([]);
    });

    test('it knows how much free space is left', async () => {
      const { store } = await make();
      expect(await store.freeBytes()).toBeGreaterThan(0);
    });
  });
}
