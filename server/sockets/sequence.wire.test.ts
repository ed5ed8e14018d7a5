import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { NO_TIME_OUT_SETTINGS } from '#shared/domain/sequence/commandSequence.ts';
import { CodeId } from '#shared/protocol/ids.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { sequenceOf } from '#shared/session/sequence/sequenceView.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import {
  aRunningSession,
  connect,
  MARIA,
  NOOR,
  startSocketServer,
  type TestClient,
  type TestServer,
} from './testing/startSocketServer.ts';

const startCoding = () => ({ windowId: randomUUID(), kind: 'pdi', caregiverId: MARIA }) as const;

/** Presses keys, all at the same early moment of the session. */
function presser(client: TestClient) {
  return async (code: string, over: { candidates?: string[]; mode?: 'both' | 'unsure' } = {}) => {
    const codeId = CodeId.parse(randomUUID());
    const press = { codeId, code, caregiverId: MARIA, pressedAt: 60_000, heardDelayMs: 0 };
    return { codeId, reply: await client.ask('code:record', { ...press, ...over }) };
  };
}

async function aParentLedWindow(server: TestServer) {
  const session = await aRunningSession(server);
  await session.noor.ask('coding:start', startCoding());
  const press = presser(session.noor);
  const pressAll = async (codes: string) => {
    for (const code of codes.split(' ')) await press(code);
  };
  const state = async () => (await server.rooms.stateOf(session.record.sessionId)) ?? expect.fail('no session');
  return { ...session, press, pressAll, state };
}

const REFUSED = { ok: false, error: { code: 'not-now' } };

describe('a command sequence over the wire', () => {
  test('[SEQ12] [LOG3] a server that is killed during a time-out comes back with the same step and the same clocks', async () => {
    const log = createMemoryFactLog();
    const before = await startSocketServer({ log });
    const { record, pressAll, state } = await aParentLedWindow(before);
    await pressAll('DC NC WARN NC CHAIR SEAT NOISE');
    const copy = createMemoryFactLog();
    await copy.append(record.sessionId, await log.read(record.sessionId));

    const after = await startSocketServer({ log: copy });
    await connect(after, record, { id: NOOR, role: 'therapist' });
    const woken = (await after.rooms.stateOf(record.sessionId)) ?? expect.fail('no session');
    // The two differ only in who is cut off. The clocks continue.
    const viewOf = (session: SessionState, now: number) => ({ ...sequenceOf(session, now), banners: [], lost: [] });
    const unbroken = await state();
    for (const now of [10_000, 100_000, 184_000, 250_000]) expect(viewOf(woken, now)).toEqual(viewOf(unbroken, now));
    expect(sequenceOf(woken, 250_000)?.step).toBe('ask-ready');
    expect(sequenceOf(woken, 250_000)?.banners).toContain('interrupted');
  });

  test('[SEQ11] nobody leaves in the middle of a sequence without saying so', async () => {
    const server = await startSocketServer();
    const { noor, press, pressAll } = await aParentLedWindow(server);
    await pressAll('DC NC');
    expect(await noor.ask('coding:stop', {})).toMatchObject(REFUSED);
    expect(await noor.ask('session:close', {})).toMatchObject(REFUSED);
    await press('STOP');
    expect(await noor.ask('coding:stop', {})).toMatchObject({ ok: true });

    await pressAll('DC NC');
    expect(await noor.ask('feedback:start', {})).toMatchObject(REFUSED);
    expect(await noor.ask('coding:start', startCoding())).toMatchObject(REFUSED);
    expect(await noor.ask('session:close', { inSequence: true })).toMatchObject({ ok: true });
  });

  test('[AUD3] while coding, a prompt to the parent may only be the next step, and the voice stays closed', async () => {
    const server = await startSocketServer();
    const { noor, home, press } = await aParentLedWindow(server);
    const aPrompt = () => ({ promptId: randomUUID(), text: 'Say it once.', skill: null, spoken: false });
    expect(await noor.ask('prompt:send', aPrompt())).toMatchObject(REFUSED);
    await press('DC');
    expect(await noor.ask('prompt:send', aPrompt())).toMatchObject({ ok: true });
    expect(await noor.ask('voice:open', {})).toMatchObject(REFUSED);
    await home.ask('clock:read', {});
    const told = home.heard('session:facts').flatMap(({ facts }) => facts.map(({ type }) => type));
    expect(told.filter((type) => type === 'prompt.sent')).toHaveLength(1);
    expect(told).not.toContain('code.recorded');
  });

  test('[PRM2] the prompt of a step is withdrawn from the family’s screens when the step is over', async () => {
    const server = await startSocketServer();
    const { noor, home, press, state } = await aParentLedWindow(server);
    await press('DC');
    const promptId = randomUUID();
    await noor.ask('prompt:send', { promptId, text: 'Wait quietly.', skill: null, spoken: false });
    expect((await state()).prompts).toMatchObject([{ promptId, withdrawn: false }]);
    await press('CO');
    await press('LP');
    expect((await state()).prompts).toMatchObject([{ promptId, withdrawn: true }]);
    await home.ask('clock:read', {});
    const told = home.heard('session:facts').flatMap(({ facts }) => facts.map(({ type }) => type));
    expect(told).toContain('prompt.withdrawn');
  });
});

