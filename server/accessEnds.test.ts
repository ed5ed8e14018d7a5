import { randomUUID } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3';
import type { Socket } from 'socket.io-client';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { planeOf } from '#shared/protocol/media.ts';
import { Device } from '#shared/protocol/http/devices.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { TakeId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { aNewAccount, cookieFrom } from '#server/auth/testing/anAuth.ts';
import { opusParameters } from '#server/media/rtpSamples.ts';
import { createMemoryRecordingStore } from '#server/recording/memoryRecordingStore.ts';
import { aSignInClinic, askOver, gone, MORNING } from './testing/aSignInClinic.ts';

const HOUR_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: MORNING });
  onTestFinished(() => void vi.useRealTimers());
});

type Clinic = Awaited<ReturnType<typeof aCoachedSession>>;

/** A session in check-in whose coach hears the family's device. */
async function aCoachedSession(recordings = createMemoryRecordingStore()) {
  const clinic = await aSignInClinic(recordings);
  const { auth, records, session, file, as, ask, join, signIn, media, ida } = clinic;
  const { sessionId } = session;
  const admin = (await auth.makeAccount(aNewAccount({ email: 'tess@clinic.example', role: 'admin' })))!;
  const asAdmin = cookieFrom(await auth.signInAs(admin.userId));
  const { cookie } = await signIn();
  const coach = await join(as, cookie);
  const link = await records.makeLink({
    sessionId,
    kind: 'family',
    wearer: null,
    now: MORNING,
    expiresAt: new Date(MORNING.getTime() + 3_600_000),
  });
  const joined = await ask('POST', pathOf('device:join'), undefined, { secret: link.secret });
  const { deviceId } = Device.parse(joined.answer);
  const device = await join({ as: 'device' }, joined.cookie);
  await coach.emitWithAck('device:admit', { participantId: deviceId });
  await coach.emitWithAck('phase:check-in', {});
  await sendSound(device);
  await listen(coach);
  await vi.waitFor(() => expect(media.connected(sessionId)).not.toEqual([]));

  /** Changes the database from outside the server, as a terminal command or another program would. */
  function fromOutside(statement: string, ...values: string[]) {
    const other = new SqliteDatabase(file);
    other.pragma('foreign_keys = ON');
    other.prepare(statement).run(...values);
    other.close();
  }
  const change = (body: object) => ask('POST', pathOf('people:change', { userId: ida.userId }), asAdmin, body);
  /** By a link that the admin hands over. */
  async function setPassword() {
    const { answer } = await ask('POST', pathOf('people:send-link', { userId: ida.userId }), asAdmin);
    const { url } = answer as { readonly url: string };
    const used = { secret: new URL(url).hash.slice(1), password: 'another long pass phrase' };
    return ask('POST', pathOf('account-link:use'), undefined, used);
  }
  const note = (socket: Socket) => askOver(socket, 'note:write', { noteId: randomUUID(), text: 'Too late.' });
  const notes = async () => (await clinic.app.rooms.stateOf(sessionId))?.notes.length;
  const { linkId } = link;
  return {
    ...clinic,
    cookie,
    coach,
    device,
    deviceId,
    linkId,
    deviceCookie: joined.cookie,
    fromOutside,
    change,
    setPassword,
    note,
    notes,
  };
}

const PLANE = planeOf('room-microphone');

async function sendSound(device: Socket) {
  const transportId = await transportOf(device, 'send');
  const sound = { transportId, source: 'room-microphone', rtpParameters: opusParameters() };
  expect(await device.emitWithAck('media:produce', sound)).toMatchObject({ ok: true });
}

async function listen(coach: Socket) {
  await transportOf(coach, 'receive');
  const asked = { plane: PLANE, rtpCapabilities: { codecs: [], headerExtensions: [] } };
  expect(await coach.emitWithAck('media:listen', asked)).toMatchObject({ ok: true });
}

async function transportOf(socket: Socket, direction: 'send' | 'receive') {
  const opened: unknown = await socket.emitWithAck('media:open-transport', { plane: PLANE, direction });
  return (opened as { value: { transportId: string } }).value.transportId;
}

/** Everything that ends a coach's access, by whoever does it. */
const ENDS: readonly (readonly [string, (clinic: Clinic) => unknown])[] = [
  ['signs out', ({ ask, cookie }) => ask('POST', pathOf('account:sign-out'), cookie)],
  ['gets another role', ({ change }) => change({ what: 'role', role: 'supervisor' })],
  ['is deactivated', ({ change }) => change({ what: 'access', isActive: false })],
  ['sets a new password by a link', ({ setPassword }) => setPassword()],
  [
    'is deactivated from outside',
    ({ fromOutside, ida }) => fromOutside('update auth_user set deactivated = 1 where id = ?', ida.userId),
  ],
  [
    'gets another role from outside',
    ({ fromOutside, ida }) => fromOutside(`update auth_user set role = 'admin' where id = ?`, ida.userId),
  ],
  [
    'has their sign-ins deleted from outside',
    ({ fromOutside, ida }) => fromOutside('delete from auth_session where "userId" = ?', ida.userId),
  ],
  [
    'has their sign-in expire from outside',
    ({ fromOutside, ida }) =>
      fromOutside('update auth_session set "expiresAt" = ? where "userId" = ?', MORNING.toISOString(), ida.userId),
  ],
  [
    'lacks the second step in this sign-in',
    ({ fromOutside, ida }) => {
      const of = ida.userId;
      fromOutside(`insert into authenticators values (?, 'sealed', '', '', 0)`, of);
      fromOutside(`update auth_session set "secondFactorAt" = "createdAt" where "userId" = ?`, of);
      fromOutside('update auth_session set "secondFactorAt" = null where "userId" = ?', of);
    },
  ],
  [
    'treats the family no longer',
    ({ fromOutside, ida }) =>
      fromOutside('update family_therapists set ended_at = ? where user_id = ?', MORNING.toISOString(), ida.userId),
  ],
  [
    'covers the family no longer',
    ({ fromOutside, ida }) => {
      const cover = `cover_for = user_id, cover_until = '2026-11-21'`;
      fromOutside(`update family_therapists set ${cover} where user_id = ?`, ida.userId);
      vi.setSystemTime(MORNING.getTime() + 16.1 * HOUR_MS);
    },
  ],
  ['may return no longer', () => void vi.setSystemTime(MORNING.getTime() + 18.1 * HOUR_MS)],
];

