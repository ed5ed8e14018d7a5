import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { ok } from '#shared/protocol/reply.ts';
import { aFact, LEAD, numbered, SESSION, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { NO_TIME_OUT_SETTINGS } from '#shared/domain/sequence/commandSequence.ts';
import { NO_NOTICES } from '#server/nodes/notices.ts';
import { HELD_ALONE } from '#server/nodes/sessionHolds.ts';
import { NO_ANSWERS } from '#server/consents/testing/noAnswers.ts';
import { createFakeMediaServer } from '#server/media/testing/fakeMediaServer.ts';
import { noRecording } from '#server/recording/testing/noRecording.ts';
import { type FactLog, LogConflict } from '#server/storage/factLog.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { aSessionRecord } from '#server/sockets/testing/startSocketServer.ts';
import { createSessionRooms } from './sessionRooms.ts';

const RECORD = aSessionRecord({ sessionId: SESSION, lead: LEAD });
const CLOSED: FactDraft = { type: 'session.closed', by: LEAD };
const EXPORTED: FactDraft = { type: 'session.exported', by: LEAD, format: 'csv' };

/** Passes calls on, each when the test releases it. */
type InTurn = <A extends unknown[], R>(call: (...args: A) => Promise<R>) => (...args: A) => Promise<R>;

/** The rooms of one session that was opened before and is closed or in check-in. It sleeps when the test says so. */
async function aSession({ over, inTurn = (call) => call }: { over: boolean; inTurn?: InTurn }) {
  const log = createMemoryFactLog();
  await log.append(SESSION, [aFact.opened(), ...numbered([...UNTIL_CHECK_IN, ...(over ? [CLOSED] : [])])]);
  const conflicts: unknown[] = [];
  const watched: FactLog = {
    ...log,
    read: inTurn(log.read),
    presses: inTurn(log.presses),
    append: inTurn((...facts) =>
      log.append(...facts).catch((error: unknown) => {
        if (error instanceof LogConflict) conflicts.push(error);
        throw error;
      }),
    ),
  };
  const media = createFakeMediaServer();
  const faults: unknown[] = [];
  const sleeping: (() => void)[] = [];
  const rooms = createSessionRooms({
    holds: HELD_ALONE,
    notices: NO_NOTICES,
    log: watched,
    media: { ...media, openRoom: inTurn((sessionId) => media.openRoom(sessionId)) },
    recording: noRecording(),
    records: { findSession: async () => RECORD },
    time: { wallNow: () => 0, monotonicNow: () => 0, callAfter: (_, callback) => sleepingUntil(callback) },
    agreedOf: inTurn(async () => ({ timeOut: NO_TIME_OUT_SETTINGS, level: null, consents: NO_ANSWERS })),
    report: (error) => void faults.push(error),
  });

  function sleepingUntil(callback: () => void) {
    sleeping.push(callback);
    return () => undefined;
  }

  return {
    rooms,
    media,
    faults,
    conflicts,
    facts: () => log.read(SESSION),
    fallAsleep: () => sleeping.splice(0).forEach((sleep) => sleep()),
  };
}

test('writing to a closed session creates no media, and neither does joining it', async () => {
  const { rooms, media, facts, fallAsleep } = await aSession({ over: true });
  for (let time = 0; time < 2; time += 1) {
    expect(await rooms.write(RECORD, () => ok([EXPORTED]))).toMatchObject({ ok: true });
    const { actor } = await rooms.open(RECORD);
    expect(await actor.apply(() => ok([EXPORTED]))).toMatchObject({ ok: true });
    fallAsleep();
    expect(rooms.isAwake(SESSION)).toBe(false);
  }
  expect((await facts()).filter(({ type }) => type === 'session.exported')).toHaveLength(4);
  expect(media.opened()).toBe(0);
});

test('a write to a session that is not over is refused, changes nothing, and creates no media', async () => {
  const { rooms, media, facts } = await aSession({ over: false });
  const before = await facts();
  const refused = { ok: false, error: { code: 'not-now' } };
  expect(await rooms.write(RECORD, () => ok([EXPORTED]))).toMatchObject(refused);
  expect([await facts(), media.opened(), rooms.isAwake(SESSION)]).toEqual([before, 0, false]);

  await rooms.open(RECORD);
  expect(await rooms.write(RECORD, () => ok([EXPORTED]))).toMatchObject(refused);
  expect(media.opened()).toBe(1);
});

test('a session that could not wake leaves nothing open, and the next request wakes it', async () => {
  let fails = true;
  const failOnce: InTurn =
    (call) =>
    async (...args) => {
      if (call.name === 'presses' && fails) {
        fails = false;
        throw new Error('The disk is away.');
      }
      return call(...args);
    };
  const { rooms, media } = await aSession({ over: false, inTurn: failOnce });
  await expect(rooms.open(RECORD)).rejects.toThrow('The disk is away.');
  expect(media.open()).toBe(0);
  await rooms.open(RECORD);
  expect(media.open()).toBe(1);
});

const anyDoing = fc.array(fc.constantFrom('write', 'come in', 'close', 'sleep'), { minLength: 2, maxLength: 9 });

test('[LOG1] however writes, openings and sleep interleave, a session has one writer and each fact its own place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.boolean(), anyDoing, async (scheduler, over, doings) => {
      const inTurn: InTurn = (call) => scheduler.scheduleFunction(call);
      const { rooms, media, faults, conflicts, facts, fallAsleep } = await aSession({ over, inTurn });
      async function comeIn(draft: FactDraft) {
        const room = await rooms.open(RECORD);
        const reply = await room.actor.apply(() => ok([draft]));
        rooms.left(room);
        return reply;
      }
      async function act(doing: (typeof doings)[number]) {
        if (doing === 'sleep') fallAsleep();
        else if (doing === 'close') await comeIn(CLOSED);
        else return doing === 'write' ? rooms.write(RECORD, () => ok([EXPORTED])) : comeIn(EXPORTED);
        return undefined;
      }
      const done = doings.map((doing) => scheduler.schedule(Promise.resolve(), doing).then(() => act(doing)));
      const replies = (await scheduler.waitFor(Promise.all(done))).filter((reply) => reply !== undefined);

      const log = await facts();
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
      const written = replies.flatMap((reply) => (reply.ok ? [reply.value.seq] : []));
      expect(written.toSorted((a, b) => a - b)).toEqual(
        log.flatMap(({ type, seq }) => (type === EXPORTED.type ? [seq] : [])),
      );
      // Nobody is sent away because a room went to sleep.
      for (const reply of replies) if (!reply.ok) expect(reply.error.code).toBe('not-now');
      expect([conflicts, faults]).toEqual([[], []]);
      if (over) expect(media.opened()).toBe(0);
    }),
  );
});
