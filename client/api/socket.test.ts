import { NodeWebSocket } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { SessionId } from '#shared/protocol/ids.ts';
import { openSocket } from './socket.ts';

/** When a page tries to reach a server that refuses each connection, in ms since the first try. */
async function triesWithin(ms: number): Promise<readonly number[]> {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const tries: number[] = [];
  class Refused extends NodeWebSocket {
    override doOpen() {
      tries.push(Date.now());
      setTimeout(() => this.onError('refused', undefined), 1);
      return this;
    }
  }
  const sessionId = SessionId.parse('00000000-0000-4000-8000-000000000001');
  const socket = openSocket({ as: 'staff', sessionId }, 'http://clinic.example/', [Refused]);
  onTestFinished(() => void socket.disconnect());
  socket.connect();
  await vi.advanceTimersByTimeAsync(ms);
  return tries.map((at) => at - (tries[0] ?? at));
}

test('a server that restarts is tried at least every quarter of a second until it had time to start', async () => {
  const tries = await triesWithin(3_000);
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  expect(Math.max(...waits)).toBeLessThanOrEqual(251);
  expect(tries.length).toBeGreaterThan(10);
});

test('a server that is down for long is tried about every two seconds, not by all pages at once', async () => {
  const tries = (await triesWithin(60_000)).filter((at) => at > 12_000);
  expect(tries.length).toBeLessThanOrEqual(48_000 / 1_400 + 1);
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  expect(Math.max(...waits)).toBeLessThanOrEqual(2_001);
  expect(new Set(waits).size).toBeGreaterThan(waits.length / 2);
});
