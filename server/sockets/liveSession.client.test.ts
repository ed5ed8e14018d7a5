import { randomUUID } from 'node:crypto';
import { createServer, connect as connectTcp, type Socket as TcpSocket } from 'node:net';
import { io } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lastOwnCode, shownCodes } from '#client/api/shownCodes.ts';
import { type LiveSession, openLiveSession } from '#client/api/liveSession.ts';
import { aBrowserStore } from '#client/api/testing/aBrowserStore.ts';
import type { PressStore } from '#client/api/pressStore.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { ok } from '#shared/protocol/reply.ts';
import {
  ADA,
  aRunningSession,
  connect,
  MARIA,
  NOOR,
  startSocketServer,
  type TestServer,
} from './testing/startSocketServer.ts';

/** A connection that a test can cut and restore. */
async function startWire(port: number) {
  const sockets = new Set<TcpSocket>();
  let cut = false;
  const wire = createServer((from) => {
    if (cut) {
      from.destroy();
      return;
    }
    const to = connectTcp(port, '127.0.0.1');
    for (const socket of [from, to]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        from.destroy();
        to.destroy();
      });
    }
    from.pipe(to);
    to.pipe(from);
  });
  await new Promise<void>((listening) => wire.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void wire.close());
  const address = wire.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut() {
      cut = true;
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    mend() {
      cut = false;
    },
  };
}

function openClient(
  port: number,
  record: SessionRecord,
  store: PressStore = aBrowserStore().window(),
  isElsewhere = () => false,
): LiveSession {
  const who = { id: NOOR, role: 'therapist', sessionId: record.sessionId };
  const live = openLiveSession(
    { as: 'staff', sessionId: record.sessionId },
    {
      store,
      heardDelayMs: () => 120,
      localNow: () => performance.now(),
      wallNow: () => Date.now(),
      random: () => 0,
      makeId: randomUUID,
      isElsewhere,
      report: (problem) => expect.unreachable(problem),
    },
    (auth) =>
      io(`http://127.0.0.1:${port}`, {
        auth,
        transports: ['websocket'],
        autoConnect: false,
        reconnectionDelay: 10,
        reconnectionDelayMax: 30,
        extraHeaders: { cookie: encodeURIComponent(JSON.stringify(who)) },
      }),
  );
  onTestFinished(live.close);
  return live;
}

const live = (client: LiveSession) => expect.poll(() => client.getSnapshot().connection).toBe('live');
const codesIn = async (server: TestServer, record: SessionRecord) =>
  (await server.rooms.stateOf(record.sessionId))?.codes ?? [];

async function aCodingCoach() {
  const server = await startSocketServer();
  const { record, noor } = await aRunningSession(server);
  await noor.ask('coding:start', { windowId: randomUUID(), kind: 'cdi', caregiverId: MARIA });
  const wire = await startWire(server.port);
  const browser = aBrowserStore();
  const coach = openClient(wire.port, record, browser.window());
  await live(coach);
  return { server, record, wire, browser, coach };
}

