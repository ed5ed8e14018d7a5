import { expect, test } from 'vitest';
import { Device } from '#shared/protocol/http/devices.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { aSessionWith } from '#server/demo/testing/aPastSession.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const LATER = new Date(NOW.getTime() + 3_600_000);

async function aLink(ports: Parameters<typeof anHttpClinic>[0] = {}) {
  const clinic = await anHttpClinic(ports);
  const lead = await clinic.aPerson('therapist', 'Ida Berg');
  const session = await clinic.aSessionOf(lead);
  const link = await clinic.records.makeLink({
    sessionId: session.sessionId,
    kind: 'family',
    wearer: null,
    now: NOW,
    expiresAt: LATER,
  });
  return { ...clinic, session, secret: link.secret };
}

test('a link opens once, and its browser is known from then on', async () => {
  const { ask, session, secret } = await aLink();
  const joined = await ask('POST', pathOf('device:join'), { secret });
  expect(joined).toMatchObject({
    status: 200,
    answer: { sessionId: session.sessionId, kind: 'combined', therapistName: null },
  });
  expect(joined.cookies[0]).toMatch(/^earshot_device=.{40,}; Path=\/; Expires=.* GMT; HttpOnly; SameSite=Lax$/);

  const cookie = cookieFrom(joined.cookies);
  expect((await ask('GET', pathOf('device:read'), undefined, { cookie })).answer).toEqual(joined.answer);
  expect(await ask('POST', pathOf('device:join'), { secret })).toMatchObject({ status: 410, cookies: [] });
});

test.for(['let in', 'left knocking', 'turned away', 'never came'] as const)(
  '[PER6] a device that was %s is told nobody’s name unless it was let in',
  async (became) => {
    const { ask, session, secret, factLog } = await aLink();
    const joined = await ask('POST', pathOf('device:join'), { secret });
    const { deviceId } = Device.parse(joined.answer);
    const other = ParticipantId.parse('another-device');
    const facts = became === 'never came' ? aSessionWith(session, other) : aSessionWith(session, deviceId, became);
    await factLog.append(session.sessionId, facts);
    const { answer } = await ask('GET', pathOf('device:read'), undefined, { cookie: cookieFrom(joined.cookies) });
    for (const told of [joined.answer, ...(became === 'let in' ? [] : [answer])])
      for (const name of ['Ida', 'Lark', ...session.caregivers.map((one) => one.name)])
        expect(JSON.stringify(told)).not.toContain(name);
    expect(Device.parse(answer).therapistName).toBe(became === 'let in' ? 'Ida Berg' : null);
  },
);

test('a device is told that its session is over, so that it captures nothing for it', async () => {
  const { ask, secret } = await aLink({ phaseOf: () => Promise.resolve('closed') });
  expect((await ask('POST', pathOf('device:join'), { secret })).answer).toMatchObject({ isOver: true });
});

test('behind https the device’s cookie is for https alone', async () => {
  const { ask, secret } = await aLink({ publicUrl: 'https://clinic.example' });
  expect((await ask('POST', pathOf('device:join'), { secret })).cookies[0]).toMatch(/; Secure$/);
});

test('a browser without a link is nobody’s device', async () => {
  const { ask } = await aLink();
  expect((await ask('GET', pathOf('device:read'))).status).toBe(401);
  expect((await ask('GET', pathOf('device:read'), undefined, { cookie: 'earshot_device=guess' })).status).toBe(401);
});

test('trying secrets is slowed down', async () => {
  const { ask } = await aLink();
  const guess = () => ask('POST', pathOf('device:join'), { secret: 'a guess that is long enough' });
  for (let attempt = 0; attempt < 60; attempt += 1) expect((await guess()).status).toBe(410);
  expect((await guess()).status).toBe(429);
});

/** What each address that uses a device's cookie answers to a device of a closed session. */
const DEVICE_ADDRESSES = [
  { url: pathOf('device:read'), 'let in': 200, 'left knocking': 200, 'turned away': 200, 'never came': 200 },
  { url: pathOf('device-cards:read'), 'let in': 200, 'left knocking': 403, 'turned away': 403, 'never came': 403 },
] as const;

test.for(
  DEVICE_ADDRESSES.flatMap(({ url, ...answers }) =>
    (['let in', 'left knocking', 'turned away', 'never came'] as const).map((became) => ({
      url,
      became,
      status: answers[became],
    })),
  ),
)('[CARD1] $url answers $status to a device that was $became', async ({ url, became, status }) => {
  const { ask, session, secret, factLog, records } = await aLink({ phaseOf: async () => 'closed' });
  const joined = await ask('POST', pathOf('device:join'), { secret });
  const { deviceId } = Device.parse(joined.answer);
  // A device's own claim to be the caregiver's opens nothing.
  const [caregiver] = session.caregivers;
  if (caregiver !== undefined) await records.setDeviceWearer(deviceId, caregiver.caregiverId);
  const other = ParticipantId.parse('another-device');
  const facts = became === 'never came' ? aSessionWith(session, other) : aSessionWith(session, deviceId, became);
  await factLog.append(session.sessionId, facts);

  const { status: got, answer } = await ask('GET', url, undefined, { cookie: cookieFrom(joined.cookies) });
  expect(got).toBe(status);
  if (status === 403) expect(answer).toEqual({ error: expect.any(String) as string });
});
