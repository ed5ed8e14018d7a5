import { describe, expect, test } from 'vitest';
import type { InputOf } from '#shared/protocol/contract.ts';
import { CaregiverId } from '#shared/protocol/ids.ts';
import { hasConsent } from '#shared/session/recording/recordingState.ts';
import {
  ADA,
  aRunningSession,
  connect,
  HOME,
  JON,
  MARIA,
  NOOR,
  PHONE,
  startSocketServer,
  type TestClient,
} from './testing/startSocketServer.ts';

const STRANGER = CaregiverId.parse('00000000-0000-4000-8000-0000000000ff');
const PICTURE: InputOf<'consent:give'> = { track: 'room-video', saidBy: MARIA, purposes: ['treatment'] };
const COACH: InputOf<'consent:give'> = { track: 'coach-voice', saidBy: null, purposes: ['supervision'] };
const NOT_ALLOWED = { ok: false, error: { code: 'not-allowed' } };

const heardOf = (client: TestClient, type: string) =>
  client.heard('session:facts').flatMap(({ facts }) => facts.filter((fact) => fact.type === type));

describe('who agrees to a recording', () => {
  test('[RCD2] the family agrees on its own device, and everyone who was let in is told who agreed to what', async () => {
    const server = await startSocketServer();
    const { noor, ada, home } = await aRunningSession(server);
    expect(await home.ask('consent:give', PICTURE)).toMatchObject({ ok: true });
    await Promise.all([noor, ada, home].map((client) => client.ask('clock:read', {})));
    for (const client of [noor, ada, home]) {
      expect(heardOf(client, 'consent.given')).toMatchObject([{ by: HOME, how: 'on-device', ...PICTURE }]);
    }
  });

  test('[RCD2] a spoken consent of somebody of the family is entered by the lead coach as spoken', async () => {
    const server = await startSocketServer();
    const { record, noor } = await aRunningSession(server);
    await noor.ask('consent:give', { ...PICTURE, saidBy: JON });
    const { recording } = (await server.rooms.stateOf(record.sessionId)) ?? {};
    expect(recording?.consents).toMatchObject([{ track: 'room-video', saidBy: JON, by: NOOR, how: 'spoken' }]);
  });

  test('[RCD2] any caregiver can withdraw what the other gave, and every screen shows it', async () => {
    const server = await startSocketServer();
    const { record, noor, ada, home } = await aRunningSession(server);
    const ear = await connect(server, record, { id: PHONE, role: 'caregiver', kind: 'ear' });
    await noor.ask('device:admit', { participantId: PHONE });
    await home.ask('consent:give', PICTURE);
    expect(await ear.ask('consent:withdraw', { track: 'room-video', saidBy: JON })).toMatchObject({ ok: true });
    const screens = [noor, ada, home, ear];
    await Promise.all(screens.map((client) => client.ask('clock:read', {})));
    for (const client of screens) {
      expect(heardOf(client, 'consent.withdrawn')).toMatchObject([{ track: 'room-video', saidBy: JON }]);
    }
    const { recording } = (await server.rooms.stateOf(record.sessionId))!;
    expect(hasConsent(recording, 'room-video')).toBe(false);
  });

  test.for([
    ['another device of the family', 'home'],
    ['the lead coach', 'noor'],
  ] as const)('[CNS2] a no is not turned into a yes by %s, only on the device where it was said', async ([, who]) => {
    const server = await startSocketServer();
    const { record, noor, home } = await aRunningSession(server);
    const ear = await connect(server, record, { id: PHONE, role: 'caregiver', kind: 'ear' });
    await noor.ask('device:admit', { participantId: PHONE });
    await ear.ask('consent:withdraw', { track: 'room-video', saidBy: JON });
    const other = { home, noor }[who];
    expect(await other.ask('consent:give', { ...PICTURE, saidBy: JON })).toMatchObject(NOT_ALLOWED);
    await other.ask('consent:give', { ...PICTURE, saidBy: MARIA });
    const isAllowed = async () => hasConsent((await server.rooms.stateOf(record.sessionId))!.recording, 'room-video');
    expect(await isAllowed()).toBe(false);
    expect((await ear.ask('consent:give', { ...PICTURE, saidBy: JON })).ok).toBe(true);
    expect(await isAllowed()).toBe(true);
  });

  test('[RCD2] a family’s device cannot agree for a coach, and a coach cannot agree in a caregiver’s name', async () => {
    const server = await startSocketServer();
    const { record, noor, home } = await aRunningSession(server);
    expect(await home.ask('consent:give', COACH)).toMatchObject(NOT_ALLOWED);
    expect(await home.ask('consent:give', { ...COACH, saidBy: MARIA })).toMatchObject(NOT_ALLOWED);
    expect(await noor.ask('consent:give', { ...COACH, saidBy: MARIA })).toMatchObject(NOT_ALLOWED);
    await noor.ask('consent:give', COACH);
    expect(await home.ask('consent:withdraw', { track: 'coach-voice', saidBy: null })).toMatchObject(NOT_ALLOWED);
    expect((await server.rooms.stateOf(record.sessionId))?.recording.consents).toMatchObject([COACH]);
  });

  test.for([[STRANGER], [null]])('[RCD2] nobody from outside can agree for the family: %s', async ([saidBy = null]) => {
    const server = await startSocketServer();
    const { record, noor, home } = await aRunningSession(server);
    for (const client of [noor, home]) {
      expect(await client.ask('consent:give', { ...PICTURE, saidBy })).toMatchObject(NOT_ALLOWED);
      expect(await client.ask('consent:withdraw', { track: 'room-video', saidBy })).toMatchObject(NOT_ALLOWED);
    }
    expect((await server.rooms.stateOf(record.sessionId))?.recording.consents).toEqual([]);
  });

  test('[RCD2] an observer agrees for nobody, and a device that knocks is not asked yet', async () => {
    const server = await startSocketServer();
    const { record, ada } = await aRunningSession(server);
    const knocking = await connect(server, record, { id: PHONE, role: 'caregiver', kind: 'room' });
    for (const client of [ada, knocking]) {
      expect(await client.ask('consent:give', PICTURE)).toMatchObject(NOT_ALLOWED);
      expect(await client.ask('consent:withdraw', { track: 'room-video', saidBy: MARIA })).toMatchObject(NOT_ALLOWED);
    }
    expect(await ada.ask('recording:hold', {})).toMatchObject(NOT_ALLOWED);
  });

  test('[RCD2] a coach’s consent is their own: the next lead coach has not given it', async () => {
    const server = await startSocketServer();
    const { record, noor, ada } = await aRunningSession(server);
    await noor.ask('consent:give', COACH);
    await noor.ask('lead:hand', { to: ADA });
    await ada.ask('consent:withdraw', { track: 'coach-voice', saidBy: null });
    expect((await server.rooms.stateOf(record.sessionId))?.recording.consents).toMatchObject([{ by: NOOR }]);
  });

  test('[RCD2] [RCD8] the question can be answered from the waiting room to the end of feedback; after the close a consent can only be withdrawn', async () => {
    const server = await startSocketServer();
    const { noor, home } = await aRunningSession(server);
    const ask = () => home.ask('consent:give', PICTURE);
    expect(await ask()).toMatchObject({ ok: true });
    for (const phase of ['coaching:start', 'feedback:start'] as const) {
      await noor.ask(phase, {});
      expect(await ask()).toMatchObject({ ok: true });
    }
    await noor.ask('session:close', {});
    expect((await ask()).ok).toBe(false);
    expect((await home.ask('consent:withdraw', { track: 'room-video', saidBy: MARIA })).ok).toBe(true);
  });

  test('[RCD3] a hold stops the recording for all, once, and changes nobody’s consent', async () => {
    const server = await startSocketServer();
    const { record, noor, home } = await aRunningSession(server);
    await home.ask('consent:give', PICTURE);
    await noor.ask('recording:hold', {});
    await noor.ask('recording:hold', {});
    await home.ask('clock:read', {});
    expect(heardOf(home, 'recording.held')).toHaveLength(1);
    const held = (await server.rooms.stateOf(record.sessionId))?.recording;
    expect(held).toMatchObject({ held: true, consents: [{ track: 'room-video' }] });
    await noor.ask('recording:release', {});
    expect((await server.rooms.stateOf(record.sessionId))?.recording.held).toBe(false);
  });
});