describe('the client’s live session', () => {
  test('a press shows at once, before anything is sent, and settles when it is durable', async () => {
    const { server, record, coach } = await aCodingCoach();
    coach.press('LP', MARIA);
    expect(shownCodes(coach.getSnapshot())).toMatchObject([{ code: 'LP', pending: true, coder: NOOR }]);
    await expect.poll(() => coach.getSnapshot().unsent).toEqual([]);
    expect(shownCodes(coach.getSnapshot())).toMatchObject([{ code: 'LP', pending: false }]);
    expect(await codesIn(server, record)).toMatchObject([{ code: 'LP', coder: NOOR, byLead: true }]);
  });

  test('[CLK2] a code is stamped with the moment heard, and both times are kept', async () => {
    const { server, record, coach } = await aCodingCoach();
    await expect.poll(() => coach.now()).toBeGreaterThan(300);
    coach.press('BD', MARIA);
    await expect.poll(() => codesIn(server, record)).toHaveLength(1);
    const [code] = await codesIn(server, record);
    expect(code!.pressedAt - code!.heardAt).toBeGreaterThanOrEqual(119);
    expect(code!.pressedAt - code!.heardAt).toBeLessThanOrEqual(121);
  });

  test('[LOG2] presses made during a disconnection are kept and counted once, with the time they were made', async () => {
    const { server, record, wire, coach } = await aCodingCoach();
    coach.press('LP', MARIA);
    wire.cut();
    await expect.poll(() => coach.getSnapshot().connection).toBe('lost');
    const pressedAt = coach.now();
    for (const code of ['BD', 'RF', 'QU']) coach.press(code, MARIA);
    coach.undo();
    expect(coach.getSnapshot().unsent.length).toBeGreaterThanOrEqual(4);
    expect(shownCodes(coach.getSnapshot()).at(-1)).toMatchObject({ code: 'QU', pending: true, undone: true });
    wire.mend();
    await live(coach);
    await expect.poll(() => coach.getSnapshot().unsent).toEqual([]);
    const codes = await codesIn(server, record);
    expect(codes.map(({ code, undone }) => [code, undone])).toEqual([
      ['LP', false],
      ['BD', false],
      ['RF', false],
      ['QU', true],
    ]);
    expect(Math.abs(codes[1]!.pressedAt - pressedAt)).toBeLessThan(50);
    expect(coach.getSnapshot().refused).toEqual([]);
  });

  test('[LOG4] unsent presses outlive the page and are sent by the next one', async () => {
    const { server, record, wire, browser, coach } = await aCodingCoach();
    wire.cut();
    await expect.poll(() => coach.getSnapshot().connection).toBe('lost');
    coach.press('LP', MARIA);
    coach.close();
    wire.mend();
    const reloaded = openClient(wire.port, record, browser.window());
    await live(reloaded);
    await expect.poll(() => reloaded.getSnapshot().unsent).toEqual([]);
    expect((await codesIn(server, record)).map(({ code }) => code)).toEqual(['LP']);
  });

  test(
    '[R1] whenever a connection is cut, no press is lost, doubled or out of order',
    { timeout: 30_000 },
    async () => {
      const { server, record, wire, coach } = await aCodingCoach();
      const pressed: string[] = [];
      for (let round = 0; round < 12; round += 1) {
        for (let press = 0; press < 15; press += 1) {
          const code = ['LP', 'BD', 'RF', 'TA'][(round + press) % 4]!;
          coach.press(code, MARIA);
          pressed.push(code);
          if (press === round) wire.cut();
          if (press % 5 === 4) await new Promise((later) => setImmediate(later));
        }
        wire.mend();
        await live(coach);
      }
      await expect.poll(() => coach.getSnapshot().unsent, { timeout: 10_000 }).toEqual([]);
      expect((await codesIn(server, record)).map(({ code }) => code)).toEqual(pressed);
      expect(coach.getSnapshot().session.codes.map(({ code }) => code)).toEqual(pressed);
    },
  );

  test('undo removes one’s own last code, and never another coder’s', async () => {
    const { server, record, coach } = await aCodingCoach();
    const ada = await connect(server, record, { id: ADA, role: 'supervisor' });
    coach.press('LP', MARIA);
    coach.press('BD', MARIA);
    await expect.poll(() => codesIn(server, record)).toHaveLength(2);
    await ada.ask('code:record', {
      codeId: randomUUID(),
      code: 'QU',
      caregiverId: MARIA,
      pressedAt: 1,
      heardDelayMs: 0,
    });
    await expect.poll(() => codesIn(server, record)).toHaveLength(3);
    coach.undo();
    coach.undo();
    coach.undo();
    expect(lastOwnCode(coach.getSnapshot())).toBeUndefined();
    await expect.poll(() => coach.getSnapshot().unsent).toEqual([]);
    expect((await codesIn(server, record)).map(({ code, undone }) => [code, undone])).toEqual([
      ['LP', true],
      ['BD', true],
      ['QU', false],
    ]);
  });

  test('[LOG2] codes of two windows of one coach are all kept, whichever window takes over from which', async () => {
    const { server, record, wire, browser, coach } = await aCodingCoach();
    wire.cut();
    await expect.poll(() => coach.getSnapshot().connection).toBe('lost');
    const other = openClient(server.port, record, browser.window());
    await live(other);
    for (const code of ['BD', 'BD', 'BD']) other.press(code, MARIA);
    await expect.poll(() => other.getSnapshot().unsent).toEqual([]);
    wire.mend();
    await expect.poll(() => other.getSnapshot().ending).toBe('taken-over');
    await live(coach);
    for (let press = 0; press < 5; press += 1) coach.press('LP', MARIA);
    await expect.poll(() => coach.getSnapshot().unsent).toEqual([]);
    const codes = (await codesIn(server, record)).map(({ code }) => code);
    expect(codes).toEqual(['BD', 'BD', 'BD', 'LP', 'LP', 'LP', 'LP', 'LP']);
  });

  test('[LOG4] presses in a window without a connection are sent by another window that has one', async () => {
    const { server, record, wire, browser, coach } = await aCodingCoach();
    wire.cut();
    await expect.poll(() => coach.getSnapshot().connection).toBe('lost');
    const other = openClient(server.port, record, browser.window());
    await live(other);
    coach.press('LP', MARIA);
    coach.undo();
    await expect.poll(async () => (await codesIn(server, record)).map(({ undone }) => undone)).toEqual([true]);
    await expect.poll(() => other.getSnapshot().unsent).toEqual([]);
    expect(other.getSnapshot().refused).toEqual([]);
  });

  test('[LOG4] a window of another browser that was taken over sends what waits, and takes nothing over', async () => {
    const { server, record, browser, coach } = await aCodingCoach();
    browser.fill(true);
    coach.press('LP', MARIA);
    const elsewhere = await connect(server, record, { id: NOOR, role: 'therapist' });
    await expect.poll(() => coach.getSnapshot().ending).toBe('taken-over');
    await expect.poll(() => coach.getSnapshot().unsent).toEqual([]);
    expect((await codesIn(server, record)).map(({ code }) => code)).toEqual(['LP']);
    expect(elsewhere.socket.connected).toBe(true);
    expect(elsewhere.heard('session:taken-over')).toEqual([]);
  });

  test('[LOG5] codes made before the close are sent after it and count; for later ones the coach is told', async () => {
    const { server, record, wire, coach } = await aCodingCoach();
    wire.cut();
    await expect.poll(() => coach.getSnapshot().connection).toBe('lost');
    coach.press('LP', MARIA);
    const pressedAt = coach.now();
    const room = await server.rooms.open(record);
    // The two clocks agree to within a few milliseconds.
    await expect.poll(() => room.actor.now()).toBeGreaterThan(pressedAt + 50);
    const closed = await room.actor.apply(() => ok([{ type: 'session.closed', by: NOOR }]));
    expect(closed.ok).toBe(true);
    const closedAt = room.actor.facts().at(-1)!.at;
    await expect.poll(() => coach.now()).toBeGreaterThan(closedAt + 50);
    coach.press('QU', MARIA);
    wire.mend();
    await expect.poll(() => coach.getSnapshot().session.phase).toBe('closed');
    coach.close();
    await expect.poll(() => coach.getSnapshot().unsent, { timeout: 10_000 }).toEqual([]);
    expect((await codesIn(server, record)).map(({ code }) => code)).toEqual(['LP']);
    expect(coach.getSnapshot().refused).toMatchObject([{ press: { code: 'QU' } }]);
  });

  test('a client reconnects after the server disconnects it', async () => {
    const { server, record, coach } = await aCodingCoach();
    const room = await server.rooms.open(record);
    room.connections.get(NOOR)?.end();
    await expect.poll(() => coach.getSnapshot().connection).toBe('lost');
    coach.press('LP', MARIA);
    await expect.poll(() => coach.getSnapshot().connection, { timeout: 5_000 }).toBe('live');
    await expect.poll(() => coach.getSnapshot().unsent).toEqual([]);
    expect((await codesIn(server, record)).map(({ code }) => code)).toEqual(['LP']);
  });

  test.for([true, false])(
    '[SES8] a client says that its person left when their page is replaced: %s',
    async (isElsewhere) => {
      const server = await startSocketServer();
      const { record } = await aRunningSession(server);
      const coach = openClient(server.port, record, undefined, () => isElsewhere);
      await live(coach);
      coach.close();
      const noor = async () => (await server.rooms.stateOf(record.sessionId))?.participants[NOOR];
      await expect.poll(noor).toMatchObject({ present: false, hasLeft: isElsewhere });
    },
  );

  test('its clock agrees with the server’s', async () => {
    const { server, record, coach } = await aCodingCoach();
    const room = await server.rooms.open(record);
    await expect.poll(() => Math.abs(coach.now() - room.actor.now())).toBeLessThan(20);
  });
});