describe('when time-out is contraindicated', () => {
  const flagged = { reason: 'Was locked up once.', by: 'Noor', at: '2026-11-02T09:00:00.000Z' };
  const stepOf = (state: SessionState, now = 61_000) => sequenceOf(state, now)?.step;

  test('[SEQ13] it applies at once in a running session: a time-out under way ends, and no step leads to one anymore', async () => {
    const server = await startSocketServer();
    const { noor, home, record, pressAll, state } = await aParentLedWindow(server);
    await pressAll('DC NC WARN NC CHAIR SEAT');
    expect(stepOf(await state())).toBe('on-chair');

    server.agreed.timeOut = { ...server.agreed.timeOut, contraindicated: flagged };
    await server.rooms.agreementChanged(record.familyId);
    const now = (await noor.ask('clock:read', {})) as { value: { now: number } };
    expect(stepOf(await state(), now.value.now)).toBe('without-time-out');
    expect((await state()).windows[0]?.stops.every(({ to }) => to !== undefined)).toBe(true);
    await home.ask('clock:read', {});
    const told = home.heard('session:facts').flatMap(({ facts }) => facts);
    expect(JSON.stringify(told)).not.toContain(flagged.reason);

    const later = async (code: string) => {
      const codeId = CodeId.parse(randomUUID());
      const at = { pressedAt: now.value.now, heardDelayMs: 0 };
      return noor.ask('code:record', { codeId, code, caregiverId: MARIA, ...at });
    };
    for (const code of ['WARN', 'CHAIR', 'SEAT', 'ROOM', 'INROOM', 'RULE']) {
      const reply = await later(code);
      expect(reply).toMatchObject(REFUSED);
      expect(JSON.stringify(reply)).toContain(flagged.reason);
    }
    // A code given before it applied that arrives later is kept.
    const codeId = CodeId.parse(randomUUID());
    const early = { codeId, code: 'CHAIR', caregiverId: MARIA, pressedAt: 0, heardDelayMs: 0 };
    expect(await noor.ask('code:record', early)).toMatchObject({ ok: true });
  });

  test('[SEQ13] a session that slept meanwhile wakes with the record’s current state, and is told when it is lifted', async () => {
    const log = createMemoryFactLog();
    const before = await startSocketServer({ log });
    const { record } = await aParentLedWindow(before);
    await before.close();
    const after = await startSocketServer({ log });
    after.agreed.timeOut = { ...after.agreed.timeOut, contraindicated: flagged };
    await connect(after, record, { id: NOOR, role: 'therapist' });
    const reasonNow = async () => (await after.rooms.stateOf(record.sessionId))?.timeOut.contraindicated?.reason;
    expect(await reasonNow()).toBe(flagged.reason);
    await after.rooms.agreementChanged(record.familyId);
    after.agreed.timeOut = NO_TIME_OUT_SETTINGS;
    await after.rooms.agreementChanged(record.familyId);
    expect(await reasonNow()).toBeUndefined();
    const facts = await log.read(record.sessionId);
    expect(facts.filter(({ type }) => type === 'contraindication.changed')).toHaveLength(2);
  });
});

