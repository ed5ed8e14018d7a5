import { randomUUID } from 'node:crypto';
import { setImmediate as restOfTheLoop } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Ask } from '#client/api/ask.ts';
import { openOutbox, outboxKey } from '#client/api/outbox.ts';
import { createPressSender, MAX_IN_FLIGHT } from '#client/api/pressSender.ts';
import { aBrowserStore } from '#client/api/testing/aBrowserStore.ts';
import { CodeId, PressId, SessionId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { createMeter } from './gate.ts';
import { createPressLine } from './pressLine.ts';
import { MARIA, NOOR } from './testing/startSocketServer.ts';

test('[WIR4] a whole session that was coded without a connection is sent in order, a few presses at a time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const key = outboxKey(SessionId.parse(randomUUID()), NOOR);
  const outbox = openOutbox(aBrowserStore().window(), key, randomUUID);
  const meter = createMeter(() => Date.now());
  const inLine = createPressLine();
  const taken: string[] = [];
  let onTheirWay = 0;
  let most = 0;

  async function answer(name: 'code:record', codeId: string): Promise<Reply<{ readonly seq: number }>> {
    if (!meter.allows(NOOR, name)) return fail('too-often', 'Too many requests at once. Please wait a moment.');
    taken.push(codeId);
    return ok({ seq: taken.length });
  }
  const ask = (async (name: 'code:record', input: { readonly codeId: string }) => {
    most = Math.max(most, (onTheirWay += 1));
    const reply = await inLine(input, () => answer(name, input.codeId));
    onTheirWay -= 1;
    return reply;
  }) as Ask;

  const pressed = Array.from({ length: 1_500 }, () => randomUUID());
  for (const id of pressed) {
    outbox.add({
      pressId: PressId.parse(id),
      codeId: CodeId.parse(id),
      kind: 'code',
      code: 'LP',
      caregiverId: MARIA,
      pressedAt: 0,
      heardDelayMs: 0,
    });
  }
  const began = Date.now();
  const sender = createPressSender({ outbox, ask, maySend: () => true, random: () => 0.5, onAnswer: () => undefined });
  onTestFinished(sender.close);
  sender.sendAll();
  for (let step = 0; outbox.unsent().length > 0 && step < 1_000; step += 1) {
    for (let turn = 0; turn < 50; turn += 1) await restOfTheLoop();
    vi.advanceTimersByTime(250);
  }
  expect(taken).toEqual(pressed);
  expect(most).toBe(MAX_IN_FLIGHT);
  // Longer than the burst that the server accepts at once, and at most a few minutes.
  expect(Date.now() - began).toBeLessThan(120_000);
});
