import { describe, expect, test, vi } from 'vitest';
import { MAX_MESSAGE_BYTES } from '#shared/protocol/contract.ts';
import { addressOf, type Route } from '#shared/protocol/http/route.ts';
import {
  MOST_IN_LINE,
  NOT_SIGNED_IN_LIMIT,
  ROUTE_LIMITS,
  type RouteLimit,
  type RouteLimitName,
} from '#shared/protocol/http/routeLimits.ts';
import { pathOf, type RouteName, ROUTES } from '#shared/protocol/http/routes.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

const ID = '7d1c1a52-3f0e-4c55-9d0e-7a3f2a7f0001';
const SOMEWHERE = { partId: ID, userId: ID, signInId: ID, passkeyId: ID, attemptId: ID, clipId: 'no-clip', teamId: ID };
const PLACES = { ...SOMEWHERE, clinicProgramId: ID, linkId: '0'.repeat(32) };

/** A route of each class. What it is asked for does not matter: too many requests are refused before it is looked at. */
const ONE_OF: { readonly [L in RouteLimitName]: RouteName } = {
  open: 'clinic:read',
  'signing-in': 'passkey-sign-in:begin',
  link: 'device:join',
  rare: 'first-admin:make',
  page: 'diary:read',
  reading: 'account:read',
  heavy: 'api-description:read',
  writing: 'account:rename',
  making: 'account:set-password',
  attempt: 'attempt:open',
  film: 'clip:captions',
};

const CLASSES = Object.keys(ONE_OF) as RouteLimitName[];

/** A clinic whose clock stands still until the test moves it, in ms. */
async function aStillClinic(ports: Parameters<typeof anHttpClinic>[0] = {}) {
  const clock = { now: 0 };
  return { clock, ...(await anHttpClinic({ monotonicNow: () => clock.now, ...ports })) };
}

describe('[WIR6] how often a route may be asked', () => {
  test.for(CLASSES)('a route of the class “%s” answers 429 and when to come back, and answers then', async (name) => {
    const { clock, ask, auth, aPerson } = await aStillClinic();
    const { by, rate }: RouteLimit = ROUTE_LIMITS[name];
    const cookieOf = async () => cookieFrom(await auth.signInAs((await aPerson('therapist')).userId));
    const [cookie, colleagues] = by === 'person' ? [await cookieOf(), await cookieOf()] : [undefined, undefined];
    const route: Route = ROUTES[ONE_OF[name]];
    const asked = async (from: string, as?: string) =>
      ask(route.method, addressOf(route, PLACES), undefined, { from, ...(as !== undefined && { cookie: as }) });

    for (let time = 0; time < rate.burst; time += 1) expect((await asked('192.0.2.1', cookie)).status).not.toBe(429);
    const refused = await asked('192.0.2.1', cookie);
    expect(refused).toMatchObject({ status: 429, answer: { error: expect.stringMatching(/Wait/u) as string } });
    // Somebody else is not limited by it: at the same address if they are signed in.
    expect((await asked(by === 'person' ? '192.0.2.1' : '192.0.2.2', colleagues)).status).not.toBe(429);
    clock.now += Number(refused.headers['retry-after']) * 1_000;
    expect((await asked('192.0.2.1', cookie)).status).not.toBe(429);
  });

  test('whoever is signed in is counted by their account, and anybody else by their address', () => {
    for (const [name, route] of Object.entries<Route>(ROUTES)) {
      const isOpen = route.for.includes('nobody');
      expect([name, ROUTE_LIMITS[route.limit].by]).toEqual([name, isOpen ? 'address' : 'person']);
    }
  });

  test('a clinic of sixty behind one address opens its pages in the same minute', async () => {
    const { ask, auth, aPerson } = await aStillClinic();
    const opened = ['clinic:read', 'account:standing', 'account:read', 'families:list', 'sessions:list'] as const;
    for (let person = 0; person < 60; person += 1) {
      const cookie = cookieFrom(await auth.signInAs((await aPerson('therapist')).userId));
      for (const name of opened) {
        const { status } = await ask('GET', pathOf(name), undefined, { cookie, from: '192.0.2.1' });
        expect([person, name, status]).toEqual([person, name, 200]);
      }
    }
  });

  test('a flood without a sign-in is refused, and whoever is signed in at the same address is not', async () => {
    const { ask, auth, aPerson } = await aStillClinic();
    const asked = (cookie?: string) =>
      ask('GET', pathOf('account:read'), undefined, { from: '192.0.2.1', ...(cookie !== undefined && { cookie }) });
    for (let time = 0; time < NOT_SIGNED_IN_LIMIT.burst; time += 1) expect((await asked()).status).toBe(401);
    expect((await asked()).status).toBe(429);
    const cookie = cookieFrom(await auth.signInAs((await aPerson('therapist')).userId));
    expect((await asked(cookie)).status).toBe(200);
  });
});