describe('[PER7] [PER9] a coach in the middle of a session', () => {
  test.for(ENDS)('who %s is cut off, with their media', async ([, end]) => {
    const clinic = await aCoachedSession();
    const { coach, device, session, media, connect, as, cookie } = clinic;
    const ended = gone(coach);
    await end(clinic);
    expect(await ended).toBe('io server disconnect');
    expect(media.connected(session.sessionId)).toEqual([]);
    expect(device.connected).toBe(true);
    await expect(connect(as, cookie)).rejects.toThrow('not-signed-in');
  });

  test('whose access was ended from outside writes nothing even before that is looked for', async () => {
    const { coach, ida, fromOutside, note, notes } = await aCoachedSession();
    const ended = gone(coach);
    fromOutside('delete from auth_session where "userId" = ?', ida.userId);
    const answered = await Promise.race([note(coach), ended]);
    expect(answered).not.toMatchObject({ ok: true });
    expect(await notes()).toBe(0);
  });

  test('stays when somebody else’s access ends, and when their sign-in ends by itself', async () => {
    const { coach, auth, fromOutside, note } = await aCoachedSession();
    const other = (await auth.makeAccount(aNewAccount({ email: 'jo@clinic.example' })))!;
    await auth.signInAs(other.userId);
    fromOutside('delete from auth_session where "userId" = ?', other.userId);
    vi.setSystemTime(MORNING.getTime() + 12.5 * HOUR_MS);
    expect(await note(coach)).toMatchObject({ ok: true });
  });
});

describe('[PER7] a family’s device', () => {
  const DEVICE_ENDS: readonly (readonly [string, (clinic: Clinic) => unknown])[] = [
    [
      'is revoked',
      ({ fromOutside, deviceId }) =>
        fromOutside('update devices set revoked_at = ? where device_id = ?', MORNING.toISOString(), deviceId),
    ],
    [
      'came by a link that is withdrawn',
      ({ records, session, linkId }) => records.withdrawLink(session.sessionId, linkId, MORNING),
    ],
    ['is deleted', ({ fromOutside, deviceId }) => fromOutside('delete from devices where device_id = ?', deviceId)],
    ['may return no longer', () => void vi.setSystemTime(MORNING.getTime() + 31 * HOUR_MS)],
  ];

  test.for(DEVICE_ENDS)('that %s is cut off', async ([, end]) => {
    const clinic = await aCoachedSession();
    const ended = gone(clinic.device);
    await end(clinic);
    expect(await ended).toBe('io server disconnect');
    expect(clinic.media.connected(clinic.session.sessionId)).toEqual([]);
    await expect(clinic.connect({ as: 'device' }, clinic.deviceCookie)).rejects.toThrow('not-signed-in');
  });
});

describe('[PER7] a recording that is being read', () => {
  const partId = TakeId.parse(randomUUID());

  /** What the session's log says of it. */
  async function logTake({ app, session, ida: { userId: participantId } }: Clinic) {
    const { actor } = await app.rooms.open(session);
    await actor.apply(() =>
      ok([
        { type: 'recording.started', by: 'server', partId, recorder: 'room', participantId, tracks: ['room-video'] },
      ]),
    );
    await actor.apply(() => ok([{ type: 'recording.stopped', by: 'server', partId, why: 'over' }]));
  }

  /** A recording that has no end. */
  const endless = () => ({
    ...createMemoryRecordingStore(),
    open: async () => ({
      partId,
      recorder: 'room' as const,
      tracks: ['room-video' as const],
      zeroAt: 0,
      durationMs: 1,
      timeMap: [],
      complete: true,
      growing: false,
      size: Number.MAX_SAFE_INTEGER,
      async *read() {
        for (;;) yield await new Promise<Buffer>((later) => setImmediate(() => later(Buffer.alloc(1_024))));
      },
    }),
  });

  test.for([
    ...ENDS.slice(0, -1),
    ['has a sign-in that ends', () => void vi.setSystemTime(MORNING.getTime() + 12.1 * HOUR_MS)] as const,
  ])('by a coach who %s stops in the middle', async ([, end]) => {
    const clinic = await aCoachedSession(endless());
    await logTake(clinic);
    await clinic.coach.emitWithAck('session:close', {});
    const url = `${clinic.url}${pathOf('recording:play', { sessionId: clinic.session.sessionId, partId })}`;
    const response = await fetch(url, { headers: { cookie: clinic.cookie } });
    expect(response.status).toBe(200);
    const reader = response.body!.getReader();
    expect((await reader.read()).done).toBe(false);
    const readOn = async () => {
      while (!(await reader.read()).done);
    };
    const cutOff = expect(readOn()).rejects.toThrow();
    await end(clinic);
    await cutOff;
  });
});
