import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { NO_TIME_OUT_SETTINGS } from '#shared/domain/sequence/commandSequence.ts';
import { aFact } from '#shared/session/testing/aSession.ts';
import { begunOn, plannedEnd } from '#shared/session/beginning.ts';
import { reportState } from '#server/sessions/reportState.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { ADA, aSessionRecord, connect, HOME, MARIA, NOOR, startSocketServer } from './testing/startSocketServer.ts';

const EVENING = Date.parse('2026-11-20T19:00:00.000Z');
const NEXT_DAY_MS = 15 * 3_600_000;
const SIGNED = {
  backup: 'room',
  signedBy: 'Noor',
  houseRules: true,
  roomWarningGiven: false,
  contraindicated: null,
} as const;

/** A server on a clock that the test moves. */
async function aServerThatEvening(log = createMemoryFactLog(), passed = { ms: 0 }) {
  const server = await startSocketServer({
    log,
    time: {
      wallNow: () => EVENING + passed.ms,
      monotonicNow: () => passed.ms,
      callAfter: () => () => undefined,
    },
  });
  server.agreed.timeOut = SIGNED;
  server.agreed.level = 'house-rules';
  return { server, log, passed };
}

const FAMILY = { id: HOME, role: 'caregiver', kind: 'combined' } as const;
const COACH = { id: NOOR, role: 'therapist' } as const;

test.for(['stays', 'leaves', 'leaves, and the server restarts'] as const)(
  '[SES9] a device that knocks the evening before and %s starts nothing: day, plan and agreement are those of the session',
  async (how) => {
    const { server: before, log, passed } = await aServerThatEvening();
    let server = before;
    const record = aSessionRecord();
    const home = await connect(server, record, FAMILY);
    passed.ms += 60_000;
    if (how !== 'stays') {
      home.socket.disconnect();
      await expect
        .poll(async () => (await server.rooms.stateOf(record.sessionId))?.participants[HOME]?.present)
        .toBe(false);
    }
    if (how === 'leaves, and the server restarts') {
      await server.close();
      ({ server } = await aServerThatEvening(log, passed));
    }
    passed.ms = NEXT_DAY_MS;
    server.agreed.timeOut = { ...NO_TIME_OUT_SETTINGS, roomWarningGiven: true };
    server.agreed.level = 'real-life';

    const noor = await connect(server, record, COACH);
    const sessionNow = async () => (await server.rooms.stateOf(record.sessionId)) ?? expect.unreachable();
    passed.ms += 5_000;
    await noor.ask('phase:check-in', {});
    await expect.poll(async () => (await sessionNow()).level).toBe('real-life');
    const state = await sessionNow();
    expect(state.timeOut).toEqual({ ...NO_TIME_OUT_SETTINGS, roomWarningGiven: true });
    expect(state.startedAt).toBe('2026-11-21T10:00:00.000Z');
    expect(begunOn(state)).toBe('2026-11-21T10:00:05.000Z');
    expect(reportState(record.sessionId, state, 5_000)?.startedAt).toBe('2026-11-21T10:00:05.000Z');
    expect(plannedEnd(state)).toBe(5_000 + state.plannedMs);
    expect(await noor.ask('clock:read', {})).toEqual({ ok: true, value: { now: 5_000 } });
    const facts = await log.read(record.sessionId);
    expect(facts.map(({ at }) => at)).toEqual(facts.map(({ at }) => at).toSorted((one, other) => one - other));
  },
);

test('[SES9] in an old log, in which time passed before the lead coach came, they come at their own time', async () => {
  const log = createMemoryFactLog();
  const passed = { ms: NEXT_DAY_MS };
  const { server } = await aServerThatEvening(log, passed);
  const record = aSessionRecord();
  await log.append(record.sessionId, [
    { ...aFact.opened({ startedAt: new Date(EVENING).toISOString(), lead: NOOR }) },
    {
      type: 'participant.joined',
      by: 'server',
      participantId: HOME,
      name: 'Home',
      role: 'caregiver',
      device: 'combined',
      wearer: null,
      seq: 2,
      at: 40,
    },
  ]);
  await connect(server, record, COACH);
  const facts = await log.read(record.sessionId);
  const came = facts.filter(({ type }) => type === 'waiting.opened');
  expect(came).toMatchObject([{ at: NEXT_DAY_MS }]);
  expect(begunOn((await server.rooms.stateOf(record.sessionId)) ?? expect.unreachable())).toBe(
    '2026-11-21T10:00:00.000Z',
  );
});

test('[SES9] a supervisor who comes before the lead coach starts nothing either, and a restarted server keeps the time', async () => {
  const { server, log, passed } = await aServerThatEvening();
  const record = aSessionRecord();
  await connect(server, record, { id: ADA, role: 'supervisor' });
  passed.ms = NEXT_DAY_MS;
  await connect(server, record, COACH);
  passed.ms += 7_000;
  await server.close();
  const { server: again } = await aServerThatEvening(log, passed);
  const noor = await connect(again, record, COACH);
  expect(await noor.ask('clock:read', {})).toEqual({ ok: true, value: { now: 7_000 } });
  expect((await again.rooms.stateOf(record.sessionId))?.startedAt).toBe('2026-11-21T10:00:00.000Z');
});

test('[SES9] a coach who opened the room the evening before holds the session on the day of its check-in', async () => {
  const { server, passed } = await aServerThatEvening();
  const record = aSessionRecord();
  const looking = await connect(server, record, COACH);
  looking.socket.disconnect();
  passed.ms = NEXT_DAY_MS;
  server.agreed.timeOut = NO_TIME_OUT_SETTINGS;
  const noor = await connect(server, record, COACH);
  await noor.ask('phase:check-in', {});
  const sessionNow = async () => (await server.rooms.stateOf(record.sessionId)) ?? expect.unreachable();
  await expect.poll(async () => (await sessionNow()).timeOut).toEqual(NO_TIME_OUT_SETTINGS);
  expect(begunOn(await sessionNow())).toBe('2026-11-21T10:00:00.000Z');
  expect(plannedEnd(await sessionNow())).toBe(NEXT_DAY_MS + (await sessionNow()).plannedMs);
});

test('[SES9, SEQ9] once something was coded, the agreement stays as it was, except for a contraindication', async () => {
  const { server } = await aServerThatEvening();
  const record = aSessionRecord();
  const noor = await connect(server, record, COACH);
  await noor.ask('phase:check-in', {});
  const window = { windowId: randomUUID(), kind: 'pdi', caregiverId: MARIA };
  expect(await noor.ask('coding:start', window)).toMatchObject({ ok: true });
  const contraindicated = { reason: 'A new diagnosis.', by: 'Noor', at: '2026-11-20T19:05:00.000Z' };
  server.agreed.timeOut = { ...NO_TIME_OUT_SETTINGS, contraindicated };
  await server.rooms.agreementChanged(record.familyId);
  expect((await server.rooms.stateOf(record.sessionId))?.timeOut).toEqual({ ...SIGNED, contraindicated });
});