describe('[WIR6] how much one asker may ask at once', () => {
  /** A clinic in which reports are made only when the test says so. */
  async function aSlowClinic() {
    const waiting: (() => void)[] = [];
    const made = { most: 0, all: 0 };
    const clinic = await aStillClinic({
      reports: {
        async of() {
          made.all += 1;
          await new Promise<void>((ready) => {
            waiting.push(ready);
            made.most = Math.max(made.most, waiting.length);
          });
          return [];
        },
      },
    });
    const finishAll = async (count: number) => {
      while (made.all < count || waiting.length > 0) {
        waiting.shift()?.();
        await new Promise((next) => setImmediate(next));
      }
    };
    return { ...clinic, made, finishAll };
  }

  test('of twelve reports that one person asks for, two are made at a time, and all are answered', async () => {
    const { ask, auth, aPerson, aSessionOf, made, finishAll } = await aSlowClinic();
    const lead = await aPerson('therapist');
    const { sessionId } = await aSessionOf(lead);
    const cookie = cookieFrom(await auth.signInAs(lead.userId));
    const read = () => ask('GET', pathOf('session-report:read', { sessionId }), undefined, { cookie });
    const asked = Promise.all(Array.from({ length: 12 }, read));
    await finishAll(12);
    expect((await asked).map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 404));
    expect(made).toEqual({ most: 2, all: 12 });
  });

  test('a line has an end', async () => {
    const { ask, auth, aPerson, aSessionOf, finishAll } = await aSlowClinic();
    const lead = await aPerson('therapist');
    const { sessionId } = await aSessionOf(lead);
    const cookie = cookieFrom(await auth.signInAs(lead.userId));
    const most = ROUTE_LIMITS.heavy.atOnce + MOST_IN_LINE;
    const statuses: number[] = [];
    const read = async () => {
      const { status } = await ask('GET', pathOf('session-report:read', { sessionId }), undefined, { cookie });
      statuses.push(status);
    };
    const asked = Promise.all(Array.from({ length: most + 3 }, read));
    // Until then no report is made, so no place in the line is free.
    await vi.waitFor(() => expect(statuses).toEqual([429, 429, 429]), { timeout: 30_000 });
    await finishAll(most);
    await asked;
    expect(statuses.filter((status) => status === 429).length).toBe(3);
  });
});

test('[WIR3] a body that is too large is refused by every route that takes one', async () => {
  const { ask, auth, aPerson, aSessionOf } = await aStillClinic();
  const [therapist, admin] = [await aPerson('therapist'), await aPerson('admin')];
  const { sessionId, familyId } = await aSessionOf(therapist);
  const cookies = {
    therapist: cookieFrom(await auth.signInAs(therapist.userId)),
    admin: cookieFrom(await auth.signInAs(admin.userId)),
  };
  const withBody = Object.entries<Route>(ROUTES).filter(([, { body }]) => body !== undefined);
  for (const [name, route] of withBody) {
    const body = { text: 'a'.repeat((route.largestBody ?? MAX_MESSAGE_BYTES) + 1) };
    const as = route.for.includes('therapist') ? 'therapist' : 'admin';
    const url = addressOf(route, { ...PLACES, sessionId, familyId });
    const { status } = await ask(route.method, url, body, { cookie: cookies[as] });
    expect([name, status]).toEqual([name, 413]);
  }
  expect(withBody.length).toBeGreaterThan(40);
});
