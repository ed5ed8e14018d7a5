import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { Device } from '#shared/protocol/http/devices.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { NewAuthenticator } from '#shared/protocol/http/secondFactor.ts';
import { CHECK_NAMESPACE } from '#shared/protocol/media.ts';
import { authenticatorCode } from '#server/auth/testing/authenticatorCode.ts';
import { aSession } from '#server/storage/testing/records.ts';
import { aSignInClinic, askOver, gone, MORNING, PASSWORD } from './testing/aSignInClinic.ts';

const NIGHT = new Date(MORNING.getTime() + 12 * 3_600_000);
const HOUR_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: MORNING });
  onTestFinished(() => void vi.useRealTimers());
});

const hoursLater = (hours: number) => void vi.setSystemTime(MORNING.getTime() + hours * HOUR_MS);

describe('a sign-in that ends', () => {
  test('[PER5] keeps its coach in the session that they joined, also over a cut connection, and opens nothing else', async () => {
    const { records, ida, session, as, ask, connect, join, signIn } = await aSignInClinic();
    const { cookie } = await signIn();
    hoursLater(11);
    const before = await join(as, cookie);
    hoursLater(12.5);
    expect(await askOver(before, 'phase:check-in', {})).toMatchObject({ ok: true });
    before.disconnect();

    const after = await join(as, cookie);
    const start = { windowId: randomUUID(), kind: 'cdi', caregiverId: session.caregivers[0]!.caregiverId };
    expect(await askOver(after, 'coding:start', start)).toMatchObject({ ok: true });
    expect(await askOver(after, 'safety:read', {})).toMatchObject({ ok: true });

    for (const route of [
      pathOf('account:read'),
      pathOf('sessions:list'),
      pathOf('session:read', { sessionId: session.sessionId }),
    ]) {
      expect((await ask('GET', route, cookie)).status).toBe(401);
    }
    const another = await aSession(records, ida);
    await expect(connect({ as: 'staff', sessionId: another.sessionId }, cookie)).rejects.toThrow('not-signed-in');
  });

  test('[PER5] leads back into the session for six hours, and not after it is closed', async () => {
    const { as, connect, join, signIn } = await aSignInClinic();
    const { cookie } = await signIn();
    await join(as, cookie);
    hoursLater(18.1);
    await expect(connect(as, cookie)).rejects.toThrow('not-signed-in');
    hoursLater(17.9);
    const socket = await join(as, cookie);
    const ended = gone(socket);
    expect(await askOver(socket, 'session:close', {})).toMatchObject({ ok: true });
    expect(await ended).toBe('io server disconnect');
    await expect(connect(as, cookie)).rejects.toThrow('not-signed-in');
  });

  test('[PER5] does not lead into a session that nobody joined with it', async () => {
    const { as, connect, join, signIn } = await aSignInClinic();
    const { cookie: ofYesterday } = await signIn();
    hoursLater(12.5);
    const { cookie } = await signIn();
    await join(as, cookie);
    await expect(connect(as, ofYesterday)).rejects.toThrow('not-signed-in');
  });

  test('[PER5] a sign-out ends access to the session at once and permanently', async () => {
    const { as, ask, connect, join, signIn } = await aSignInClinic();
    const { cookie } = await signIn();
    const socket = await join(as, cookie);
    hoursLater(12.5);
    const ended = gone(socket);
    await ask('POST', pathOf('account:sign-out'), cookie);
    expect(await ended).toBe('io server disconnect');
    await expect(connect(as, cookie)).rejects.toThrow('not-signed-in');
  });

  test('[PER5] a sign-out also ends a device check, even if the sign-in was renewed meanwhile', async () => {
    const { as, ask, connect, signIn } = await aSignInClinic();
    const { cookie } = await signIn();
    const check = await connect(as, cookie, CHECK_NAMESPACE);
    const renewed = await signIn(cookie);
    const ended = gone(check);
    await ask('POST', pathOf('account:sign-out'), renewed.cookie);
    expect(await ended).toBe('io server disconnect');
  });

  test('[PER5] is renewed in place: the connection stays and uses the new sign-in', async () => {
    const { as, ask, connect, join, signIn } = await aSignInClinic();
    const { cookie } = await signIn();
    const socket = await join(as, cookie);
    hoursLater(12.5);
    const renewed = await signIn(cookie);
    expect(renewed.status).toBe(200);
    expect(await askOver(socket, 'clock:read', {})).toMatchObject({ ok: true });
    await expect(connect(as, cookie)).rejects.toThrow('not-signed-in');

    const ended = gone(socket);
    await ask('POST', pathOf('account:sign-out'), renewed.cookie);
    expect(await ended).toBe('io server disconnect');
  });

  test('[PER13] goes on under a new token after a confirmation: the connection stays, and the former token leads nowhere', async () => {
    const { as, ask, connect, join, signIn } = await aSignInClinic();
    const { cookie } = await signIn();
    const socket = await join(as, cookie);
    const confirmed = await ask('POST', pathOf('confirmation:give'), cookie, { by: 'password', password: PASSWORD });
    expect(confirmed.status).toBe(200);
    await expect(connect(as, cookie)).rejects.toThrow('not-signed-in');
    expect(await askOver(socket, 'clock:read', {})).toMatchObject({ ok: true });
    const next = await join(as, confirmed.cookie);

    const ended = gone(next);
    await ask('POST', pathOf('account:sign-out'), confirmed.cookie);
    expect(await ended).toBe('io server disconnect');
  });

  test.for([
    ['after its second step', true],
    ['without its second step', false],
  ] as const)('[PER5] [PER11] is renewed %s, and a sign-out then ends the connection', async ([, isGiven]) => {
    const { as, ask, join, signIn } = await aSignInClinic();
    const signedIn = await signIn();
    const begun = await ask('POST', pathOf('authenticator:begin'), signedIn.cookie);
    const { secret } = NewAuthenticator.parse(begun.answer);
    const code = () => ({ code: authenticatorCode(secret, new Date()) });
    const { cookie, status } = await ask('POST', pathOf('authenticator:confirm'), signedIn.cookie, code());
    expect(status).toBe(200);
    const socket = await join(as, cookie);
    hoursLater(12.5);
    const renewed = await signIn(cookie);
    expect((await ask('GET', pathOf('account:read'), renewed.cookie)).status).toBe(403);
    expect(await askOver(socket, 'clock:read', {})).toMatchObject({ ok: true });
    let last = renewed.cookie;
    if (isGiven) {
      const given = await ask('POST', pathOf('second-factor:give'), renewed.cookie, { by: 'app', ...code() });
      expect(given.status).toBe(200);
      last = given.cookie;
      expect(await askOver(socket, 'clock:read', {})).toMatchObject({ ok: true });
    }
    const ended = gone(socket);
    await ask('POST', pathOf('account:sign-out'), last);
    expect(await ended).toBe('io server disconnect');
    // A copy of the former cookie is worth nothing either.
    expect((await ask('GET', pathOf('account:standing'), cookie)).answer).toEqual({ leftMs: null });
  });

  test('says how long it lasts', async () => {
    const { ask, signIn } = await aSignInClinic();
    const { cookie } = await signIn();
    const left = async () => (await ask('GET', pathOf('account:standing'), cookie)).answer;
    expect(await left()).toEqual({ leftMs: 12 * HOUR_MS });
    hoursLater(12.5);
    expect(await left()).toEqual({ leftMs: -HOUR_MS / 2 });
    await ask('POST', pathOf('account:sign-out'), cookie);
    expect(await left()).toEqual({ leftMs: null });
  });
});

