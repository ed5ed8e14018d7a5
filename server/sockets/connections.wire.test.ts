import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { realTime } from '#server/time/time.ts';
import { CONNECTIONS_PER_PERSON } from './connectionLimits.ts';
import { openRaw } from './testing/openRaw.ts';
import {
  ADA,
  aRunningSession,
  aSessionRecord,
  connect,
  HOME,
  NOOR,
  startSocketServer,
} from './testing/startSocketServer.ts';

/** Time in which no bucket fills again, so that counts are exact however slow the machine is. */
const STANDING = { ...realTime, monotonicNow: () => 0 };

const FORGED = encodeURIComponent(JSON.stringify({ id: NOOR, role: 'therapist', sessionId: randomUUID() }));
const JOIN = `40${JSON.stringify({ as: 'staff', sessionId: randomUUID() })}`;

describe('[WIR5] a connection that has not joined', () => {
  test.for([
    ['asks to join', JOIN, undefined],
    ['asks to join with a forged cookie', JOIN, FORGED],
    ['asks to join what does not exist', '40/cellar,', undefined],
    ['sends commands', '42["clock:read",{}]', FORGED],
    ['sends what nobody can read', '9', undefined],
  ] as const)('is cut off when it %s 20,000 times, after few look-ups', async ([, packet, cookie]) => {
    const server = await startSocketServer({ time: STANDING });
    const { noor } = await aRunningSession(server);
    const before = server.lookups();
    const flooder = await openRaw(server, { ...(cookie && { cookie }) });
    flooder.send(packet, 20_000);
    expect(await noor.ask('clock:read', {})).toMatchObject({ ok: true });
    await flooder.closed;
    expect(server.lookups() - before).toBeLessThan(10);
    expect(await noor.ask('coaching:start', {})).toMatchObject({ ok: true });
    expect(server.faults).toEqual([]);
  });

  test('is cut off when it floods with pings', async () => {
    const server = await startSocketServer({ time: STANDING });
    const flooder = await openRaw(server);
    flooder.ping(20_000);
    await flooder.closed;
    // Each ping that was answered is two bytes.
    expect(flooder.heard().length).toBeLessThan(1_000);
  });

  test('hears why it was refused, and is cut off', async () => {
    const server = await startSocketServer();
    const refused = await openRaw(server, { cookie: FORGED });
    refused.send(JOIN);
    await refused.closed;
    expect(refused.heard()).toContain('44{"message":"not-signed-in"}');
  });

  test('is cut off if it never asks', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const server = await startSocketServer();
    const silent = await openRaw(server);
    expect(silent.isOpen).toBe(true);
    vi.advanceTimersByTime(10_000);
    await silent.closed;
  });
});

describe('[WIR5] a connection that has joined', () => {
  test('is cut off when it sends more than any person can, while others are answered', async () => {
    const server = await startSocketServer({ time: STANDING });
    const { noor, ada } = await aRunningSession(server);
    const gone = new Promise((resolve) => noor.socket.once('disconnect', resolve));
    for (let sent = 0; sent < 4_000; sent += 1) noor.socket.emit('clock:read', {});
    expect(await ada.ask('clock:read', {})).toMatchObject({ ok: true });
    await gone;
    expect(await ada.ask('clock:read', {})).toMatchObject({ ok: true });
  });

  test('is cut off when its messages are large and many', async () => {
    const server = await startSocketServer({ time: STANDING });
    const { noor, ada } = await aRunningSession(server);
    const gone = new Promise((resolve) => noor.socket.once('disconnect', resolve));
    const text = 'a'.repeat(100_000);
    for (let sent = 0; sent < 60; sent += 1) noor.socket.emit('note:write', { noteId: randomUUID(), text });
    await gone;
    expect(await ada.ask('clock:read', {})).toMatchObject({ ok: true });
  });

  test('ends when it leaves: nobody stays connected without having joined', async () => {
    const server = await startSocketServer();
    const record = server.know(aSessionRecord());
    const cookie = encodeURIComponent(JSON.stringify({ id: NOOR, role: 'therapist', sessionId: record.sessionId }));
    const client = await openRaw(server, { cookie });
    client.send(`40${JSON.stringify({ as: 'staff', sessionId: record.sessionId })}`);
    await expect.poll(client.heard).toContain('40{"sid"');
    client.send('41');
    await client.closed;
  });
});

describe('[WIR5] who may connect', () => {
  test.for([
    ['from another site’s page', { origin: 'https://elsewhere.example' }],
    ['in place of a connection that is there', { query: '&sid=somebody' }],
  ] as const)('nobody may %s', async ([, how]) => {
    const server = await startSocketServer();
    expect((await openRaw(server, how)).isOpen).toBe(false);
    expect(server.lookups()).toBe(0);
  });

  test.for([
    ['another machine', '203.0.113.9', false],
    ['beside the clinic’s proxy', '10.0.0.6', false],
    ['the clinic’s proxy', '10.0.0.5', true],
    ['this machine', '127.0.0.1', true],
  ] as const)('[WIR8] a handshake without encryption from %s (%s) is taken: %s', async ([, peer, isTaken]) => {
    const server = await startSocketServer({ peer, trustedProxies: ['10.0.0.5'] });
    expect((await openRaw(server, { cookie: FORGED, forwardedFor: '198.51.100.7' })).isOpen).toBe(isTaken);
    expect(server.refused).toEqual(isTaken ? [] : ['unencrypted']);
    expect(server.lookups()).toBe(0);
  });

  test('one address may hold only so many connections, and may open another when one has ended', async () => {
    const server = await startSocketServer({ time: STANDING, connectionsPerAddress: 3 });
    const open = () => openRaw(server, { cookie: FORGED });
    const [first, ...others] = [await open(), await open(), await open()];
    expect([first, ...others].map(({ isOpen }) => isOpen)).toEqual([true, true, true]);
    expect((await open()).isOpen).toBe(false);
    first.end();
    await first.closed;
    await expect.poll(() => server.io.engine.clientsCount).toBe(2);
    expect((await open()).isOpen).toBe(true);
  });

  test('one address may try only so often, and those without a cookie use up nobody else’s tries', async () => {
    const server = await startSocketServer({ time: STANDING, connectionsPerAddress: 100 });
    async function tries(cookie?: string) {
      let accepted = 0;
      for (let attempt = 0; attempt < 300; attempt += 1) {
        const one = await openRaw(server, { ...(cookie && { cookie }) });
        if (one.isOpen) accepted += 1;
        one.end();
        await one.closed;
      }
      return accepted;
    }
    expect(await tries()).toBeLessThan(30);
    expect(await tries(FORGED)).toBe(200);
  });

  test('one person may hold only so many connections, and others are not affected', async () => {
    const server = await startSocketServer();
    const record = aSessionRecord();
    const handIn = () => connect(server, record, { id: NOOR, role: 'therapist', handsIn: true }, false);
    const first = await handIn();
    for (let more = 1; more < CONNECTIONS_PER_PERSON; more += 1) await handIn();
    await expect(handIn()).rejects.toThrow('too-many');
    await connect(server, record, { id: ADA, role: 'supervisor' });
    await connect(server, record, { id: HOME, role: 'caregiver', kind: 'combined' });
    first.socket.disconnect();
    await expect.poll(() => server.io.engine.clientsCount).toBe(CONNECTIONS_PER_PERSON + 1);
    await handIn();
  });
});