test('[OBS2] nothing is sent to the parent while a situation is observed, even while an answer is awaited', async () => {
  const server = await startSocketServer();
  const { noor } = await aRunningSession(server);
  const send = (over: object = {}) =>
    noor.ask('prompt:send', { promptId: randomUUID(), text: 'Now clean up.', skill: null, spoken: false, ...over });
  await noor.ask('coding:start', { ...startCoding(), kind: 'plp' });
  await presser(noor)('DC');
  expect(await send()).toMatchObject(REFUSED);
  await noor.ask('coding:pause', { reason: '' });
  expect(await send({ skill: 'LP', coachCode: 'CMD' })).toMatchObject(REFUSED);
  expect(await send()).toMatchObject({ ok: true });
});

test('[LVL1] a session keeps the level that the family had when it opened, and the family’s devices are not told', async () => {
  const server = await startSocketServer();
  server.agreed.level = 'real-life';
  const { home, state } = await aParentLedWindow(server);
  expect((await state()).level).toBe('real-life');
  await home.ask('clock:read', {});
  const told = home.heard('session:facts').flatMap(({ facts }) => facts);
  expect(JSON.stringify(told)).not.toContain('real-life');
});

describe('who codes what', () => {
  test('[COD2] only the lead coach codes the child and the steps, and never the coach’s statements', async () => {
    const server = await startSocketServer();
    const { ada, press, state } = await aParentLedWindow(server);
    const observe = presser(ada);
    for (const code of ['CO', 'SEAT', 'STOP']) {
      expect((await observe(code)).reply).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    }
    expect((await press('LPC')).reply).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    for (const code of ['DC', 'LPC']) expect((await observe(code)).reply).toMatchObject({ ok: true });
    expect((await press('CO')).reply).toMatchObject({ ok: true });
    expect((await state()).codes.map(({ code }) => code)).toEqual(['DC', 'LPC', 'CO']);
  });

  test('[COD3] [COD4] the server keeps both of two candidates and counts the one that the rule selects', async () => {
    const server = await startSocketServer();
    const { press, state } = await aParentLedWindow(server);
    await press('LP', { candidates: ['LP', 'UP'], mode: 'unsure' });
    await press('UP', { candidates: ['LP', 'UP'], mode: 'both' });
    expect((await state()).codes).toMatchObject([
      { code: 'UP', candidates: ['LP', 'UP'], mode: 'unsure' },
      { code: 'LP', candidates: ['LP', 'UP'], mode: 'both' },
    ]);
    for (const over of [{ candidates: ['LP', 'nope'], mode: 'both' as const }, { candidates: ['LP', 'UP'] }]) {
      expect((await press('LP', over)).reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
    }
  });

  test('[PDI3] a direct command is judged by its coder, and by the lead coach if it counts', async () => {
    const server = await startSocketServer();
    const { noor, ada, press, state } = await aParentLedWindow(server);
    const counted = await press('DC');
    const watched = await presser(ada)('DC');
    const praised = await press('LP');
    const judge = (client: TestClient, codeId: string, effective: boolean) =>
      client.ask('command:judge', { pressId: randomUUID(), codeId, effective });
    expect(await judge(noor, counted.codeId, false)).toMatchObject({ ok: true });
    expect(await judge(ada, counted.codeId, true)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await judge(noor, watched.codeId, false)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await judge(noor, praised.codeId, false)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect((await state()).codes.map(({ effective }) => effective)).toEqual([false, true, true]);
  });
});
