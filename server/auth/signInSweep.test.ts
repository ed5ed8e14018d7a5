import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aDatabase } from '#server/storage/testing/aDatabase.ts';
import { aNewAccount, anAuth, cookieFrom } from './testing/anAuth.ts';
import { SIGN_IN_KEPT_MS as KEPT_FOR_MS } from './authOptions.ts';
import { startSignInSweep, SWEEP_EVERY_MS, SWEEP_PAUSE_MS, SWEPT_AT_ONCE } from './signInSweep.ts';

const MONDAY = new Date('2026-11-23T08:00:00.000Z').getTime();

// The library that signs people in reads the machine's clock.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: MONDAY }));
afterEach(() => void vi.useRealTimers());

/** A clinic's sign-ins over a real database, and the sweep on a clock that the test moves. */
async function aSweptClinic(faults: unknown[] = []) {
  const db = await aDatabase();
  const auth = anAuth(db);
  const addresses = Array.from({ length: 20 }, (_, at) => `ida-${at}@clinic.example`);
  const people = await Promise.all(addresses.map((email) => auth.makeAccount(aNewAccount({ email }))));
  let made = 0;
  /** One after the other: nobody has as many as an account may have. */
  const signIn = async () => cookieFrom(await auth.signInAs(people[made++ % people.length]!.userId));
  const kept = async () => (await db.selectFrom('auth_session').select('id').execute()).length;
  const planned: { readonly ms: number; readonly callback: () => void }[] = [];
  let working: Promise<unknown> = Promise.resolve();
  const forgetEnded = vi.fn<typeof auth.forgetEnded>((...asked) => {
    const going = auth.forgetEnded(...asked);
    working = going.catch(() => undefined);
    return going;
  });
  const stop = startSignInSweep({
    auth: { forgetEnded },
    time: {
      wallNow: () => Date.now(),
      callAfter(ms, callback) {
        const plan = { ms, callback };
        planned.push(plan);
        return () => void planned.splice(planned.indexOf(plan), 1);
      },
    },
    report: (error) => void faults.push(error),
  });
  /** Runs the next step when its time has come. Resolves to how long it waited. */
  const step = async () => {
    const next = planned.shift();
    next?.callback();
    await working;
    // The next step is planned after the awaited call.
    await Promise.resolve();
    await Promise.resolve();
    return next?.ms;
  };
  return { auth, signIn, kept, step, stop, planned, forgetEnded };
}

test('[PER5] a sign-in is swept when it leads nobody back into a session anymore, and not before', async () => {
  const { auth, signIn, kept, step } = await aSweptClinic();
  const early = await signIn();
  vi.setSystemTime(MONDAY + 3_600_000);
  const late = await signIn();

  vi.setSystemTime(MONDAY + KEPT_FOR_MS - 1);
  await step();
  expect(await kept()).toBe(2);
  expect(await auth.findSignIn(early)).toBeDefined();

  vi.setSystemTime(MONDAY + KEPT_FOR_MS);
  expect(await step()).toBe(SWEEP_EVERY_MS);
  expect(await kept()).toBe(1);
  expect(await auth.findSignIn(early)).toBeUndefined();
  expect(await auth.findSignIn(late)).toBeDefined();
});

test('many go in small steps with a pause between them, and after an hour the server checks again', async () => {
  const { signIn, kept, step, planned } = await aSweptClinic();
  const most = SWEPT_AT_ONCE * 2 + 5;
  for (let made = 0; made < most; made += 1) await signIn();
  vi.setSystemTime(MONDAY + KEPT_FOR_MS);
  expect(await step()).toBe(SWEEP_PAUSE_MS);
  expect(await kept()).toBe(most - SWEPT_AT_ONCE);
  expect(await step()).toBe(SWEEP_PAUSE_MS);
  expect(await step()).toBe(SWEEP_PAUSE_MS);
  expect(await kept()).toBe(0);
  expect(planned.map(({ ms }) => ms)).toEqual([SWEEP_EVERY_MS]);
});

test('a database that is in trouble is said once a sweep, and asked again after an hour', async () => {
  const faults: unknown[] = [];
  const { signIn, kept, step, forgetEnded, planned } = await aSweptClinic(faults);
  await signIn();
  vi.setSystemTime(MONDAY + KEPT_FOR_MS);
  forgetEnded.mockImplementationOnce(() => Promise.reject(new Error('The disk is full.')));
  await step();
  await vi.waitFor(() => expect(planned.map(({ ms }) => ms)).toEqual([SWEEP_EVERY_MS]));
  expect(faults).toHaveLength(1);
  await step();
  expect(await kept()).toBe(0);
});

test('a server that stops sweeps no more', async () => {
  const { stop, planned, step } = await aSweptClinic();
  stop();
  expect(planned).toEqual([]);
  const again = await aSweptClinic();
  const stepping = again.step();
  again.stop();
  await stepping;
  await step();
  expect(again.planned).toEqual([]);
  again.stop();
});