describe('a family’s device whose day is over', () => {
  async function aJoinedDevice() {
    const clinic = await aSignInClinic();
    const { records, session, as, ask, join, signIn } = clinic;
    const { secret } = await records.makeLink({
      sessionId: session.sessionId,
      kind: 'family',
      wearer: null,
      now: MORNING,
      expiresAt: NIGHT,
    });
    const { cookie, answer } = await ask('POST', pathOf('device:join'), undefined, { secret });
    const device = Device.parse(answer);
    hoursLater(23.5);
    const coach = await join(as, (await signIn()).cookie);
    const socket = await join({ as: 'device' }, cookie);
    await askOver(coach, 'device:admit', { participantId: device.deviceId });
    hoursLater(24.5);
    return { ...clinic, cookie, device, coach, socket };
  }

  test('[PER5] comes back to its session, also when its page is loaded again', async () => {
    const { ask, join, cookie, device, socket } = await aJoinedDevice();
    socket.disconnect();
    expect((await ask('GET', pathOf('device:read'), cookie)).answer).toMatchObject({ deviceId: device.deviceId });
    await join({ as: 'device' }, cookie);
  });

  test('[PER5] does not come back after it was turned away', async () => {
    const { ask, connect, cookie, device, coach } = await aJoinedDevice();
    await askOver(coach, 'device:turn-away', { participantId: device.deviceId });
    expect((await ask('GET', pathOf('device:read'), cookie)).status).toBe(401);
    await expect(connect({ as: 'device' }, cookie)).rejects.toThrow('not-signed-in');
  });

  test('[PER5] does not come back if it never joined', async () => {
    const { records, session, ask, connect } = await aJoinedDevice();
    const { secret } = await records.makeLink({
      sessionId: session.sessionId,
      kind: 'ear',
      wearer: null,
      now: MORNING,
      expiresAt: NIGHT,
    });
    const redeemed = await records.redeemLink(secret, MORNING);
    const cookie = `earshot_device=${redeemed!.credential}`;
    expect((await ask('GET', pathOf('device:read'), cookie)).status).toBe(401);
    await expect(connect({ as: 'device' }, cookie)).rejects.toThrow('not-signed-in');
  });
});
