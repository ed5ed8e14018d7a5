import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type NoticeName, notices } from '#shared/protocol/contract.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { SLEEPS_AFTER_MS } from '#server/rooms/sessionRooms.ts';
import { realTime, type Time } from '#server/time/time.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import {
  aRunningSession,
  aSessionRecord,
  connect,
  HOME,
  JON,
  MARIA,
  NOOR,
  PHONE,
  startSocketServer,
} from './testing/startSocketServer.ts';

const aPress = (code = 'LP') => ({
  codeId: randomUUID(),
  code,
  caregiverId: MARIA,
  pressedAt: 100,
  heardDelayMs: 0,
});

const startCoding = { windowId: randomUUID(), kind: 'cdi', caregiverId: MARIA } as const;

describe('a live session over the wire', () => {
  test('the lead coach’s arrival opens the waiting room, and a device knocks until it is let in', async () => {
    const server = await startSocketServer();
    const record = aSessionRecord();
    const home = await connect(server, record, { id: HOME, role: 'caregiver', kind: 'combined' }, false);
    const first = await home.ask('session:join', { lastSeq: 0 });
    expect(first).toMatchObject({ ok: true, value: { self: { part: 'knocking' } } });

    const noor = await connect(server, record, { id: NOOR, role: 'therapist' });
    await noor.ask('device:admit', { participantId: HOME });
    await home.ask('clock:read', {});
    expect(home.heard('session:self')).toMatchObject([{ part: 'combined' }]);
    expect(home.heard('session:facts').at(-1)).toMatchObject({ whole: true });
    expect((await server.rooms.stateOf(record.sessionId))?.phase).toBe('waiting');
  });

  test('[AUD4] the family never receives a code or a note', async () => {
    const server = await startSocketServer();
    const { noor, ada, home } = await aRunningSession(server);
    await noor.ask('coding:start', startCoding);
    await noor.ask('code:record', aPress());
    await noor.ask('note:write', { noteId: randomUUID(), text: 'tired today' });
    await home.ask('clock:read', {});

    const types = (client: typeof home) =>
      client.heard('session:facts').flatMap(({ facts }) => facts.map(({ type }) => type));
    expect(types(ada)).toEqual(expect.arrayContaining(['code.recorded', 'note.written']));
    expect(types(home)).toContain('coding.started');
    expect(types(home)).not.toEqual(expect.arrayContaining(['code.recorded']));
    expect(types(home)).not.toEqual(expect.arrayContaining(['note.written']));
  });

  test('the lead coach chooses who plays, and only of this family', async () => {
    const server = await startSocketServer();
    const { noor, record } = await aRunningSession(server);
    expect(await noor.ask('caregiver:choose', { caregiverId: randomUUID() })).toMatchObject({ ok: false });
    expect(await noor.ask('caregiver:choose', { caregiverId: JON })).toMatchObject({ ok: true });
    expect((await server.rooms.stateOf(record.sessionId))?.inPlay).toBe(JON);
  });

  test('what a family’s device captures is written when it changes, and not when it is reported again', async () => {
    const server = await startSocketServer();
    const { home, record } = await aRunningSession(server);
    const captured = { camera: 'works', microphone: 'muted' } as const;
    const first = await home.ask('capture:report', captured);
    expect(first.ok).toBe(true);
    expect(await home.ask('capture:report', captured)).toEqual(first);
    expect((await server.rooms.stateOf(record.sessionId))?.participants[HOME]?.capture).toMatchObject(captured);
  });

  test('a note whose answer was lost is sent again and written once', async () => {
    const server = await startSocketServer();
    const { noor, record } = await aRunningSession(server);
    const note = { noteId: randomUUID(), text: 'tired today' };
    await noor.ask('note:write', note);
    expect((await noor.ask('note:write', note)).ok).toBe(true);
    expect((await server.rooms.stateOf(record.sessionId))?.notes).toHaveLength(1);
  });

  test('a rating leaves the others of its window unchanged, however soon it follows', async () => {
    const server = await startSocketServer();
    const { noor, record } = await aRunningSession(server);
    const { windowId } = startCoding;
    await noor.ask('coding:start', startCoding);
    await noor.ask('coding:stop', {});
    await Promise.all([
      noor.ask('window:rate', { windowId, ratings: { imitation: 'Satisfactory' } }),
      noor.ask('window:rate', { windowId, ratings: { enthusiasm: 'Needs practice' } }),
    ]);
    const state = await server.rooms.stateOf(record.sessionId);
    expect(state?.windows[0]?.ratings).toEqual({ imitation: 'Satisfactory', enthusiasm: 'Needs practice' });
  });

  test('[AUD4] the family is told when the coach’s voice opens and closes, and never of a supervisor’s', async () => {
    const server = await startSocketServer();
    const { noor, ada, home } = await aRunningSession(server);
    for (const speaker of [ada, noor]) {
      await speaker.ask('voice:open', {});
      await speaker.ask('voice:close', {});
    }
    await home.ask('clock:read', {});
    const told = home
      .heard('session:facts')
      .flatMap(({ facts }) => facts.filter(({ type }) => type.startsWith('voice')));
    expect(told.map(({ type, by }) => [type, by])).toEqual([
      ['voice.opened', NOOR],
      ['voice.closed', NOOR],
    ]);
  });

  test('[AUD4] the family cannot even count the codes and notes that it does not receive', async () => {
    const server = await startSocketServer();
    const { noor, home } = await aRunningSession(server);
    await noor.ask('coding:start', startCoding);
    await home.ask('clock:read', {});
    const heardBefore = home.heard('session:facts').length;
    await noor.ask('code:record', aPress());
    await noor.ask('note:write', { noteId: randomUUID(), text: 'tired today' });
    await home.ask('clock:read', {});
    expect(home.heard('session:facts')).toHaveLength(heardBefore);
  });

  test('[AUD3] the coach’s voice is refused while coding, and closed when coding begins', async () => {
    const server = await startSocketServer();
    const { record, noor } = await aRunningSession(server);
    expect(await noor.ask('voice:open', {})).toMatchObject({ ok: true });
    await noor.ask('coding:start', startCoding);
    expect((await server.rooms.stateOf(record.sessionId))?.participants[NOOR]?.voiceOpen).toBe(false);
    expect(await noor.ask('voice:open', {})).toMatchObject({ ok: false, error: { code: 'not-now' } });
  });

  test('[LOG2] a press that is sent again counts once and is answered with the same seq', async () => {
    const server = await startSocketServer();
    const { record, noor } = await aRunningSession(server);
    await noor.ask('coding:start', startCoding);
    const [first, second] = [aPress(), aPress('BD')];
    const replies = await Promise.all([noor.ask('code:record', first), noor.ask('code:record', second)]);
    const again = await Promise.all([noor.ask('code:record', first), noor.ask('code:record', second)]);
    expect(again).toEqual(replies);
    expect((await server.rooms.stateOf(record.sessionId))?.codes).toHaveLength(2);
  });

  test('[LOG2] a press that is sent again counts once, even after an earlier one that arrived late', async () => {
    const server = await startSocketServer();
    const { noor } = await aRunningSession(server);
    await noor.ask('coding:start', startCoding);
    const later = aPress();
    const written = await noor.ask('code:record', later);
    await noor.ask('code:record', aPress());
    expect(await noor.ask('code:record', later)).toEqual(written);
    expect(server.faults).toEqual([]);
  });

  test('[LOG2] an undo and a judgment that are sent again count once, even for a restarted server', async () => {
    const log = createMemoryFactLog();
    const before = await startSocketServer({ log });
    const { record, noor } = await aRunningSession(before);
    await noor.ask('coding:start', startCoding);
    const code = aPress();
    await noor.ask('code:record', code);
    const undo = { pressId: randomUUID(), codeId: code.codeId };
    const written = await noor.ask('code:undo', undo);
    expect(await noor.ask('code:undo', undo)).toEqual(written);
    await before.close();
    const after = await startSocketServer({ log });
    const back = await connect(after, record, { id: NOOR, role: 'therapist' });
    expect(await back.ask('code:undo', undo)).toEqual(written);
    expect(await back.ask('code:record', code)).toMatchObject({ ok: true });
    expect((await after.rooms.stateOf(record.sessionId))?.codes).toHaveLength(1);
  });

  test('[LOG2] an old page, which numbers its presses, still works', async () => {
    const server = await startSocketServer();
    const { record, noor } = await aRunningSession(server);
    await noor.ask('coding:start', startCoding);
    const numbered = { ...aPress(), clientId: randomUUID(), clientSeq: 1 };
    expect(await noor.ask('code:record', numbered)).toMatchObject({ ok: true });
    expect(await noor.ask('code:record', numbered)).toMatchObject({ ok: true });
    expect((await server.rooms.stateOf(record.sessionId))?.codes).toHaveLength(1);
  });

  test('[LOG3] a restarted server with the same log has the same session, with every voice closed', async () => {
    const log = createMemoryFactLog();
    const before = await startSocketServer({ log });
    const { record, noor } = await aRunningSession(before);
    await noor.ask('voice:open', {});
    await noor.ask('coding:start', startCoding);
    await noor.ask('coding:pause', { reason: 'phone' });
    await noor.ask('voice:open', {});
    const codes = aPress();
    await noor.ask('code:record', codes);

    // A second server on the log acts as the first one after a kill: nothing told it that anyone left.
    const facts = await log.read(record.sessionId);
    const copy = createMemoryFactLog();
    await copy.append(record.sessionId, facts);
    const after = await startSocketServer({ log: copy });
    const back = await connect(after, record, { id: NOOR, role: 'therapist' });
    const state = await after.rooms.stateOf(record.sessionId);
    expect(state).toMatchObject({ phase: 'coding-paused', lead: NOOR });
    expect(state?.codes.map(({ codeId }) => codeId)).toEqual([codes.codeId]);
    expect(Object.values(state?.participants ?? {}).filter(({ voiceOpen }) => voiceOpen)).toEqual([]);
    expect(await back.ask('coding:resume', {})).toMatchObject({ ok: true });
  });

  test('a second window of the same person takes over, with its voice closed', async () => {
    const server = await startSocketServer();
    const { record, noor } = await aRunningSession(server);
    await noor.ask('voice:open', {});
    const again = await connect(server, record, { id: NOOR, role: 'therapist' });
    expect(noor.heard('session:taken-over')).toHaveLength(1);
    const state = await server.rooms.stateOf(record.sessionId);
    expect(state?.participants[NOOR]).toMatchObject({ present: true, voiceOpen: false });
    expect(await again.ask('coding:start', startCoding)).toMatchObject({ ok: true });
  });

  /** A clock on which sessions go to sleep when a test says so. */
  function sleepByHand() {
    const pending: (() => void)[] = [];
    const time: Time = {
      ...realTime,
      callAfter: (ms, callback) => {
        if (ms !== SLEEPS_AFTER_MS) return realTime.callAfter(ms, callback);
        pending.push(callback);
        return () => undefined;
      },
    };
    return { time, fallAsleep: () => pending.splice(0).forEach((sleep) => sleep()) };
  }

  test('a session that was opened for a person who never joined goes to sleep after a while', async () => {
    const { time, fallAsleep } = sleepByHand();
    const server = await startSocketServer({ time });
    const { record } = await aRunningSession(server);
    const room = await server.rooms.open({ ...record, sessionId: SessionId.parse(randomUUID()) });
    fallAsleep();
    expect(server.rooms.isLive(room)).toBe(false);
    expect(server.rooms.isLive(await server.rooms.open(record))).toBe(true);
  });

  test('[LOG3] a session that everyone left goes to sleep after a while, and wakes unchanged', async () => {
    const { time, fallAsleep } = sleepByHand();
    const server = await startSocketServer({ time });
    const { record, noor, ada, home } = await aRunningSession(server);
    const room = await server.rooms.open(record);
    for (const client of [noor, ada, home]) client.socket.disconnect();
    expect(server.rooms.isLive(room)).toBe(true);
    await expect.poll(() => Object.values(room.actor.state().participants).some(({ present }) => present)).toBe(false);
    fallAsleep();
    expect(server.rooms.isLive(room)).toBe(false);

    const back = await connect(server, record, { id: NOOR, role: 'therapist' });
    expect(await back.ask('coding:start', startCoding)).toMatchObject({ ok: true });
    expect((await server.rooms.stateOf(record.sessionId))?.phase).toBe('coding');
  });

  test('a supervisor can take the lead only from a lead coach who is away', async () => {
    const server = await startSocketServer();
    const { noor, ada } = await aRunningSession(server);
    expect(await ada.ask('lead:take', {})).toMatchObject({ ok: false, error: { code: 'not-now' } });
    noor.socket.disconnect();
    await expect.poll(() => ada.ask('lead:take', {})).toMatchObject({ ok: true });
    expect(ada.heard('session:self')).toMatchObject([{ part: 'lead' }]);
  });

  test('a device that is turned away is disconnected and its credential becomes invalid', async () => {
    const server = await startSocketServer();
    const { noor, home } = await aRunningSession(server);
    await noor.ask('device:turn-away', { participantId: HOME });
    await expect.poll(() => home.socket.connected).toBe(false);
    expect(home.heard('session:ended')).toEqual([{ why: 'turned-away' }]);
    expect(server.revoked).toEqual([HOME]);
  });

  test('a device that knocks cannot say whose it is, and is not told what admitted devices are told', async () => {
    const server = await startSocketServer();
    const { record, noor, home } = await aRunningSession(server);
    const phone = await connect(server, record, { id: PHONE, role: 'caregiver', kind: 'combined' });
    expect(await phone.ask('device:set-wearer', { participantId: PHONE, caregiverId: JON })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    await home.ask('quality:report', { roundTripMs: 1, lossPercent: 0, playoutDelayMs: 1 });
    await home.ask('ear-check:start', {});
    await home.ask('consent:give', { track: 'room-video', saidBy: MARIA, purposes: ['supervision'] });
    await noor.ask('prompt:send', { promptId: randomUUID(), text: 'Well done', skill: null, spoken: false });
    await noor.ask('coaching:start', {});
    await expect
      .poll(
        () =>
          phone
            .heard('session:facts')
            .flatMap(({ facts }) => facts)
            .at(-1)?.type,
      )
      .toBe('coaching.started');
    for (const name of Object.keys(notices) as NoticeName[])
      if (name !== 'session:facts') expect([name, phone.heard(name)]).toEqual([name, []]);
    const told = phone.heard('session:facts').flatMap(({ facts }) => facts.map(({ type }) => type));
    expect(told.toSorted()).toEqual(['coaching.started']);
    const joined = await phone.ask('session:join', { lastSeq: 0 });
    for (const name of ['Rivera', 'Maria', 'Jon', 'Noor']) expect(JSON.stringify(joined)).not.toContain(name);
  });

  test('a device may say who wears its own earphones, and nobody else’s', async () => {
    const server = await startSocketServer();
    const { record, home } = await aRunningSession(server);
    await connect(server, record, { id: PHONE, role: 'caregiver', kind: 'ear' });
    const reply = await home.ask('device:set-wearer', { participantId: PHONE, caregiverId: MARIA });
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});
