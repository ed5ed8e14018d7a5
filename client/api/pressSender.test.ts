import { expect, onTestFinished, test, vi } from 'vitest';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { CaregiverId, PressId } from '#shared/protocol/ids.ts';
import { aFact } from '#shared/session/testing/aSession.ts';
import type { Ask } from './ask.ts';
import { openOutbox } from './outbox.ts';
import { createPressSender, MAX_IN_FLIGHT } from './pressSender.ts';
import { aBrowserStore } from './testing/aBrowserStore.ts';

const CAREGIVER = CaregiverId.parse('00000000-0000-4000-8000-000000000001');
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A sender with that many presses to send, to a server that answers each after 10 ms. */
function aSender(count: number) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const outbox = openOutbox(aBrowserStore().window(), 'key', () => idOf(0));
  for (let n = 1; n <= count; n += 1) {
    const press = { kind: 'code', code: 'LP', caregiverId: CAREGIVER, pressedAt: n, heardDelayMs: 0 } as const;
    outbox.add({ ...press, pressId: PressId.parse(idOf(n)), codeId: aFact.codeId(n) });
  }
  const server: { canSave: boolean; asked: number; underWay: number; most: number } = {
    ...{ canSave: true, asked: 0, underWay: 0, most: 0 },
  };
  const answer = () => (server.canSave ? ok({ seq: 1 }) : fail('not-saved', 'The disk is full.')) as Reply<never>;
  const ask: Ask = async () => {
    server.asked += 1;
    server.underWay += 1;
    server.most = Math.max(server.most, server.underWay);
    await new Promise((answered) => setTimeout(answered, 10));
    server.underWay -= 1;
    return answer();
  };
  const sender = createPressSender({ outbox, ask, maySend: () => true, random: () => 1, onAnswer: () => undefined });
  onTestFinished(sender.close);
  return { server, sender, outbox };
}

test('a few presses are sent at a time, until the outbox is empty', async () => {
  const { server, sender, outbox } = aSender(70);
  sender.sendAll();
  await vi.runAllTimersAsync();
  expect([server.most, server.asked, outbox.unsent()]).toEqual([MAX_IN_FLIGHT, 70, []]);
});

test('a server that cannot save is asked for one press at a time, and gets all within three seconds when it can', async () => {
  const { server, sender, outbox } = aSender(70);
  server.canSave = false;
  sender.sendAll();
  await vi.advanceTimersByTimeAsync(500);
  expect(server.asked).toBe(MAX_IN_FLIGHT);
  server.most = 0;
  await vi.advanceTimersByTimeAsync(59_500);
  expect(server.most).toBe(1);
  // After 1, 2 and then every 3 seconds.
  expect(server.asked - MAX_IN_FLIGHT).toBe(20);
  server.canSave = true;
  await vi.advanceTimersByTimeAsync(3_100);
  expect([server.most, outbox.unsent()]).toEqual([MAX_IN_FLIGHT, []]);
});
