import { expect, test } from 'vitest';
import { ROUTES } from '#shared/protocol/http.ts';
import { cookieFrom } from '#server/auth/auth.builder.ts';
import { anHttpClinic, NOW } from './http.builder.ts';

async function aLink(ports: Parameters<typeof anHttpClinic>[0] = {}) {
  const clinic = await anHttpClinic(ports);
  const lead = await clinic.aPerson('therapist', 'Ida Berg');
  const session = await clinic.aSessionOf(lead);
  const link = await clinic.records.makeLink({ sessionId: session.sessionId, kind: 'family', wearer: null, now: NOW });
  return { ...clinic, session, secret: link.secret };
}

test('a link opens once, and its browser is known from then on', async () => {
  const { ask, session, secret } = await aLink();
  const joined = await ask('POST', ROUTES.redeem, { secret });
  expect(joined).toMatchObject({
    status: 200,
    answer: { sessionId: session.sessionId, kind: 'combined', familyName: 'Lark family', therapistName: 'Ida Berg' },
  });
  expect(joined.cookies[0]).toMatch(/^earshot_device=.{40,}; Path=\/; Expires=.* GMT; HttpOnly; SameSite=Lax$/);

  const cookie = cookieFrom(joined.cookies);
  expect((await ask('GET', ROUTES.device, undefined, { cookie })).answer).toEqual(joined.answer);
  expect(await ask('POST', ROUTES.redeem, { secret })).toMatchObject({ status: 410, cookies: [] });
});

test('a device is told that its session is over, so that it captures nothing for it', async () => {
  const { ask, secret } = await aLink({ phaseOf: () => Promise.resolve('closed') });
  expect((await ask('POST', ROUTES.redeem, { secret })).answer).toMatchObject({ isOver: true });
});

test('behind https the device’s cookie is for https alone', async () => {
  const { ask, secret } = await aLink({ publicUrl: 'https://clinic.example' });
  expect((await ask('POST', ROUTES.redeem, { secret })).cookies[0]).toMatch(/; Secure$/);
});

test('a browser without a link is nobody’s device', async () => {
  const { ask } = await aLink();
  expect((await ask('GET', ROUTES.device)).status).toBe(401);
  expect((await ask('GET', ROUTES.device, undefined, { cookie: 'earshot_device=guess' })).status).toBe(401);
});

test('trying secrets is slowed down', async () => {
  const { ask } = await aLink();
  const guess = () => ask('POST', ROUTES.redeem, { secret: 'a guess that is long enough' });
  for (let attempt = 0; attempt < 60; attempt += 1) expect((await guess()).status).toBe(410);
  expect((await guess()).status).toBe(429);
});
