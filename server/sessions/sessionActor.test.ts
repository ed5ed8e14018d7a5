import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { NoteId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { aFact, LEAD, numbered, SESSION, START_CODING, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { StoreFault } from '#server/storage/storeFault.ts';
import { wakeSession } from './sessionActor.ts';
import { startSessionClock } from './sessionClock.ts';
import { realTime } from '#server/time/time.ts';

/** A session in coding, on a disk that a test can fill. */
async function onADisk() {
  vi.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') });
  onTestFinished(() => void vi.useRealTimers());
  const log = createMemoryFactLog();
  await log.append(SESSION, [aFact.opened(), ...numbered([...UNTIL_CHECK_IN, START_CODING])]);
  const disk = { isFull: false, tries: 0 };
  const report = vi.fn();
  const actor = await wakeSession(SESSION, await log.read(SESSION), {
    log: {
      ...log,
      async append(...facts) {
        disk.tries += 1;
        if (disk.isFull) throw new StoreFault('disk-full', undefined);
        await log.append(...facts);
      },
    },
    clock: startSessionClock(new Date(), 0, realTime),
    report,
  });
  onTestFinished(actor.close);
  return { actor, disk, report };
}

test('a window whose time is up while the disk is full ends as soon as the disk has space', async () => {
  const { actor, disk, report } = await onADisk();
  disk.isFull = true;
  await vi.advanceTimersByTimeAsync(400_000);
  expect(actor.state().phase).toBe('coding');
  expect(report).toHaveBeenCalled();
  disk.isFull = false;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(actor.state().phase).toBe('coaching');
  expect(actor.state().windows[0]).toMatchObject({ finished: true, spans: [[expect.any(Number), expect.any(Number)]] });
});

test('the server writes its own findings once each and in the order in which they were found', async () => {
  const { actor, disk } = await onADisk();
  const note = (text: string): FactDraft => ({
    type: 'note.written',
    by: LEAD,
    noteId: NoteId.parse(randomUUID()),
    text,
  });
  disk.isFull = true;
  for (const text of ['1', '2', '3']) {
    actor.insist(() => ok([note(text)]));
    await vi.advanceTimersByTimeAsync(700);
  }
  disk.isFull = false;
  await vi.advanceTimersByTimeAsync(20_000);
  actor.insist(() => ok([note('4')]));
  await vi.advanceTimersByTimeAsync(0);
  expect(actor.state().notes.map(({ text }) => text)).toEqual(['1', '2', '3', '4']);
});

test("a disk that stays full is tried rarely, and not at all once the session's actor is closed", async () => {
  const { actor, disk } = await onADisk();
  disk.isFull = true;
  actor.insist(() => ok([{ type: 'recording.prevented', by: 'server', why: 'disk-full' }]));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(disk.tries).toBeLessThan(15);
  await actor.close();
  const before = disk.tries;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(disk.tries).toBe(before);
});

test("a failure that is not the disk's is reported and holds up nothing", async () => {
  const { actor, disk, report } = await onADisk();
  disk.isFull = true;
  actor.insist(() => ok([{ type: 'recording.prevented', by: 'server', why: 'disk-full' }]));
  actor.insist(() => {
    throw new Error('a fault of ours');
  });
  actor.insist(() => ok([{ type: 'recording.possible', by: 'server' }]));
  await vi.advanceTimersByTimeAsync(0);
  disk.isFull = false;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(report).toHaveBeenCalledWith(new Error('a fault of ours'));
  expect(actor.state().recording.prevented).toBeUndefined();
  expect(actor.facts().at(-1)?.type).toBe('recording.possible');
});
