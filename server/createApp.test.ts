import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import type { Handshake } from '#shared/protocol/contract.ts';
import { SessionReport } from '#shared/protocol/http/report.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { anAuth, cookieFrom, PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import { findDemoStaff, loadDemoClinic } from './demo/demoClinic.ts';
import { openDemo } from './demo/openDemo.ts';
import { aFileStore } from '#server/recording/store/testing/aFileStore.ts';
import { aDatabase } from '#server/storage/testing/aDatabase.ts';
import { createSqlFactLog } from './storage/sqlFactLog.ts';
import { createSqlFamilyLog } from './storage/sqlFamilyLog.ts';
import { createSqlRecords } from './storage/sqlRecords.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import { anApp } from './testing/anApp.ts';

/** The demo clinic on a port of its own, with everything real except the media. */
async function aRunningDemo() {
  const db = await aDatabase();
  const [records, auth, factLog] = [createSqlRecords(db, keysOf(db)), anAuth(db), createSqlFactLog(db, keysOf(db))];
  const familyLog = createSqlFamilyLog(db, keysOf(db));
  const [now, recordings] = [new Date(), await aFileStore(db)];
  await loadDemoClinic({ records, auth, factLog, familyLog, recordings, now, serverTimeZone: 'UTC' });
  const staff = (await findDemoStaff(records))!;
  const demo = await openDemo(staff, { records, now, timeZone: 'UTC', phaseOf: async () => 'preparing' });
  const app = await anApp(db, { records, auth, factLog, familyLog, recordings, findDemoUser: demo.findUser });
  onTestFinished(app.close);
  const url = await app.http.listen({ port: 0, host: '127.0.0.1' });
  return { app, url, records, demo };
}

async function post(url: string, body: object): Promise<{ readonly cookie: string; readonly answer: unknown }> {
  const headers = { 'content-type': 'application/json', origin: PUBLIC_URL };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { cookie: cookieFrom(response.headers.getSetCookie()), answer: await response.json() };
}

function connect(url: string, auth: Handshake, cookie: string): Promise<Socket> {
  const socket = io(url, {
    auth,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie, origin: PUBLIC_URL },
  });
  onTestFinished(() => void socket.disconnect());
  return new Promise((resolve, reject) => {
    socket.on('connect', () => resolve(socket));
    socket.on('connect_error', reject);
  });
}

test('by the demo’s links a therapist and a parent meet in the same session', async () => {
  const { url, records, demo } = await aRunningDemo();
  const therapist = await post(`${url}${pathOf('demo:sign-in')}`, { secret: demo.secrets.therapist });
  const parent = await post(`${url}${pathOf('device:join')}`, { secret: demo.secrets.parent });
  const { sessionId } = parent.answer as { sessionId: SessionId };
  expect(await records.findSession(sessionId)).toBeDefined();

  const coach = await connect(url, { as: 'staff', sessionId }, therapist.cookie);
  const device = await connect(url, { as: 'device' }, parent.cookie);
  const joined: unknown = await coach.emitWithAck('session:join', { lastSeq: 0 });
  expect(joined).toMatchObject({ ok: true, value: { self: { part: 'lead' } } });
  const knocked: unknown = await device.emitWithAck('session:join', { lastSeq: 0 });
  expect(knocked).toMatchObject({ ok: true, value: { self: { part: 'knocking' } } });

  const headers = { cookie: therapist.cookie };
  const session: unknown = await (await fetch(`${url}${pathOf('session:read', { sessionId })}`, { headers })).json();
  expect(session).toMatchObject({ phase: 'waiting' });
});

test('[SEQ13] a running session is told at once of a change in the family’s record', async () => {
  const { url, app, records, demo } = await aRunningDemo();
  const { cookie } = await post(`${url}${pathOf('demo:sign-in')}`, { secret: demo.secrets.therapist });
  const parent = await post(`${url}${pathOf('device:join')}`, { secret: demo.secrets.parent });
  const { sessionId } = parent.answer as { sessionId: SessionId };
  const coach = await connect(url, { as: 'staff', sessionId }, cookie);
  await coach.emitWithAck('session:join', { lastSeq: 0 });
  const { familyId } = (await records.findSession(sessionId))!;
  const entered = await fetch(`${url}${pathOf('family:enter', { familyId })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: PUBLIC_URL, cookie },
    body: JSON.stringify({ type: 'time-out.contraindicate', reason: 'Was locked up once.' }),
  });
  expect(entered.status).toBe(200);
  expect((await app.rooms.stateOf(sessionId))?.timeOut.contraindicated?.reason).toBe('Was locked up once.');
});

test('a socket without a cookie, or from another site’s page, cannot connect', async () => {
  const { url, records, demo } = await aRunningDemo();
  const [session] = await records.listSessions();
  const handshake = { as: 'staff', sessionId: session!.sessionId } as const;
  await expect(connect(url, handshake, '')).rejects.toThrow('not-signed-in');

  const { cookie } = await post(`${url}${pathOf('demo:sign-in')}`, { secret: demo.secrets.therapist });
  const elsewhere = io(url, {
    auth: handshake,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie, origin: 'https://elsewhere.example' },
  });
  onTestFinished(() => void elsewhere.disconnect());
  await expect(new Promise((_, reject) => elsewhere.on('connect_error', reject))).rejects.toThrow();
});

test('the report of a past session is folded from its log', async () => {
  const { url, records, demo } = await aRunningDemo();
  const { cookie } = await post(`${url}${pathOf('demo:sign-in')}`, { secret: demo.secrets.supervisor });
  const past = (await records.listSessions()).findLast(({ familyName }) => familyName === 'Solberg')!;
  const response = await fetch(`${url}${pathOf('session-report:read', { sessionId: past.sessionId })}`, {
    headers: { cookie },
  });
  const { phase, windows, countsOutside } = SessionReport.parse(await response.json());
  expect(phase).toBe('closed');
  expect(windows).toMatchObject([{ codedMs: 300_000, assessable: true, mastered: false }]);
  expect(countsOutside).toMatchObject({ LP: 4 });
});

test('closing twice is safe and disconnects everybody', async () => {
  const { app, url, demo } = await aRunningDemo();
  const parent = await post(`${url}${pathOf('device:join')}`, { secret: demo.secrets.parent });
  const device = await connect(url, { as: 'device' }, parent.cookie);
  const gone = new Promise((resolve) => device.on('disconnect', resolve));
  await Promise.all([app.close(), app.close()]);
  await gone;
  await expect(app.close()).resolves.toBeUndefined();
  await expect(fetch(url)).rejects.toThrow();
});
