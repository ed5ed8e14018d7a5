import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aPress, aWindow } from './testing/aPress.ts';
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
    await noor.ask('coding:start', aWindow());
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
    const window = aWindow();
    const { windowId } = window;
    await noor.ask('coding:start', window);
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
    await noor.ask('coding:start', aWindow());
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
    await noor.ask('coding:start', aWindow());
    expect((await server.rooms.stateOf(record.sessionId))?.participants[NOOR]?.voiceOpen).toBe(false);
    expect(await noor.ask('voice:open', {})).toMatchObject({ ok: false, error: { code: 'not-now' } });
  });

  test('a second window of the same person takes over, with its voice closed', async () => {
    const server = await startSocketServer();
    const { record, noor } = await aRunningSession(server);
    await noor.ask('voice:open', {});
    const again = await connect(server, record, { id: NOOR, role: 'therapist' });
    expect(noor.heard('session:taken-over')).toHaveLength(1);
    const state = await server.rooms.stateOf(record.sessionId);
    expect(state?.participants[NOOR]).toMatchObject({ present: true, voiceOpen: false });
    expect(await again.ask('coding:start', aWindow())).toMatchObject({ ok: true });
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

  test('a device may say who wears its own earphones, and nobody else’s', async () => {
    const server = await startSocketServer();
    const { record, home } = await aRunningSession(server);
    await connect(server, record, { id: PHONE, role: 'caregiver', kind: 'ear' });
    const reply = await home.ask('device:set-wearer', { participantId: PHONE, caregiverId: MARIA });
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});
